// SPDX-License-Identifier: ISC
#include "store/lexer.h"

#include "text/utf8.h"

#include <algorithm>

namespace entente::store {

namespace {

using rdf::is;
using rdf::Scanner;

// Longer symbols first, so that the first match is the right one.
constexpr std::string_view kSymbols[] = {"&&", "||", "^^", "!=", "<=", ">=", "{", "}", "(",
                                         ")",  "[",  "]",  ",",  ";",  ".",  "=", "<", ">",
                                         "+",  "-",  "*",  "/",  "!",  "|",  "^", "?"};

// '<' opens an IRI if a '>' follows before anything that no IRI may have.
bool opens_iri(const Scanner& in) {
  for (std::size_t i = in.at + 1; i < in.text.size(); ++i) {
    if (in.text[i] == '>') return true;
    if (!is(in.text[i], rdf::kIriChar) && in.text[i] != '\\') return false;
  }
  return false;
}

std::size_t variable_char_length(const Scanner& in, bool first) {
  if (in.at_end()) return 0;
  const char c = in.peek();
  if (rdf::is_ascii(c)) return c != '-' && is(c, rdf::kNameChar) ? 1 : 0;
  std::size_t next = in.at;
  const char32_t code_point = next_code_point(in.text, next);
  const bool fits = first ? rdf::is_name_base(code_point) : rdf::is_name_char(code_point);
  return fits ? next - in.at : 0;
}

// The name behind ? or $; empty if none follows.
std::string_view variable_name(Scanner& in) {
  const std::size_t begin = ++in.at;
  while (const std::size_t length = variable_char_length(in, in.at == begin)) in.at += length;
  return in.text.substr(begin, in.at - begin);
}

std::string_view upper(Scanner& in, std::string_view word) {
  char* const copy = in.arena.take(word.size());
  std::transform(word.begin(), word.end(), copy,
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return {copy, word.size()};
}

void read_name(Scanner& in, Token& token) {
  const rdf::PrefixedName name = in.prefixed_name();
  if (name.has_colon) {
    token.kind = TokenKind::PrefixedName;
    token.prefix = name.prefix;
    token.text = name.local;
    return;
  }
  token.kind = TokenKind::Word;
  token.text = name.prefix == "a" ? name.prefix : upper(in, name.prefix);
}

void read_number(Scanner& in, Token& token) {
  rdf::NumberKind kind{};
  token.text = in.number(kind);
  token.kind = kind == rdf::NumberKind::Integer   ? TokenKind::Integer
               : kind == rdf::NumberKind::Decimal ? TokenKind::Decimal
                                                  : TokenKind::Double;
}

void read_symbol(Scanner& in, Token& token) {
  for (const std::string_view symbol : kSymbols) {
    if (!in.looking_at(symbol)) continue;
    token.kind = TokenKind::Symbol;
    token.text = symbol;
    in.at += symbol.size();
    return;
  }
  in.fail("a keyword, a term or an operator");
}

void read_token(Scanner& in, Token& token) {
  const char c = in.peek();
  if (c == '<' && opens_iri(in)) {
    token.kind = TokenKind::Iri;
    token.text = in.iri_ref();
  } else if (c == '?' || c == '$') {
    token.kind = TokenKind::Variable;
    token.text = variable_name(in);
    if (!token.text.empty()) return;
    --in.at;
    read_symbol(in, token);
  } else if (c == '"' || c == '\'') {
    token.kind = TokenKind::String;
    token.text = in.string_literal();
  } else if (c == '@') {
    token.kind = TokenKind::LanguageTag;
    token.text = in.language_tag();
  } else if (in.looking_at("_:")) {
    token.kind = TokenKind::BlankLabel;
    token.text = in.blank_label();
  } else if (is(c, rdf::kDigit) || (c == '.' && is(in.peek(1), rdf::kDigit))) {
    read_number(in, token);
  } else if (c == ':' || in.at_name_start()) {
    read_name(in, token);
  } else {
    read_symbol(in, token);
  }
}

}  // namespace

std::vector<Token> tokenize(Scanner& scanner) {
  std::vector<Token> tokens;
  while (true) {
    scanner.skip_space();
    Token token;
    token.begin = scanner.at;
    if (!scanner.at_end()) read_token(scanner, token);
    token.end = scanner.at;
    tokens.push_back(token);
    if (token.kind == TokenKind::End) return tokens;
  }
}

namespace {

// What stands at a place of a query before its escapes are undone: one escape, or what stays.
struct Piece {
  std::size_t length = 1;
  std::string undone;  // empty: stays as it is
};

Piece piece_at(std::string_view query, std::size_t at) {
  const bool escape = query[at] == '\\' && at + 1 < query.size();
  const std::size_t digits = !escape ? 0 : query[at + 1] == 'u' ? 4 : query[at + 1] == 'U' ? 8 : 0;
  if (digits == 0) return {escape ? 2u : 1u, {}};  // what a backslash hides stays hidden
  char32_t code_point = 0;
  for (std::size_t k = at + 2; k < at + 2 + digits; ++k) {
    const int value = k < query.size() ? rdf::hex_value(query[k]) : -1;
    if (value < 0) throw rdf::SyntaxError{at, "found a broken escape, expected hexadecimal digits"};
    code_point = code_point * 16 + static_cast<char32_t>(value);
  }
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    throw rdf::SyntaxError{at, "found an escape that is no Unicode character"};
  }
  Piece piece{2 + digits, {}};
  append_utf8(piece.undone, code_point);
  return piece;
}

}  // namespace

std::string undo_codepoint_escapes(std::string_view query) {
  std::string out;
  for (std::size_t i = 0; i < query.size();) {
    const Piece piece = piece_at(query, i);
    out += piece.undone.empty() ? query.substr(i, piece.length) : piece.undone;
    i += piece.length;
  }
  return out;
}

std::size_t place_with_escapes(std::string_view query, std::size_t at) {
  std::size_t i = 0;
  for (std::size_t undone = 0; i < query.size() && undone < at;) {
    const Piece piece = piece_at(query, i);
    undone += piece.undone.empty() ? piece.length : piece.undone.size();
    i += piece.length;
  }
  return i;
}

}  // namespace entente::store
