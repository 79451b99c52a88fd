// SPDX-License-Identifier: ISC
/// @file
/// Writes a knowledge graph as RDF text.
#pragma once

#include "graph/knowledge_graph.h"
#include "rdf/quad_writer.h"

#include <string>

namespace entente::rdf {

/// Writes `graph` in `format`, individuals under `base`. Same graph, same bytes, on any number of
/// threads. Streams: needs little memory beside `graph`. What `sink` throws passes through.
/// Requires: ids are unique; a quote lies inside its sentence.
void write_graph(const KnowledgeGraph& graph, Format format, const std::string& base,
                 const ByteSink& sink);

}  // namespace entente::rdf
