// SPDX-License-Identifier: ISC
/// @file
/// What somebody calls something, which parsers take for a second object or for an adjective of the
/// object.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

/// "branded the move a provocation", "deemed the step positive": the word after the object that an
/// entry of the verb asks for as its complement is its complement.
void repair_complements(const EventLexicon& lexicon, Sentence& sentence);

}  // namespace entente
