// SPDX-License-Identifier: ISC
/// @file
/// Whether what a word tells of is so, by the words that govern it: negation, modal verbs,
/// implicative and factive verbs, conditions. The walk goes from the word up to the root and stops
/// at whoever speaks. Method after Nairn, Condoravdi and Karttunen 2006, Saurí and Pustejovsky
/// 2012.
#pragma once

#include "events/claim.h"
#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

struct Factuality {
  Polarity polarity = Polarity::Affirmed;
  Modality modality = Modality::Actual;
  bool presupposed = false;  ///< a definite noun phrase that its clause takes for granted
  bool doubtful = false;     ///< a denial stands before it that the tree does not connect with it
};

/// Cost: depth of the tree times children per word.
Factuality factuality_of(const EventLexicon& lexicon, const Tree& tree, WordNumber trigger);

/// The weaker of two: what is possible under a condition is conditional.
Modality weaker(Modality one, Modality other);

}  // namespace entente
