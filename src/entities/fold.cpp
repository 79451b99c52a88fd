// SPDX-License-Identifier: ISC
#include "entities/fold.h"

#include "entities/actor.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace entente {

namespace {

struct Spelling {
  char32_t letter;
  std::string_view spelt;
};

// Latin letters without a canonical decomposition that names in the news carry.
constexpr std::array<Spelling, 12> kSpelt = {{{U'ø', "o"},
                                              {U'ł', "l"},
                                              {U'đ', "d"},
                                              {U'ß', "ss"},
                                              {U'æ', "ae"},
                                              {U'œ', "oe"},
                                              {U'ı', "i"},
                                              {U'þ', "th"},
                                              {U'ð', "d"},
                                              {U'ħ', "h"},
                                              {U'ŧ', "t"},
                                              {U'ə', "a"}}};

// Words of names that British and American English spell differently.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kSpellings = {
    {{"defense", "defence"}, {"labor", "labour"}, {"center", "centre"}, {"centers", "centres"}}};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

void append_folded(std::string& out, UChar32 c) {
  if (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK) return;
  const auto letter = static_cast<char32_t>(u_tolower(c));
  for (const Spelling& s : kSpelt) {
    if (s.letter == letter) {
      out += s.spelt;
      return;
    }
  }
  append_utf8(out, letter);
}

std::string one_spelling(std::string key) {
  for (const auto& [american, british] : kSpellings) {
    if (key == american) return std::string(british);
  }
  const std::string_view tail = "isation";
  if (key.size() > tail.size() + 2 && key.ends_with(tail)) key.replace(key.size() - 6, 1, "z");
  return key;
}

bool is_hyphen(char32_t c) {
  return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212' || c == U'\u00AD';
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02BC' || c == U'`';
}

// True if at `at` stands one ASCII letter by itself: the "S" behind "U.".
bool is_single_letter(std::string_view text, std::size_t at) {
  const auto letter = [&](std::size_t i) {
    return i < text.size() && u_isalnum(static_cast<unsigned char>(text[i]));
  };
  return letter(at) && !letter(at + 1);
}

// Collects the characters of one piece.
struct PieceBuilder {
  std::string text;
  int letters = 0, capitals = 0, digits = 0;
  bool capital = false;

  bool is_initials() const { return letters > 0 && letters == capitals && letters < 6; }
  void add(char32_t c) {
    const auto u = static_cast<UChar32>(c);
    if (text.empty()) capital = u_isupper(u) || u_istitle(u);
    if (u_isalpha(u)) {
      ++letters;
      capitals += u_isupper(u) ? 1 : 0;
    }
    digits += u_isdigit(u) ? 1 : 0;
    append_utf8(text, c);
  }
  void flush(std::vector<Piece>& out) {
    const bool is_acronym = letters > 0 && letters + digits >= 2 && letters == capitals;
    if (!text.empty()) out.push_back({one_spelling(fold(text)), capital, is_acronym});
    *this = {};
  }
};

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return lower_ascii(text);
  const icu::UnicodeString decomposed = nfkd->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  std::string out;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    append_folded(out, decomposed.char32At(i));
  }
  return out;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> out;
  PieceBuilder piece;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const auto u = static_cast<UChar32>(c);
    if (u_isalnum(u) || u_getCombiningClass(u) != 0) {
      piece.add(c);
      continue;
    }
    if (c == U'.' && piece.is_initials() && is_single_letter(text, at)) continue;
    if (c == U'.' && !piece.text.empty()) {
      piece.flush(out);
      continue;
    }
    piece.flush(out);
    if (is_hyphen(c) || is_apostrophe(c) || u_isUWhiteSpace(u)) continue;
    Piece mark;
    append_utf8(mark.key, c);
    out.push_back(std::move(mark));
  }
  piece.flush(out);
  return out;
}

}  // namespace entente
