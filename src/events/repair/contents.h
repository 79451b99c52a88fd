// SPDX-License-Identifier: ISC
/// @file
/// Corrections of what is said, reported, alleged: which clause is whose content.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

/// What can be mended around word n, by `tree`, which is the sentence as it was before.
void repair_content(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                    Sentence& sentence);

/// "allegations it bombed Syria": a clause that lacks nothing is what the noun says.
void repair_content_clause(const EventLexicon& lexicon, const Tree& tree, WordNumber verb,
                           Sentence& sentence);

}  // namespace entente
