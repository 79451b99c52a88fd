// SPDX-License-Identifier: ISC
/// @file
/// Corrections of which verb goes on from which, where a sentence has several.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

/// A noun right before a verb that lacks a subject is its subject: "halted aid to Rwanda, and
/// Germany called off talks" tells of no aid to Germany.
/// Whoever speaks goes on speaking: in "said that troops crossed the border and accused Sudan" the
/// one who said it accuses, and in "accusing Mali of arming rebels and urging it to stop" the one
/// who accuses urges.
void repair_coordination(const EventLexicon& lexicon, Sentence& sentence);

}  // namespace entente
