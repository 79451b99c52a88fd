// SPDX-License-Identifier: ISC
/// @file
/// From one RDF format to another.
#pragma once

#include "rdf/quad_writer.h"
#include "rdf/read_rdf.h"

#include <string_view>

namespace entente::rdf {

/// Writes the statements of `text` in their order. Terms stay as they are; Turtle and N-Triples
/// leave out graph names. In Turtle and TriG, blank nodes that are used in one place only are
/// nested, and lists of such are written in parentheses. Memory: the labels of blank nodes.
/// Throws ConfigError at a syntax error; what was handed to `sink` before is then no whole text.
void convert(std::string_view text, Format from, const ReadOptions& reading,
             const WriterOptions& writing, const ByteSink& sink);

}  // namespace entente::rdf
