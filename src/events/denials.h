// SPDX-License-Identifier: ISC
/// @file
/// Denials of what was said before: "Putin denied it", "Moscow rejected the claims", "Iran denied
/// any involvement".
#pragma once

#include "events/article.h"
#include "events/draft.h"

#include <vector>

namespace entente {

/// For each denial that does not say itself what is denied: the events of the same sentence, or
/// else of the nearest of the two before it, that others say the denier has brought about, as
/// denied by him. Evidence is the denying sentence. Drafts are in text order.
std::vector<Claim> claims_of_denials(const Article& article, const std::vector<Draft>& drafts);

}  // namespace entente
