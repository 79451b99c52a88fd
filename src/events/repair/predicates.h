// SPDX-License-Identifier: ISC
/// @file
/// Corrections of verbs: their auxiliaries, subjects and objects, and what they go on with.
#pragma once

#include "events/tree.h"

namespace entente {

/// What can be mended around word n, by `tree`, which is the sentence as it was before.
void repair_predicate(const Tree& tree, WordNumber n, Sentence& sentence);

}  // namespace entente
