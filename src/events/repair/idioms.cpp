// SPDX-License-Identifier: ISC
#include "events/repair/reattach.h"
#include "events/repair/trees.h"

#include <algorithm>

namespace entente {

namespace {

constexpr int kReach = 8;  // words from the verb to the first word of its idiom

bool is_of_object(const Path& path) {
  return !path.empty() && path.front() == "obj";
}

/// "call home", of an ambassador: something else is the object.
bool has_object(const Frame& frame) {
  return std::any_of(frame.recipient.begin(), frame.recipient.end(), is_of_object) ||
         std::any_of(frame.conditions.begin(), frame.conditions.end(),
                     [](const Condition& condition) { return is_of_object(condition.at); });
}

/// The lexicon has the verb with `lemma` as the next word of an idiom.
bool is_idiom(const EventLexicon& lexicon, const std::string& verb, const std::string& lemma) {
  const auto found = lexicon.frames_of.find(verb);
  return found != lexicon.frames_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           const Frame& frame = lexicon.frames[i];
           return frame.word_class == WordClass::Verb && !frame.fixed.empty() &&
                  frame.fixed.front() == lemma && has_object(frame);
         });
}

bool is_boundary(const Tree& tree, WordNumber n) {
  const Upos upos = tree.word(n).upos;
  return upos == Upos::PUNCT || upos == Upos::CCONJ || upos == Upos::ADP || upos == Upos::AUX ||
         tree.word(n).xpos == "VBD" || tree.word(n).xpos == "VBZ";
}

/// The first word of an idiom of the verb, in the same phrase; 0 for none.
WordNumber idiom_after(const EventLexicon& lexicon, const Tree& tree, WordNumber verb) {
  const std::string lemma = tree.lemma(verb);
  if (!lexicon.frames_of.contains(lemma)) return 0;
  const auto last = static_cast<WordNumber>(std::min<int>(tree.size(), verb + kReach));
  for (auto n = static_cast<WordNumber>(verb + 1); n <= last && !is_boundary(tree, n); ++n) {
    if (is_idiom(lexicon, lemma, tree.lemma(n))) return n;
  }
  return 0;
}

/// "set ablaze", with the setting for who is ablaze: the verb takes its place.
void swap(const Tree& tree, WordNumber verb, WordNumber fixed, Sentence& sentence) {
  attach(sentence, verb, tree.head(fixed), tree.word(fixed).deprel);
  attach(sentence, fixed, verb, "xcomp");
  sentence.words[verb - 1].upos = Upos::VERB;
  for (const WordNumber c : tree.children(fixed)) {
    if (c != verb) sentence.words[c - 1].head = verb;
  }
  for (const WordNumber c : tree.children(verb)) {
    if (c < verb && is_nominal(tree, c)) sentence.words[c - 1].deprel = "nsubj";
  }
}

/// "set ablaze a refinery", "sent home diplomats": what follows is the verb's object.
void repair_next(const Tree& tree, WordNumber verb, WordNumber fixed, Sentence& sentence) {
  if (tree.head(verb) == fixed) return swap(tree, verb, fixed, sentence);
  const WordNumber head = tree.head(fixed);
  if (head == verb) {
    for (const WordNumber c : tree.children(fixed)) {
      if (c > fixed && is_nominal(tree, c)) sentence.words[c - 1].head = verb;
    }
  } else if (head < fixed || tree.head(head) != verb || !is_nominal(tree, head)) {
    return;
  }
  attach(sentence, fixed, verb, "xcomp");
}

/// What the parser hung on `words` although it stands between the verb and the idiom.
std::vector<WordNumber> hung_between(const Tree& tree, const std::vector<WordNumber>& words,
                                     WordNumber verb, WordNumber fixed) {
  std::vector<WordNumber> out;
  for (const WordNumber w : words) {
    for (const WordNumber c : tree.children(w)) {
      if (verb < c && c < fixed) out.push_back(c);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

void repair_idiom(const Tree& tree, WordNumber verb, WordNumber fixed, Sentence& sentence) {
  if (fixed == verb + 1) return repair_next(tree, verb, fixed, sentence);
  std::vector<WordNumber> words = {fixed};  // of the idiom, as one phrase
  WordNumber above = tree.head(fixed);
  for (; above > fixed; above = tree.head(above)) words.push_back(above);
  const std::vector<WordNumber> between = hung_between(tree, words, verb, fixed);
  const WordNumber object = above != verb     ? above
                            : between.empty() ? WordNumber{0}
                                              : between.back();
  if (object != 0) {
    if (object < verb || !is_nominal(tree, object) || tree.span(object).first <= verb) return;
    if (above == verb && tree.span(object).last + 1 != fixed) return;
    if (above != verb && tree.head(object) != verb) return;
    attach(sentence, object, verb, "obj");
  } else if (above != verb) {
    return;
  }
  for (const WordNumber c : between) {
    if (c != object) sentence.words[c - 1].head = object;
  }
  for (const WordNumber w : words) attach(sentence, w, fixed, "flat");
  attach(sentence, fixed, verb, "xcomp");
}

/// Whether its words hang on the verb already, and no noun on them.
bool is_in_order(const Tree& tree, WordNumber verb, WordNumber fixed) {
  const std::vector<WordNumber>& hung = tree.children(fixed);
  return tree.head(fixed) == verb && std::none_of(hung.begin(), hung.end(), [&](WordNumber c) {
           return is_nominal(tree, c) && c > verb;
         });
}

/// "held war games", "began air exercises": the noun is the object itself.
bool is_compound_object(const Tree& tree, WordNumber verb, WordNumber fixed) {
  if (tree.word(fixed).xpos == "NNS") return true;
  if (tree.head(fixed) != verb || !tree.has_relation(fixed, "obj")) return false;
  const WordNumber noun = tree.child(fixed, "compound");
  return noun != 0 && tree.word(noun).upos == Upos::NOUN && tree.child(fixed, "det") == 0 &&
         tree.child(fixed, "nmod:poss") == 0;
}

}  // namespace

void repair_idioms(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (!tree.word(n).xpos.starts_with("VB")) continue;
    const WordNumber fixed = idiom_after(lexicon, tree, n);
    if (fixed == 0 || is_in_order(tree, n, fixed)) continue;
    if (is_compound_object(tree, n, fixed)) continue;
    const Upos upos = tree.word(fixed).upos;
    if (upos != Upos::DET && upos != Upos::PART && upos != Upos::ADP)
      repair_idiom(tree, n, fixed, sentence);
  }
}

}  // namespace entente
