// SPDX-License-Identifier: ISC
#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"
#include "syntax/inflection.h"

#include <algorithm>

namespace entente {

namespace {

using Words = std::vector<WordNumber>;

/// "The Taliban control Kabul": a verb of control or borders. Names follow other nouns as titles.
bool is_base_of_relation(const EventLexicon& lexicon, const Word& word) {
  const auto found = lexicon.frames_of.find(word.form);
  return word.xpos == "NN" && found != lexicon.frames_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           const Frame& frame = lexicon.frames[i];
           return frame.word_class == WordClass::Verb && frame.fixed.empty() &&
                  (frame.sense.type == "controls" || frame.sense.type == "borders");
         });
}

/// The verb of the lexicon of which a noun may be the form; empty for none.
std::string verb_of(const EventLexicon& lexicon, const Word& word) {
  if (is_base_of_relation(lexicon, word)) return word.form;
  const bool plural = word.xpos == "NNS" || word.xpos == "VBZ";
  if (!plural || !word.form.ends_with('s') || lower_ascii(word.form) != word.form) return {};
  for (const std::string& stem : stems_of(word.form)) {
    if (has_entry(lexicon, stem, WordClass::Verb)) return stem;
  }
  return {};
}

/// A name or "which": what cannot be part of a noun phrase that ends in the plural after it, if
/// another noun phrase follows.
bool is_subject(const Tree& tree, WordNumber n) {
  const std::string form = tree.lower_form(n);
  return tree.word(n).upos == Upos::PROPN || tree.word(n).xpos == "NNS" || form == "which" ||
         form == "who";
}

/// A noun phrase begins here that cannot go on the one before: "Libya", "the rebels", "eastern
/// Libya", "most of Libya".
bool begins_phrase(const Tree& tree, WordNumber n) {
  const Word& word = tree.word(n);
  if (word.upos == Upos::PROPN || (word.upos == Upos::DET && word.xpos == "DT")) return true;
  if (n >= tree.size()) return false;
  const auto next = static_cast<WordNumber>(n + 1);
  const std::string form = tree.lower_form(n);
  return (word.upos == Upos::ADJ && tree.word(next).upos == Upos::PROPN) ||
         ((form == "most" || form == "much") && tree.lower_form(next) == "of");
}

/// "arms", "arms and trains", "arms, trains and bankrolls" from word n on; nothing if no noun
/// phrase follows.
Words verbs_from(const EventLexicon& lexicon, const Tree& tree, WordNumber n) {
  Words verbs;
  bool joined = true;  // the next word may be a verb of the row
  for (WordNumber w = n; w <= tree.size(); ++w) {
    const std::string form = tree.lower_form(w);
    if (joined && !verb_of(lexicon, tree.word(w)).empty()) {
      verbs.push_back(w);
      joined = false;
    } else if (!joined && (form == "," || form == "and")) {
      joined = true;
    } else {
      return !joined && begins_phrase(tree, w) ? verbs : Words{};
    }
  }
  return {};
}

WordNumber top_of_phrase(const Tree& tree, WordNumber first) {
  WordNumber top = first;
  while (tree.head(top) >= first) top = tree.head(top);
  return top;
}

/// Where the clause of the verb hangs: on what the first of its words hung that hung outside.
struct Place {
  WordNumber head = 0;
  std::string relation = "root";
};

Place place_of_clause(const Tree& tree, const Words& words, bool relative) {
  for (const WordNumber w : words) {
    const WordNumber head = tree.head(w);
    if (std::find(words.begin(), words.end(), head) != words.end()) continue;
    if (head == 0) return {};
    if (relative) return {head, "acl:relcl"};
    const bool said = tree.is_verbal(head) && !tree.has_relation(w, "conj");
    return {head, said ? "ccomp" : tree.word(w).deprel};
  }
  return {};
}

void make_verb(const EventLexicon& lexicon, Word& word) {
  word.lemma = verb_of(lexicon, word);
  word.upos = Upos::VERB;
  word.xpos = "VBZ";
  word.feats.clear();
}

/// The last word of the row is followed by the object.
void make_clause(const EventLexicon& lexicon, const Tree& tree, WordNumber subject,
                 const Words& verbs, Sentence& sentence) {
  const WordNumber verb = verbs.front();
  const WordNumber object = top_of_phrase(tree, static_cast<WordNumber>(verbs.back() + 1));
  Words all = {subject, object};
  all.insert(all.end(), verbs.begin(), verbs.end());
  const bool relative =
      tree.word(subject).upos != Upos::PROPN && tree.word(subject).upos != Upos::NOUN;
  const Place place = place_of_clause(tree, all, relative);
  for (const WordNumber v : verbs) {
    make_verb(lexicon, sentence.words[v - 1]);
    if (v != verb) attach(sentence, v, verb, "conj");
    for (const WordNumber c : tree.children(v)) {  // "the United States arms"
      if (c < subject && !tree.is_clause(c)) attach(sentence, c, subject, tree.word(c).deprel);
    }
  }
  attach(sentence, verb, place.head, place.relation);
  attach(sentence, subject, verb, "nsubj");
  attach(sentence, object, verb, "obj");
}

/// "NATO peacekeepers patrol Kosovo", read as one noun phrase: nouns have no objects.
void repair_base(const EventLexicon& lexicon, const Tree& tree, WordNumber n, Sentence& sentence) {
  const auto before = static_cast<WordNumber>(n - 1);
  const Word& word = tree.word(n);
  if (word.upos != Upos::NOUN || word.xpos != "NN" || tree.word(before).xpos != "NNS") return;
  if (tree.word(before).deprel != "compound" || tree.head(before) != n) return;
  if (tree.child(n, "obj") < n || !has_entry(lexicon, lower_ascii(word.form), WordClass::Verb))
    return;
  sentence.words[n - 1].upos = Upos::VERB;
  sentence.words[n - 1].xpos = "VBP";
  sentence.words[n - 1].lemma = lower_ascii(word.form);
  attach(sentence, before, n, "nsubj");
}

/// "Chad and Niger hold talks", read as one noun phrase: joined names and the base of a verb that
/// the lexicon has, right before the noun.
void repair_joined_names(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                         Sentence& sentence) {
  const WordNumber noun = tree.head(n);
  const Word& word = tree.word(n);
  if (word.deprel != "compound" || noun < n || tree.head(noun) != 0 || word.upos != Upos::NOUN)
    return;
  if (lower_ascii(word.form) != word.form || !has_entry(lexicon, word.form, WordClass::Verb))
    return;
  if (tree.child(noun, "cop") != 0 || tree.child(noun, "nsubj") != 0) return;
  for (const WordNumber c : tree.children(noun)) {
    const bool names = tree.word(c).upos == Upos::PROPN && tree.child(c, "conj") != 0;
    if (!names || tree.span(c).last + 1 != n) continue;
    sentence.words[n - 1].upos = Upos::VERB;
    sentence.words[n - 1].xpos = "VBP";
    sentence.words[n - 1].lemma = word.form;
    attach(sentence, n, 0, "root");
    attach(sentence, c, n, "nsubj");
    attach(sentence, noun, n, "obj");
    return;
  }
}

/// "denies that his army fights beside them", with fights for a noun: what is said with "that" and
/// without a copula is a clause.
void repair_said_plural(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                        Sentence& sentence) {
  const auto subject = static_cast<WordNumber>(n - 1);
  const WordNumber that = tree.child(n, "mark");
  if (tree.word(n).xpos != "NNS" || !tree.has_relation(n, "ccomp") || that == 0) return;
  if (tree.head(subject) != n || tree.word(subject).deprel != "compound") return;
  if (tree.child(n, "cop") != 0 || tree.child(n, "nsubj") != 0) return;
  if (tree.word(subject).xpos == "NNS" || verb_of(lexicon, tree.word(n)).empty()) return;
  make_verb(lexicon, sentence.words[n - 1]);
  attach(sentence, subject, n, "nsubj");
  for (const WordNumber c : tree.children(n)) {
    if (c > that && c < subject) sentence.words[c - 1].head = subject;
    if (c > n && tree.has_relation(c, "nmod")) sentence.words[c - 1].deprel = "obl";
  }
}

}  // namespace

void repair_plurals(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 2; n < tree.size(); ++n) {
    const auto before = static_cast<WordNumber>(n - 1);
    repair_base(lexicon, tree, n, sentence);
    repair_said_plural(lexicon, tree, n, sentence);
    repair_joined_names(lexicon, tree, n, sentence);
    if (tree.word(n).upos != Upos::NOUN || !is_subject(tree, before)) continue;
    const Words verbs = verbs_from(lexicon, tree, n);
    const bool noun = tree.word(before).xpos == "NNS";  // "rebels control", but "troops raids"
    if (noun && tree.word(n).xpos != "NN") continue;
    if (verbs.empty() || tree.child(n, "case") != 0 || tree.child(n, "cop") != 0) continue;
    make_clause(lexicon, tree, before, verbs, sentence);
    return;
  }
}

}  // namespace entente
