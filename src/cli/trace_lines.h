// SPDX-License-Identifier: ISC
/// @file
/// Which rule made which claim, for those who write rules.
#pragma once

#include "graph/knowledge_graph.h"

#include <functional>
#include <string_view>

namespace entente::cli {

/// Writes four lines a claim, and an empty one, in the order of the articles' ids and of the text:
/// article and code points, the words, what was made of them, and the lexicon entry with the path
/// in the tree.
void write_trace(const KnowledgeGraph& graph, const std::function<void(std::string_view)>& sink);

}  // namespace entente::cli
