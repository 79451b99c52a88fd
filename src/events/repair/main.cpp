// SPDX-License-Identifier: ISC
#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"
#include "events/sides.h"

namespace entente {

namespace {

bool is_past_or_present(const Tree& tree, WordNumber n) {
  const std::string& tag = tree.word(n).xpos;
  return tag == "VBD" || tag == "VBZ" || tag == "VBP";
}

WordNumber root_of(const Tree& tree) {
  return tree.children(0).empty() ? WordNumber{0} : tree.children(0).front();
}

/// "Chad closed the border after three soldiers were wounded", with the marked clause as the root:
/// the finite verb before the marker is the main one.
bool repair_marked_root(const Tree& tree, Sentence& sentence) {
  const WordNumber root = root_of(tree), mark = tree.child(root, "mark");
  if (mark < 2 || mark > root || !tree.is_clause(root)) return false;
  if (!is_any(tree.lower_form(mark), {"after", "before", "since", "because", "although", "while"}))
    return false;
  WordNumber main = 0;
  for (const WordNumber c : tree.children(root)) {
    if (c < mark && is_past_or_present(tree, c) && tree.word(c).upos == Upos::VERB) main = c;
  }
  if (main == 0) return false;
  attach(sentence, main, 0, "root");
  attach(sentence, root, main, "advcl");
  for (const WordNumber c : tree.children(root)) {
    if (c >= mark || c == main) continue;
    attach(sentence, c, main, tree.has_relation(c, "nsubj") ? "nsubj" : tree.word(c).deprel);
  }
  for (const WordNumber c : tree.children(main)) {  // "after three soldiers", tied to the closing
    if (c < mark || c > root || !is_nominal(tree, c) || tree.child(root, "nsubj") > mark) continue;
    const bool passive = tree.child(root, "aux:pass") != 0;
    attach(sentence, c, root, passive ? "nsubj:pass" : "nsubj");
  }
  return true;
}

/// A relative pronoun as a child.
bool is_relative(const Tree& tree, WordNumber verb) {
  for (const WordNumber c : tree.children(verb)) {
    const std::string& tag = tree.word(c).xpos;
    if (tag == "WDT" || tag == "WP" || tag == "WRB" || tag == "WP$") return true;
  }
  return false;
}

/// "Algeria, which borders Mali, denied it", as a name of which two things are said: what has no
/// relative pronoun, after a comma, in a whole sentence, is the main clause.
bool repair_named_root(const Tree& tree, Sentence& sentence) {
  const WordNumber root = root_of(tree);
  if (!is_whole(tree) || !is_nominal(tree, root) || tree.child(root, "cop") != 0) return false;
  for (const WordNumber verb : tree.children(root)) {
    const bool hangs = tree.has_relation(verb, "acl") || tree.has_relation(verb, "parataxis");
    if (verb < root || !hangs || !is_past_or_present(tree, verb)) continue;
    if (tree.child(verb, "nsubj") != 0 || is_relative(tree, verb)) continue;
    if (tree.word(static_cast<WordNumber>(tree.span(verb).first - 1)).form != "," &&
        tree.word(tree.span(verb).first).form != ",")
      continue;
    attach(sentence, verb, 0, "root");
    attach(sentence, root, verb, "nsubj");
    return true;
  }
  return false;
}

/// "Mali severed relations after an official hinted that", with the relations for what hinted: the
/// participle between a name and its noun is the main verb.
bool repair_swallowed(const Tree& tree, WordNumber participle, Sentence& sentence) {
  const WordNumber noun = tree.head(participle), verb = tree.head(noun);
  if (tree.word(participle).deprel != "amod" || tree.word(participle).xpos != "VBN") return false;
  if (participle < 2 || noun < participle || verb < noun || !tree.has_relation(noun, "nsubj"))
    return false;
  const auto subject = static_cast<WordNumber>(participle - 1);
  const bool name = tree.word(subject).upos == Upos::PROPN && tree.head(subject) == noun;
  if (!name || !is_past_or_present(tree, verb)) return false;
  for (const WordNumber c : tree.children(noun)) {
    if (c < noun || !tree.has_relation(c, "nmod")) continue;
    if (!is_any(tree.preposition(c), {"after", "before", "since"})) continue;
    if (tree.span(c).last + 1 != verb) continue;
    attach(sentence, participle, tree.head(verb), tree.word(verb).deprel);
    attach(sentence, subject, participle, "nsubj");
    attach(sentence, noun, participle, "obj");
    attach(sentence, verb, participle, "advcl");
    attach(sentence, c, verb, "nsubj");
    for (const WordNumber d : tree.children(c)) {
      if (tree.has_relation(d, "case")) attach(sentence, d, verb, "mark");
    }
    sentence.words[participle - 1].upos = Upos::VERB;
    sentence.words[participle - 1].xpos = "VBD";
    return true;
  }
  return false;
}

/// "Rebels allied with them captured Goma", with the pronoun for whoever captured it: no subject
/// has a preposition.
bool repair_marked_subject(const Tree& tree, WordNumber pronoun, Sentence& sentence) {
  const WordNumber main = tree.head(pronoun), participle = tree.head(main);
  if (!tree.has_relation(pronoun, "nsubj") || tree.child(pronoun, "case") == 0) return false;
  const WordNumber subject = participle == 0 ? participle : tree.child(participle, "nsubj");
  if (subject == 0 || subject > participle || participle + 1 != tree.span(pronoun).first)
    return false;
  if (tree.word(participle).upos != Upos::VERB || tree.child(participle, "aux") != 0) return false;
  if (main < pronoun || !tree.is_verbal(main) || tree.child(main, "mark") != 0) return false;
  attach(sentence, main, tree.head(participle), tree.word(participle).deprel);
  attach(sentence, subject, main, "nsubj");
  attach(sentence, pronoun, participle, "obl");
  for (const WordNumber c : tree.children(participle)) {
    if (c != main && c != subject) attach(sentence, c, main, tree.word(c).deprel);
  }
  const auto before = static_cast<WordNumber>(participle - 1);
  const bool noun = is_nominal(tree, before) && tree.dominates(subject, before);
  attach(sentence, participle, noun ? before : subject, "acl");
  if (tree.word(participle).xpos == "VBD") sentence.words[participle - 1].xpos = "VBN";
  return true;
}

}  // namespace

void repair_main(const EventLexicon& /*lexicon*/, const Tree& tree, Sentence& sentence) {
  if (root_of(tree) == 0) return;
  if (repair_marked_root(tree, sentence) || repair_named_root(tree, sentence)) return;
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (repair_swallowed(tree, n, sentence) || repair_marked_subject(tree, n, sentence)) return;
  }
}

}  // namespace entente
