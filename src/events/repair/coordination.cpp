// SPDX-License-Identifier: ISC
#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"

#include <algorithm>

namespace entente {

namespace {

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

/// A verb that may be the main one of a clause, by its form and its object.
bool may_be_finite(const Tree& tree, WordNumber verb) {
  const std::string& tag = tree.word(verb).xpos;
  if (tag == "VBD" || tag == "VBZ" || tag == "VBP") return true;
  return tag == "VBN" && (tree.child(verb, "obj") != 0 || tree.child(verb, "xcomp") != 0) &&
         tree.child(verb, "aux") == 0;
}

/// The "and" before the noun phrase, whether it hangs on it or on the verb behind; 0 for none.
WordNumber conjunction_of(const Tree& tree, WordNumber noun, WordNumber verb) {
  if (const WordNumber own = tree.child(noun, "cc"); own != 0) return own;
  const WordNumber other = tree.child(verb, "cc");
  return other != 0 && other + 1 == tree.span(noun).first ? other : WordNumber{0};
}

/// ", and Germany": a noun phrase that begins what may be a new clause. Before a finite verb that
/// has no conjunction of its own it does without the comma.
bool begins_clause(const Tree& tree, WordNumber noun, WordNumber verb) {
  const WordNumber conjunction = conjunction_of(tree, noun, verb);
  const std::string& tag = tree.word(verb).xpos;
  const bool loose = tree.has_relation(verb, "advcl") && (tag == "VBD" || tag == "VBZ");
  return conjunction > 1 && conjunction < noun && tree.has_relation(noun, "conj") &&
         (loose || tree.word(static_cast<WordNumber>(conjunction - 1)).form == ",");
}

/// Nothing but adverbs, auxiliaries and commas stands between the phrase and the verb.
bool stands_before(const Tree& tree, WordNumber noun, WordNumber verb) {
  WordNumber last = noun;
  for (const WordNumber c : tree.children(noun)) {
    if (c < verb && c != verb) last = std::max(last, std::min(tree.span(c).last, verb));
  }
  for (WordNumber n = static_cast<WordNumber>(last + 1); n < verb; ++n) {
    const bool own =
        tree.head(n) == verb && (tree.has_relation(n, "advmod") || tree.has_relation(n, "aux"));
    if (!own && tree.word(n).upos != Upos::PUNCT) return false;
  }
  return true;
}

/// The noun phrase before the verb that was joined to an earlier noun; 0 for none.
WordNumber lost_subject(const Tree& tree, WordNumber verb) {
  if (tree.word(verb).deprel == "acl") {
    const WordNumber noun = tree.head(verb);
    const bool finite = tree.word(verb).xpos != "VBN" || tree.child(verb, "obj") != 0;
    return finite && noun < verb && begins_clause(tree, noun, verb) &&
                   stands_before(tree, noun, verb)
               ? noun
               : WordNumber{0};
  }
  if (!tree.has_relation(verb, "conj") && !tree.has_relation(verb, "advcl")) return 0;
  for (WordNumber n = static_cast<WordNumber>(verb - 1); n > 0; --n) {
    if (begins_clause(tree, n, verb) && !tree.dominates(verb, n) && stands_before(tree, n, verb))
      return n;
  }
  return 0;
}

/// "halted aid to Rwanda, and Germany called off talks", read as aid to Rwanda and Germany: a noun
/// right before a verb that lacks a subject is its subject.
void repair_new_clause(const Tree& tree, WordNumber verb, Sentence& sentence) {
  if (!tree.is_verbal(verb) || !may_be_finite(tree, verb) || tree.child(verb, "nsubj") != 0) return;
  if (tree.child(verb, "mark") != 0) return;
  const WordNumber noun = lost_subject(tree, verb);
  const WordNumber own = tree.child(verb, "cc");
  if (noun == 0 || own > noun) return;  // "Iran, and Iraq and called"
  WordNumber main = tree.head(noun);
  while (main != 0 && (!tree.is_verbal(main) || main == verb)) main = tree.head(main);
  if (main == 0 || main > noun || tree.child(main, "nsubj") == 0) return;
  attach(sentence, verb, main, "conj");
  attach(sentence, noun, verb, "nsubj");
  attach(sentence, conjunction_of(tree, noun, verb), verb, "cc");
  if (tree.word(verb).xpos == "VBN") {
    sentence.words[verb - 1].xpos = "VBD";
    sentence.words[verb - 1].feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
  }
}

/// "taking the town and forcing troops back", with the troops for a second thing that was taken:
/// what stands behind the second verb is its object.
void repair_second_object(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const WordNumber first = tree.head(verb), own = tree.child(first, "obj");
  if (!tree.has_relation(verb, "conj") || !tree.is_verbal(verb) || !tree.is_verbal(first)) return;
  if (own == 0 || own > verb || tree.child(verb, "obj") != 0) return;
  for (const WordNumber c : tree.children(first)) {
    const bool object = tree.word(c).deprel == "obj" && is_nominal(tree, c);
    if (object && tree.span(c).first == verb + 1) sentence.words[c - 1].head = verb;
  }
}

}  // namespace

void repair_new_clauses(const EventLexicon& /*lexicon*/, const Tree& tree, Sentence& sentence) {
  for (WordNumber verb = 1; verb <= tree.size(); ++verb) {
    repair_new_clause(tree, verb, sentence);
    repair_second_object(tree, verb, sentence);
  }
}

void repair_coordination(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
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
