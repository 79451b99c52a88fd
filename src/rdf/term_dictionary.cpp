// SPDX-License-Identifier: ISC
// Open addressing with linear probing. A slot holds 32 bits of the hash beside the number, so a
// look-up nearly never touches an entry that does not match.
#include "rdf/term_dictionary.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace entente::rdf {

namespace {

// Multiply and fold, as in wyhash (Wang Yi, public domain method).
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t load(const char* from, std::size_t size) {
  std::uint64_t word = 0;
  if (size > 0) std::memcpy(&word, from, size);
  return word;
}

constexpr std::uint64_t kOdd1 = 0x9E3779B97F4A7C15;
constexpr std::uint64_t kOdd2 = 0xD6E8FEB86659FD93;

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t hash = seed ^ (kOdd1 + left);
  for (; left >= 16; at += 16, left -= 16) {
    hash = mix(load(at, 8) ^ kOdd2, load(at + 8, 8) ^ hash);
  }
  const std::uint64_t low = left >= 8 ? load(at, 8) : load(at, left);
  const std::uint64_t high = left > 8 ? load(at + 8, left - 8) : 0;
  return mix(low ^ kOdd1, mix(high ^ kOdd2, hash ^ kOdd1));
}

std::uint64_t TermDictionary::hash_of(const Key& key) {
  const auto tag = static_cast<std::uint64_t>(key.kind) * 2 + (key.has_language ? 1 : 0);
  return hash_bytes(key.value, (tag << 32) ^ (static_cast<std::uint64_t>(key.extra) * kOdd2));
}

bool TermDictionary::matches(const Entry& entry, const Key& key) const {
  return entry.kind == key.kind && entry.extra == key.extra &&
         entry.has_language == key.has_language &&
         std::string_view(entry.data, entry.length) == key.value;
}

TermId TermDictionary::look_up(const Key& key, std::uint64_t hash) const {
  if (slots_.empty()) return kNoTerm;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask; slots_[i] != kEmpty; i = (i + 1) & mask) {
    const auto id = static_cast<TermId>(slots_[i]);
    if (slots_[i] >> 32 == hash >> 32 && matches(entries_[id], key)) return id;
  }
  return kNoTerm;
}

void TermDictionary::grow() {
  const std::size_t size = std::max<std::size_t>(64, slots_.size() * 2);
  std::vector<std::uint64_t> old(size, kEmpty);
  old.swap(slots_);
  for (const std::uint64_t slot : old) {
    if (slot == kEmpty) continue;
    const Entry& entry = entries_[static_cast<TermId>(slot)];
    const Key key{entry.kind, entry.has_language, entry.extra, {entry.data, entry.length}};
    std::size_t i = hash_of(key) & (size - 1);
    while (slots_[i] != kEmpty) i = (i + 1) & (size - 1);
    slots_[i] = slot;
  }
}

TermId TermDictionary::insert(const Key& key) {
  const std::uint64_t hash = hash_of(key);
  if (const TermId known = look_up(key, hash); known != kNoTerm) return known;
  if (entries_.size() >= kNoTerm) throw std::length_error("more terms than a store can hold");
  if (entries_.size() * 2 >= slots_.size()) grow();
  const auto id = static_cast<TermId>(entries_.size());
  entries_.push_back({arena_.keep(key.value).data(), static_cast<std::uint32_t>(key.value.size()),
                      key.extra, key.kind, key.has_language});
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  while (slots_[i] != kEmpty) i = (i + 1) & mask;
  slots_[i] = (hash >> 32 << 32) | id;
  return id;
}

TermId TermDictionary::language_number(std::string_view language) const {
  const auto at = std::find(languages_.begin(), languages_.end(), language);
  return at == languages_.end() ? kNoTerm : static_cast<TermId>(at - languages_.begin());
}

std::array<TermId, 512> TermDictionary::filled_with_none() {
  std::array<TermId, 512> none;
  none.fill(kNoTerm);
  return none;
}

TermId& TermDictionary::recent(std::string_view value) {
  const std::size_t size = std::min<std::size_t>(value.size(), 8);
  const std::uint64_t end = load(value.data() + value.size() - size, size) + value.size();
  return recent_[end * kOdd1 >> 55];
}

TermId TermDictionary::intern(const TermView& term) {
  Key key{term.kind, false, kNoTerm, term.value};
  if (term.kind != TermKind::Literal) {
    TermId& known = recent(term.value);
    if (known == kNoTerm || !matches(entries_[known], key)) known = insert(key);
    return known;
  }
  if (!term.language.empty()) {
    key.has_language = true;
    key.extra = language_number(term.language);
    if (key.extra == kNoTerm) {
      key.extra = static_cast<TermId>(languages_.size());
      languages_.emplace_back(term.language);
    }
  } else {
    if (last_datatype_id_ == kNoTerm || term.datatype != last_datatype_) {
      last_datatype_id_ = insert({TermKind::Iri, false, kNoTerm, term.datatype});
      last_datatype_ = term.datatype;
    }
    key.extra = last_datatype_id_;
  }
  return insert(key);
}

TermId TermDictionary::find(const TermView& term) const {
  Key key{term.kind, false, kNoTerm, term.value};
  if (!term.language.empty()) {
    key.has_language = true;
    key.extra = language_number(term.language);
    if (key.extra == kNoTerm) return kNoTerm;
  } else if (term.kind == TermKind::Literal) {
    const Key datatype{TermKind::Iri, false, kNoTerm, term.datatype};
    key.extra = look_up(datatype, hash_of(datatype));
    if (key.extra == kNoTerm) return kNoTerm;
  }
  return look_up(key, hash_of(key));
}

TermView TermDictionary::view(TermId id) const {
  const Entry& entry = entries_[id];
  const std::string_view value(entry.data, entry.length);
  if (entry.kind != TermKind::Literal) return {entry.kind, value, {}, {}};
  if (entry.has_language) {
    return {entry.kind, value, "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
            languages_[entry.extra]};
  }
  const Entry& datatype = entries_[entry.extra];
  return {entry.kind, value, std::string_view(datatype.data, datatype.length), {}};
}

void TermDictionary::reserve(std::size_t terms) {
  entries_.reserve(terms);
  while (slots_.size() < terms * 2) grow();
}

}  // namespace entente::rdf
