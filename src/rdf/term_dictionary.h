// SPDX-License-Identifier: ISC
/// @file
/// Numbers for terms: each different term is kept once and named by a small integer.
#pragma once

#include "rdf/arena.h"
#include "rdf/read_rdf.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace entente::rdf {

/// Number of a term in its dictionary, counted from 0 in order of first appearance.
using TermId = std::uint32_t;
inline constexpr TermId kNoTerm = 0xFFFFFFFF;

/// A fast hash of bytes, the same on every machine of the same byte order. Not for secrets.
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0);

/// What names a term within one dictionary: `extra` is the number of a literal's datatype, or of
/// its language in languages(); kNoTerm of other terms.
struct TermKey {
  TermKind kind = TermKind::None;
  bool has_language = false;
  TermId extra = kNoTerm;
  std::string_view value;
};

/// A table of numbers by hash: open addressing with linear probing. A slot holds 32 bits of the
/// hash above the number, so a look-up nearly never touches a term that does not match.
inline constexpr std::uint64_t kFreeSlot = ~std::uint64_t{0};
/// Terms that differ in their datatype or language alone have one hash: it can be taken along from
/// one dictionary to another, where these have other numbers.
std::uint32_t slot_hash(const TermKey& key);
/// The first number of this hash that `matches`, kNoTerm if there is none.
template <typename Matches>
TermId look_up(const auto& slots, std::uint32_t hash, const Matches& matches) {
  if (slots.empty()) return kNoTerm;
  const std::size_t mask = slots.size() - 1;
  for (std::size_t i = hash & mask; slots[i] != kFreeSlot; i = (i + 1) & mask) {
    if (slots[i] >> 32 == hash && matches(static_cast<TermId>(slots[i]))) {
      return static_cast<TermId>(slots[i]);
    }
  }
  return kNoTerm;
}

class TermDictionary {
 public:
  /// The term's number; a new one if it has none yet. Throws std::length_error beyond 2^32 - 2
  /// terms, or bytes of one term.
  TermId intern(const TermView& term);
  /// kNoTerm if it is not here.
  TermId find(const TermView& term) const;
  /// Valid as long as the dictionary. Requires: id < size().
  TermView view(TermId id) const;
  TermKind kind(TermId id) const { return entries_[id].kind; }
  std::size_t size() const { return entries_.size(); }

  TermKey key(TermId id) const {
    const Entry& entry = entries_[id];
    return {entry.kind, entry.has_language, entry.extra, {entry.data, entry.length}};
  }
  const std::deque<std::string>& languages() const { return languages_; }
  TermId intern_language(std::string_view language);
  /// See look_up() and slot_hash().
  const std::vector<std::uint64_t>& slots() const { return slots_; }

  /// The two halves of intern(), for readers that check a term only when it is new. `hash` is
  /// slot_hash(key). With Keep::View the bytes are not copied and must outlive the dictionary.
  enum class Keep : std::uint8_t { Copy, View };
  TermId find(const TermKey& key, std::uint32_t hash) const;
  TermId add(const TermKey& key, std::uint32_t hash, Keep keep);
  /// The term's number as by intern(); the bytes are copied if it is new.
  TermId intern_key(const TermKey& key, std::uint32_t hash);
  TermId intern_key(const TermKey& key) { return intern_key(key, slot_hash(key)); }
  std::uint32_t hash(TermId id) const { return entries_[id].hash; }
  /// Asks for the memory that a look-up will want soon: first where to look, then what is there.
  void expect(std::uint32_t hash) const;
  void expect_match(std::uint32_t hash) const;
  /// Room for so many terms.
  void reserve(std::size_t terms) { entries_.reserve(terms); }
  /// Forgets all terms, and keeps the memory for others.
  void clear();

 private:
  struct Entry {
    const char* data;
    std::uint32_t length;
    TermId extra;
    std::uint32_t hash;
    TermKind kind;
    bool has_language;
  };

  bool matches(const Entry& entry, const TermKey& key) const;
  void put(std::uint32_t hash, TermId id);
  void grow();
  TermId language_number(std::string_view language) const;

  Arena arena_;
  std::vector<Entry> entries_;
  std::vector<std::uint64_t> slots_;
  std::deque<std::string> languages_;  // stays where it is
  // The datatype met last: literals of one type come in rows.
  std::string last_datatype_;
  TermId last_datatype_id_ = kNoTerm;
};

}  // namespace entente::rdf
