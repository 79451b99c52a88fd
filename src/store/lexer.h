// SPDX-License-Identifier: ISC
/// @file
/// The tokens of SPARQL 1.1 (section 19.8, terminals).
#pragma once

#include "rdf/scanner.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::store {

enum class TokenKind : std::uint8_t {
  End,
  Iri,
  PrefixedName,
  BlankLabel,
  Variable,
  String,
  LanguageTag,
  Integer,
  Decimal,
  Double,
  Word,    ///< keyword or function name; `text` in capitals, but "a" as written
  Symbol,  ///< operator or bracket
};

struct Token {
  TokenKind kind = TokenKind::End;
  std::string_view text;           ///< value: IRI, string, label, name, digits or symbol
  std::string_view prefix;         ///< of a PrefixedName
  std::size_t begin = 0, end = 0;  ///< bytes in the query
};

/// All tokens, the last of kind End. Views live in `scanner`, which holds the query's text.
/// Throws rdf::SyntaxError.
std::vector<Token> tokenize(rdf::Scanner& scanner);

/// Undoes \uXXXX and \UXXXXXXXX anywhere in a query (19.2), but not behind a backslash.
std::string undo_codepoint_escapes(std::string_view query);
/// Where byte `at` of what undo_codepoint_escapes makes of `query` comes from.
/// Requires: `query` has no broken escape.
std::size_t place_with_escapes(std::string_view query, std::size_t at);

}  // namespace entente::store
