// SPDX-License-Identifier: ISC
/// @file
/// Abbreviations of written English that end in a full stop: a closed class of its spelling, so
/// they stand here and not in the ontology.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

enum class AbbreviationKind : std::uint8_t {
  None,
  Title,   ///< stands before a name: "Gen. Milley"; hardly ever ends a sentence
  Before,  ///< stands before what it goes with: "vs. Germany", "e.g. tanks"
  Number,  ///< an abbreviation only before a number: "No. 5", "p. 7"
  Month,   ///< "Sept. 5", also weekdays
  List,    ///< "etc.": an abbreviation inside a sentence, at its end the stop is the sentence's
  After,   ///< stands behind a name or at the end: "Inc.", "a.m.", "etc."; may end a sentence
};

/// `word` is without its full stop; case matters little ("gen", "Gen"), but not for words that are
/// also ordinary ("Sat").
AbbreviationKind find_abbreviation(std::string_view word);

}  // namespace entente
