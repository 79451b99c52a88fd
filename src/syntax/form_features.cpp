// SPDX-License-Identifier: ISC
#include "syntax/form_features.h"

#include "syntax/letters.h"

#include <algorithm>

namespace entente {

namespace {

constexpr std::size_t kMaxSuffix = 4;
constexpr std::size_t kMaxPrefix = 3;
constexpr std::size_t kMinGram = 3;
constexpr std::size_t kMaxGram = 5;
constexpr std::size_t kMaxLength = 40;  // n-grams of longer "words" say nothing

char32_t normalize(char32_t character) {
  if (is_digit(character)) return U'0';
  switch (character) {
    case U'\u2018':
    case U'\u2019':
    case U'\u201B':
    case U'\u00B4':
    case U'\u2032':
    case U'`':
      return U'\'';
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u00AB':
    case U'\u00BB':
    case U'\u2033':
      return U'"';
    case U'\u2010':
    case U'\u2011':
    case U'\u00AD':
    case U'\u2212':
      return U'-';
    case U'\u2014':
    case U'\u2015':
      return U'\u2013';
    default:
      return to_lower(character);
  }
}

// FNV-1a over code points, seeded by the kind of feature.
std::uint64_t hash(std::uint64_t kind, std::u32string_view text) {
  std::uint64_t value = 14695981039346656037ULL ^ (kind * 0x9E3779B97F4A7C15ULL);
  for (const char32_t character : text) value = (value ^ character) * 1099511628211ULL;
  return value ^ (value >> 29);
}

std::uint32_t row_of(std::uint64_t kind, std::u32string_view text, std::uint32_t rows) {
  return static_cast<std::uint32_t>((hash(kind, text) >> 7) % rows);
}

// "Kyiv-based" is "Xx-x": runs of one kind of character are cut to two of it.
std::u32string shape(std::u32string_view form) {
  std::u32string kinds;
  for (const char32_t c : form) {
    const char32_t kind = is_upper(c)   ? U'X'
                          : is_lower(c) ? U'x'
                          : is_digit(c) ? U'0'
                                        : normalize(c);
    const std::size_t size = kinds.size();
    if (size < 2 || kinds[size - 1] != kind || kinds[size - 2] != kind) kinds.push_back(kind);
  }
  return kinds;
}

}  // namespace

std::string normalize_form(std::string_view form) {
  std::u32string characters = decode(form);
  for (char32_t& character : characters) character = normalize(character);
  return encode(characters);
}

void find_features(std::string_view form, std::uint32_t rows, FormFeatures& features) {
  features.single.clear();
  features.grams.clear();
  const std::u32string original = decode(form);
  std::u32string text = original;
  for (char32_t& character : text) character = normalize(character);
  const std::size_t size = text.size();
  const std::u32string_view view = text;
  for (std::size_t n = 1; n <= std::min(kMaxSuffix, size); ++n) {
    features.single.push_back(row_of(n, view.substr(size - n), rows));
  }
  for (std::size_t n = 1; n <= std::min(kMaxPrefix, size); ++n) {
    features.single.push_back(row_of(10 + n, view.substr(0, n), rows));
  }
  features.single.push_back(row_of(20, shape(original), rows));
  std::u32string framed(1, U'^');
  framed.append(text, 0, kMaxLength);
  framed.push_back(U'$');
  const std::u32string_view frame = framed;
  for (std::size_t n = kMinGram; n <= kMaxGram; ++n) {
    for (std::size_t at = 0; at + n <= frame.size(); ++at) {
      features.grams.push_back(row_of(30 + n, frame.substr(at, n), rows));
    }
  }
}

}  // namespace entente
