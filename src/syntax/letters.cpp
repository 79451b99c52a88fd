// SPDX-License-Identifier: ISC
#include "syntax/letters.h"

#include "text/utf8.h"

namespace entente {

namespace {

// Blocks in which a capital stands a fixed distance before its small letter.
struct CaseBlock {
  char32_t first;  // capitals: [first, last]
  char32_t last;
  char32_t distance;
};
constexpr CaseBlock kBlocks[] = {
    {U'A', U'Z', 32},   {0xC0, 0xD6, 32},   {0xD8, 0xDE, 32},
    {0x391, 0x3A9, 32}, {0x410, 0x42F, 32}, {0x400, 0x40F, 80},
};

// Latin Extended-A alternates capital and small; in two stretches the capitals are odd.
bool alternates(char32_t character) {
  return (character >= 0x100 && character <= 0x17E && character != 0x130 && character != 0x131 &&
          character != 0x138 && character != 0x149 && character != 0x178) ||
         (character >= 0x1E00 && character <= 0x1EF9 &&
          !(character >= 0x1E96 && character <= 0x1E9F));
}
bool capitals_are_odd(char32_t character) {
  return (character >= 0x139 && character <= 0x148) || (character >= 0x179 && character <= 0x17E);
}

}  // namespace

char32_t to_lower(char32_t character) {
  for (const CaseBlock& block : kBlocks) {
    if (character >= block.first && character <= block.last) return character + block.distance;
  }
  if (alternates(character) && ((character & 1) == 1) == capitals_are_odd(character))
    return character + 1;
  return character;
}

char32_t to_upper(char32_t character) {
  for (const CaseBlock& block : kBlocks) {
    if (character >= block.first + block.distance && character <= block.last + block.distance) {
      return character - block.distance;
    }
  }
  if (alternates(character) && ((character & 1) == 0) == capitals_are_odd(character))
    return character - 1;
  return character;
}

bool has_capital(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_upper(next_code_point(text, at))) return true;
  }
  return false;
}

std::u32string decode(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) characters.push_back(next_code_point(text, at));
  return characters;
}

std::string encode(std::u32string_view text) {
  std::string bytes;
  for (const char32_t character : text) append_utf8(bytes, character);
  return bytes;
}

std::string to_lower(std::string_view text) {
  std::u32string characters = decode(text);
  for (char32_t& character : characters) character = to_lower(character);
  return encode(characters);
}

std::string to_upper(std::string_view text) {
  std::u32string characters = decode(text);
  for (char32_t& character : characters) character = to_upper(character);
  return encode(characters);
}

std::string to_title(std::string_view text) {
  std::u32string characters = decode(text);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    characters[i] = i == 0 ? to_upper(characters[i]) : to_lower(characters[i]);
  }
  return encode(characters);
}

}  // namespace entente
