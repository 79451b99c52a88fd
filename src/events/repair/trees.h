// SPDX-License-Identifier: ISC
/// @file
/// Corrections of what hangs on what. Each names a construction that parsers confuse and the signs
/// by which it can be told.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

/// Sentences read as noun phrases: "Germany delivered tanks", "Belarus borders Ukraine",
/// "Lukashenko denies his troops joined the war"; and a noun read as a verb: "Claims that Russia
/// attacked are false".
void repair_roots(const EventLexicon& lexicon, Sentence& sentence);

/// A clause with a subject and an object of its own, before which "that" stands or may stand, is
/// the content of the verb or noun: "denied on Tuesday that Z had attacked W".
void repair_clauses(const EventLexicon& lexicon, Sentence& sentence);

}  // namespace entente
