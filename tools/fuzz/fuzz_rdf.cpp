// SPDX-License-Identifier: ISC
// libFuzzer target, built once for each format: a reader takes any bytes, and what it reads can be
// written as N-Quads and read again.
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  ReadOptions options;
  options.base = "http://example.org/";
  std::string lines;
  std::size_t quads = 0;
  static_cast<void>(read_rdf(text, kFormat, options, [&](const Quad& quad, Position) {
    ++quads;
    lines += to_ntriples(quad.subject) + " " + to_ntriples(quad.predicate) + " " +
             to_ntriples(quad.object);
    if (quad.graph.kind != TermKind::None) lines += " " + to_ntriples(quad.graph);
    lines += " .\n";
    return true;
  }));
  if (quads == 0) return 0;
  std::size_t again = 0;
  const auto fault = read_rdf(lines, Format::NQuads, {}, [&](const Quad&, Position) {
    ++again;
    return true;
  });
  if (fault || again != quads) std::abort();
  return 0;
}
