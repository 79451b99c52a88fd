// SPDX-License-Identifier: ISC
#include "rdf/write_graph.h"

#include "rdf/describe_graph.h"

namespace entente::rdf {

void write_graph(const KnowledgeGraph& graph, Format format, const std::string& base,
                 const ByteSink& sink) {
  QuadWriter writer({format, base, vocab::kPrefixes}, sink);
  describe_graph(graph, GraphIris(base),
                 [&](std::span<const Quad> resource) { writer.write_resource(resource); });
  writer.finish();
}

}  // namespace entente::rdf
