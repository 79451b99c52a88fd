// SPDX-License-Identifier: ISC
/// @file
/// Reading RDF files: Turtle, TriG, N-Triples, N-Quads.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "rdf/term.h"
#include "text/diagnostic.h"

namespace entente::rdf {

enum class Format : std::uint8_t { Turtle, TriG, NTriples, NQuads };

/// By extension of the path: .ttl .trig .nt .nq; nothing for others.
std::optional<Format> format_of(std::string_view path);

/// Where a statement's object ended, counted from 1.
struct Position {
  std::uint32_t line = 0, column = 0;
};

struct ReadOptions {
  std::string file = "-";    ///< named in diagnostics
  std::string base;          ///< absolute IRI; relative IRIs are an error if it is empty
  std::string blank_prefix;  ///< put before every blank node label, to keep files apart
};

/// Returning false stops the reading (which is then no error).
using QuadHandler = std::function<bool(const Quad&, Position)>;

/// Reads a whole text, statement by statement. Returns nothing if all was well, else the first
/// error, with line and column; statements before it have been handed over. Nesting of blank nodes
/// and lists is bounded (kMaxNesting).
std::optional<Diagnostic> read_rdf(std::string_view text, Format format, const ReadOptions& options,
                                   const QuadHandler& handler);

inline constexpr int kMaxNesting = 1000;

}  // namespace entente::rdf
