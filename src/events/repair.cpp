// SPDX-License-Identifier: ISC
#include "events/repair.h"

#include "events/tree.h"

#include <algorithm>

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
  const bool verbal = word.upos == Upos::VERB || word.xpos.starts_with("VB");
  if (verbal) {
    const auto known = lexicon.lemma_of_form.find(lower_ascii(word.form));
    if (known != lexicon.lemma_of_form.end()) {
      word.lemma = known->second;
      return;
    }
  }
  if ((word.upos != Upos::VERB && word.xpos != "NNS") || is_head(lexicon, lower_ascii(word.lemma)))
    return;
  for (const std::string& stem : stems_of(lower_ascii(word.form))) {
    if (!is_head(lexicon, stem)) continue;
    word.lemma = stem;
    return;
  }
}

bool has_cue(const EventLexicon& lexicon, const std::string& lemma, WordClass wanted) {
  const auto found = lexicon.cues_of.find(lemma);
  return found != lexicon.cues_of.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](std::uint32_t i) { return lexicon.cues[i].word_class == wanted; });
}

bool is_finite(const Word& word) {
  return word.upos == Upos::AUX || word.xpos == "VBD" || word.xpos == "VBZ" || word.xpos == "VBP" ||
         word.xpos == "MD";
}

void attach(Sentence& sentence, WordNumber n, WordNumber head, const char* relation) {
  sentence.words[n - 1].head = head;
  sentence.words[n - 1].deprel = relation;
}

/// Makes `verb` the root, what stood above it its subject or object.
void make_root(Sentence& sentence, WordNumber verb, const char* tag) {
  Word& word = sentence.words[verb - 1];
  word.upos = Upos::VERB;
  word.xpos = tag;
  attach(sentence, verb, 0, "root");
}

bool is_nominal(const Tree& tree, WordNumber n) {
  return tree.word(n).upos == Upos::NOUN || tree.word(n).upos == Upos::PROPN;
}

WordNumber root_of(const Tree& tree) {
  return tree.children(0).empty() ? WordNumber{0} : tree.children(0).front();
}

/// A participle on a noun, without a relative pronoun.
bool is_reduced(const Tree& tree, WordNumber n) {
  return tree.word(n).deprel == "amod" || tree.word(n).deprel == "acl";
}

/// "Serbian forces massacred Bosnians" and "Germany delivered tanks", read as noun phrases with a
/// participle: nouns on both sides of the participle and no finite verb make it the verb.
void repair_participle(const Tree& tree, Sentence& sentence) {
  const WordNumber root = root_of(tree);
  if (root == 0 || !is_nominal(tree, root)) return;
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (is_finite(tree.word(n)) && !is_reduced(tree, n)) return;
  }
  for (const WordNumber v : tree.children(root)) {
    if (!is_reduced(tree, v)) continue;
    if (tree.word(v).xpos != "VBN" && tree.word(v).xpos != "VBD") continue;
    if (v > root) {  // subject, participle, object
      WordNumber object = 0;
      for (const WordNumber from : {root, v}) {
        for (const WordNumber c : tree.children(from)) {
          if (c > v && is_nominal(tree, c) && tree.preposition(c).empty() && object == 0)
            object = c;
        }
      }
      const WordNumber obl = tree.child(v, "obl");
      const std::string direction = obl == 0 ? std::string() : tree.preposition(obl);
      if (object == 0 && direction != "into" && direction != "from" && direction != "out of")
        return;
      make_root(sentence, v, "VBD");
      attach(sentence, root, v, "nsubj");
      if (object != 0) attach(sentence, object, v, "obj");
      return;
    }
    for (const WordNumber from : {v, root}) {  // subject, participle, root as object
      for (const WordNumber c : tree.children(from)) {
        if (c >= v || tree.word(c).upos != Upos::PROPN || tree.word(c).xpos == "JJ") continue;
        if (!tree.has_relation(c, "amod") && !tree.has_relation(c, "compound") &&
            !tree.has_relation(c, "nsubj")) {
          continue;
        }
        if (static_cast<WordNumber>(c + 1) != v) continue;  // "Moscow - backed rebels"
        make_root(sentence, v, "VBD");
        attach(sentence, c, v, "nsubj");
        attach(sentence, root, v, "obj");
        return;
      }
    }
  }
}

/// "Belarus borders Ukraine", read as a compound: a name before and a name after the plural noun.
void repair_plural(const Tree& tree, Sentence& sentence) {
  const WordNumber root = root_of(tree);
  if (root < 2 || tree.word(root).upos != Upos::NOUN || !tree.word(root).form.ends_with('s'))
    return;
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
  if (!name || object == 0 || tree.child(root, "cop") != 0) return;
  make_root(sentence, root, "VBZ");
  sentence.words[root - 1].lemma = lower_ascii(tree.word(root).lemma);
  attach(sentence, before, root, "nsubj");
  attach(sentence, object, root, "obj");
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
    if (c < auxiliary) attach(sentence, c, verb, tree.word(c).deprel.c_str());
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

}  // namespace

std::vector<Sentence> repaired(const EventLexicon& lexicon, std::span<const Sentence> sentences) {
  std::vector<Sentence> out(sentences.begin(), sentences.end());
  for (Sentence& sentence : out) {
    for (Word& word : sentence.words) {
      repair_upos(word);
      repair_lemma(lexicon, word);
    }
    const Sentence given = sentence;
    const Tree first(given);
    repair_participle(first, sentence);
    repair_plural(first, sentence);
    const Sentence before = sentence;
    const Tree tree(before);
    for (WordNumber n = 1; n <= tree.size(); ++n) {
      repair_complement(lexicon, tree, n, sentence);
      repair_perfect(tree, n, sentence);
      repair_up_to(tree, n, sentence);
    }
  }
  return out;
}

}  // namespace entente
