// SPDX-License-Identifier: ISC
#include "syntax/known_names.h"

#include "syntax/hash.h"
#include "syntax/letters.h"
#include "text/utf8.h"

#include <algorithm>
#include <string>

namespace entente {

namespace {

// Hash of a name's words so far, one more word added. Dots are no part of it.
std::uint64_t add_word(std::uint64_t before, std::u32string_view word) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char32_t c : word) {
    if (c != U'.') value = (value ^ to_lower(c)) * 1099511628211ULL;
  }
  return mix(before, value);
}

}  // namespace

void KnownNames::set_kind(std::size_t kind, std::string_view list) {
  constexpr std::string_view kTypes[3] = {" first last small-person ",
                                          " company org media small-org ",
                                          " country place town small-place small-town "};
  std::string word(1, ' ');
  word.append(list).push_back(' ');
  for (std::size_t type = 0; type < 3; ++type) {
    if (kTypes[type].find(word) != std::string_view::npos)
      begins_[type] |= std::uint64_t{1} << (2 * kind);
  }
}

std::uint64_t KnownNames::types_of(std::uint64_t bits) const {
  std::uint64_t types = 0;
  for (std::size_t type = 0; type < 3; ++type) {
    if ((bits & begins_[type]) != 0) types |= std::uint64_t{1} << (2 * type);
    if ((bits & (begins_[type] << 1)) != 0) types |= std::uint64_t{2} << (2 * type);
  }
  return types;
}

void KnownNames::add(std::size_t kind, std::string_view name) {
  const std::u32string text = decode(name);
  std::uint64_t key = 0;
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(U" -", at), text.size());
    if (end > at) {
      if (words > 0) kinds_[key] |= kGoesOn;
      if (++words > kMaxWords) return;
      key = add_word(key, std::u32string_view(text).substr(at, end - at));
    }
    at = end + 1;
  }
  if (words == 0) return;
  kinds_[key] |= 1U << kind;
  if (!has_capital(name)) small_kinds_ |= 1U << kind;
}

void KnownNames::match(const Sentence& sentence, std::vector<std::uint64_t>& bits) const {
  const std::size_t size = sentence.words.size();
  bits.assign(size, 0);
  for (std::size_t i = 0; i < size; ++i) {
    const bool capital = has_capital(sentence.words[i].form);
    if (!capital && small_kinds_ == 0) continue;
    const std::uint32_t wanted = capital ? ~(kGoesOn | small_kinds_) : small_kinds_;
    std::uint64_t key = 0;
    std::uint32_t found = 0;
    std::size_t found_end = i;
    for (std::size_t end = i; end < size; ++end) {
      if (sentence.words[end].form == "-") continue;
      key = add_word(key, decode(sentence.words[end].form));
      const auto entry = kinds_.find(key);
      if (entry == kinds_.end()) break;
      if ((entry->second & wanted) != 0) found = entry->second & wanted, found_end = end;
      if ((entry->second & kGoesOn) == 0) break;
    }
    for (std::size_t kind = 0; kind < kMaxKinds && found >> kind != 0; ++kind) {
      if ((found >> kind & 1U) == 0) continue;
      bits[i] |= std::uint64_t{1} << (2 * kind);
      for (std::size_t k = i + 1; k <= found_end; ++k) bits[k] |= std::uint64_t{2} << (2 * kind);
    }
  }
}

}  // namespace entente
