// SPDX-License-Identifier: ISC
// N-Triples and N-Quads: a line, a statement.
#include "rdf/iri.h"
#include "rdf/quad_sink.h"
#include "rdf/xsd.h"

namespace entente::rdf {

namespace {

TermView read_iri(Scanner& scanner) {
  const std::size_t begin = scanner.at;
  const std::string_view value = scanner.iri_ref();
  if (!is_absolute_iri(value)) scanner.fail_at(begin, "an absolute IRI");
  return {TermKind::Iri, value, {}, {}};
}

TermView read_literal(Scanner& scanner) {
  TermView term{TermKind::Literal, scanner.short_string('"'), kXsdString, {}};
  if (scanner.peek() == '@') {
    term.language = scanner.language_tag();
    term.datatype = kRdfLangString;
  } else if (scanner.looking_at("^^")) {
    scanner.at += 2;
    term.datatype = read_iri(scanner).value;
  }
  return term;
}

TermView read_node(Scanner& scanner, QuadSink& sink, std::string_view expected) {
  if (scanner.peek() == '<') return read_iri(scanner);
  if (scanner.looking_at("_:")) return sink.labelled(scanner.blank_label());
  scanner.fail(expected);
}

bool at_line_end(const Scanner& scanner) {
  return scanner.at_end() || scanner.peek() == '\n' || scanner.peek() == '\r';
}

void read_statement(Scanner& scanner, bool quads, QuadSink& sink) {
  QuadView quad;
  quad.subject = read_node(scanner, sink, "a subject: an IRI or a blank node");
  scanner.skip_blanks();
  if (scanner.peek() != '<') scanner.fail("a predicate: an IRI");
  quad.predicate = read_iri(scanner);
  scanner.skip_blanks();
  const std::size_t object_at = scanner.at;
  quad.object = scanner.peek() == '"'
                    ? read_literal(scanner)
                    : read_node(scanner, sink, "an object: an IRI, a blank node or a string");
  scanner.skip_blanks();
  if (quads && scanner.peek() != '.') {
    quad.graph = read_node(scanner, sink, "'.' or a graph's name");
    scanner.skip_blanks();
  }
  if (scanner.peek() != '.') scanner.fail("'.' at the end of the statement");
  ++scanner.at;
  sink.emit(quad, object_at);
}

}  // namespace

void read_nquads(Scanner& scanner, bool quads, QuadSink& sink) {
  while (true) {
    scanner.skip_space();
    if (scanner.at_end()) return;
    read_statement(scanner, quads, sink);
    scanner.skip_blanks();
    if (scanner.peek() == '#')
      scanner.skip_space();
    else if (!at_line_end(scanner))
      scanner.fail("the end of the line");
    scanner.arena.clear();
  }
}

}  // namespace entente::rdf
