// SPDX-License-Identifier: ISC
#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

/// "took in Somali refugees": a bare plural is no place.
bool takes_people(const Tree& tree, WordNumber in) {
  const WordNumber noun = tree.head(in);
  return noun > in && tree.word(noun).xpos == "NNS" && tree.child(noun, "det") == 0;
}

void repair_particle(const EventLexicon& lexicon, const Tree& tree, WordNumber verb,
                     Sentence& sentence) {
  constexpr std::array<std::string_view, 7> kParticles = {"away", "back", "down", "off",
                                                          "out",  "over", "up"};
  const WordNumber particle = static_cast<WordNumber>(verb + 1);
  if (particle >= tree.size() || !tree.is_verbal(verb)) return;
  const std::string form = tree.lower_form(particle);
  const bool takes_in = form == "in" && takes_people(tree, particle);
  if (!takes_in && std::find(kParticles.begin(), kParticles.end(), form) == kParticles.end())
    return;
  if (!takes_particle(lexicon, tree.lemma(verb), form)) return;
  const WordNumber noun = tree.head(particle);
  if (tree.word(particle).deprel == "case" && tree.head(noun) == verb) {
    if (tree.word(static_cast<WordNumber>(particle + 1)).upos == Upos::ADP) return;  // "out of"
    // without "was" it is no passive, whatever the parser took the subject for
    const bool passive = tree.is_passive(verb) && tree.child(verb, "aux:pass") != 0;
    if (!passive) {
      sentence.words[noun - 1].deprel = "obj";
      if (tree.word(verb).xpos == "VBN" && tree.child(verb, "aux") == 0) {
        sentence.words[verb - 1].xpos = "VBD";
        sentence.words[verb - 1].feats.clear();
      }
      for (const WordNumber c : tree.children(verb)) {
        if (tree.word(c).deprel == "nsubj:pass") sentence.words[c - 1].deprel = "nsubj";
      }
    }
  } else if (tree.word(particle).deprel != "advmod" || noun == verb) {
    return;
  }
  attach(sentence, particle, verb, "compound:prt");
}

/// "offered to mediate between X and Y", read as "to a mediate": a bare noun after "to" that the
/// lexicon knows as a verb only is an infinitive.
void repair_infinitive(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                       Sentence& sentence) {
  const WordNumber to = static_cast<WordNumber>(n - 1), head = tree.head(n);
  if (to == 0 || head == 0 || tree.word(n).xpos != "NN" || tree.lower_form(to) != "to") return;
  if (tree.head(to) != n || tree.lower_form(n) != tree.lemma(n)) return;
  const std::string lemma = tree.lemma(n);
  if (!has_entry(lexicon, lemma, WordClass::Verb) || has_entry(lexicon, lemma, WordClass::Noun)) {
    return;
  }
  sentence.words[n - 1].upos = Upos::VERB;
  sentence.words[n - 1].xpos = "VB";
  if (tree.has_relation(n, "compound") && head > n) {  // "to wage war", read as a wage war
    const WordNumber above = tree.head(head);
    if (above != 0 && tree.has_relation(above, "obj")) {  // "use ports to wage war"
      attach(sentence, n, tree.head(above), "advcl");
    } else {
      attach(sentence, n, above, above != 0 && tree.is_verbal(above) ? "xcomp" : "acl");
    }
    attach(sentence, head, n, "obj");
    sentence.words[to - 1].deprel = "mark";
    for (const WordNumber c : tree.children(tree.head(above))) {  // "... on Colombia"
      if (c > head && tree.has_relation(c, "obl")) sentence.words[c - 1].head = n;
    }
    return;
  }
  sentence.words[n - 1].deprel = tree.is_verbal(head) ? "xcomp" : "acl";
  sentence.words[to - 1].deprel = "mark";
  for (const WordNumber c : tree.children(n)) {
    if (tree.has_relation(c, "nmod")) sentence.words[c - 1].deprel = "obl";
  }
  for (const WordNumber c : tree.children(head)) {  // what follows is the infinitive's
    if (c <= n || !tree.has_relation(c, "obl")) continue;
    sentence.words[c - 1].head = n;
  }
}

/// "is due to host President X", read as a noun phrase with "due to" as its preposition: the
/// infinitive is what is due, and what the noun phrase had is its object or hangs on "due".
void repair_due(const Tree& tree, WordNumber due, Sentence& sentence) {
  const WordNumber to = static_cast<WordNumber>(due + 1), verb = static_cast<WordNumber>(due + 2);
  if (verb > tree.size() || tree.lower_form(due) != "due" || tree.lower_form(to) != "to") return;
  if (tree.word(verb).xpos != "VB" || tree.head(due) == 0 || tree.head(verb) == due) return;
  const WordNumber head = tree.head(due);  // of the phrase, or the infinitive itself
  const WordNumber cop = tree.child(head, "cop");
  if (cop == 0 || cop > due || head < verb || (head != verb && tree.head(verb) != head)) return;
  for (const WordNumber c : tree.children(head)) {
    if (c < due) {
      const bool outer = tree.word(c).deprel == "nsubj:outer";
      attach(sentence, c, due, outer ? "nsubj" : tree.word(c).deprel);
    } else if (head != verb && !tree.preposition(c).empty() && tree.has_relation(c, "nmod")) {
      attach(sentence, c, verb, "obl");
    } else if (tree.has_relation(c, "punct")) {
      attach(sentence, c, due, "punct");
    }
  }
  attach(sentence, due, tree.head(head), tree.word(head).deprel);
  attach(sentence, verb, due, "xcomp");
  attach(sentence, to, verb, "mark");
  if (head != verb) attach(sentence, head, verb, "obj");
  sentence.words[verb - 1].upos = Upos::VERB;
}

}  // namespace

void repair_particles(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    repair_particle(lexicon, tree, n, sentence);
    repair_infinitive(lexicon, tree, n, sentence);
    repair_due(tree, n, sentence);
  }
}

}  // namespace entente
