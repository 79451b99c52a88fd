// SPDX-License-Identifier: ISC
#include "entities/english.h"
#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"
#include "events/sides.h"

#include <algorithm>

namespace entente {

namespace {

/// Says when or how much: "Monday", "last week", "three times".
bool is_measure(const Tree& tree, WordNumber n) {
  return is_day_or_month(tree.lower_form(n)) ||
         is_any(
             tree.lemma(n),
             {"day",      "week",      "month",     "year",    "morning", "afternoon", "night",
              "time",     "today",     "hour",      "minute",  "evening", "decade",    "yesterday",
              "tomorrow", "way",       "weekend",   "century", "second",  "moment",    "tonight",
              "percent",  "%",         "summer",    "winter",  "spring",  "autumn",    "fall",
              "quarter",  "kilometre", "kilometer", "mile",    "half",    "lot",       "bit"}) ||
         tree.word(n).upos == Upos::NUM;
}

/// No auxiliary of its own or of the verb that it goes on with.
bool has_auxiliary(const Tree& tree, WordNumber verb) {
  for (WordNumber n = verb; n != 0;
       n = tree.has_relation(n, "conj") ? tree.head(n) : WordNumber{0}) {
    if (tree.child(n, "aux") != 0 || tree.child(n, "cop") != 0) return true;
  }
  return false;
}

/// "taken", "shown": never a past tense.
bool is_only_participle(const std::string& form) {
  return !form.ends_with("ed") && (form.ends_with('n') || form.ends_with("ne")) && form != "ran";
}

/// "by Syria": what was done by somebody is a passive, whatever is left out.
bool has_agent(const Tree& tree, WordNumber verb) {
  for (const WordNumber c : tree.children(verb)) {
    if (c > verb && tree.has_relation(c, "obl") && tree.preposition(c) == "by") return true;
  }
  return false;
}

/// What the parser took for the subject of a passive that has no auxiliary.
WordNumber passive_subject(const Tree& tree, WordNumber verb) {
  const Word& word = tree.word(verb);
  if (word.upos != Upos::VERB || (word.xpos != "VBN" && word.xpos != "VBD")) return 0;
  if (has_auxiliary(tree, verb) || is_only_participle(tree.lower_form(verb))) return 0;
  const WordNumber subject = tree.child(verb, "nsubj");
  return subject != 0 && subject < verb && tree.word(subject).deprel == "nsubj:pass" ? subject : 0;
}

void make_past(Word& word) {
  word.xpos = "VBD";
  word.feats.clear();
}

/// "A bomb exploded in India": without "was" it is no passive.
void repair_passive(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const WordNumber subject = passive_subject(tree, verb);
  if (subject == 0 || has_agent(tree, verb)) return;
  make_past(sentence.words[verb - 1]);
  sentence.words[subject - 1].deprel = "nsubj";
}

/// "said Rwanda's conduct amounted to a declaration of war": a participle with a subject, as what
/// is said.
void repair_content(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const Word& word = tree.word(verb);
  const WordNumber subject = tree.child(verb, "nsubj");
  if (!tree.has_relation(verb, "xcomp") || word.xpos != "VBN" || has_auxiliary(tree, verb)) return;
  if (subject == 0 || subject > verb || is_only_participle(tree.lower_form(verb))) return;
  make_past(sentence.words[verb - 1]);
  sentence.words[verb - 1].deprel = "ccomp";
}

/// "Egypt supplied food", with Egypt for a measure.
void repair_subject(const Tree& tree, WordNumber verb, Sentence& sentence) {
  if (tree.word(verb).upos != Upos::VERB || tree.child(verb, "nsubj") != 0) return;
  if (tree.child(verb, "aux") != 0 || tree.word(verb).xpos == "VBG") return;
  for (const WordNumber c : tree.children(verb)) {
    if (c > verb || tree.word(c).deprel != "obl:unmarked") continue;
    if (tree.span(c).last + 1 != verb || is_measure(tree, c) || !is_nominal(tree, c)) continue;
    if (tree.word(static_cast<WordNumber>(verb - 1)).upos == Upos::PUNCT) continue;  // "US-led"
    sentence.words[c - 1].deprel = "nsubj";
    if (tree.word(verb).xpos == "VBN") make_past(sentence.words[verb - 1]);
    return;
  }
}

bool is_active(const Tree& tree, WordNumber verb) {
  return tree.is_verbal(verb) && tree.child(verb, "aux:pass") == 0 &&
         (tree.word(verb).xpos != "VBN" || tree.child(verb, "aux") != 0);
}

/// "shut down its embassy", with the embassy for a measure.
void repair_object(const Tree& tree, WordNumber n, Sentence& sentence) {
  const WordNumber verb = tree.head(n);
  if (verb == 0 || verb > n || !tree.has_relation(n, "obl") || !is_nominal(tree, n)) return;
  if (!tree.preposition(n).empty() || is_measure(tree, n) || !is_active(tree, verb)) return;
  if (tree.child(verb, "obj") != 0 || tree.child(verb, "ccomp") != 0) return;
  auto after = static_cast<WordNumber>(verb + 1);
  if (tree.word(after).deprel == "compound:prt") ++after;
  if (tree.span(n).first == after) sentence.words[n - 1].deprel = "obj";
}

/// "Russia stood by Serbia": only passives have agents.
void repair_agent(const Tree& tree, WordNumber n, Sentence& sentence) {
  if (tree.word(n).deprel != "obl:agent") return;
  const WordNumber verb = tree.head(n), subject = tree.child(verb, "nsubj");
  const bool active = subject != 0 && tree.word(subject).deprel == "nsubj" && is_active(tree, verb);
  if (active) sentence.words[n - 1].deprel = "obl";
}

/// "it was willing to meet", with the meeting for what was willing.
void repair_willing(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                    Sentence& sentence) {
  const WordNumber it = tree.child(n, "expl"), deed = tree.child(n, "csubj");
  if (it == 0 || it > n || deed < n || tree.word(n).upos != Upos::ADJ) return;
  const auto found = lexicon.cues_of.find(tree.lemma(n));
  if (found == lexicon.cues_of.end()) return;
  for (const std::uint32_t i : found->second) {
    if (lexicon.cues[i].affirmed.modality != Modality::Planned) continue;
    sentence.words[deed - 1].deprel = "xcomp";
  }
}

/// "is reliant on": an adjective that the lexicon knows, taken for a noun.
void repair_adjective(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                      Sentence& sentence) {
  Word& word = sentence.words[n - 1];
  const bool participle = word.xpos == "VBN";
  if (word.upos != Upos::NOUN && !participle) return;
  if (tree.child(n, "cop") == 0 || tree.child(n, "det") != 0) return;
  const std::string lemma = participle ? tree.lower_form(n) : tree.lemma(n);
  if (!has_entry(lexicon, lemma, WordClass::Adjective) ||
      has_entry(lexicon, lemma, WordClass::Noun))
    return;
  word.upos = Upos::ADJ;
  word.xpos = "JJ";
  word.lemma = lemma;
  for (const WordNumber c : tree.children(n)) {
    if (tree.has_relation(c, "nmod")) sentence.words[c - 1].deprel = "obl";
    if (tree.word(c).deprel == "nsubj:pass") sentence.words[c - 1].deprel = "nsubj";
  }
}

}  // namespace

void repair_finite(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  const bool whole = is_whole(tree);
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (whole) repair_passive(tree, n, sentence);
    if (whole) repair_content(tree, n, sentence);
    repair_subject(tree, n, sentence);
    repair_adjective(lexicon, tree, n, sentence);
    repair_willing(lexicon, tree, n, sentence);
  }
}

void repair_objects(const EventLexicon& /*lexicon*/, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    repair_object(tree, n, sentence);
    repair_agent(tree, n, sentence);
  }
}

}  // namespace entente
