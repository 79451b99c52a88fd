// SPDX-License-Identifier: ISC
// libFuzzer target, built once for each format: a reader takes any bytes, and what it reads can be
// written as N-Quads and read again. The fast reader of lines says the same as the reader of
// statements.
#include "rdf/read_lines.h"
#include "rdf/read_rdf.h"

#include <cstdlib>
#include <string>

using namespace entente::rdf;

namespace {

#if defined(ENTENTE_FUZZ_TURTLE)
constexpr Format kFormat = Format::Turtle;
#elif defined(ENTENTE_FUZZ_TRIG)
constexpr Format kFormat = Format::TriG;
#elif defined(ENTENTE_FUZZ_NTRIPLES)
constexpr Format kFormat = Format::NTriples;
#else
constexpr Format kFormat = Format::NQuads;
#endif

std::string line_of(const Quad& quad) {
  std::string line = to_ntriples(quad.subject) + " " + to_ntriples(quad.predicate) + " " +
                     to_ntriples(quad.object);
  if (quad.graph.kind != TermKind::None) line += " " + to_ntriples(quad.graph);
  return line + " .\n";
}

// The text by the reader of lines, and its fault.
std::string by_lines(std::string_view text, const ReadOptions& options, std::string& fault) {
  std::string lines;
  const auto found = read_lines(text, kFormat, options, [&](const LineChunk& chunk) {
    const auto term = [&](TermId id) { return to_term(chunk.terms.view(id)); };
    for (const QuadIds& q : chunk.quads) {
      lines += line_of({term(q[0]), term(q[1]), term(q[2]), term(q[3])});
    }
  });
  if (found) fault = entente::to_string(*found);
  return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  ReadOptions options;
  options.base = "http://example.org/";
  std::string lines;
  std::size_t quads = 0;
  const auto fault = read_rdf(text, kFormat, options, [&](const Quad& quad, Position) {
    ++quads;
    lines += line_of(quad);
    return true;
  });
  if constexpr (kFormat == Format::NTriples || kFormat == Format::NQuads) {
    std::string other;
    const std::string again = by_lines(text, options, other);
    if (other != (fault ? entente::to_string(*fault) : "")) std::abort();
    if (!fault && again != lines) std::abort();  // a fault hands over no piece of its own
  }
  if (quads == 0) return 0;
  std::size_t again = 0;
  const auto unread = read_rdf(lines, Format::NQuads, {}, [&](const Quad&, Position) {
    ++again;
    return true;
  });
  if (unread || again != quads) std::abort();
  return 0;
}
