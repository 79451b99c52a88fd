// SPDX-License-Identifier: ISC
/// @file
/// The character classes that Turtle 1.1, N-Triples and SPARQL 1.1 share (the productions at the
/// end of their grammars, named as there).
#pragma once

#include <array>
#include <cstdint>

namespace entente::rdf {

enum CharClass : std::uint8_t {
  kSpace = 1,  ///< WS: space, tab, line feed, carriage return
  kDigit = 2,
  kLetter = 4,       ///< A-Z a-z
  kNameChar = 8,     ///< PN_CHARS below U+0080: letter, digit, '_', '-'
  kIriChar = 16,     ///< may stand in an IRIREF as it is; all bytes above 0x7F count
  kStringChar = 32,  ///< ends no string: not a quote, backslash, line feed or carriage return
};

namespace detail {
constexpr std::array<std::uint8_t, 256> char_classes() {
  std::array<std::uint8_t, 256> table{};
  for (int c = 0; c < 256; ++c) {
    int bits = 0;
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool digit = c >= '0' && c <= '9';
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') bits |= kSpace;
    if (digit) bits |= kDigit;
    if (letter) bits |= kLetter;
    if (letter || digit || c == '_' || c == '-') bits |= kNameChar;
    if (c > ' ' && c != '<' && c != '>' && c != '"' && c != '{' && c != '}' && c != '|' &&
        c != '^' && c != '`' && c != '\\') {
      bits |= kIriChar;
    }
    if (c != '"' && c != '\'' && c != '\\' && c != '\n' && c != '\r') bits |= kStringChar;
    table[c] = static_cast<std::uint8_t>(bits);
  }
  return table;
}
inline constexpr auto kCharClasses = char_classes();
}  // namespace detail

constexpr bool is(char c, int classes) {
  return (detail::kCharClasses[static_cast<unsigned char>(c)] & classes) != 0;
}

constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// PN_CHARS_BASE at or above U+0080.
constexpr bool is_name_base(char32_t c) {
  return (c >= 0xC0 && c <= 0xD6) || (c >= 0xD8 && c <= 0xF6) || (c >= 0xF8 && c <= 0x2FF) ||
         (c >= 0x370 && c <= 0x37D) || (c >= 0x37F && c <= 0x1FFF) ||
         (c >= 0x200C && c <= 0x200D) || (c >= 0x2070 && c <= 0x218F) ||
         (c >= 0x2C00 && c <= 0x2FEF) || (c >= 0x3001 && c <= 0xD7FF) ||
         (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0xEFFFF);
}

/// PN_CHARS at or above U+0080.
constexpr bool is_name_char(char32_t c) {
  return is_name_base(c) || c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
}

/// Value of a hexadecimal digit, -1 for other characters.
constexpr int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace entente::rdf
