// SPDX-License-Identifier: ISC
#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"

namespace entente {

namespace {

bool is_finite(const Word& word) {
  return word.upos == Upos::AUX || word.xpos == "VBD" || word.xpos == "VBZ" || word.xpos == "VBP" ||
         word.xpos == "MD";
}

/// Makes `verb` the root, what stood above it its subject or object.
void make_root(Sentence& sentence, WordNumber verb, const char* tag) {
  Word& word = sentence.words[verb - 1];
  word.upos = Upos::VERB;
  word.xpos = tag;
  attach(sentence, verb, 0, "root");
}

WordNumber root_of(const Tree& tree) {
  return tree.children(0).empty() ? WordNumber{0} : tree.children(0).front();
}

/// A participle on a noun, without a relative pronoun.
bool is_reduced(const Tree& tree, WordNumber n) {
  return tree.word(n).deprel == "amod" || tree.word(n).deprel == "acl";
}

/// A finite verb of the clause of `head` itself, not of a clause below it.
bool has_finite_verb(const Tree& tree, WordNumber head) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (!tree.dominates(head, n) || !is_finite(tree.word(n)) || is_reduced(tree, n)) continue;
    WordNumber up = n;
    while (up != head && !tree.has_relation(up, "advcl") && !tree.has_relation(up, "acl") &&
           !tree.has_relation(up, "ccomp") && !tree.has_relation(up, "parataxis") &&
           !tree.has_relation(up, "conj")) {
      up = tree.head(up);
    }
    if (up == head) return true;
  }
  return false;
}

/// "reported that Rwanda limited ties", with "that ties" for what was reported.
bool is_content_with_that(const Tree& tree, WordNumber head) {
  const WordNumber that = tree.child(head, "det");
  return tree.has_relation(head, "obj") && that != 0 && tree.lower_form(that) == "that" &&
         tree.word(head).xpos == "NNS";
}

/// Puts the verb where `head` stands.
void promote(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence, WordNumber verb,
             WordNumber head) {
  Word& word = sentence.words[verb - 1];
  const std::string lemma = past_verb(lexicon, tree.lower_form(verb));
  if (!lemma.empty()) word.lemma = lemma;
  word.upos = Upos::VERB;
  if (!is_finite(word)) word.xpos = "VBD";
  attach(sentence, verb, tree.head(head), tree.word(head).deprel.c_str());
  if (is_content_with_that(tree, head)) {
    word.deprel = "ccomp";
    attach(sentence, tree.child(head, "det"), verb, "mark");
  }
  for (const WordNumber c : tree.children(head)) {  // "..., as authorities in Croatia ..."
    const bool goes_on = tree.has_relation(c, "conj") && tree.is_verbal(c);
    if (c > verb && (tree.has_relation(c, "advcl") || tree.has_relation(c, "obl") || goes_on)) {
      attach(sentence, c, verb, tree.word(c).deprel.c_str());
    }
  }
}

/// A name before a participle, or a noun that has an article of its own ("the bloc imposed").
bool may_be_subject(const Tree& tree, WordNumber n) {
  if (!tree.has_relation(n, "amod") && !tree.has_relation(n, "compound") &&
      !tree.has_relation(n, "nsubj") && tree.word(n).deprel != "obl:unmarked") {
    return false;
  }
  if (tree.word(n).upos == Upos::NOUN) {
    const WordNumber first = tree.span(n).first;  // "A bomb", with the article for the object's
    return tree.child(n, "det") != 0 || (first > 1 && tree.word(first - 1).upos == Upos::DET);
  }
  const bool measure =
      n > 1 && tree.word(n).deprel == "obl:unmarked";  // "Tuesday", "Egypt severed"
  const bool name = tree.word(n).upos == Upos::PROPN || tree.word(n).xpos == "NNP";
  return name && tree.word(n).xpos != "JJ" && !measure;
}

/// "mobilized", taken for an adjective or participle, of a verb that the lexicon has.
bool may_be_past(const EventLexicon& lexicon, const Tree& tree, WordNumber n) {
  const std::string& tag = tree.word(n).xpos;
  if (tag == "VBN" || tag == "VBD" || tag == "VBP" || tag == "VBZ") return true;
  return tag == "JJ" && !past_verb(lexicon, tree.lower_form(n)).empty();
}

/// In a whole sentence without another verb the first noun phrase is the subject, whatever the
/// parser took it for.
bool begins_sentence(const Tree& tree, WordNumber subject, WordNumber verb) {
  const bool before = subject + 1 == verb || tree.span(subject).last + 1 == verb;
  return is_whole(tree) && before && is_nominal(tree, subject) &&
         !tree.has_relation(subject, "conj") && tree.word(subject).xpos != "JJ" &&
         (tree.word(subject).upos == Upos::PROPN || tree.word(subject).xpos == "NNS" ||
          tree.child(subject, "det") != 0);
}

/// "Serbian forces massacred Bosnians" and "Germany delivered tanks", read as noun phrases with a
/// participle: nouns on both sides of the participle and no finite verb make it the verb.
bool repair_participle(const EventLexicon& lexicon, const Tree& tree, WordNumber head,
                       Sentence& sentence) {
  const bool clause =
      tree.head(head) == 0 || tree.has_relation(head, "ccomp") || is_content_with_that(tree, head);
  if (!clause || !is_nominal(tree, head) || tree.child(head, "cop") != 0) return false;
  if (has_finite_verb(tree, head)) return false;
  for (const WordNumber v : tree.children(head)) {
    if (!is_reduced(tree, v) || !may_be_past(lexicon, tree, v)) continue;
    if (v > head && tree.child(v, "nsubj") != 0) continue;  // "reports that Russia attacked"
    if (v > head) {                                         // subject, participle, object
      WordNumber object = 0;
      for (const WordNumber from : {head, v}) {
        for (const WordNumber c : tree.children(from)) {
          if (c > v && is_nominal(tree, c) && tree.preposition(c).empty() && object == 0)
            object = c;
        }
      }
      const WordNumber obl = tree.child(v, "obl");
      const std::string direction = obl == 0 ? std::string() : tree.preposition(obl);
      const bool moves = direction == "into" || direction == "from" || direction == "out of";
      const bool alone = obl != 0 && direction != "by" && begins_sentence(tree, head, v);
      if (object == 0 && !moves && !alone) return false;
      promote(lexicon, tree, sentence, v, head);
      attach(sentence, head, v, "nsubj");
      if (object != 0) attach(sentence, object, v, "obj");
      return true;
    }
    for (const WordNumber from : {v, head}) {  // subject, participle, head as object
      for (const WordNumber c : tree.children(from)) {
        if (c >= v || (!may_be_subject(tree, c) && !begins_sentence(tree, c, v))) continue;
        if (c + 1 != v && tree.span(c).last + 1 != v) continue;  // "Moscow - backed rebels"
        promote(lexicon, tree, sentence, v, head);
        attach(sentence, c, v, "nsubj");
        for (const WordNumber d : tree.children(head)) {  // "A bomb", "Miners in Ethiopia"
          const bool said = sentence.words[d - 1].deprel == "mark";
          if (d < c && !said) attach(sentence, d, c, tree.word(d).deprel);
        }
        attach(sentence, head, v, "obj");
        return true;
      }
    }
  }
  return false;
}

bool repair_participles(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (repair_participle(lexicon, tree, n, sentence)) return true;
  }
  return false;
}

/// In lower case and before a noun phrase, a form that is the past tense of a verb of the lexicon.
bool is_hidden_past(const EventLexicon& lexicon, const Tree& tree, WordNumber n) {
  const auto before = static_cast<WordNumber>(n - 1), after = static_cast<WordNumber>(n + 1);
  if (n < 2 || after >= tree.size() || past_verb(lexicon, tree.word(n).form).empty()) return false;
  if (!tree.word(n).form.ends_with("ed") || !is_nominal(tree, before)) return false;
  const Upos next = tree.word(after).upos;
  const bool phrase = next == Upos::DET || next == Upos::PROPN || next == Upos::NUM ||
                      next == Upos::ADJ || next == Upos::PRON || tree.word(after).xpos == "NNS";
  return phrase && tree.word(after).xpos != "WDT";
}

bool has_verb(const Tree& tree) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (is_finite(tree.word(n)) && !is_reduced(tree, n)) return true;
  }
  return false;
}

/// The word of [first, last] that hangs on no other of them and is no preposition phrase: the
/// first one; 0 for none.
WordNumber top_noun(const Tree& tree, WordNumber first, WordNumber last) {
  for (WordNumber n = first; n <= last; ++n) {
    const bool inside = tree.head(n) >= first && tree.head(n) <= last;
    if (!inside && is_nominal(tree, n)) return n;
  }
  return 0;
}

/// "China vetoed Palestine's application", read as a noun phrase: a whole sentence has a verb, and
/// if there is none but one form that may be, it is that one.
bool repair_verbless(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  const WordNumber root = root_of(tree);
  if (!is_whole(tree) || root == 0 || !is_nominal(tree, root) || tree.child(root, "cop") != 0)
    return false;
  if (has_verb(tree)) return false;
  WordNumber verb = 0;
  for (WordNumber n = 2; n < tree.size(); ++n) {
    if (!is_hidden_past(lexicon, tree, n)) continue;
    if (verb != 0) return false;
    verb = n;
  }
  if (verb == 0 || verb == root) return false;
  const auto after = static_cast<WordNumber>(verb + 1);
  const WordNumber subject = top_noun(tree, 1, static_cast<WordNumber>(verb - 1));
  const WordNumber object = root > verb ? root : top_noun(tree, after, tree.size());
  if (subject == 0 || object == 0) return false;
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    const WordNumber above = tree.head(n);
    if (n == verb || n == subject || n == object || above == 0) continue;
    if (n < verb && above >= verb) sentence.words[n - 1].head = subject;
    if (n > verb && above <= verb) sentence.words[n - 1].head = above == verb ? verb : object;
  }
  make_root(sentence, verb, "VBD");
  sentence.words[verb - 1].lemma = past_verb(lexicon, tree.word(verb).form);
  attach(sentence, subject, verb, "nsubj");
  attach(sentence, object, verb, "obj");
  return true;
}

/// "Belarus borders Ukraine", read as a compound: a name before and a name after the plural noun.
bool repair_plural(const Tree& tree, Sentence& sentence) {
  const WordNumber root = root_of(tree);
  if (root < 2 || tree.word(root).upos != Upos::NOUN || !tree.word(root).form.ends_with('s'))
    return false;
  const WordNumber before = static_cast<WordNumber>(root - 1);
  WordNumber object = 0;
  for (const WordNumber c : tree.children(root)) {
    if (c > root && tree.word(c).upos == Upos::PROPN && tree.preposition(c).empty() &&
        object == 0 && !tree.has_relation(c, "appos") && !tree.has_relation(c, "conj")) {
      object = c;
    }
  }
  const std::string& form = tree.word(before).form;
  const bool name = !form.empty() && form[0] >= 'A' && form[0] <= 'Z' && tree.head(before) == root;
  if (!name || object == 0 || tree.child(root, "cop") != 0) return false;
  make_root(sentence, root, "VBZ");
  sentence.words[root - 1].lemma = lower_ascii(tree.word(root).lemma);
  attach(sentence, before, root, "nsubj");
  attach(sentence, object, root, "obj");
  return true;
}

/// A noun that the lexicon knows, read as a verb: "denies plan to invade", "rejects claims that".
bool is_misread_noun(const EventLexicon& lexicon, const Tree& tree, WordNumber verb, WordNumber n) {
  const std::string& tag = tree.word(n).xpos;
  if (tag != "VBZ" && tag != "VBP" && tag != "VB") return false;
  if (!has_entry(lexicon, tree.lemma(n), WordClass::Noun)) return false;
  for (WordNumber between = static_cast<WordNumber>(verb + 1); between < n; ++between) {
    const Upos upos = tree.word(between).upos;
    if (upos != Upos::DET && upos != Upos::ADJ && upos != Upos::PRON) return false;
  }
  return true;
}

/// The relation of what is denied to the verb that denies it.
const char* content_relation(const Tree& tree, WordNumber n) {
  if (!tree.is_clause(n)) return "obj";
  return tree.word(n).xpos == "VBG" && tree.child(n, "nsubj") == 0 ? "xcomp" : "ccomp";
}

bool is_misplaced(const Tree& tree, WordNumber n) {
  if (tree.word(n).upos != Upos::VERB) return true;
  if (tree.head(n) == 0) return tree.child(n, "nsubj") == 0;
  for (const std::string_view relation : {"flat", "compound", "nsubj", "nmod", "appos", "obj"}) {
    if (tree.has_relation(n, relation)) return true;
  }
  return false;
}

/// The verb in -s that takes back what follows and that the parser took for a part of the name
/// before it; 0 if there is none, or if a finite verb comes before it.
WordNumber misread_denial(const EventLexicon& lexicon, const Tree& tree) {
  for (WordNumber n = 2; n <= tree.size(); ++n) {
    if (!denying_verb(lexicon, tree.word(n)).empty() && is_misplaced(tree, n)) return n;
    if (tree.is_verbal(n) && is_finite(tree.word(n)) && !is_reduced(tree, n)) return 0;
  }
  return 0;
}

/// What hangs on `verb` or on what stands before it: the old root, else the first clause, else the
/// first noun without a preposition.
WordNumber denied_content(const Tree& tree, WordNumber verb) {
  WordNumber clause = 0, noun = 0;
  for (WordNumber n = static_cast<WordNumber>(verb + 1); n <= tree.size(); ++n) {
    if (tree.head(n) > verb || tree.word(n).upos == Upos::PUNCT) continue;
    if (tree.head(n) == 0) return n;
    if (clause == 0 && tree.is_clause(n)) clause = n;
    if (noun == 0 && is_nominal(tree, n) && tree.preposition(n).empty()) noun = n;
  }
  return clause != 0 ? clause : noun;
}

/// Hangs the words before `verb` on it; false if they are no noun phrase.
bool attach_subject(const Tree& tree, WordNumber verb, Sentence& sentence) {
  WordNumber subject = 0;
  for (WordNumber n = 1; n < verb; ++n) {
    if (tree.head(n) >= verb || tree.head(n) == 0) subject = n;
  }
  if (subject == 0 || !is_nominal(tree, subject)) return false;
  for (WordNumber n = 1; n < verb; ++n) {
    if (tree.head(n) >= verb || tree.head(n) == 0) sentence.words[n - 1].head = verb;
  }
  attach(sentence, subject, verb, "nsubj");
  return true;
}

/// "Lukashenko denies his troops joined the invasion", read as anything but a sentence whose verb
/// is "denies": what comes before it is its subject, what comes after it is denied.
bool repair_denial(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  const WordNumber verb = misread_denial(lexicon, tree);
  if (verb == 0) return false;
  const WordNumber content = denied_content(tree, verb);
  if (content == 0 || !attach_subject(tree, verb, sentence)) return false;
  make_root(sentence, verb, "VBZ");
  sentence.words[verb - 1].lemma = denying_verb(lexicon, tree.word(verb));
  const bool noun = is_misread_noun(lexicon, tree, verb, content);
  if (noun) make_noun(tree, sentence, content);
  for (WordNumber n = static_cast<WordNumber>(verb + 1); n <= tree.size(); ++n) {
    if (n == content || tree.head(n) > verb) continue;
    sentence.words[n - 1].head = verb;
    if (n < content && is_nominal(tree, n) && !noun && tree.is_clause(content)) {
      attach(sentence, n, content, "nsubj");
    }
  }
  attach(sentence, content, verb, noun ? "obj" : content_relation(tree, content));
  for (const WordNumber c : tree.children(content)) {
    if (c < content && tree.lower_form(c) == "that") sentence.words[c - 1].deprel = "mark";
  }
  return true;
}

/// "Claims that Russia attacked are false": a noun, read as a verb without a subject.
bool repair_claim(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  const WordNumber root = root_of(tree);
  if (root == 0 || !tree.is_verbal(root) || tree.child(root, "nsubj") != 0) return false;
  if (tree.span(root).first != root || !has_entry(lexicon, tree.lemma(root), WordClass::Noun))
    return false;
  WordNumber said = 0, judged = 0;
  for (const WordNumber c : tree.children(root)) {
    if (!tree.has_relation(c, "ccomp")) continue;
    (said == 0 ? said : judged) = c;
  }
  if (judged == 0 || tree.child(said, "nsubj") == 0) return false;
  make_noun(tree, sentence, root);
  sentence.words[judged - 1].head = 0;
  sentence.words[judged - 1].deprel = "root";
  const bool passive = tree.child(judged, "aux:pass") != 0;
  attach(sentence, root, judged, passive ? "nsubj:pass" : "nsubj");
  for (const WordNumber c : tree.children(root)) {
    if (tree.word(c).upos == Upos::PUNCT) sentence.words[c - 1].head = judged;
  }
  for (const WordNumber c : tree.children(judged)) {  // "... attacked Ukraine were denied"
    if (c < judged && tree.has_relation(c, "nsubj")) attach(sentence, c, said, "obj");
    if (c < said) sentence.words[c - 1].head = said;
  }
  return true;
}

}  // namespace

void repair_roots(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  static_cast<void>(repair_denial(lexicon, tree, sentence) ||
                    repair_claim(lexicon, tree, sentence) ||
                    repair_participles(lexicon, tree, sentence) || repair_plural(tree, sentence) ||
                    repair_verbless(lexicon, tree, sentence));
}

}  // namespace entente
