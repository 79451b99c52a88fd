// SPDX-License-Identifier: ISC
/// @file
/// Numbers for terms: each different term is kept once and named by a small integer.
#pragma once

#include "rdf/read_rdf.h"

#include <cstdint>
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
  /// Valid until the next intern(). Requires: id < size().
  TermView view(TermId id) const;
  TermKind kind(TermId id) const { return entries_[id].kind; }
  std::size_t size() const { return entries_.size(); }
  void reserve(std::size_t terms);

 private:
  // `extra` is the datatype's number (an IRI of this dictionary), or kLanguage + the number of the
  // language, which is kept as a blank node so that it meets no IRI.
  struct Entry {
    std::uint64_t offset;
    std::uint32_t length;
    TermId extra;
    TermKind kind;
    bool has_language;
  };
  struct Key {
    TermKind kind;
    bool has_language;
    TermId extra;
    std::string_view value;
  };
  static constexpr std::uint64_t kEmpty = ~std::uint64_t{0};

  static std::uint64_t hash_of(const Key& key);
  bool matches(const Entry& entry, const Key& key) const;
  TermId look_up(const Key& key, std::uint64_t hash) const;
  TermId insert(const Key& key);
  void grow();
  TermId language_number(std::string_view language) const;

  std::string bytes_;
  std::vector<Entry> entries_;
  std::vector<std::uint64_t> slots_;  // upper half of the hash, then the number; kEmpty if free
  std::vector<std::string> languages_;
  // The datatype met last: literals of one type come in rows.
  std::string last_datatype_;
  TermId last_datatype_id_ = kNoTerm;
};

}  // namespace entente::rdf
