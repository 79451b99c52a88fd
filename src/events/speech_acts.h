// SPDX-License-Identifier: ISC
/// @file
/// What people do by saying: demands in "must" and "should", threats in "if ... will", promises in
/// "will", refusals in "will not" (PLOVER: a promised or future CONSULT, SUPPORT, COOPERATE or AID
/// is AGREE).
#pragma once

#include "events/article.h"
#include "events/draft.h"

#include <vector>

namespace entente {

std::vector<Claim> claims_of_speech_acts(const Article& article, const std::vector<Draft>& drafts);

}  // namespace entente
