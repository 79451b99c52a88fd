// SPDX-License-Identifier: ISC
/// @file
/// Reading N-Triples and N-Quads of any length fast: by several threads, piece by piece, with each
/// term of a piece read and checked once. For one statement at a time there is read_rdf.h.
#pragma once

#include "rdf/read_rdf.h"
#include "rdf/term_dictionary.h"

#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace entente::rdf {

/// Subject, predicate, object, graph.
using QuadIds = std::array<TermId, 4>;

/// The number of the term of kind None, the default graph, in every piece.
inline constexpr TermId kNoGraph = 0;

/// A piece of a text: whole lines. Its terms are numbered in order of first appearance, where a
/// literal's datatype comes before it.
struct LineChunk {
  std::string_view text;
  TermDictionary terms;  ///< may look into `text`
  std::vector<QuadIds> quads;
};

using ChunkHandler = std::function<void(const LineChunk&)>;

/// Hands the pieces over in their order, one at a time, while others are being read; what is handed
/// over is valid until the handler returns. The pieces depend on the text alone. At the first fault
/// the statements of the pieces before it have been handed over, and none of those behind.
/// Requires: `format` is N-Triples or N-Quads. Accepts, refuses and says exactly what read_rdf
/// does. Memory: a few pieces, each of about a megabyte of text.
std::optional<Diagnostic> read_lines(std::string_view text, Format format,
                                     const ReadOptions& options, const ChunkHandler& handler);

}  // namespace entente::rdf
