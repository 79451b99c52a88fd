// SPDX-License-Identifier: ISC
/// @file
/// Runs the automata of the gazetteer over a sentence. Internal to src/entities.
#pragma once

#include "entities/reading.h"

#include <cstdint>
#include <vector>

namespace entente {

/// A known name in the text, without its "the". `entries` count in Gazetteer::Impl::entries.
struct NameMatch {
  WordSpan span;
  std::vector<std::uint32_t> entries;
};

/// Leftmost longest matches, which do not overlap, in text order. A name must be written with
/// capitals where it is authored with them; acronyms in capitals ("Nato" passes for one of four
/// letters or more).
std::vector<NameMatch> match_names(const Gazetteer::Impl& names, const Sentence& sentence);

/// Same for role nouns, by word form or lemma, whatever the case.
std::vector<RoleMatch> match_roles(const Gazetteer::Impl& names, const Sentence& sentence);

}  // namespace entente
