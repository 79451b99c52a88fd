// SPDX-License-Identifier: ISC
/// @file
/// From what was found in one article to records that no longer need the article.
/// Reads Document, Entities and claims; changes none. Offsets become code points, actors become
/// ids, and everything is named by its content.
#pragma once

#include "events/analyze.h"
#include "graph/agency.h"
#include "graph/knowledge_graph.h"

#include <vector>

namespace entente {

/// What one article gives to the graph. `actors` are those that its claims speak of and the agency
/// whose text it carries, sorted by id;
/// `claims` are in text order, each once, with `situation` still empty.
struct ArticleRecords {
  ArticleRecord article;
  std::vector<Actor> actors;
  std::vector<ClaimRecord> claims;
};

/// Pure. Lists of a claim (initiators, recipients, speakers, contexts, quantities) come out sorted
/// and without repetition, confidence with kConfidenceDigits decimals; quoted_by keeps its order
/// (nearest first). A quote that is empty or not inside its sentence becomes the whole sentence.
/// The agency whose text the article carries is looked for among `agencies`.
ArticleRecords make_records(const AnalyzedArticle& article, const AgencyNames& agencies = {});

/// The name of a claim: a hash of every field of it but `id` and `situation`.
std::string claim_id(const ClaimRecord& claim);

/// Adds to `graph.actors` the known actors that those present act for, hold an office of or are a
/// member in, and so on from these. Neighbours (Actor::borders) are not followed.
void add_background(KnowledgeGraph& graph, const ActorKnowledge& knowledge);

inline constexpr int kConfidenceDigits = 3;  ///< more would pretend to be exact

}  // namespace entente
