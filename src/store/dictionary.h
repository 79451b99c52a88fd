// SPDX-License-Identifier: ISC
/// @file
/// The terms of a finished store: read-only, in a few flat arrays that can lie in a mapped file.
#pragma once

#include "rdf/read_rdf.h"
#include "rdf/term_dictionary.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::store {

using rdf::kNoTerm;
using rdf::TermId;
using rdf::TermKind;
using rdf::TermView;

/// Where a term's characters lie. `extra`: of a literal, the number of its datatype's IRI, or with
/// kHasLanguage the number of its language.
struct TermEntry {
  std::uint64_t offset;
  std::uint32_t length;
  std::uint32_t extra;
  std::uint8_t kind;
  std::uint8_t has_language;
  std::uint16_t padding;
  std::uint32_t more_padding;
};

/// Views of the arrays; whoever made them owns them.
class Dictionary {
 public:
  Dictionary() = default;
  Dictionary(std::span<const TermEntry> entries, std::span<const std::uint64_t> slots,
             std::string_view bytes, std::span<const TermEntry> languages)
      : entries_(entries), slots_(slots), bytes_(bytes), languages_(languages) {}

  std::size_t size() const { return entries_.size(); }
  TermKind kind(TermId id) const { return static_cast<TermKind>(entries_[id].kind); }
  TermView view(TermId id) const;
  /// kNoTerm if it is not here.
  TermId find(const TermView& term) const;

  std::span<const TermEntry> entries() const { return entries_; }
  std::span<const std::uint64_t> slots() const { return slots_; }
  std::string_view bytes() const { return bytes_; }
  std::span<const TermEntry> languages() const { return languages_; }

 private:
  std::string_view text(const TermEntry& entry) const {
    return bytes_.substr(entry.offset, entry.length);
  }
  TermId find_key(const rdf::TermKey& key) const;

  std::span<const TermEntry> entries_;
  std::span<const std::uint64_t> slots_;  // see rdf::look_up
  std::string_view bytes_;
  std::span<const TermEntry> languages_;
};

/// The arrays, when they lie in memory.
struct DictionaryData {
  std::vector<TermEntry> entries;
  std::vector<std::uint64_t> slots;
  std::string bytes;
  std::vector<TermEntry> languages;

  Dictionary dictionary() const { return {entries, slots, bytes, languages}; }
};

/// Keeps every number as it is in `terms`.
DictionaryData freeze(const rdf::TermDictionary& terms);

}  // namespace entente::store
