// SPDX-License-Identifier: ISC
/// @file
/// Reading RDF files: Turtle, TriG, N-Triples, N-Quads (W3C recommendations of 25 February 2014).
/// The readers are our own: they take any input without crashing, bound their depth, and refuse
/// ill-formed UTF-8 and characters that no IRI may have.
#pragma once

#include "rdf/term.h"
#include "text/diagnostic.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace entente::rdf {

enum class Format : std::uint8_t { Turtle, TriG, NTriples, NQuads };

/// By extension of the path: .ttl .trig .nt .nq; nothing for others.
std::optional<Format> format_of(std::string_view path);

/// Where a statement's object begins, counted from 1 (columns in code points); 0: not asked for.
struct Position {
  std::uint32_t line = 0, column = 0;
};

struct ReadOptions {
  std::string file = "-";    ///< named in diagnostics
  std::string base;          ///< absolute IRI; relative IRIs are an error if it is empty
  std::string blank_prefix;  ///< put before every blank node label, to keep files apart
  bool positions = true;     ///< false: statements come without their place, a little faster
};

/// Returning false stops the reading (which is then no error).
using QuadHandler = std::function<bool(const Quad&, Position)>;

/// Reads a whole text, statement by statement. Returns nothing if all was well, else the first
/// error, with line and column; statements before it have been handed over. Nesting of blank nodes
/// and lists is bounded (kMaxNesting). An anonymous blank node gets a label that no labelled one of
/// the text has, so the same text gives the same labels. Cost: linear.
std::optional<Diagnostic> read_rdf(std::string_view text, Format format, const ReadOptions& options,
                                   const QuadHandler& handler);

inline constexpr int kMaxNesting = 1000;

/// A term and a statement that live in the reader's memory: valid only while the handler runs.
struct TermView {
  TermKind kind = TermKind::None;
  std::string_view value, datatype, language;  ///< as in Term

  friend bool operator==(const TermView&, const TermView&) = default;
};
struct QuadView {
  TermView subject, predicate, object, graph;

  friend bool operator==(const QuadView&, const QuadView&) = default;
};

Term to_term(const TermView& view);
TermView to_view(const Term& term);
Quad to_quad(const QuadView& view);
QuadView to_view(const Quad& quad);

using QuadViewHandler = std::function<bool(const QuadView&, Position)>;

/// The same without copies, for those who keep terms in tables of their own.
std::optional<Diagnostic> read_rdf_views(std::string_view text, Format format,
                                         const ReadOptions& options,
                                         const QuadViewHandler& handler);

}  // namespace entente::rdf
