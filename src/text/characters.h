// SPDX-License-Identifier: ISC
/// @file
/// What kind of character stands where, as far as writing matters: letters, digits, spaces and the
/// several shapes of quotes, apostrophes and dashes. Classes follow Unicode's general categories.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

enum class CharClass : std::uint8_t {
  Upper,       ///< upper and title case letters
  Lower,       ///< all other letters and marks, and characters that join them (soft hyphen, ZWJ)
  Digit,       ///< decimal digits of any script
  Space,       ///< white space other than line ends, no-break space and zero-width space included
  LineEnd,     ///< LF, CR, VT, FF, NEL, LS, PS
  Stop,        ///< . ! ? and their like, the ellipsis included
  Apostrophe,  ///< ' ’ and their like: also closing single quotes
  OpenQuote,   ///< “ ‘ „ «
  CloseQuote,  ///< ” »
  PlainQuote,  ///< "
  Open,        ///< ( [ {
  Close,       ///< ) ] }
  Hyphen,      ///< - and U+2010, U+2011
  Dash,        ///< – — ―
  Currency,    ///< $ € £ and their like
  Other,       ///< all other punctuation and symbols
  Control,     ///< control characters without a use in text
};

/// Requires: a code point.
CharClass class_of(char32_t code_point);

/// One decoded character of a text.
struct Char {
  char32_t code_point = 0;
  std::uint32_t begin = 0;  ///< byte offset in the text
  std::uint32_t end = 0;
  CharClass kind = CharClass::Other;
};

/// The character that starts at byte `at`. Requires: valid UTF-8, at < text.size().
Char char_at(std::string_view text, std::size_t at);

constexpr bool is_letter(CharClass kind) {
  return kind == CharClass::Upper || kind == CharClass::Lower;
}
constexpr bool is_word_character(CharClass kind) {
  return is_letter(kind) || kind == CharClass::Digit;
}
constexpr bool is_blank(CharClass kind) {
  return kind == CharClass::Space || kind == CharClass::LineEnd;
}

/// Lower case of ASCII letters; all else as it is.
constexpr char ascii_lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
}
/// True if the texts are the same but for the case of ASCII letters.
bool equals_ignoring_case(std::string_view a, std::string_view b);

/// `text` without white space (of any kind) at both ends.
std::string_view trim(std::string_view text);

}  // namespace entente
