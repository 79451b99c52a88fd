// SPDX-License-Identifier: ISC
#include "events/repair.h"

#include "events/repair_particles.h"
#include "events/repair_trees.h"
#include "events/repair_words.h"

namespace entente {

std::vector<Sentence> repaired(const EventLexicon& lexicon, std::span<const Sentence> sentences) {
  std::vector<Sentence> out(sentences.begin(), sentences.end());
  for (Sentence& sentence : out) {
    repair_words(lexicon, sentence);
    const Sentence given = sentence;
    repair_tags(Tree(given), sentence);
    repair_words(lexicon, sentence);
    repair_roots(lexicon, sentence);
    repair_clauses(lexicon, sentence);
    repair_particles(lexicon, sentence);
  }
  return out;
}

}  // namespace entente
