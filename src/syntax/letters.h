// SPDX-License-Identifier: ISC
/// @file
/// Case and kind of characters, without a locale: Latin, Greek and Cyrillic letters, as far as
/// names in English news have them. Everything else is left as it is.
#pragma once

#include <string>
#include <string_view>

namespace entente {

char32_t to_lower(char32_t character);
char32_t to_upper(char32_t character);
inline bool is_upper(char32_t character) {
  return to_lower(character) != character;
}
inline bool is_lower(char32_t character) {
  return to_upper(character) != character;
}
inline bool is_digit(char32_t character) {
  return character >= U'0' && character <= U'9';
}

/// True if there is a capital anywhere in it.
bool has_capital(std::string_view text);

/// Decodes UTF-8 (requires: valid) and encodes it again.
std::u32string decode(std::string_view text);
std::string encode(std::u32string_view text);

std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);
/// First letter as it is in upper case, the others in lower case.
std::string to_title(std::string_view text);

}  // namespace entente
