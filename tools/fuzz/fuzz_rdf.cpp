// SPDX-License-Identifier: ISC
// libFuzzer target: the readers take any bytes, and what they read can be written and read again.
// The first byte picks the format.
#include "rdf/read_rdf.h"

#include <cstdlib>
#include <string>

using namespace entente;
using namespace entente::rdf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto format = static_cast<Format>(data[0] % 4);
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  ReadOptions options;
  options.base = "http://example.org/";
  std::string lines;
  std::size_t quads = 0;
  static_cast<void>(read_rdf(text, format, options, [&](const Quad& quad, Position) {
    ++quads;
    lines += to_ntriples(quad.subject) + " " + to_ntriples(quad.predicate) + " " +
             to_ntriples(quad.object);
    if (quad.graph.kind != TermKind::None) lines += " " + to_ntriples(quad.graph);
    lines += " .\n";
    return true;
  }));
  std::size_t again = 0;
  const auto fault = read_rdf(lines, Format::NQuads, {}, [&](const Quad&, Position) {
    ++again;
    return true;
  });
  if (fault || again != quads) std::abort();
  return 0;
}
