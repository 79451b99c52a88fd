// SPDX-License-Identifier: ISC
#include "events/repair.h"

#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace entente {

namespace {

using Repair = void (*)(const EventLexicon&, const Tree&, Sentence&);

/// In the order in which they build on each other.
constexpr std::array kRepairs = {
    static_cast<Repair>(repair_finite),       static_cast<Repair>(repair_objects),
    static_cast<Repair>(repair_plurals),      static_cast<Repair>(repair_roots),
    static_cast<Repair>(repair_main),         static_cast<Repair>(repair_compounds),
    static_cast<Repair>(repair_phrases),      static_cast<Repair>(repair_idioms),
    static_cast<Repair>(repair_clauses),      static_cast<Repair>(repair_content_clauses),
    static_cast<Repair>(repair_said),         static_cast<Repair>(repair_namings),
    static_cast<Repair>(repair_complements),  static_cast<Repair>(repair_new_clauses),
    static_cast<Repair>(repair_coordination), static_cast<Repair>(repair_particles),
};

bool are_same(const Word& a, const Word& b) {
  return a.head == b.head && a.upos == b.upos && a.deprel == b.deprel && a.xpos == b.xpos &&
         a.lemma == b.lemma && a.feats == b.feats;
}

bool are_same(const Sentence& a, const Sentence& b) {
  return std::equal(a.words.begin(), a.words.end(), b.words.begin(),
                    [](const Word& x, const Word& y) { return are_same(x, y); });
}

/// Makes all repairs, one after the other, and takes back what is no tree.
void repair_trees(const EventLexicon& lexicon, Sentence& sentence) {
  Sentence given = sentence;
  std::optional<Tree> tree(given);
  for (const Repair repair : kRepairs) {
    repair(lexicon, *tree, sentence);
    if (are_same(sentence, given)) continue;
    if (!is_tree(sentence)) {
      sentence = given;
      continue;
    }
    given = sentence;
    tree.emplace(given);
  }
}

}  // namespace

std::vector<Sentence> repaired(const EventLexicon& lexicon, std::span<const Sentence> sentences) {
  std::vector<Sentence> out(sentences.begin(), sentences.end());
  for (Sentence& sentence : out) {
    repair_words(lexicon, sentence);
    const Sentence given = sentence;
    repair_tags(lexicon, Tree(given), sentence);
    repair_words(lexicon, sentence);
    repair_trees(lexicon, sentence);
  }
  return out;
}

}  // namespace entente
