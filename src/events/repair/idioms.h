// SPDX-License-Identifier: ISC
/// @file
/// Corrections of trees by the idioms of the lexicon.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

/// Hangs the words of an idiom on its verb, and what stands between them as its object: "held
/// Greece accountable", "called its ambassador home", "declared two diplomats persona non grata",
/// "set ablaze a refinery", however the noun phrase around them was read.
void repair_idioms(const EventLexicon& lexicon, Sentence& sentence);

}  // namespace entente
