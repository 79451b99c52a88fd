// SPDX-License-Identifier: ISC
/// @file
/// Corrections of parse errors that would change who says what, or who does it. Each names a
/// construction that parsers confuse and the signs by which it can be told.
#pragma once

#include "events/lexicon.h"
#include "syntax/sentence.h"

#include <span>
#include <vector>

namespace entente {

/// The sentences with tags, lemmas and trees corrected (see repair_words.h and repair_trees.h).
std::vector<Sentence> repaired(const EventLexicon& lexicon, std::span<const Sentence> sentences);

}  // namespace entente
