// SPDX-License-Identifier: ISC
/// @file
/// Particles of verbs, and the "to" of infinitives, that parsers read as prepositions.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

/// "sealed off the West Bank", "handed over 700 tons": the particle right after a verb that takes
/// it, by the lexicon, belongs to the verb, and the noun phrase after it is the verb's object.
/// "offered to mediate": a noun after "to" that the lexicon knows as a verb only is an infinitive.
/// "is due to visit": no preposition "due to".
void repair_particles(const EventLexicon& lexicon, Sentence& sentence);

}  // namespace entente
