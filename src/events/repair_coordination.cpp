// SPDX-License-Identifier: ISC
#include "events/repair_coordination.h"

#include <algorithm>

namespace entente {

namespace {

bool reports(const EventLexicon& lexicon, const std::string& lemma) {
  const auto found = lexicon.cues_of.find(lemma);
  return found != lexicon.cues_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           const Cue& cue = lexicon.cues[i];
           return cue.reports && cue.word_class == WordClass::Verb && cue.fixed.empty();
         });
}

/// The verb by itself is something that one does by words: "accuse", "urge", "threaten".
bool is_speech_act(const EventLexicon& lexicon, const std::string& lemma) {
  const auto found = lexicon.frames_of.find(lemma);
  return found != lexicon.frames_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           const Frame& frame = lexicon.frames[i];
           const std::string& type = frame.sense.type;
           return frame.word_class == WordClass::Verb && frame.fixed.empty() &&
                  frame.conditions.empty() &&
                  (type == "ACCUSE" || type == "REQUEST" || type == "THREATEN");
         });
}

bool speaks(const EventLexicon& lexicon, const Tree& tree, WordNumber verb) {
  return tree.is_verbal(verb) &&
         (reports(lexicon, tree.lemma(verb)) || is_speech_act(lexicon, tree.lemma(verb)));
}

/// Finite in the same tense, or both gerunds.
bool are_parallel(const Tree& tree, WordNumber one, WordNumber other) {
  const auto kind = [&](WordNumber verb) {
    const std::string& tag = tree.word(verb).xpos;
    return tag == "VBP" ? std::string("VBZ") : tag;
  };
  return kind(one) == kind(other);
}

bool can_go_on(const Tree& tree, WordNumber verb) {
  const std::string& tag = tree.word(verb).xpos;
  return tree.has_relation(verb, "conj") && tree.child(verb, "nsubj") == 0 &&
         tree.child(verb, "mark") == 0 && tree.child(verb, "aux") == 0 &&
         (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "VBG");
}

/// The verb of speech above the clause in which `from` stands; 0 if there is none.
WordNumber speaking_above(const EventLexicon& lexicon, const Tree& tree, WordNumber verb,
                          WordNumber from) {
  for (WordNumber up = from; up != 0; up = tree.head(up)) {
    if (tree.word(up).deprel == "acl:relcl" || up > verb) return 0;
    const WordNumber above = tree.head(up);
    if (above != 0 && speaks(lexicon, tree, above) && are_parallel(tree, above, verb)) return above;
  }
  return 0;
}

}  // namespace

void repair_coordination(const EventLexicon& lexicon, Sentence& sentence) {
  const Sentence given = sentence;
  const Tree tree(given);
  for (WordNumber verb = 1; verb <= tree.size(); ++verb) {
    if (!can_go_on(tree, verb) || !speaks(lexicon, tree, verb)) continue;
    WordNumber first = tree.head(verb);
    while (tree.has_relation(first, "conj") && tree.is_verbal(tree.head(first)))
      first = tree.head(first);
    const bool goes_on =
        first == 0 || speaks(lexicon, tree, tree.head(verb)) || speaks(lexicon, tree, first);
    if (goes_on) continue;
    if (const WordNumber above = speaking_above(lexicon, tree, verb, first); above != 0)
      sentence.words[verb - 1].head = above;
  }
}

}  // namespace entente
