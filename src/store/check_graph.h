// SPDX-License-Identifier: ISC
/// @file
/// What shapes cannot say of a knowledge graph: do its numbers and words agree with each other and
/// with the articles?
#pragma once

#include "graph/knowledge_graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente::store {

struct GraphFault {
  std::string kind;  ///< "claim", "situation" or "article"
  std::string id;
  std::string message;  ///< what was found, what was expected
  friend bool operator==(const GraphFault&, const GraphFault&) = default;
};

/// Evidence lies inside its article; statuses and counts of situations are those that follow from
/// their claims (graph/status.h). In the order of ids: claims, then situations.
std::vector<GraphFault> check_graph(const KnowledgeGraph& graph);

/// The sentences and quotes of the claims of `article` stand in `text` where the graph says.
/// `text` is the decoded text of the article as the reader gives it. Cost: linear.
std::vector<GraphFault> check_quotes(const KnowledgeGraph& graph, const ArticleRecord& article,
                                     std::string_view text);

}  // namespace entente::store
