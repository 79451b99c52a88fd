// SPDX-License-Identifier: ISC
/// @file
/// To whom a judgement, threat, promise, demand or refusal is addressed where the sentence tells it
/// only by what it is about. Drafts are in text order, `at` is the draft to fill.
#pragma once

#include "events/article.h"
#include "events/draft.h"

#include <cstddef>
#include <vector>

namespace entente {

/// "condemned the operation": whoever carries it out, as the sentence or the last one before says.
void infer_judged(const Article& article, std::vector<Draft>& drafts, std::size_t at);

/// "threatened to strike unless Israel withdraws", "refuses to talk unless it does": to whoever can
/// change it.
void infer_averting(const Article& article, Draft& draft);

/// A threat or promise is to whom the act would be done to; a demand is on whoever is to act.
void infer_addressed(const Article& article, std::vector<Draft>& drafts, std::size_t at);

/// A promise not to do something is a refusal, unless what is forgone is hostile.
void infer_refusal(const Article& article, std::vector<Draft>& drafts, std::size_t at);

/// "threatened to ban the party", "threatened to go on strike": what would happen at home
/// threatens home.
void infer_threatened_home(const Article& article, std::vector<Draft>& drafts, std::size_t at);

}  // namespace entente
