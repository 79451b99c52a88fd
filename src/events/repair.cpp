// SPDX-License-Identifier: ISC
#include "events/repair.h"

#include <algorithm>

#include "events/tree.h"

namespace entente {

namespace {

/// What a regular verb form may be inflected from: "shelled" from "shell", "shelle", "shel".
std::vector<std::string> stems_of(const std::string& form) {
  std::vector<std::string> out;
  for (const std::string_view ending : {"ed", "ing", "es", "s", "d"}) {
    if (!form.ends_with(ending) || form.size() < ending.size() + 3) continue;
    const std::string stem = form.substr(0, form.size() - ending.size());
    out.push_back(stem);
    out.push_back(stem + 'e');
    if (stem[stem.size() - 1] == stem[stem.size() - 2]) {
      out.push_back(stem.substr(0, stem.size() - 1));
    }
    if (stem.ends_with('i')) out.push_back(stem.substr(0, stem.size() - 1) + 'y');
  }
  return out;
}

bool is_head(const EventLexicon& lexicon, const std::string& lemma) {
  return lexicon.frames_of.contains(lemma) || lexicon.cues_of.contains(lemma);
}

/// The two taggers may disagree; a finite verb's Penn tag is the more reliable one.
void repair_upos(Word& word) {
  if (word.xpos.starts_with("VB") && word.upos != Upos::VERB && word.upos != Upos::AUX &&
      (word.xpos == "VBZ" || word.xpos == "VBD" || word.xpos == "VBP")) {
    word.upos = Upos::VERB;
  }
}

void repair_lemma(const EventLexicon& lexicon, Word& word) {
  if (word.upos != Upos::VERB || is_head(lexicon, lower_ascii(word.lemma))) return;
  for (const std::string& stem : stems_of(lower_ascii(word.form))) {
    if (!is_head(lexicon, stem)) continue;
    word.lemma = stem;
    return;
  }
}

bool has_cue(const EventLexicon& lexicon, const std::string& lemma, WordClass wanted) {
  const auto found = lexicon.cues_of.find(lemma);
  return found != lexicon.cues_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           return lexicon.cues[i].word_class == wanted;
         });
}

/// The "that" of a relative clause whose verb has a subject and an object besides; 0 for none.
WordNumber idle_that(const Tree& tree, WordNumber verb) {
  WordNumber that = 0, subject = 0, object = 0;
  for (const WordNumber c : tree.children(verb)) {
    const bool is_subject = tree.has_relation(c, "nsubj"), is_object = tree.has_relation(c, "obj");
    if (c < verb && tree.lower_form(c) == "that" && (is_subject || is_object)) {
      that = c;
    } else {
      if (is_subject) subject = c;
      if (is_object) object = c;
    }
  }
  return that != 0 && subject != 0 && object != 0 ? that : 0;
}

/// The verb of saying whose content the clause is: the one on which its noun hangs.
void repair_complement(const EventLexicon& lexicon, const Tree& tree, WordNumber verb,
                       Sentence& sentence) {
  if (!tree.has_relation(verb, "acl")) return;
  const WordNumber that = idle_that(tree, verb);
  if (that == 0) return;
  sentence.words[that - 1].deprel = "mark";
  Word& word = sentence.words[verb - 1];
  word.deprel = "acl";
  const WordNumber noun = tree.head(verb), governor = tree.head(noun);
  if (has_cue(lexicon, tree.lemma(noun), WordClass::Noun) || governor == 0) return;
  if (has_cue(lexicon, tree.lemma(governor), WordClass::Verb)) {
    word.head = governor;
    word.deprel = "ccomp";
  }
}

}  // namespace

std::vector<Sentence> repaired(const EventLexicon& lexicon, std::span<const Sentence> sentences) {
  std::vector<Sentence> out(sentences.begin(), sentences.end());
  for (Sentence& sentence : out) {
    for (Word& word : sentence.words) {
      repair_upos(word);
      repair_lemma(lexicon, word);
    }
    const Sentence before = sentence;
    const Tree tree(before);
    for (WordNumber n = 1; n <= tree.size(); ++n) repair_complement(lexicon, tree, n, sentence);
  }
  return out;
}

}  // namespace entente
