// SPDX-License-Identifier: ISC
/// @file
/// Finds the words that tell of events and relations, and who takes part in them.
#pragma once

#include "events/lexicon.h"
#include "events/participants.h"
#include "events/tree.h"

#include <cstdint>
#include <vector>

namespace entente {

/// One frame found at one word.
struct Predicate {
  const Frame* frame = nullptr;
  WordNumber trigger = 0;
  std::vector<WordNumber> fixed;  ///< the entry's other words
  Participants initiators, recipients;
  std::vector<WordNumber> initiator_words, recipient_words;
  std::vector<WordNumber> open_recipient;  ///< words in the recipient's place that name nobody
  std::vector<WordNumber> read;  ///< words by which the entry was told from others of its head
  std::string path;              ///< for the trace: "nsubj(attack,Russia) obj(attack,Ukraine)"
};

/// The predicates of a sentence in text order, at most one a word: where several frames fit, the
/// one that asks for most wins. Cost: words x frames of their lemmas.
std::vector<Predicate> find_predicates(const EventLexicon& lexicon, const Tree& tree,
                                       std::uint32_t sentence, const MentionIndex& mentions);

}  // namespace entente
