// SPDX-License-Identifier: ISC
/// @file
/// Writing RDF text: Turtle and TriG through serd, N-Triples and N-Quads by rdf/write_line.h.
///
/// Serd writes what it is given. What it would get wrong is put right before: bare numbers that
/// are none, ill-formed UTF-8, IRIs with forbidden characters, prefixes that are used and not
/// declared, a graph in a format that has none.
#pragma once

#include "rdf/read_rdf.h"
#include "rdf/term.h"
#include "rdf/vocab.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace entente::rdf {

/// Takes pieces of output in order. May throw; nothing more is written then.
using ByteSink = std::function<void(std::string_view)>;

struct WriterOptions {
  Format format = Format::Turtle;
  /// Turtle and TriG: IRIs that begin with it are written relative to it. Empty: none are.
  std::string base;
  std::span<const Prefix> prefixes;  ///< Turtle and TriG: declared on top
};

/// Writes statements in the order in which they come. Turtle and N-Triples leave out the graph.
class QuadWriter {
 public:
  QuadWriter(WriterOptions options, ByteSink sink);
  ~QuadWriter();

  /// One statement; blank nodes keep their labels.
  void write(const QuadView& quad);
  void write(const Quad& quad);

  /// Statements about one thing, all in one graph: those of the first subject and of blank nodes
  /// that hang on it. In Turtle and TriG, a blank node that is the object of exactly one of them
  /// is nested: [ ... ], and a list written ( ... ). Statements of one subject keep their order.
  void write_resource(std::span<const QuadView> quads);
  void write_resource(std::span<const Quad> quads);

  /// Ends the text. Call once, last; without it the text is not complete.
  void finish();

  /// A part of a text, made by a writer of its own (perhaps at the same time as others).
  struct Piece {
    std::string text;
    Term graph;              ///< that is open at its end
    bool continues = false;  ///< begins inside the graph that was open before it
  };

  /// A writer of a part: writes no declarations, and takes `open_graph` for open. Its text goes
  /// into its piece and no sink; take_piece() ends it instead of finish().
  static QuadWriter for_piece(WriterOptions options, Term open_graph);
  Piece take_piece();

  /// Adds what another writer of the same options has made. The bytes are those that this writer
  /// would have written. Requires: the graph that is open is the one that the piece's writer took
  /// for open; no two pieces are about one subject; pieces only, no write().
  void append(const Piece& piece);

 private:
  struct Impl;
  explicit QuadWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::rdf
