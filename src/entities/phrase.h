// SPDX-License-Identifier: ISC
/// @file
/// Where names stand in an article, before it is known whose they are. Internal to src/entities.
#pragma once

#include "entities/reading.h"

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// What the name finder takes a name for.
enum class NameClass : std::uint8_t { Unknown, Person, Organization, Location };

/// A name: its words without titles and articles.
struct NamePhrase {
  std::uint32_t sentence = 0;
  WordSpan span;
  std::vector<std::uint32_t> entries;  ///< gazetteer entries that read exactly so; may be empty
  std::vector<std::uint32_t>
      inner;  ///< entries of a part of a longer name ("Biden" of "Hunter Biden")
  NameClass cls = NameClass::Unknown;
};

/// All names in text order, not overlapping: known ones, those of the name finder, and known ones
/// that the tree shows to be part of a longer one.
std::vector<NamePhrase> find_name_phrases(const Reading& reading);

/// Folded pieces of a phrase: "A." "Lukashenka" -> "a", "lukashenka".
std::vector<std::string> keys_of(const Reading& reading, const NamePhrase& phrase);

}  // namespace entente
