// SPDX-License-Identifier: ISC
/// @file
/// RDF 1.1 terms, triples and quads as plain values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::rdf {

enum class TermKind : std::uint8_t { None, Iri, BlankNode, Literal };

/// An RDF term. `value` is the IRI, the blank node's label (without "_:") or the lexical form.
struct Term {
  TermKind kind = TermKind::None;
  std::string value;
  std::string
      datatype;  ///< of a literal: absolute IRI; xsd:string and rdf:langString are spelt out
  std::string language;  ///< of a literal: lower case; empty if it has none

  friend bool operator==(const Term&, const Term&) = default;
  friend auto operator<=>(const Term&, const Term&) = default;
};

Term iri(std::string value);
Term blank(std::string label);
Term literal(std::string lexical_form);  ///< xsd:string
Term literal(std::string lexical_form, std::string datatype);
Term language_literal(std::string lexical_form, std::string language);

/// A statement; `graph` is of kind None for the default graph.
struct Quad {
  Term subject, predicate, object, graph;

  friend bool operator==(const Quad&, const Quad&) = default;
  friend auto operator<=>(const Quad&, const Quad&) = default;
};

/// One line of N-Triples/N-Quads syntax for a term (canonical form: only needed escapes).
std::string to_ntriples(const Term& term);

}  // namespace entente::rdf
