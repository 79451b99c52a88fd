// SPDX-License-Identifier: ISC
/// @file
/// Where cues stand in a sentence, and what they govern.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

#include <vector>

namespace entente {

/// The cue of that word class at word n, the one with most fixed words; null for none.
/// "according to" and "if" are asked for at their first word.
const Cue* cue_at(const EventLexicon& lexicon, const Tree& tree, WordNumber n);

/// The words that head what a cue at n governs: complement clauses, and the noun phrases that the
/// entry names. In text order.
std::vector<WordNumber> content_of(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                                   const Cue& cue);

}  // namespace entente
