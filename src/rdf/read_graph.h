// SPDX-License-Identifier: ISC
/// @file
/// RDF text -> knowledge graph: undoes describe_graph. Statements that the model of doc/rdf.md does
/// not know are passed over, so graphs may carry more than ours.
#pragma once

#include "graph/knowledge_graph.h"
#include "rdf/read_rdf.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace entente::rdf {

/// A graph as a file gives it.
struct GraphFile {
  KnowledgeGraph graph;
  std::string base;  ///< under which its individuals stand; the default one if there are none
};

struct PartReadOptions {
  /// Longer texts of lines (N-Triples, N-Quads) are read in parts of that many bytes.
  std::size_t part_size = std::size_t{4} << 20;
  /// Told of every part that was read, from several threads.
  std::function<void(std::string_view)> on_read = {};
};

/// Reads a whole text. `file` is named in diagnostics. An actor that is used and not described
/// becomes one that is not vetted, with its id as label. Lists of an actor come sorted, as
/// consolidate() leaves them; other lists that have no order in RDF in the order of the text.
/// Throws ConfigError with line and column at a fault of syntax, and where something that the model
/// needs is missing, doubled or ill-formed.
/// Memory: the graph's, and the statements of the parts at hand; of the whole text where it is not
/// one of lines, or where what is said of one thing does not stand together.
GraphFile read_graph_text(std::string_view text, Format format, const std::string& file,
                          const PartReadOptions& options = {});

/// The same for a file, whose extension tells the format. Throws ConfigError also if it cannot be
/// read or has another extension.
GraphFile read_graph(const std::filesystem::path& path);

}  // namespace entente::rdf
