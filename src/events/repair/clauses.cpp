// SPDX-License-Identifier: ISC
#include "events/repair/contents.h"
#include "events/repair/predicates.h"
#include "events/repair/reattach.h"
#include "events/repair/trees.h"

namespace entente {

namespace {

/// "According to what Kagame said": what he said is one phrase.
void repair_free_relative(const Tree& tree, WordNumber what, Sentence& sentence) {
  if (tree.word(what).xpos != "WP" || tree.preposition(what).empty()) return;
  for (const WordNumber c : tree.children(tree.head(what))) {
    if (tree.has_relation(c, "advcl") && tree.span(c).first == what + 1)
      attach(sentence, c, what, "acl:relcl");
  }
}

/// "as a base for attacks on Syria": what follows is what it is a base for.
void repair_as_for(const Tree& tree, WordNumber noun, Sentence& sentence) {
  if (!tree.has_relation(noun, "obl") || tree.preposition(noun) != "for") return;
  for (const WordNumber c : tree.children(tree.head(noun))) {
    if (tree.has_relation(c, "obl") && tree.preposition(c) == "as" &&
        tree.span(c).last + 1 == tree.span(noun).first)
      attach(sentence, noun, c, "nmod");
  }
}

/// "criticized the decision via Twitter": decisions have no such phrases.
void repair_via(const Tree& tree, WordNumber noun, Sentence& sentence) {
  const WordNumber object = tree.head(noun), verb = tree.head(object);
  if (!tree.has_relation(noun, "nmod") || !tree.has_relation(object, "obj") || verb == 0) return;
  const std::string preposition = tree.preposition(noun);
  if (preposition == "via" || preposition == "despite" || preposition == "amid")
    attach(sentence, noun, verb, "obl");
}

/// "annex Crimea, where troops have been stationed": what is added with "where" is said of the
/// name.
void repair_where(const Tree& tree, WordNumber where, Sentence& sentence) {
  const WordNumber verb = tree.head(where);
  if (where < 3 || verb < where || tree.lower_form(where) != "where") return;
  if (tree.word(static_cast<WordNumber>(where - 1)).form != ",") return;
  if (!tree.has_relation(verb, "ccomp") && !tree.has_relation(verb, "advcl")) return;
  const auto noun = static_cast<WordNumber>(where - 2);
  if (tree.word(noun).upos == Upos::PROPN && !tree.dominates(verb, noun))
    attach(sentence, verb, noun, "acl:relcl");
}

/// "had nothing to do with the attack": with it the verb has nothing to do.
void repair_to_do_with(const Tree& tree, WordNumber noun, Sentence& sentence) {
  const WordNumber infinitive = tree.head(noun), thing = tree.head(infinitive);
  if (thing == 0 || tree.lemma(infinitive) != "do" || tree.preposition(noun) != "with") return;
  const WordNumber verb = tree.head(thing);
  const std::string form = tree.lower_form(thing);
  if (form != "nothing" && form != "anything" && form != "something") return;
  if (verb != 0 && tree.has_relation(thing, "obj")) attach(sentence, noun, verb, "obl");
}

void repair_clause(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                   Sentence& sentence) {
  repair_predicate(tree, n, sentence);
  repair_where(tree, n, sentence);
  repair_free_relative(tree, n, sentence);
  repair_as_for(tree, n, sentence);
  repair_via(tree, n, sentence);
  repair_to_do_with(tree, n, sentence);
  repair_content(lexicon, tree, n, sentence);
}

}  // namespace

void repair_clauses(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) repair_clause(lexicon, tree, n, sentence);
  if (!is_tree(sentence)) {  // leave out what contradicts what was mended before
    sentence = tree.sentence();
    for (WordNumber n = 1; n <= tree.size(); ++n) {
      const Sentence before = sentence;
      repair_clause(lexicon, tree, n, sentence);
      if (!is_tree(sentence)) sentence = before;
    }
  }
}

}  // namespace entente
