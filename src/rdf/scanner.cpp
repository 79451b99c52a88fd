// SPDX-License-Identifier: ISC
#include "rdf/scanner.h"

#include "text/utf8.h"

#include <fmt/format.h>

namespace entente::rdf {

namespace {

constexpr std::string_view kIriEscapes = "u or U after a backslash";
constexpr std::string_view kStringEscapes = "one of tbnrf\"'\\uU after a backslash";
constexpr std::string_view kLocalEscapes = "_~.-!$&'()*+,;=/?#@%";

// Appends a code point at `out`, which has room for it, and returns the place behind it.
char* put(char* out, char32_t code_point) {
  std::string bytes;
  append_utf8(bytes, code_point);
  return std::copy(bytes.begin(), bytes.end(), out);
}

char control_escape(char c) {
  switch (c) {
    case 't':
      return '\t';
    case 'b':
      return '\b';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 'f':
      return '\f';
    case '"':
    case '\'':
    case '\\':
      return c;
    default:
      return '\0';
  }
}

}  // namespace

LineColumn locate(std::string_view text, std::size_t at) {
  LineColumn place;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < at && i < text.size(); ++i) {
    if (text[i] != '\n') continue;
    ++place.line;
    line_start = i + 1;
  }
  const std::string_view before = text.substr(line_start, at - line_start);
  place.column = static_cast<std::uint32_t>(count_code_points(before)) + 1;
  return place;
}

std::string describe(std::string_view text, std::size_t at) {
  if (at >= text.size()) return "the end of the text";
  const char c = text[at];
  if (c == '\n' || c == '\r') return "the end of the line";
  std::size_t end = at;
  if (c == '<') {  // an IRI is named whole
    while (end < text.size() && end - at < 80 && (end == at || is(text[end], kIriChar))) ++end;
    if (end < text.size() && text[end] == '>') return std::string(text.substr(at, end + 1 - at));
    end = at;
  }
  if (c == '@' || c == '?' || c == '$') ++end;
  while (end < text.size() && end - at < 40 && is(text[end], kNameChar)) ++end;
  if (end > at + 1) return fmt::format("\"{}\"", text.substr(at, end - at));
  end = at;
  const char32_t code_point = next_code_point(text, end);
  if (code_point < 0x20 || code_point == 0x7F) {
    return fmt::format("the control character U+{:04X}", static_cast<std::uint32_t>(code_point));
  }
  return fmt::format("'{}'", text.substr(at, end - at));
}

void Scanner::fail_at(std::size_t where, std::string_view expected) const {
  throw SyntaxError{where, fmt::format("found {}, expected {}", describe(text, where), expected)};
}

void Scanner::skip_space() {
  while (at < text.size()) {
    if (is(text[at], kSpace)) {
      ++at;
    } else if (text[at] == '#') {
      while (at < text.size() && text[at] != '\n' && text[at] != '\r') ++at;
    } else {
      return;
    }
  }
}

std::string_view Scanner::unescape(std::size_t begin, std::size_t end, bool is_iri) {
  char* const start = arena.take(end - begin);  // no escape is shorter than what it stands for
  char* out = start;
  for (std::size_t i = begin; i < end;) {
    if (text[i] != '\\') {
      *out++ = text[i++];
      continue;
    }
    const char kind = text[i + 1];
    if (kind != 'u' && kind != 'U') {
      const char c = is_iri ? '\0' : control_escape(kind);
      if (c == '\0') fail_at(i + 1, is_iri ? kIriEscapes : kStringEscapes);
      *out++ = c;
      i += 2;
      continue;
    }
    const std::size_t digits = kind == 'u' ? 4 : 8;
    char32_t code_point = 0;
    for (std::size_t k = 0; k < digits; ++k) {
      const int value = i + 2 + k < end ? hex_value(text[i + 2 + k]) : -1;
      if (value < 0) fail_at(i + 2 + k, fmt::format("{} hexadecimal digits", digits));
      code_point = code_point * 16 + static_cast<char32_t>(value);
    }
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
      throw SyntaxError{i,
                        "found an escape that is no Unicode character, expected one up to U+10FFFF "
                        "that is no surrogate"};
    }
    if (is_iri && code_point < 0x80 && !is(static_cast<char>(code_point), kIriChar)) {
      throw SyntaxError{
          i, "found an escaped character that no IRI may have, expected a percent-encoded one"};
    }
    out = put(out, code_point);
    i += 2 + digits;
  }
  return {start, static_cast<std::size_t>(out - start)};
}

// Passes a backslash and what it escapes, which is no line end.
void Scanner::skip_escape(std::string_view expected) {
  if (peek(1) == '\n' || peek(1) == '\r') fail_at(at + 1, expected);
  at += 2;
}

std::string_view Scanner::iri_ref() {
  if (peek() != '<') fail("'<' of an IRI");
  const std::size_t begin = ++at;
  bool escaped = false;
  while (at < text.size()) {
    if (is(text[at], kIriChar)) {
      ++at;
    } else if (text[at] == '\\') {
      escaped = true;
      skip_escape(kIriEscapes);
    } else {
      break;
    }
  }
  if (at >= text.size()) at = text.size();
  if (peek() != '>') fail("'>' at the end of the IRI (spaces and <\"{}|^` are not allowed in it)");
  const std::size_t end = at++;
  return escaped ? unescape(begin, end, true) : text.substr(begin, end - begin);
}

std::string_view Scanner::short_string(char quote) {
  const std::size_t begin = ++at;
  bool escaped = false;
  while (at < text.size() && text[at] != quote) {
    const char c = text[at];
    if (is(c, kStringChar) || c == '"' || c == '\'') {
      ++at;
    } else if (c == '\\') {
      escaped = true;
      skip_escape(kStringEscapes);
    } else {
      fail(fmt::format("{} at the end of the string", quote));
    }
  }
  if (at >= text.size()) {
    at = text.size();
    fail(fmt::format("{} at the end of the string", quote));
  }
  const std::size_t end = at++;
  return escaped ? unescape(begin, end, false) : text.substr(begin, end - begin);
}

std::string_view Scanner::long_string(char quote) {
  const std::size_t open = at;
  at += 3;
  const std::size_t begin = at;
  bool escaped = false;
  while (at < text.size()) {
    if (text[at] == '\\') {
      escaped = true;
      at += 2;
    } else if (text[at] == quote && peek(1) == quote && peek(2) == quote) {
      const std::size_t end = at;
      at += 3;
      return escaped ? unescape(begin, end, false) : text.substr(begin, end - begin);
    } else {
      ++at;
    }
  }
  const LineColumn opened = locate(text, open);
  at = text.size();
  fail(fmt::format("{0}{0}{0} at the end of the string that line {1} begins", quote, opened.line));
}

std::string_view Scanner::string_literal() {
  const char quote = peek();
  if (quote != '"' && quote != '\'') fail("a string");
  return peek(1) == quote && peek(2) == quote ? long_string(quote) : short_string(quote);
}

std::string_view Scanner::language_tag() {
  const std::size_t begin = ++at;
  while (is(peek(), kLetter)) ++at;
  if (at == begin) fail("a language tag such as en or pt-br");
  while (peek() == '-') {
    const std::size_t part = ++at;
    while (is(peek(), kLetter | kDigit)) ++at;
    if (at == part) fail("letters or digits of the language tag");
  }
  char* const lower = arena.take(at - begin);
  for (std::size_t i = begin; i < at; ++i) {
    lower[i - begin] = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
  }
  return {lower, at - begin};
}

// Bytes of the name character at `where`, 0 if none stands there.
std::size_t Scanner::name_char_length(std::size_t where, bool first) const {
  if (where >= text.size()) return 0;
  const char c = text[where];
  if (is_ascii(c)) return is(c, first ? kLetter : kNameChar) ? 1 : 0;
  std::size_t next = where;
  const char32_t code_point = next_code_point(text, next);
  return (first ? is_name_base(code_point) : is_name_char(code_point)) ? next - where : 0;
}

// The end of a run of name characters and inner points that begins at `from`.
std::size_t Scanner::name_chars(std::size_t from) const {
  std::size_t end = from;
  for (std::size_t i = from; i < text.size();) {
    if (text[i] == '.') {
      ++i;
      continue;
    }
    const std::size_t length = name_char_length(i, false);
    if (length == 0) break;
    i += length;
    end = i;
  }
  return end;
}

std::string_view Scanner::blank_label() {
  at += 2;
  const std::size_t begin = at;
  const bool starts_well = is(peek(), kDigit) || peek() == '_' || name_char_length(at, true) > 0;
  if (!starts_well) fail("a letter, digit or _ of a blank node's label");
  at = name_chars(at);
  return text.substr(begin, at - begin);
}

std::string_view Scanner::local_name() {
  const std::size_t begin = at;
  std::size_t end = at;  // points at the end belong to the sentence, not to the name
  bool escaped = false;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '.' && at > begin) {
      ++at;
      continue;
    }
    if (c == ':') {
      ++at;
    } else if (c == '%') {
      if (hex_value(peek(1)) < 0 || hex_value(peek(2)) < 0) fail("two hexadecimal digits after %");
      at += 3;
    } else if (c == '\\') {
      if (kLocalEscapes.find(peek(1)) == std::string_view::npos || peek(1) == '\0') {
        fail_at(at + 1, "one of _~.-!$&'()*+,;=/?#@% after a backslash in a name");
      }
      escaped = true;
      at += 2;
    } else {
      const bool first_digit = at == begin && (is(c, kDigit) || c == '_');
      const std::size_t length = first_digit ? 1 : name_char_length(at, at == begin);
      if (length == 0) break;
      at += length;
    }
    end = at;
  }
  at = end;
  if (!escaped) return text.substr(begin, end - begin);
  char* const start = arena.take(end - begin);
  char* out = start;
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] == '\\') ++i;
    *out++ = text[i];
  }
  return {start, static_cast<std::size_t>(out - start)};
}

PrefixedName Scanner::prefixed_name() {
  const std::size_t begin = at;
  if (peek() != ':') {
    if (name_char_length(at, true) == 0) fail("a name");
    at = name_chars(at);
  }
  PrefixedName name;
  name.prefix = text.substr(begin, at - begin);
  if (peek() != ':') return name;
  ++at;
  name.has_colon = true;
  name.local = local_name();
  return name;
}

bool Scanner::at_name_start() const {
  return name_char_length(at, true) > 0;
}

bool Scanner::at_number() const {
  std::size_t ahead = peek() == '+' || peek() == '-' ? 1 : 0;
  if (peek(ahead) == '.') ++ahead;
  return is(peek(ahead), kDigit);
}

std::string_view Scanner::number(NumberKind& kind) {
  const std::size_t begin = at;
  kind = NumberKind::Integer;
  if (peek() == '+' || peek() == '-') ++at;
  const std::size_t digits = at;
  while (is(peek(), kDigit)) ++at;
  const bool has_whole = at > digits;
  if (peek() == '.') {
    std::size_t i = at + 1;
    while (i < text.size() && is(text[i], kDigit)) ++i;
    const bool fraction = i > at + 1;
    const bool exponent = i < text.size() && (text[i] == 'e' || text[i] == 'E');
    if (fraction || (has_whole && exponent)) {
      kind = NumberKind::Decimal;
      at = i;
    }
  }
  if (peek() == 'e' || peek() == 'E') {
    kind = NumberKind::Double;
    ++at;
    if (peek() == '+' || peek() == '-') ++at;
    if (!is(peek(), kDigit)) fail("the digits of an exponent");
    while (is(peek(), kDigit)) ++at;
  }
  if (at == digits) fail("a number");
  return text.substr(begin, at - begin);
}

}  // namespace entente::rdf
