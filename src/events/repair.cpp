// SPDX-License-Identifier: ISC
#include "events/repair.h"

#include "events/repair/complements.h"
#include "events/repair/coordination.h"
#include "events/repair/finite.h"
#include "events/repair/idioms.h"
#include "events/repair/main.h"
#include "events/repair/particles.h"
#include "events/repair/phrases.h"
#include "events/repair/plurals.h"
#include "events/repair/reattach.h"
#include "events/repair/said.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"

namespace entente {

namespace {

/// Keeps what `repair` makes of the sentence if it is a tree.
template <typename Repair>
void apply(Sentence& sentence, const Repair& repair) {
  const Sentence given = sentence;
  repair();
  if (!is_tree(sentence)) sentence = given;
}

}  // namespace

std::vector<Sentence> repaired(const EventLexicon& lexicon, std::span<const Sentence> sentences) {
  std::vector<Sentence> out(sentences.begin(), sentences.end());
  for (Sentence& sentence : out) {
    repair_words(lexicon, sentence);
    const Sentence given = sentence;
    repair_tags(lexicon, Tree(given), sentence);
    repair_words(lexicon, sentence);
    apply(sentence, [&] { repair_finite(lexicon, sentence); });
    apply(sentence, [&] { repair_plurals(lexicon, sentence); });
    apply(sentence, [&] { repair_roots(lexicon, sentence); });
    apply(sentence, [&] { repair_main(sentence); });
    apply(sentence, [&] { repair_phrases(lexicon, sentence); });
    apply(sentence, [&] { repair_idioms(lexicon, sentence); });
    apply(sentence, [&] { repair_clauses(lexicon, sentence); });
    apply(sentence, [&] { repair_said(lexicon, sentence); });
    apply(sentence, [&] { repair_complements(lexicon, sentence); });
    apply(sentence, [&] { repair_coordination(lexicon, sentence); });
    apply(sentence, [&] { repair_particles(lexicon, sentence); });
  }
  return out;
}

}  // namespace entente
