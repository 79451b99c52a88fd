// SPDX-License-Identifier: ISC
#include "rdf/write_graph.h"

#include "rdf/describe_graph.h"
#include "rdf/make_in_order.h"

namespace entente::rdf {

void write_graph(const KnowledgeGraph& graph, Format format, const std::string& base,
                 const ByteSink& sink) {
  const WriterOptions options{format, base, vocab::kPrefixes};
  const GraphIris iris(base);
  const GraphDescription description(graph, iris);
  const auto make = [&](std::size_t part) {
    const Term open = part == 0 ? Term{} : iri(description.last_graph(part - 1));
    QuadWriter writer = QuadWriter::for_piece(options, open);
    description.describe(part,
                         [&](std::span<const QuadView> quads) { writer.write_resource(quads); });
    return writer.take_piece();
  };
  QuadWriter writer(options, sink);
  make_in_order<QuadWriter::Piece>(description.parts(), make,
                                   [&](const QuadWriter::Piece& piece) { writer.append(piece); });
  writer.finish();
}

}  // namespace entente::rdf
