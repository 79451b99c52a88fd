// SPDX-License-Identifier: ISC
/// @file
/// Lists of known names, looked up in the words of a sentence.
#pragma once

#include "syntax/sentence.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// Lists of known names, each a kind; names may have several words. Names that a list writes small
/// ("kerala") are found in small letters, all others only where they begin with a capital.
class KnownNames {
 public:
  static constexpr std::size_t kMaxKinds = 24;
  static constexpr std::size_t kMaxWords = 6;  ///< of a name, hyphens not counted

  /// Says what a kind's names are names of, by the name of the list: "small-town" is of places.
  void set_kind(std::size_t kind, std::string_view list);
  /// Adds a name of a kind. Case, hyphens and dots are ignored.
  void add(std::size_t kind, std::string_view name);
  /// For each word a set of bits: 2 * kind if a known name begins with it, 2 * kind + 1 if it goes
  /// on there. Of names that begin at one word the longest counts.
  void match(const Sentence& sentence, std::vector<std::uint64_t>& bits) const;
  /// The bits of one word by what they are names of: two for each of persons, organisations and
  /// places. In the lower one such a name begins, in the upper one it goes on.
  std::uint64_t types_of(std::uint64_t bits) const;

 private:
  static constexpr std::uint32_t kGoesOn = 1U << 31;  // a longer name begins so
  std::uint32_t small_kinds_ = 0;                     // kinds that are written small
  std::array<std::uint64_t, 3> begins_{};             // bits of persons, organisations, places
  std::unordered_map<std::uint64_t, std::uint32_t> kinds_;  // by hash of the words; never listed
};

}  // namespace entente
