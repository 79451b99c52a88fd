// SPDX-License-Identifier: ISC
/// @file
/// Claims tell one thing once.
#pragma once

#include "events/article.h"
#include "events/claim.h"

#include <vector>

namespace entente {

/// Unites claims of one sentence that say the same: same type and speakers, and participants of
/// which one claim's are part of the other's. The fuller, then the surer one stays. Posts
/// (`leads`, `affiliatedWith`) stay once for each pair in an article. Result in text order.
std::vector<Claim> dedupe(const Article& article, std::vector<Claim> claims);

}  // namespace entente
