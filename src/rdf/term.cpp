// SPDX-License-Identifier: ISC
#include "rdf/term.h"

#include <utility>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

constexpr std::string_view kXsdString = "http://www.w3.org/2001/XMLSchema#string";
constexpr std::string_view kLangString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '"':
        out += "\\\"";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

Term iri(std::string value) {
  return {TermKind::Iri, std::move(value), {}, {}};
}
Term blank(std::string label) {
  return {TermKind::BlankNode, std::move(label), {}, {}};
}
Term literal(std::string lexical_form) {
  return {TermKind::Literal, std::move(lexical_form), std::string(kXsdString), {}};
}
Term literal(std::string lexical_form, std::string datatype) {
  return {TermKind::Literal, std::move(lexical_form), std::move(datatype), {}};
}
Term language_literal(std::string lexical_form, std::string language) {
  return {TermKind::Literal, std::move(lexical_form), std::string(kLangString),
          std::move(language)};
}

std::string to_ntriples(const Term& term) {
  switch (term.kind) {
    case TermKind::None:
      return {};
    case TermKind::Iri:
      return "<" + term.value + ">";
    case TermKind::BlankNode:
      return "_:" + term.value;
    case TermKind::Literal:
      break;
  }
  std::string text = "\"" + escape(term.value) + "\"";
  if (!term.language.empty()) return text + "@" + term.language;
  if (!term.datatype.empty() && term.datatype != kXsdString) text += "^^<" + term.datatype + ">";
  return text;
}

}  // namespace entente::rdf
