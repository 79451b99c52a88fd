// SPDX-License-Identifier: ISC
/// @file
/// What the words around one word say of whether it is so: "not", "may", "no", "if", "almost".
#pragma once

#include "events/claim.h"
#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

/// What the words around one word say of it, apart from those that govern it.
struct Local {
  bool negated = false;
  Modality modality = Modality::Actual;
  bool has_auxiliary = false;
};

/// Reads the children of `n`. `except`: the child that a walk came from, whose own negation was
/// counted with it; 0 for none.
Local local_operators(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                      WordNumber except = 0);

/// "to attack", of which only the governing word could say whether it happens.
bool is_open_infinitive(const Tree& tree, WordNumber n);

/// No tense but the present: in the future too, if its main clause is.
bool is_present(const Tree& tree, WordNumber n);

}  // namespace entente
