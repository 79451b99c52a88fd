// SPDX-License-Identifier: ISC
/// @file
/// Participants that a text leaves out because every reader knows them.
#pragma once

#include "events/article.h"
#include "events/draft.h"

#include <vector>

namespace entente {

/// Fills empty sides of events, and lowers the confidence of what it fills:
/// - "condemned the operation": whoever carries it out, as the sentence or the last one before
/// says;
/// - "Russia's latest attack": the other side as the article says it last of the same initiator;
/// - "offensives into Ukraine": the one country that attacks it in the article;
/// - "fired at targets in Jericho": the state in which it happens;
/// - protests, arrests and concessions are a state's own affair unless the text says otherwise.
/// Drafts are in text order.
void infer_participants(const Article& article, std::vector<Draft>& drafts);

}  // namespace entente
