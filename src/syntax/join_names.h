// SPDX-License-Identifier: ISC
/// @file
/// Makes trees and names agree.
#pragma once

#include "syntax/sentence.h"

namespace entente {

/// Hangs the words of each name together: of several words that hang outside the name the first
/// keeps its head, and the others hang on it as "flat" ("Burkina Faso", with "Faso" for an adverb).
/// Requires: a tree. Ensures: a tree; nothing changes where each name is one phrase already.
void join_names(Sentence& sentence);

}  // namespace entente
