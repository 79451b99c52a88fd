// SPDX-License-Identifier: ISC
#include "entities/english.h"
#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"

#include <algorithm>

namespace entente {

namespace {

bool is_time(const Tree& tree, WordNumber n) {
  const std::string& lemma = tree.lemma(n);
  return lemma == "month" || lemma == "week" || lemma == "year" ||
         is_day_or_month(tree.word(n).form);
}

/// "said last month that it was planning"
void repair_time_object(const Tree& tree, WordNumber clause, Sentence& sentence) {
  const WordNumber time = tree.head(clause);
  if (tree.child(clause, "nsubj") == 0 || !is_time(tree, time)) return;
  sentence.words[time - 1].deprel = "obl:unmarked";
  attach(sentence, clause, tree.head(time), "ccomp");
}

/// "denied on Tuesday that troops had attacked", as what Tuesday is.
void repair_time_phrase(const EventLexicon& lexicon, const Tree& tree, WordNumber clause,
                        Sentence& sentence) {
  const WordNumber time = tree.head(clause), verb = tree.head(time),
                   that = tree.child(clause, "mark");
  if (time == 0 || !tree.has_relation(clause, "acl") || !tree.has_relation(time, "obl")) return;
  if (that == 0 || tree.lower_form(that) != "that" || !is_time(tree, time)) return;
  if (tree.child(verb, "ccomp") == 0 && reports(lexicon, tree.lemma(verb)))
    attach(sentence, clause, verb, "ccomp");
}

/// "said Rwanda's conduct amounted to war"
void repair_said_noun(const Tree& tree, WordNumber participle, Sentence& sentence) {
  const WordNumber noun = tree.head(participle), verb = tree.head(noun);
  const std::string& tag = tree.word(participle).xpos;
  if (tag != "VBD" && tag != "VBN" && tag != "VBZ" && tag != "VBP") return;
  if (participle < noun || noun < verb || tree.child(participle, "nsubj") != 0) return;
  if (tree.lemma(verb) != "say" || tree.child(verb, "ccomp") != 0) return;
  attach(sentence, participle, verb, "ccomp");
  attach(sentence, noun, participle, "nsubj");
  Word& word = sentence.words[participle - 1];
  if (tag != "VBN") return;
  word.xpos = "VBD";
  word.feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
}

}  // namespace

void repair_said(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    repair_time_phrase(lexicon, tree, n, sentence);
    const WordNumber noun = tree.head(n);
    if (!tree.has_relation(n, "acl") || !tree.has_relation(noun, "obj")) continue;
    if (!reports(lexicon, tree.lemma(tree.head(noun)))) continue;
    repair_time_object(tree, n, sentence);
    if (tree.word(n).deprel == "acl") repair_said_noun(tree, n, sentence);
  }
}

}  // namespace entente
