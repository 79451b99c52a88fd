// SPDX-License-Identifier: ISC
/// @file
/// Verbs that hand their subject to the event noun that they govern: "launched an offensive".
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

#include <vector>

namespace entente {

/// The subject of the light verb that governs the noun, or whom its cue names as the doer.
std::vector<WordNumber> doers_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun);

/// The cue by which light_verb_of(noun) governs it; null for none.
const Cue* light_cue_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun);

}  // namespace entente
