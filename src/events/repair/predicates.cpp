// SPDX-License-Identifier: ISC
#include "events/repair/predicates.h"

#include "events/repair/reattach.h"

#include <algorithm>

namespace entente {

namespace {

/// Hangs n on `head`, unless it was mended already.
void move(const Tree& tree, Sentence& sentence, WordNumber n, WordNumber head) {
  if (sentence.words[n - 1].head == tree.head(n)) sentence.words[n - 1].head = head;
}

/// "Poland contradicted claims", read as a noun phrase: a verb with a subject modifies nothing.
void repair_adjectival_verb(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const WordNumber noun = tree.head(verb), subject = tree.child(verb, "nsubj");
  const std::string& tag = tree.word(verb).xpos;
  if (tree.word(verb).deprel != "amod" || subject == 0 || subject > verb || noun < verb) return;
  if (tag != "VBD" && tag != "VBN" && (tag != "JJ" || tree.word(verb).upos != Upos::VERB)) return;
  const WordNumber reduced = tree.head(noun);
  if (tree.word(noun).deprel == "nsubj:pass" && tree.child(reduced, "aux") == 0) {
    // "closed offices run by Serbia": a reduced clause on the object
    attach(sentence, verb, tree.head(reduced), tree.word(reduced).deprel.c_str());
    attach(sentence, reduced, noun, "acl");
  } else {
    attach(sentence, verb, tree.head(noun), tree.word(noun).deprel.c_str());
  }
  sentence.words[verb - 1].xpos = "VBD";
  attach(sentence, noun, verb, "obj");
  for (const WordNumber c : tree.children(noun)) {
    if (c < verb) move(tree, sentence, c, verb);
  }
}

/// "have alleged Russian involvement", read as having it: the participle right after the auxiliary
/// is the verb.
void repair_had(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const WordNumber noun = tree.head(verb), have = tree.head(noun);
  const bool modifier = tree.word(verb).deprel == "amod" || tree.word(verb).deprel == "compound";
  if (!modifier || tree.word(verb).xpos != "VBN" || have == 0) return;
  if (tree.lemma(have) != "have" || static_cast<WordNumber>(have + 1) != verb) return;
  if (!tree.has_relation(noun, "obj")) return;
  attach(sentence, verb, tree.head(have), tree.word(have).deprel.c_str());
  attach(sentence, have, verb, "aux");
  attach(sentence, noun, verb, "obj");
  sentence.words[verb - 1].upos = Upos::VERB;
  sentence.words[have - 1].upos = Upos::AUX;
  for (const WordNumber c : tree.children(have)) {
    if (c != noun) move(tree, sentence, c, verb);
  }
}

/// A verb in the present or future tense, by itself or by its auxiliary.
bool is_of_present(const Tree& tree, WordNumber verb) {
  const std::string& tag = tree.word(verb).xpos;
  if (tag == "VBZ" || tag == "VBP") return true;
  const WordNumber auxiliary = tree.child(verb, "aux");
  if (auxiliary == 0 || auxiliary > verb) return false;
  const std::string form = tree.lower_form(auxiliary);
  return tree.word(auxiliary).xpos == "VBZ" || tree.word(auxiliary).xpos == "VBP" || form == "will";
}

/// "abstains from ruling and dismisses the suit": a finite verb goes with the finite one.
void repair_conjunct(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const std::string& tag = tree.word(verb).xpos;
  if (!tree.has_relation(verb, "conj") || (tag != "VBZ" && tag != "VBD")) return;
  if (tree.child(verb, "nsubj") != 0 || tree.child(verb, "mark") != 0) return;
  WordNumber first = tree.head(verb);
  const std::string& other = tree.word(first).xpos;
  // "said that it does not attack, and pledged to help": in the tense of "said".
  const WordNumber above = tree.head(first);
  if (tag == "VBD" && tree.has_relation(first, "ccomp") && above != 0 &&
      tree.word(above).xpos == "VBD" && is_of_present(tree, first)) {
    sentence.words[verb - 1].head = above;
    return;
  }
  // "took it to the court, which it does not accept, and banned imports": in the tense of "took".
  const WordNumber comma = verb > 2 ? static_cast<WordNumber>(tree.child(verb, "cc") - 1) : 0;
  if (tag == "VBD" && tree.word(first).deprel == "acl:relcl" && is_of_present(tree, first) &&
      tree.child(verb, "cc") > 1 && tree.word(comma).form == ",") {
    WordNumber main = above;
    while (main != 0 && tree.word(main).xpos != tag) main = tree.head(main);
    if (main != 0 && tree.is_verbal(main)) sentence.words[verb - 1].head = main;
    return;
  }
  if ((other != "VBG" && other != "VB") || tree.child(first, "aux") != 0) return;
  if (tree.child(first, "nsubj") != 0) return;
  while (first != 0 && tree.word(first).xpos != tag) first = tree.head(first);
  if (first != 0 && first < verb && tree.is_verbal(first)) sentence.words[verb - 1].head = first;
}

/// "said it had halted aid", read as the noun phrase "halted aid": a participle with an auxiliary
/// of its own is a verb, and the noun after it is its object.
void repair_perfect(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const WordNumber noun = tree.head(verb), auxiliary = tree.child(verb, "aux");
  if (tree.word(verb).deprel != "amod" || noun < verb || auxiliary == 0 || auxiliary > verb) return;
  Word& word = sentence.words[verb - 1];
  word.upos = Upos::VERB;
  const bool content = tree.has_relation(noun, "obj") || tree.has_relation(noun, "obl");
  attach(sentence, verb, tree.head(noun), content ? "ccomp" : tree.word(noun).deprel.c_str());
  attach(sentence, noun, verb, "obj");
  for (const WordNumber c : tree.children(noun)) {
    if (c < auxiliary) move(tree, sentence, c, verb);
  }
  // "it" hangs on the auxiliary
  for (const WordNumber c : tree.children(auxiliary)) {
    if (tree.has_relation(c, "nsubj")) attach(sentence, c, verb, "nsubj");
  }
}

/// "kidnapped up to 16 advisers": "up to" belongs to the number, so that the noun is the object.
void repair_up_to(const Tree& tree, WordNumber up, Sentence& sentence) {
  const auto at = [&](int steps) { return static_cast<WordNumber>(up + steps); };
  if (at(2) > tree.size() || tree.lower_form(up) != "up" || tree.lower_form(at(1)) != "to") return;
  const WordNumber number = at(2), verb = static_cast<WordNumber>(up - 1);
  if (tree.word(number).upos != Upos::NUM || verb == 0 || !tree.is_verbal(verb)) return;
  const WordNumber noun = tree.word(number).deprel == "nummod" ? tree.head(number) : number;
  if (noun == verb || tree.is_passive(verb) || tree.head(noun) != verb) return;
  attach(sentence, up, number, "advmod");
  attach(sentence, at(1), up, "fixed");
  if (tree.has_relation(noun, "obl")) sentence.words[noun - 1].deprel = "obj";
}

bool is_negation(const Tree& tree, WordNumber n) {
  const std::string form = tree.lower_form(n);
  return form == "not" || form == "n't" || form == "n’t" || form == "never";
}

bool is_auxiliary(const Tree& tree, WordNumber n) {
  const std::string& lemma = tree.lemma(n);
  return tree.word(n).xpos == "MD" || lemma == "have" || lemma == "do" || lemma == "be";
}

/// "never has, and never will, yield": two auxiliaries, joined by "and", that share a verb.
struct SplitAuxiliary {
  WordNumber first = 0, second = 0, verb = 0;  ///< verb 0: there is none
};

SplitAuxiliary split_auxiliary(const Tree& tree, WordNumber first) {
  SplitAuxiliary out{first, 0, 0};
  if (!is_auxiliary(tree, first)) return out;
  bool joined = false;
  const auto last = static_cast<WordNumber>(std::min<int>(tree.size(), first + 8));
  for (auto n = static_cast<WordNumber>(first + 1); n <= last; ++n) {
    const std::string form = tree.lower_form(n);
    if (form == "," || is_negation(tree, n)) continue;
    if (!joined && (form == "and" || form == "or" || form == "nor")) {
      joined = true;
    } else if (joined && out.second == 0 && is_auxiliary(tree, n)) {
      out.second = n;
    } else {
      if (out.second != 0 && tree.word(n).upos == Upos::VERB) out.verb = n;
      return out;
    }
  }
  return out;
}

/// Hangs all that is said of the first auxiliary on the verb, with which it goes.
void repair_split_auxiliary(const Tree& tree, WordNumber first, Sentence& sentence) {
  const SplitAuxiliary split = split_auxiliary(tree, first);
  const WordNumber verb = split.verb;
  if (verb == 0) return;
  if (tree.head(first) != verb) {
    attach(sentence, verb, tree.head(first), tree.word(first).deprel.c_str());
  }
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    const bool between = first < n && n < verb;
    const bool hangs = tree.head(n) == first || tree.head(n) == split.second;
    if (n == verb || !(between || hangs)) continue;
    sentence.words[n - 1].head = verb;
    if (is_negation(tree, n)) sentence.words[n - 1].deprel = "advmod";
  }
  // "has not", "never has"
  for (const int step : {-1, 1}) {
    const auto beside = static_cast<WordNumber>(first + step);
    if (beside > 0 && is_negation(tree, beside)) attach(sentence, beside, first, "advmod");
  }
  attach(sentence, split.second, verb, "aux");
  attach(sentence, first, verb, "reparandum");
}

/// "accused Chad of attacking French troops", read as troops that attack: a gerund with a
/// preposition of its own is a clause, and the noun after it is its object.
void repair_marked_gerund(const Tree& tree, WordNumber gerund, Sentence& sentence) {
  const WordNumber noun = tree.head(gerund), mark = tree.child(gerund, "mark");
  const bool oblique = tree.word(gerund).deprel == "obl" && tree.word(gerund).xpos == "VBG";
  if (oblique && mark != 0 && noun != 0 && tree.is_verbal(noun))
    sentence.words[gerund - 1].deprel = "advcl";
  if (tree.word(gerund).deprel != "amod" || tree.word(gerund).xpos != "VBG") return;
  if (noun < gerund || mark == 0 || mark > gerund || tree.head(noun) == 0) return;
  attach(sentence, gerund, tree.head(noun), "advcl");
  attach(sentence, noun, gerund, "obj");
}

/// The same, with the noun tied to the verb above.
void repair_lost_subject(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const auto noun = static_cast<WordNumber>(verb - 1);
  if (!tree.has_relation(verb, "advcl") || tree.child(verb, "mark") == 0 || noun == 0) return;
  if (tree.child(verb, "nsubj") != 0 || tree.child(verb, "aux") != 0) return;
  if (tree.child(verb, "obj") < verb || !is_nominal(tree, noun)) return;
  if (tree.word(verb).xpos == "VBG") return;  // "signed in January cementing ties"
  const bool loose = tree.has_relation(noun, "obl") && tree.head(noun) == tree.head(verb) &&
                     tree.preposition(noun).empty();
  if (!loose || tree.child(verb, "mark") > noun) return;
  attach(sentence, noun, verb, "nsubj");
  sentence.words[verb - 1].xpos = "VBD";
  sentence.words[verb - 1].feats.clear();
}

/// "after a coalition ousted Saddam", read as a coalition that was ousted: a participle with an
/// object of its own, after what is also a conjunction, is the verb of a clause.
void repair_temporal_clause(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const WordNumber noun = tree.head(verb);
  if (tree.word(verb).deprel != "acl" || tree.word(verb).xpos != "VBN" || noun + 1 != verb) return;
  const std::string marker = tree.preposition(noun);
  if (marker != "after" && marker != "before" && marker != "since" && marker != "until") return;
  WordNumber object = tree.child(verb, "obj");
  if (object == 0) object = tree.child(verb, "xcomp");
  if (object < verb || !is_nominal(tree, object) || !tree.preposition(object).empty()) return;
  attach(sentence, verb, tree.head(noun), "advcl");
  sentence.words[verb - 1].xpos = "VBD";
  sentence.words[verb - 1].feats.clear();
  attach(sentence, noun, verb, "nsubj");
  attach(sentence, object, verb, "obj");
  for (const WordNumber c : tree.children(noun)) {
    if (tree.has_relation(c, "case")) attach(sentence, c, verb, "mark");
  }
}

/// "after an Angolan unit killed him", read as after a unit: a noun after what is also a
/// conjunction, right before a finite verb that lacks a subject.
void repair_conjunction(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const std::string& tag = tree.word(verb).xpos;
  if ((tag != "VBD" && tag != "VBZ" && tag != "VBP") || !tree.has_relation(verb, "advcl")) return;
  if (tree.child(verb, "nsubj") != 0 || tree.child(verb, "mark") != 0) return;
  for (const WordNumber c : tree.children(tree.head(verb))) {
    if (tree.span(c).last + 1 != tree.span(verb).first || !is_nominal(tree, c)) continue;
    const std::string marker = tree.preposition(c);
    if (marker != "after" && marker != "before" && marker != "since" && marker != "until" &&
        marker != "as" && marker != "than")
      continue;
    attach(sentence, c, verb, "nsubj");
    for (const WordNumber d : tree.children(c)) {
      if (tree.has_relation(d, "case")) attach(sentence, d, verb, "mark");
    }
  }
}

/// "troops had defeated ISIS and Turkey would move in": a name before an auxiliary is a subject,
/// not one more that was defeated.
void repair_joined_subject(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const WordNumber auxiliary = tree.child(verb, "aux");
  if (!tree.has_relation(verb, "conj") || tree.child(verb, "nsubj") != 0 || auxiliary < 2) return;
  auto subject = static_cast<WordNumber>(auxiliary - 1);
  while (subject != 0 && tree.head(subject) > tree.head(verb) &&
         !tree.has_relation(subject, "conj"))
    subject = tree.head(subject);
  if (subject == 0 || !tree.has_relation(subject, "conj") || !is_nominal(tree, subject)) return;
  if (tree.head(subject) < tree.head(verb) || tree.span(subject).last + 1 != auxiliary) return;
  attach(sentence, subject, verb, "nsubj");
  for (const WordNumber c : tree.children(subject)) {
    if (tree.has_relation(c, "cc")) sentence.words[c - 1].head = verb;
  }
}

/// "continues to toe Moscow's line": before a bare verb "to" is no preposition.
void repair_to(const Tree& tree, WordNumber to, Sentence& sentence) {
  const auto verb = static_cast<WordNumber>(to + 1);
  const WordNumber noun = tree.head(to);
  if (verb >= tree.size() || tree.lower_form(to) != "to" || tree.word(to).deprel != "case") return;
  if (tree.word(verb).xpos != "VB" || tree.dominates(noun, verb) || noun < verb) return;
  attach(sentence, to, verb, "mark");
  if (tree.has_relation(noun, "obl") && tree.child(verb, "obj") == 0)
    attach(sentence, noun, verb, "obj");
}

/// "In addition to the advance, bombers and aircraft conducted raids", with the bombers for one
/// more thing that the phrase before the comma adds.
void repair_fronted(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const std::string& tag = tree.word(verb).xpos;
  if ((tag != "VBD" && tag != "VBN" && tag != "VBZ") || tree.child(verb, "aux") != 0) return;
  if (tree.child(verb, "nsubj") != 0 || verb < 4 || tree.has_relation(verb, "conj")) return;
  WordNumber comma = 0;
  for (WordNumber n = 2; n < verb; ++n) {
    if (tree.word(n).form == ",") comma = comma == 0 ? n : WordNumber{1};
  }
  if (comma < 2) return;  // none, or several
  WordNumber subject = 0;
  for (WordNumber n = static_cast<WordNumber>(comma + 1); n < verb; ++n) {
    const bool loose = tree.has_relation(n, "conj") || tree.has_relation(n, "appos");
    if (!loose || tree.head(n) > comma || !is_nominal(tree, n)) continue;
    if (subject == 0) {
      if (!tree.dominates(tree.head(n), n) || tree.child(n, "cc") != 0) return;
      subject = n;
    } else {
      attach(sentence, n, subject, "conj");
    }
  }
  if (subject == 0) return;
  attach(sentence, subject, verb, "nsubj");
  if (tag == "VBN") sentence.words[verb - 1].xpos = "VBD";
  for (WordNumber n = static_cast<WordNumber>(verb + 1); n <= tree.size(); ++n) {
    const bool stray = tree.has_relation(n, "conj") && tree.head(n) < comma;
    if (stray && is_nominal(tree, n) && tree.child(verb, "obj") == 0) {
      attach(sentence, n, verb, "obj");
      return;
    }
  }
}

/// "an allegation Maduro rejected", read as Maduro the allegation.
void repair_relative_subject(const Tree& tree, WordNumber verb, Sentence& sentence) {
  if (tree.word(verb).deprel != "acl:relcl" || tree.child(verb, "nsubj") != 0) return;
  for (const WordNumber c : tree.children(tree.head(verb))) {
    const bool name = tree.has_relation(c, "appos") && tree.word(c).upos == Upos::PROPN;
    if (name && tree.span(c).last + 1 == verb) attach(sentence, c, verb, "nsubj");
  }
}

/// The preposition that a relative clause leaves behind: "whose support he relies on,"; 0 for none.
WordNumber stranded_preposition(const Tree& tree, WordNumber verb) {
  for (const WordNumber c : tree.children(verb)) {
    const std::string& tag = tree.word(c).xpos;
    const auto next = static_cast<WordNumber>(c + 1);
    if (c < verb || (tag != "IN" && tag != "RP") || !tree.children(c).empty()) continue;
    if (next <= tree.size() && tree.word(next).upos == Upos::PUNCT) return c;
  }
  return 0;
}

/// The noun that "whose" begins: below the verb of its clause, or above it; 0 for none.
WordNumber thing_of_whose(const Tree& tree, WordNumber verb) {
  const auto is_whose = [&](WordNumber n) {
    const WordNumber owner = n == 0 ? n : tree.child(n, "nmod:poss");
    return owner != 0 && owner < n && tree.lower_form(owner) == "whose";
  };
  if (is_whose(tree.head(verb))) return tree.head(verb);
  for (const WordNumber c : tree.children(verb)) {
    if (c < verb && is_whose(c)) return c;
  }
  return 0;
}

/// "Moscow, whose support he relies on", "Moscow, on whose support he relies": the clause is said
/// of the name before it, and the preposition is the support's.
void repair_whose(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const WordNumber thing = thing_of_whose(tree, verb);
  if (thing == 0 || thing > verb || !tree.has_relation(verb, "acl") || !tree.is_verbal(verb))
    return;
  const WordNumber stranded = stranded_preposition(tree, verb);
  if (tree.preposition(thing).empty() && stranded == 0) return;
  auto name = static_cast<WordNumber>(tree.child(thing, "nmod:poss") - 1);
  while (name > 1 && !is_nominal(tree, name)) {  // "Moscow, on whose"
    if (tree.word(name).upos != Upos::PUNCT && tree.word(name).upos != Upos::ADP) return;
    --name;
  }
  if (!is_nominal(tree, name) || tree.dominates(verb, name) || tree.dominates(thing, name)) return;
  attach(sentence, verb, name, "acl:relcl");
  attach(sentence, thing, verb, "obl");
  if (stranded != 0)  // as `Tree::preposition` reads what comes behind
    attach(sentence, stranded, thing, "mark");
}

}  // namespace

void repair_predicate(const Tree& tree, WordNumber n, Sentence& sentence) {
  repair_adjectival_verb(tree, n, sentence);
  repair_perfect(tree, n, sentence);
  repair_had(tree, n, sentence);
  repair_conjunct(tree, n, sentence);
  repair_up_to(tree, n, sentence);
  repair_split_auxiliary(tree, n, sentence);
  repair_marked_gerund(tree, n, sentence);
  repair_relative_subject(tree, n, sentence);
  repair_whose(tree, n, sentence);
  repair_temporal_clause(tree, n, sentence);
  repair_conjunction(tree, n, sentence);
  repair_joined_subject(tree, n, sentence);
  repair_to(tree, n, sentence);
  repair_fronted(tree, n, sentence);
  repair_lost_subject(tree, n, sentence);
}

}  // namespace entente
