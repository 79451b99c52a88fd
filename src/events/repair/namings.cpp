// SPDX-License-Identifier: ISC
#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/sides.h"

namespace entente {

namespace {

/// A closed class: verbs of "what X ... (as) Y" after which Y is the thing.
bool names(const Tree& tree, WordNumber verb) {
  return is_any(tree.lemma(verb), {"call", "term", "describe", "label", "brand", "dub", "regard",
                                   "see", "view", "consider", "deem", "characterise",
                                   "characterize", "denounce", "condemn", "portray", "perceive"});
}

/// The verb of the free relative that "what" begins; 0 for none.
WordNumber verb_of(const Tree& tree, WordNumber what) {
  if (tree.word(what).xpos != "WP" || tree.lower_form(what) != "what") return 0;
  const WordNumber verb = tree.child(what, "acl");
  return verb > what && names(tree, verb) && tree.child(verb, "nsubj") > what ? verb
                                                                              : WordNumber{0};
}

/// What the verb calls it: "called aggression", "described as aggression".
WordNumber name_of(const Tree& tree, WordNumber verb) {
  for (const WordNumber c : tree.children(verb)) {
    if (c < verb || !is_nominal(tree, c)) continue;
    const bool as = tree.preposition(c) == "as";
    if (as || tree.has_relation(c, "obj") || tree.has_relation(c, "xcomp")) return c;
  }
  return 0;
}

void repair_naming(const Tree& tree, WordNumber what, Sentence& sentence) {
  const WordNumber verb = verb_of(tree, what), name = verb == 0 ? verb : name_of(tree, verb);
  if (name == 0) return;
  attach(sentence, name, tree.head(what), tree.word(what).deprel);
  attach(sentence, what, verb, "obj");
  attach(sentence, verb, name, "acl:relcl");
  for (const WordNumber c : tree.children(name)) {
    if (tree.has_relation(c, "case") && c < name) attach(sentence, c, verb, "mark");
  }
  for (const WordNumber c : tree.children(what)) {
    if (tree.has_relation(c, "case")) attach(sentence, c, name, "case");
  }
  for (const WordNumber c : tree.children(verb)) {
    if (c > name && tree.has_relation(c, "obl")) attach(sentence, c, name, "nmod");
  }
}

}  // namespace

void repair_namings(const EventLexicon& /*lexicon*/, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) repair_naming(tree, n, sentence);
}

}  // namespace entente
