// SPDX-License-Identifier: ISC
/// @file
/// Corrections of clauses that are said, where the parser took them for a part of a noun phrase.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

/// "said last month that it was planning": the clause is said, the month is when.
/// "said Rwanda's conduct amounted to war", read as conduct that was amounted: one says clauses.
void repair_said(const EventLexicon& lexicon, Sentence& sentence);

}  // namespace entente
