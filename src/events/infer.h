// SPDX-License-Identifier: ISC
/// @file
/// Participants that a text leaves out because every reader knows them.
#pragma once

#include "events/article.h"
#include "events/claim.h"

#include <vector>

namespace entente {

/// "Russia's latest missile attack" in an article on Russia's attacks on Ukraine: a one-sided
/// ASSAULT takes the side that is missing from what the article says elsewhere, if that is always
/// the same. Lowers the confidence of what it fills.
void infer_participants(const Article& article, std::vector<Claim>& claims);

}  // namespace entente
