// SPDX-License-Identifier: ISC
/// @file
/// Numbers for terms: each different term is kept once and named by a small integer.
#pragma once

#include "rdf/arena.h"
#include "rdf/read_rdf.h"

#include <array>
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

class TermDictionary {
 public:
  /// The term's number; a new one if it has none yet. Throws std::length_error beyond 2^32 - 2
  /// terms.
  TermId intern(const TermView& term);
  /// kNoTerm if it is not here.
  TermId find(const TermView& term) const;
  /// Valid as long as the dictionary. Requires: id < size().
  TermView view(TermId id) const;
  TermKind kind(TermId id) const { return entries_[id].kind; }
  std::size_t size() const { return entries_.size(); }

  /// What is kept of a term: `extra` is the number of a literal's datatype, or of its language in
  /// languages().
  struct Key {
    TermKind kind;
    bool has_language;
    TermId extra;
    std::string_view value;
  };
  Key raw(TermId id) const {
    const Entry& entry = entries_[id];
    return {entry.kind, entry.has_language, entry.extra, {entry.data, entry.length}};
  }
  const std::deque<std::string>& languages() const { return languages_; }
  void reserve(std::size_t terms);

 private:
  struct Entry {
    const char* data;  // in arena_
    std::uint32_t length;
    TermId extra;
    TermKind kind;
    bool has_language;
  };
  static constexpr std::uint64_t kEmpty = ~std::uint64_t{0};

  static std::uint64_t hash_of(const Key& key);
  bool matches(const Entry& entry, const Key& key) const;
  TermId look_up(const Key& key, std::uint64_t hash) const;
  TermId insert(const Key& key);
  TermId& recent(std::string_view value);
  void grow();
  TermId language_number(std::string_view language) const;

  Arena arena_;
  std::vector<Entry> entries_;
  std::vector<std::uint64_t> slots_;   // upper half of the hash, then the number; kEmpty if free
  std::deque<std::string> languages_;  // stays where it is
  // The datatype met last: literals of one type come in rows.
  std::string last_datatype_;
  TermId last_datatype_id_ = kNoTerm;
  // IRIs and blank nodes met of late, by their last bytes: subjects, predicates and graphs repeat.
  std::array<TermId, 512> recent_ = filled_with_none();
  static std::array<TermId, 512> filled_with_none();
};

}  // namespace entente::rdf
