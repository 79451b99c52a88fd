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

}  // namespace entente
