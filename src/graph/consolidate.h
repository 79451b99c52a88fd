// SPDX-License-Identifier: ISC
/// @file
/// Claims of many articles -> one knowledge graph.
///
/// Everything here is a function of the *set* of articles, claims and actors: order and repetition
/// of the input do not matter, and consolidating what is already consolidated changes nothing.
/// Therefore graphs built apart and merged are the graph that is built at once.
#pragma once

#include "graph/knowledge_graph.h"

#include <span>
#include <string>
#include <vector>

namespace entente {

/// Unites records of one id, lets claims of all articles meet in situations (graph/situations.h),
/// and keeps those actors that a claim or an article names, with the actors that they act for,
/// whose posts they hold or of which they are members. `ClaimRecord::situation` of the input is not
/// read. Of two records of one actor the vetted one counts; what is found in two articles is
/// united. An actor that was found in an article and whose name does not tell it from others (a
/// surname alone, a common noun) stays that article's own: its id gets the article's first digits.
KnowledgeGraph consolidate(std::vector<Actor> actors, std::vector<ArticleRecord> articles,
                           std::vector<ClaimRecord> claims);

/// The graph of all that is in any of `graphs`.
KnowledgeGraph merge(std::vector<KnowledgeGraph> graphs);

/// Which articles to take out: by id, by the input's id, or by publisher.
struct Retraction {
  std::vector<std::string> articles = {};    ///< ArticleRecord::id or input_id
  std::vector<std::string> publishers = {};  ///< as spelt in the article's metadata
};

/// The graph without those articles and all that rests on them alone.
KnowledgeGraph drop(KnowledgeGraph graph, const Retraction& retraction);

/// The articles that `retraction` names, in the order of the graph.
std::vector<const ArticleRecord*> find_retracted(const KnowledgeGraph& graph,
                                                 const Retraction& retraction);

}  // namespace entente
