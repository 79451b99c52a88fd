// SPDX-License-Identifier: ISC
#include "text/characters.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

namespace entente {

namespace {

CharClass class_of_punctuation(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case U'…':
    case U'‼':
    case U'⁇':
    case U'。':
    case U'！':
    case U'？':
      return CharClass::Stop;
    case '\'':
    case U'’':
    case U'ʼ':
    case '`':
    case U'´':
    case U'′':
      return CharClass::Apostrophe;
    case U'“':
    case U'‘':
    case U'„':
    case U'‚':
    case U'‟':
    case U'‛':
    case U'«':
    case U'‹':
      return CharClass::OpenQuote;
    case U'”':
    case U'»':
    case U'›':
      return CharClass::CloseQuote;
    case '"':
    case U'″':
      return CharClass::PlainQuote;
    case '-':
    case U'\u2010':
    case U'\u2011':
      return CharClass::Hyphen;
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
      return CharClass::Dash;
    default:
      return CharClass::Other;
  }
}

CharClass class_of_category(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::Upper;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::Lower;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::Digit;
    case U_SPACE_SEPARATOR:
      return CharClass::Space;
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharClass::LineEnd;
    case U_CURRENCY_SYMBOL:
      return CharClass::Currency;
    case U_START_PUNCTUATION:
      return CharClass::Open;
    case U_END_PUNCTUATION:
      return CharClass::Close;
    case U_CONTROL_CHAR:
      return CharClass::Control;
    default:
      return CharClass::Other;
  }
}

CharClass find_class(char32_t c) {
  if ((c >= '\n' && c <= '\r') || c == 0x85) return CharClass::LineEnd;
  if (c == '\t' || c == 0x200B || c == 0xFEFF) return CharClass::Space;
  if (c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060) return CharClass::Lower;
  const CharClass punctuation = class_of_punctuation(c);
  return punctuation != CharClass::Other ? punctuation : class_of_category(c);
}

// Nearly all characters of English news stand below U+0250: look those up.
constexpr std::size_t kTableSize = 0x250;
std::array<CharClass, kTableSize> make_table() {
  std::array<CharClass, kTableSize> table{};
  for (std::size_t i = 0; i < kTableSize; ++i) table[i] = find_class(static_cast<char32_t>(i));
  return table;
}

}  // namespace

CharClass class_of(char32_t code_point) {
  static const std::array<CharClass, kTableSize> table = make_table();
  return code_point < kTableSize ? table[code_point] : find_class(code_point);
}

Char char_at(std::string_view text, std::size_t at) {
  Char result;
  result.begin = static_cast<std::uint32_t>(at);
  result.code_point = next_code_point(text, at);
  result.end = static_cast<std::uint32_t>(at);
  result.kind = class_of(result.code_point);
  return result;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::string_view trim(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    at = c.end;
    if (is_blank(c.kind)) continue;
    begin = std::min<std::size_t>(begin, c.begin);
    end = c.end;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace entente
