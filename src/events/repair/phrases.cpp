// SPDX-License-Identifier: ISC
#include "entities/english.h"
#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"

#include <algorithm>

namespace entente {

namespace {

/// "of Eritrean villages", with the preposition on what only modifies.
void repair_case(const Tree& tree, WordNumber n, Sentence& sentence) {
  const WordNumber part = tree.head(n), noun = tree.head(part);
  if (tree.word(n).deprel != "case" || part < n || noun < part || !is_nominal(tree, noun)) return;
  if (tree.has_relation(part, "compound") || tree.has_relation(part, "amod"))
    sentence.words[n - 1].head = noun;
}

/// "bases in both countries", tied as to a verb: a noun without a copula is no clause.
void repair_oblique_of_noun(const Tree& tree, WordNumber n, Sentence& sentence) {
  const WordNumber noun = tree.head(n);
  if (noun == 0 || n < noun || tree.word(n).deprel != "obl" || tree.preposition(n).empty()) return;
  const bool phrase = tree.word(noun).upos == Upos::NOUN && !tree.is_clause(noun);
  const bool argument = tree.has_relation(noun, "obj") || tree.has_relation(noun, "nsubj");
  if (phrase && argument) sentence.words[n - 1].deprel = "nmod";
}

/// "the shelling of villages by Ethiopia": who shelled, not whose villages they are.
void repair_agent_of_noun(const EventLexicon& lexicon, const Tree& tree, WordNumber agent,
                          Sentence& sentence) {
  const WordNumber thing = tree.head(agent), event = tree.head(thing);
  if (event == 0 || !tree.has_relation(agent, "nmod") || tree.preposition(agent) != "by") return;
  if (!tree.has_relation(thing, "nmod") || tree.preposition(thing) != "of") return;
  if (has_entry(lexicon, tree.lemma(thing), WordClass::Noun)) return;  // "the threat of attacks by"
  if (has_entry(lexicon, tree.lemma(event), WordClass::Noun))
    sentence.words[agent - 1].head = event;
}

/// "Russia blocked Kosovo's bid", read as the bid of Russia Kosovo: no noun phrase goes on behind
/// a verb that lacks a subject.
void repair_straddled(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const std::string& tag = tree.word(verb).xpos;
  if ((tag != "VBD" && tag != "VBZ" && tag != "VBP") || tree.child(verb, "nsubj") != 0) return;
  for (WordNumber n = 1; n < verb; ++n) {
    const WordNumber noun = tree.head(n);
    const bool part = tree.word(n).deprel == "nmod:poss" || tree.has_relation(n, "compound");
    if (!part || noun < verb || tree.head(noun) != verb || !is_nominal(tree, n)) continue;
    if (tree.span(n).first > 1 && tree.head(tree.span(n).first - 1) == n) continue;
    WordNumber rest = 0;
    for (const WordNumber c : tree.children(n)) {
      if (c < verb) continue;
      if (tree.has_relation(c, "flat")) rest = c;
    }
    attach(sentence, n, verb, "nsubj");
    if (rest != 0) attach(sentence, rest, noun, "nmod:poss");
    for (const WordNumber c : tree.children(n)) {
      if (rest != 0 && c > rest) sentence.words[c - 1].head = rest;
    }
    return;
  }
}

/// "the arms transfer went on", read as two subjects.
void repair_two_nouns(const Tree& tree, WordNumber n, Sentence& sentence) {
  const WordNumber noun = tree.head(n);
  if (!tree.has_relation(n, "nsubj") || n + 1 != noun || !is_nominal(tree, noun)) return;
  if (tree.child(noun, "cop") == 0 && tree.has_relation(noun, "nsubj"))
    attach(sentence, n, noun, "compound");
}

/// "the arms transfer to Uganda went on", read as to Uganda it went: what stands between a subject
/// and its verb without a comma is the subject's.
void repair_subject_phrase(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                           Sentence& sentence) {
  const WordNumber head = tree.head(n);
  if (head == 0 || n > head) return;
  const WordNumber subject = tree.child(head, "nsubj");
  if (!tree.has_relation(n, "obl") || subject == 0 || subject > n || !is_nominal(tree, subject))
    return;
  if (tree.span(n).first != tree.span(subject).last + 1 || tree.preposition(n).empty()) return;
  if (tree.word(n).upos != Upos::PROPN || is_day_or_month(tree.lower_form(n))) return;
  if (has_entry(lexicon, tree.lemma(subject), WordClass::Noun))
    attach(sentence, n, subject, "nmod");
}

/// "reconquered a town in Pakistan": where the town is.
void repair_target(const EventLexicon& lexicon, const Tree& tree, WordNumber place,
                   Sentence& sentence) {
  const WordNumber verb = tree.head(place), target = tree.child(verb, "obj");
  if (!tree.has_relation(place, "obl") || target == 0 || tree.word(place).upos != Upos::PROPN)
    return;
  if (tree.preposition(place) != "in" || tree.span(target).last + 1 != tree.span(place).first)
    return;
  if (is_day_or_month(tree.lower_form(place))) return;
  if (lexicon.targets.contains(tree.lemma(target))) attach(sentence, place, target, "nmod");
}

}  // namespace

void repair_compounds(const EventLexicon& /*lexicon*/, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    repair_case(tree, n, sentence);
    repair_two_nouns(tree, n, sentence);
  }
}

void repair_phrases(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    repair_oblique_of_noun(tree, n, sentence);
    repair_agent_of_noun(lexicon, tree, n, sentence);
    repair_straddled(tree, n, sentence);
    repair_target(lexicon, tree, n, sentence);
    repair_subject_phrase(lexicon, tree, n, sentence);
  }
}

}  // namespace entente
