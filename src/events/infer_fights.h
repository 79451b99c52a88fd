// SPDX-License-Identifier: ISC
/// @file
/// Who fights whom where an article leaves it out: filled empty sides of ASSAULT and MOBILIZE.
/// Drafts are in text order, `at` is the draft to fill.
#pragma once

#include "events/article.h"
#include "events/draft.h"

#include <cstddef>
#include <vector>

namespace entente {

/// "fired at targets in Jericho": the state in which it happens; "Russia's latest attack": the
/// other side of the same fight as the article tells it elsewhere.
void infer_attacked(const Article& article, std::vector<Draft>& drafts, std::size_t at);

/// "were killed in clashes with Hezbollah": by those whom they fought.
void infer_opponent(const Article& article, Draft& draft);

/// An article in which only one country attacks another, and more than once, means that one where
/// it names nobody: "offensives into Ukraine".
void infer_attacker(const Article& article, std::vector<Draft>& drafts, std::size_t at);

/// "barricaded the border with Belarus and deployed 120,000 soldiers": against the same side.
void infer_faced(const Article& article, std::vector<Draft>& drafts, std::size_t at);

}  // namespace entente
