// SPDX-License-Identifier: ISC
#include "events/repair/words.h"

#include "events/repair/reattach.h"
#include "events/sides.h"
#include "syntax/inflection.h"

#include <algorithm>

namespace entente {

namespace {

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
  const bool modifier = word.xpos == "VBN" && word.deprel == "amod";
  if (modifier && has_entry(lexicon, lower_ascii(word.form), WordClass::Adjective)) {
    word.lemma = lower_ascii(word.form);  // "the foiled attack"
    return;
  }
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

/// Nouns have no objects or complement clauses beside a subject, and no subjects without a copula.
bool governs_like_verb(const Tree& tree, WordNumber n) {
  const Upos upos = tree.word(n).upos;
  const bool noun = upos == Upos::NOUN || upos == Upos::PROPN;
  if (!noun && upos != Upos::ADJ) return false;
  const WordNumber subject = tree.child(n, "nsubj");
  if (subject == 0 || subject > n || tree.child(n, "cop") != 0) return false;
  const WordNumber object = tree.child(n, "obj"), clause = tree.child(n, "ccomp");
  return object > n || (upos != Upos::ADJ && clause > n);
}

bool takes_back(const EventLexicon& lexicon, const std::string& lemma) {
  const auto found = lexicon.cues_of.find(lemma);
  return found != lexicon.cues_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           const Cue& cue = lexicon.cues[i];
           return cue.word_class == WordClass::Verb && cue.fixed.empty() && cue.affirmed.reversed &&
                  (cue.reports || cue.subject_control);
         });
}

/// "Indian pleas for peace were ignored", with pleas for an adverb: a subject with an adjective.
bool is_adverbial_noun(const Tree& tree, WordNumber n) {
  if (tree.word(n).upos != Upos::ADV || !tree.has_relation(n, "nsubj")) return false;
  return tree.child(n, "amod") != 0 || tree.child(n, "nmod") != 0;
}

/// "Niger tore up accords", with the tearing for a noun: particles and objects are a verb's.
bool is_nominal_verb(const EventLexicon& lexicon, const Tree& tree, WordNumber n) {
  if (!is_nominal(tree, n) || tree.child(n, "compound:prt") < n || tree.child(n, "obj") < n)
    return false;
  return tree.child(n, "cop") == 0 && !past_verb(lexicon, tree.lower_form(n)).empty();
}

/// "Sudan, torn by war, sided with Egypt", with the siding for an adjective: without a copula no
/// adjective has a subject.
bool is_adjectival_verb(const EventLexicon& lexicon, const Tree& tree, WordNumber n) {
  if (tree.word(n).upos != Upos::ADJ && tree.word(n).xpos != "JJ") return false;
  const WordNumber subject = tree.child(n, "nsubj");
  if (!is_whole(tree) || subject == 0 || subject > n || !tree.lower_form(n).ends_with("ed"))
    return false;
  if (tree.child(n, "cop") != 0 || tree.child(n, "aux") != 0) return false;
  return (tree.head(n) == 0 || tree.has_relation(n, "ccomp")) &&
         !past_verb(lexicon, tree.lower_form(n)).empty();
}

void make_finite(Word& word) {
  word.upos = Upos::VERB;
  word.feats.clear();
  const bool past = word.form.ends_with("ed");
  word.xpos = past ? "VBD" : word.form.ends_with('s') ? "VBZ" : "VBP";
}

/// "rejects claims that", read as two verbs: what is an object is a noun.
bool is_object(const Tree& tree, WordNumber n) {
  const std::string& tag = tree.word(n).xpos;
  return tree.word(n).upos == Upos::VERB && tree.has_relation(n, "obj") &&
         (tag == "VBZ" || tag == "VBP" || tag == "NN" || tag == "NNS") &&
         tree.child(n, "nsubj") == 0;
}

/// "Serbia eased emergency measures", read as an eased emergency that measures something.
bool is_split_subject(const Tree& tree, WordNumber n) {
  const WordNumber subject = tree.child(n, "nsubj");
  if (subject == 0 || subject + 1 != n || tree.word(subject).upos != Upos::NOUN ||
      tree.child(n, "obj") != 0)
    return false;
  const auto before = static_cast<WordNumber>(subject - 1);
  return before > 1 && tree.head(before) == subject && tree.word(before).xpos == "VBN" &&
         tree.word(before).deprel == "amod" &&
         tree.word(static_cast<WordNumber>(before - 1)).upos == Upos::PROPN;
}

/// "eased emergency measures", read as a verb: no verb has an adjective or a compound before it.
bool is_modified_like_noun(const Tree& tree, WordNumber n) {
  const std::string& tag = tree.word(n).xpos;
  if ((tag != "VBZ" && tag != "VBP") || tree.child(n, "ccomp") != 0) return false;
  for (const WordNumber c : tree.children(n)) {
    if (c < n && (tree.word(c).deprel == "amod" || tree.word(c).deprel == "compound")) return true;
  }
  return is_split_subject(tree, n);
}

/// "Russian meddling in Ukraine was condemned", "in Moscow's telling": a gerund with an adjective
/// or an owner, in a noun's place.
bool is_gerund_noun(const Tree& tree, WordNumber n) {
  if (tree.word(n).xpos != "VBG" || tree.child(n, "obj") != 0) return false;
  const std::string& relation = tree.word(n).deprel;
  const bool nominal = relation.starts_with("nsubj") || relation == "obj" || relation == "obl" ||
                       relation == "csubj";
  const WordNumber adjective = tree.child(n, "amod"), owner = tree.child(n, "nmod:poss");
  return nominal && ((adjective != 0 && adjective < n) || (owner != 0 && owner < n));
}

/// A participle with a subject and no auxiliary, which governs what no passive governs.
bool is_past_tense(const Tree& tree, WordNumber n) {
  if (tree.word(n).xpos != "VBN" || tree.child(n, "aux") != 0 || tree.child(n, "cop") != 0)
    return false;
  const WordNumber subject = tree.child(n, "nsubj");
  if (subject == 0 || subject > n || tree.has_relation(n, "conj")) return false;
  for (const std::string_view relation : {"obj", "ccomp", "xcomp"}) {
    if (tree.child(n, relation) > n) return true;
  }
  return false;
}

bool is_acronym(const std::string& form) {
  return form.size() > 2 &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "ECOWAS imposed sanctions", "Niger quit ECOWAS": capitals among small letters are a name,
/// however unknown, and no auxiliary; it is the subject before its verb and the object after it.
void repair_acronyms(Sentence& sentence) {
  const bool has_small = std::any_of(
      sentence.words.begin(), sentence.words.end(),
      [](const Word& word) { return word.form.size() > 3 && lower_ascii(word.form) == word.form; });
  if (!has_small) return;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    Word& word = sentence.words[i];
    if (word.upos == Upos::NOUN && is_acronym(word.form)) word.upos = Upos::PROPN;
    if (word.upos != Upos::AUX || word.head == 0 || !is_acronym(word.form)) continue;
    word.upos = Upos::PROPN;
    word.xpos = "NNP";
    word.lemma = word.form;
    word.feats.clear();
    if (i > 0 && sentence.words[i - 1].upos == Upos::NOUN) {  // "quit the bloc ECOWAS together"
      Word& noun = sentence.words[i - 1];
      if (noun.head == word.head && sentence.word(noun.head).upos == Upos::ADV) {
        noun.head = sentence.word(noun.head).head;
        noun.deprel = "obj";
      }
      word.head = static_cast<std::uint16_t>(i);
      word.deprel = "appos";
      continue;
    }
    if (i > 1 && sentence.words[i - 1].upos == Upos::ADP) {  // "withdrawal from ECOWAS"
      sentence.words[i - 1].head = static_cast<std::uint16_t>(i + 1);
      sentence.words[i - 1].deprel = "case";
      word.head = static_cast<std::uint16_t>(i - 1);
      word.deprel = sentence.words[i - 2].upos == Upos::VERB ? "obl" : "nmod";
      continue;
    }
    word.deprel = i + 1 < word.head ? "nsubj" : "obj";
  }
}

}  // namespace

bool has_entry(const EventLexicon& lexicon, const std::string& lemma, WordClass wanted) {
  const auto found = lexicon.cues_of.find(lemma);
  if (found != lexicon.cues_of.end() &&
      std::any_of(found->second.begin(), found->second.end(),
                  [&](std::uint32_t i) { return lexicon.cues[i].word_class == wanted; })) {
    return true;
  }
  const auto frames = lexicon.frames_of.find(lemma);
  return frames != lexicon.frames_of.end() &&
         std::any_of(frames->second.begin(), frames->second.end(),
                     [&](std::uint32_t i) { return lexicon.frames[i].word_class == wanted; });
}

bool takes_particle(const EventLexicon& lexicon, const std::string& verb,
                    const std::string& particle) {
  const auto fits = [&](const auto& entries, const auto& index) {
    const auto found = index.find(verb);
    return found != index.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
             return !entries[i].fixed.empty() && entries[i].fixed.front() == particle;
           });
  };
  return fits(lexicon.frames, lexicon.frames_of) || fits(lexicon.cues, lexicon.cues_of);
}

bool reports(const EventLexicon& lexicon, const std::string& lemma) {
  const auto found = lexicon.cues_of.find(lemma);
  return found != lexicon.cues_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           return lexicon.cues[i].reports && lexicon.cues[i].word_class == WordClass::Verb;
         });
}

bool is_whole(const Tree& tree) {
  for (WordNumber n = tree.size(); n > 0 && tree.word(n).upos == Upos::PUNCT; --n) {
    if (is_any(tree.word(n).form, {".", "!", "?", ";"})) return true;
  }
  return false;
}

std::string past_verb(const EventLexicon& lexicon, const std::string& form) {
  // a closed class: verbs whose past tense is their base
  if (is_any(form, {"cast", "cut", "hit", "hurt", "put", "quit", "set", "shut", "split"}))
    return has_entry(lexicon, form, WordClass::Verb) ? form : std::string();
  const auto known = lexicon.lemma_of_form.find(form);
  const std::string irregular =
      known != lexicon.lemma_of_form.end() ? known->second : irregular_verb(form, true);
  if (has_entry(lexicon, irregular, WordClass::Verb)) return irregular;
  if (!form.ends_with("ed")) return {};
  for (const std::string& stem : stems_of(form)) {
    if (has_entry(lexicon, stem, WordClass::Verb)) return stem;
  }
  return {};
}

std::string denying_verb(const EventLexicon& lexicon, const Word& word) {
  const std::string form = lower_ascii(word.form);
  if (!form.ends_with('s')) return {};
  std::string verb;
  for (const std::string& stem : stems_of(form)) {
    if (has_entry(lexicon, stem, WordClass::Noun)) return {};
    if (verb.empty() && takes_back(lexicon, stem)) verb = stem;
  }
  return verb;
}

void make_noun(const Tree& tree, Sentence& sentence, WordNumber n) {
  sentence.words[n - 1].upos = Upos::NOUN;
  sentence.words[n - 1].xpos = "NN";
  for (const WordNumber c : tree.children(n)) {
    if (tree.has_relation(c, "xcomp") || tree.has_relation(c, "ccomp")) {
      sentence.words[c - 1].deprel = "acl";
    }
  }
}

void repair_words(const EventLexicon& lexicon, Sentence& sentence) {
  repair_acronyms(sentence);
  for (Word& word : sentence.words) {
    repair_upos(word);
    repair_lemma(lexicon, word);
  }
}

/// "The coalition bombed Mali", read as a name that is called: no noun ends so.
void repair_called_object(const Tree& tree, WordNumber n, Sentence& sentence) {
  const WordNumber object = tree.child(n, "vocative");
  const auto subject = static_cast<WordNumber>(n - 1);
  if (object != n + 1 || n < 2 || !tree.word(n).form.ends_with("ed")) return;
  if (tree.word(n).xpos != "NN" || tree.head(subject) != n) return;
  make_finite(sentence.words[n - 1]);
  sentence.words[object - 1].deprel = "obj";
  sentence.words[subject - 1].deprel = "nsubj";
  for (const WordNumber c : tree.children(n)) {
    if (c < subject) sentence.words[c - 1].head = subject;
  }
}

void repair_tags(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    repair_called_object(tree, n, sentence);
    Word& word = sentence.words[n - 1];
    if (governs_like_verb(tree, n)) make_finite(word);
    if (is_nominal_verb(lexicon, tree, n)) {
      word.lemma = past_verb(lexicon, tree.lower_form(n));
      make_finite(word);
      word.xpos = "VBD";
      const auto before = static_cast<WordNumber>(n - 1);
      if (before != 0 && tree.head(before) == n && is_nominal(tree, before))
        sentence.words[before - 1].deprel = "nsubj";
    }
    if (is_adjectival_verb(lexicon, tree, n)) {
      word.lemma = past_verb(lexicon, tree.lower_form(n));
      make_finite(word);
    }
    if (is_adverbial_noun(tree, n)) {
      word.upos = Upos::NOUN;
      word.xpos = tree.lower_form(n).ends_with('s') ? "NNS" : "NN";
    }
    if (is_gerund_noun(tree, n)) {
      word.upos = Upos::NOUN;
      word.xpos = "NN";
      word.lemma = lower_ascii(word.form);
    }
    if (is_modified_like_noun(tree, n)) {
      word.upos = Upos::NOUN;
      word.xpos = "NNS";
      for (const WordNumber c : tree.children(n)) {
        if (c + 1 != n || !tree.has_relation(c, "nsubj")) continue;
        sentence.words[c - 1].deprel = "compound";
        for (const WordNumber d : tree.children(c)) {
          if (d < c) sentence.words[d - 1].head = n;
        }
      }
    }
    if (is_object(tree, n)) make_noun(tree, sentence, n);
    const bool subject = tree.child(n, "nsubj") != 0;
    if (word.xpos == "VBD" && word.deprel == "amod" && !subject) word.xpos = "VBN";
    if (!is_past_tense(tree, n)) continue;
    word.xpos = "VBD";
    word.feats.clear();
    for (const WordNumber c : tree.children(n)) {
      if (tree.has_relation(c, "nsubj")) sentence.words[c - 1].deprel = "nsubj";
    }
  }
}

}  // namespace entente
