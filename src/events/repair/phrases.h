// SPDX-License-Identifier: ISC
/// @file
/// Corrections of noun phrases.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

/// Hangs parts of noun phrases where they belong: the agent on the event's noun in "the shelling of
/// villages by Ethiopia", the subject on the verb in "Russia blocked Kosovo's bid".
void repair_phrases(const EventLexicon& lexicon, Sentence& sentence);

}  // namespace entente
