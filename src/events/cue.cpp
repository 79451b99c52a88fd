// SPDX-License-Identifier: ISC
#include "events/cue.h"

#include "events/arguments.h"

#include <algorithm>

namespace entente {

namespace {

bool fits(const Tree& tree, WordNumber n, const Cue& cue) {
  const Word& word = tree.word(n);
  // "far from attacking", "short of attacking"
  if (cue.word_class == WordClass::Adjective && word.upos == Upos::ADV) return !cue.content.empty();
  switch (cue.word_class) {
    case WordClass::Verb:
      return word.upos == Upos::VERB || word.upos == Upos::AUX;
    case WordClass::Noun:
      return word.upos == Upos::NOUN || word.upos == Upos::PROPN;
    case WordClass::Adjective:
      return word.upos == Upos::ADJ || (word.upos == Upos::VERB && (tree.is_past_participle(n) ||
                                                                    tree.has_relation(n, "amod")));
    case WordClass::Adverb:  // also "neither ... nor"
      return word.upos == Upos::ADV || word.upos == Upos::PART || word.upos == Upos::CCONJ;
    case WordClass::Auxiliary:
      return word.upos == Upos::AUX && tree.has_relation(n, "aux");
    case WordClass::Determiner:  // also "nobody", "none"
      return word.upos == Upos::DET || word.upos == Upos::PRON || word.upos == Upos::NOUN;
    case WordClass::Adposition:
      return tree.has_relation(n, "case") || tree.has_relation(n, "mark");
    case WordClass::Conjunction:
      return tree.has_relation(n, "mark") || tree.has_relation(n, "advmod") ||
             tree.has_relation(n, "case");
  }
  return false;
}

/// "called it a lie": no demand, unlike "called on X to".
bool is_named(const Tree& tree, WordNumber n, const Cue& cue) {
  return cue.affirmed.modality == Modality::Demanded && tree.has_relation(n, "xcomp") &&
         !tree.is_verbal(n) && tree.preposition(n).empty();
}

bool is_content_relation(const Tree& tree, WordNumber n, const Cue& cue) {
  const WordClass of = cue.word_class;
  if (is_named(tree, n, cue)) return false;
  if (tree.has_relation(n, "ccomp") || tree.has_relation(n, "xcomp")) return true;
  if (of == WordClass::Noun) return tree.word(n).deprel == "acl";
  // "denied ever attacking"
  if (of == WordClass::Verb && cue.affirmed.reversed && tree.has_relation(n, "advcl") &&
      tree.word(n).xpos == "VBG" && tree.preposition(n).empty() && n > tree.head(n)) {
    return true;
  }
  // "an attack is likely"
  if (tree.has_relation(n, "nsubj") && tree.child(n, "expl") == 0 && of == WordClass::Adjective) {
    return !tree.has_relation(n, "nsubj:pass") || tree.word(tree.head(n)).upos == Upos::ADJ;
  }
  if (tree.has_relation(n, "csubj")) return of == WordClass::Adjective;
  // Infinitives after verbs and adjectives are complements more often than purposes.
  return tree.has_relation(n, "advcl") && tree.preposition(n) == "to";
}

}  // namespace

const Cue* cue_at(const EventLexicon& lexicon, const Tree& tree, WordNumber n) {
  const Cue* best = nullptr;
  for (const std::string& key : {tree.lemma(n), tree.lower_form(n)}) {
    const auto found = lexicon.cues_of.find(key);
    if (found == lexicon.cues_of.end()) continue;
    for (const std::uint32_t i : found->second) {
      const Cue& cue = lexicon.cues[i];
      if (!fits(tree, n, cue)) continue;
      if (!cue.fixed.empty() && find_fixed(tree, n, cue.fixed).empty()) continue;
      if (best == nullptr || cue.fixed.size() > best->fixed.size()) best = &cue;
    }
    if (best != nullptr) return best;
  }
  return best;
}

std::vector<WordNumber> content_of(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                                   const Cue& cue) {
  std::vector<WordNumber> out;
  for (const WordNumber c : tree.children(n)) {
    const bool accused =
        !cue.doer.empty() && tree.has_relation(c, "advcl") && tree.word(c).xpos == "VBG";
    if (accused || is_content_relation(tree, c, cue)) out.push_back(c);
  }
  for (const Path& path : cue.content) {
    for (const WordNumber w : words_at(tree, lexicon, n, path, cue.fixed)) {
      if (w != n && tree.dominates(n, w)) out.push_back(w);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace entente
