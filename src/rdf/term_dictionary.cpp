// SPDX-License-Identifier: ISC
#include "rdf/term_dictionary.h"

#include "rdf/xsd.h"

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

template <typename Word = std::uint64_t>
std::uint64_t load(const char* from) {
  Word word;
  std::memcpy(&word, from, sizeof word);
  return word;
}

// Up to eight bytes as a number; different for different bytes of one length.
std::uint64_t load_few(std::string_view bytes) {
  const char* const at = bytes.data();
  const std::size_t size = bytes.size();
  if (size >= 4) {
    return load<std::uint32_t>(at) | load<std::uint32_t>(at + size - 4) << 32;
  }
  if (size == 0) return 0;
  return load<std::uint8_t>(at) | load<std::uint8_t>(at + size / 2) << 8 |
         load<std::uint8_t>(at + size - 1) << 16;
}

constexpr std::uint64_t kOdd1 = 0x9E3779B97F4A7C15;
constexpr std::uint64_t kOdd2 = 0xD6E8FEB86659FD93;

}  // namespace

// The last words may overlap those before them: the length is part of the hash.
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  std::uint64_t hash = seed ^ (kOdd1 + bytes.size());
  if (bytes.size() <= 8) return mix(load_few(bytes) ^ kOdd1, hash ^ kOdd2);
  for (; end - at > 16; at += 16) {
    hash = mix(load(at) ^ kOdd2, load(at + 8) ^ hash);
  }
  const std::uint64_t low = end - at >= 8 ? load(at) : 0;
  return mix(low ^ kOdd1, mix(load(end - 8) ^ kOdd2, hash ^ kOdd1));
}

std::uint32_t slot_hash(const TermKey& key) {
  const auto tag = static_cast<std::uint64_t>(key.kind) * 2 + (key.has_language ? 1 : 0);
  return static_cast<std::uint32_t>(hash_bytes(key.value, tag << 32) >> 32);
}

bool TermDictionary::matches(const Entry& entry, const TermKey& key) const {
  return entry.kind == key.kind && entry.extra == key.extra &&
         entry.has_language == key.has_language &&
         std::string_view(entry.data, entry.length) == key.value;
}

TermId TermDictionary::find(const TermKey& key, std::uint32_t hash) const {
  return look_up(slots_, hash, [&](TermId id) { return matches(entries_[id], key); });
}

void TermDictionary::put(std::uint32_t hash, TermId id) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  while (slots_[i] != kFreeSlot) i = (i + 1) & mask;
  slots_[i] = static_cast<std::uint64_t>(hash) << 32 | id;
}

void TermDictionary::grow() {
  std::vector<std::uint64_t> old(std::max<std::size_t>(64, slots_.size() * 2), kFreeSlot);
  old.swap(slots_);
  for (const std::uint64_t slot : old) {
    if (slot != kFreeSlot) {
      put(static_cast<std::uint32_t>(slot >> 32), static_cast<TermId>(slot));
    }
  }
}

TermId TermDictionary::add(const TermKey& key, std::uint32_t hash, Keep keep) {
  if (entries_.size() >= kNoTerm || key.value.size() >= kNoTerm)
    throw std::length_error("more or longer terms than a store can hold");
  if (entries_.size() * 2 >= slots_.size()) grow();
  const auto id = static_cast<TermId>(entries_.size());
  const std::string_view kept = keep == Keep::Copy ? arena_.keep(key.value) : key.value;
  entries_.push_back({kept.data(), static_cast<std::uint32_t>(kept.size()), key.extra, hash,
                      key.kind, key.has_language});
  put(hash, id);
  return id;
}

TermId TermDictionary::intern_key(const TermKey& key, std::uint32_t hash) {
  const TermId known = find(key, hash);
  return known != kNoTerm ? known : add(key, hash, Keep::Copy);
}

void TermDictionary::expect(std::uint32_t hash) const {
  if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
}

void TermDictionary::expect_match(std::uint32_t hash) const {
  if (slots_.empty()) return;
  const std::uint64_t slot = slots_[hash & (slots_.size() - 1)];
  if (slot >> 32 == hash && slot != kFreeSlot) {
    __builtin_prefetch(&entries_[static_cast<TermId>(slot)]);
  }
}

TermId TermDictionary::language_number(std::string_view language) const {
  const auto at = std::find(languages_.begin(), languages_.end(), language);
  return at == languages_.end() ? kNoTerm : static_cast<TermId>(at - languages_.begin());
}

TermId TermDictionary::intern_language(std::string_view language) {
  const TermId known = language_number(language);
  if (known != kNoTerm) return known;
  languages_.emplace_back(language);
  return static_cast<TermId>(languages_.size() - 1);
}

TermId TermDictionary::intern(const TermView& term) {
  TermKey key{term.kind, false, kNoTerm, term.value};
  if (term.kind != TermKind::Literal) return intern_key(key);
  if (!term.language.empty()) {
    key.has_language = true;
    key.extra = intern_language(term.language);
  } else {
    if (last_datatype_id_ == kNoTerm || term.datatype != last_datatype_) {
      last_datatype_id_ = intern_key({TermKind::Iri, false, kNoTerm, term.datatype});
      last_datatype_ = term.datatype;
    }
    key.extra = last_datatype_id_;
  }
  return intern_key(key);
}

TermId TermDictionary::find(const TermView& term) const {
  TermKey key{term.kind, false, kNoTerm, term.value};
  if (!term.language.empty()) {
    key.has_language = true;
    key.extra = language_number(term.language);
    if (key.extra == kNoTerm) return kNoTerm;
  } else if (term.kind == TermKind::Literal) {
    const TermKey datatype{TermKind::Iri, false, kNoTerm, term.datatype};
    key.extra = find(datatype, slot_hash(datatype));
    if (key.extra == kNoTerm) return kNoTerm;
  }
  return find(key, slot_hash(key));
}

TermView TermDictionary::view(TermId id) const {
  const TermKey term = key(id);
  if (term.kind != TermKind::Literal) return {term.kind, term.value, {}, {}};
  if (term.has_language) return {term.kind, term.value, kRdfLangString, languages_[term.extra]};
  return {term.kind, term.value, key(term.extra).value, {}};
}

void TermDictionary::clear() {
  arena_.clear();
  entries_.clear();
  std::fill(slots_.begin(), slots_.end(), kFreeSlot);
  languages_.clear();
  last_datatype_id_ = kNoTerm;
}

}  // namespace entente::rdf
