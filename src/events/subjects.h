// SPDX-License-Identifier: ISC
/// @file
/// Subjects, also where they are understood: control, raising, participles, coordination.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

#include <vector>

namespace entente {

/// Deeper chains of control are not English; the bound also guards against odd trees.
inline constexpr int kMaxControl = 6;

/// The grammatical subject of a verb, found or understood, relative pronouns resolved; empty for
/// none. `depth`: verbs through which it was asked for.
std::vector<WordNumber> surface_subjects(const Tree& tree, const EventLexicon& lexicon,
                                         WordNumber verb, int depth = 0);

}  // namespace entente
