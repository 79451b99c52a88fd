// SPDX-License-Identifier: ISC
#include "syntax/lemma_rule.h"

#include "syntax/letters.h"

#include <algorithm>

namespace entente {

namespace {

constexpr std::size_t kMaxRemoved = 6;  // "thought" loses five; more is a lemma of its own

std::u32string straight(std::string_view form) {
  std::u32string characters = decode(form);
  std::replace(characters.begin(), characters.end(), U'\u2019', U'\'');
  return characters;
}

std::u32string lowered(std::u32string text) {
  for (char32_t& character : text) character = to_lower(character);
  return text;
}

std::u32string titled(std::u32string text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    text[i] = i == 0 ? to_upper(text[i]) : to_lower(text[i]);
  return text;
}

std::u32string cased(char mode, std::u32string text) {
  return mode == 'l' ? lowered(std::move(text)) : mode == 't' ? titled(std::move(text)) : text;
}

std::size_t common_prefix(std::u32string_view a, std::u32string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end.first - a.begin());
}

}  // namespace

std::string lemma_rule(std::string_view form, std::string_view lemma) {
  const std::u32string from = straight(form);
  const std::u32string to = decode(lemma);
  char mode = 'l';
  std::size_t kept = common_prefix(lowered(from), to);
  for (const char other : {'k', 't'}) {
    const std::size_t length = common_prefix(cased(other, from), to);
    if (length > kept) mode = other, kept = length;
  }
  const std::size_t removed = from.size() - kept;
  std::string rule(1, kept == 0 || removed > kMaxRemoved ? '=' : mode);
  if (rule[0] == '=') return rule.append(lemma);
  rule.push_back(static_cast<char>('0' + removed));
  return rule.append(encode(to.substr(kept)));
}

std::string apply_lemma_rule(std::string_view rule, std::string_view form) {
  if (rule.size() < 2) return std::string(form);
  if (rule[0] == '=') return std::string(rule.substr(1));
  std::u32string lemma = cased(rule[0], straight(form));
  const auto removed = static_cast<std::size_t>(rule[1] - '0');
  if (removed >= lemma.size()) return std::string(form);
  lemma.resize(lemma.size() - removed);
  return encode(lemma).append(rule.substr(2));
}

}  // namespace entente
