// SPDX-License-Identifier: ISC
/// @file
/// Verbs in -s that parsers read as plural nouns, because they are nouns elsewhere.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

/// "Iran arms Hezbollah", "Qatar arms and trains the rebels": between a name (or "which") and a
/// noun phrase without a preposition no plural noun stands; it is a verb if the lexicon has one.
void repair_plurals(const EventLexicon& lexicon, Sentence& sentence);

}  // namespace entente
