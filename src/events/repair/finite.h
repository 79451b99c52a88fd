// SPDX-License-Identifier: ISC
/// @file
/// "Indian troops trained", "Sudan told diplomats to leave": English past tenses and participles
/// look alike, and parsers choose the wrong one where they hardly know the verb.
#pragma once

#include "events/lexicon.h"
#include "syntax/sentence.h"

namespace entente {

/// Makes participles that have a subject and no auxiliary the past tense, in whole sentences:
/// headlines leave auxiliaries out. What such a verb and its clause govern is set right with it:
/// subjects and objects taken for measures of time, agents, adjectives.
void repair_finite(const EventLexicon& lexicon, Sentence& sentence);

}  // namespace entente
