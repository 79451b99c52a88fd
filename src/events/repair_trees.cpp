// SPDX-License-Identifier: ISC
#include "events/repair_trees.h"

#include "events/repair_words.h"

namespace entente {

namespace {

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

/// A finite verb of the clause of `head` itself, not of a clause below it.
bool has_finite_verb(const Tree& tree, WordNumber head) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (!tree.dominates(head, n) || !is_finite(tree.word(n)) || is_reduced(tree, n)) continue;
    WordNumber up = n;
    while (up != head && !tree.has_relation(up, "advcl") && !tree.has_relation(up, "acl") &&
           !tree.has_relation(up, "ccomp") && !tree.has_relation(up, "parataxis")) {
      up = tree.head(up);
    }
    if (up == head) return true;
  }
  return false;
}

/// Puts the verb where `head` stands.
void promote(const Tree& tree, Sentence& sentence, WordNumber verb, WordNumber head) {
  Word& word = sentence.words[verb - 1];
  word.upos = Upos::VERB;
  word.xpos = "VBD";
  attach(sentence, verb, tree.head(head), tree.word(head).deprel.c_str());
  for (const WordNumber c : tree.children(head)) {  // "..., as authorities in Croatia ..."
    if (c > verb && c != verb && (tree.has_relation(c, "advcl") || tree.has_relation(c, "obl"))) {
      attach(sentence, c, verb, tree.word(c).deprel.c_str());
    }
  }
}

/// "Serbian forces massacred Bosnians" and "Germany delivered tanks", read as noun phrases with a
/// participle: nouns on both sides of the participle and no finite verb make it the verb.
bool repair_participle(const Tree& tree, WordNumber head, Sentence& sentence) {
  const bool clause = tree.head(head) == 0 || tree.has_relation(head, "ccomp");
  if (!clause || !is_nominal(tree, head) || tree.child(head, "cop") != 0) return false;
  if (has_finite_verb(tree, head)) return false;
  for (const WordNumber v : tree.children(head)) {
    if (!is_reduced(tree, v)) continue;
    if (tree.word(v).xpos != "VBN" && tree.word(v).xpos != "VBD") continue;
    if (v > head) {  // subject, participle, object
      WordNumber object = 0;
      for (const WordNumber from : {head, v}) {
        for (const WordNumber c : tree.children(from)) {
          if (c > v && is_nominal(tree, c) && tree.preposition(c).empty() && object == 0)
            object = c;
        }
      }
      const WordNumber obl = tree.child(v, "obl");
      const std::string direction = obl == 0 ? std::string() : tree.preposition(obl);
      if (object == 0 && direction != "into" && direction != "from" && direction != "out of")
        return false;
      promote(tree, sentence, v, head);
      attach(sentence, head, v, "nsubj");
      if (object != 0) attach(sentence, object, v, "obj");
      return true;
    }
    for (const WordNumber from : {v, head}) {  // subject, participle, head as object
      for (const WordNumber c : tree.children(from)) {
        if (c >= v || tree.word(c).upos != Upos::PROPN || tree.word(c).xpos == "JJ") continue;
        if (!tree.has_relation(c, "amod") && !tree.has_relation(c, "compound") &&
            !tree.has_relation(c, "nsubj")) {
          continue;
        }
        if (static_cast<WordNumber>(c + 1) != v) continue;  // "Moscow - backed rebels"
        promote(tree, sentence, v, head);
        attach(sentence, c, v, "nsubj");
        attach(sentence, head, v, "obj");
        return true;
      }
    }
  }
  return false;
}

bool repair_participles(const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (repair_participle(tree, n, sentence)) return true;
  }
  return false;
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
  if (has_entry(lexicon, tree.lemma(noun), WordClass::Noun) || governor == 0) return;
  if (has_entry(lexicon, tree.lemma(governor), WordClass::Verb)) {
    word.head = governor;
    word.deprel = "ccomp";
  }
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

/// "Reports that Russia attacked are false, Putin said", read as two things said: the first is
/// the subject of the second.
void repair_split_subject(const Tree& tree, WordNumber noun, Sentence& sentence) {
  if (!is_nominal(tree, noun) || !tree.has_relation(noun, "ccomp")) return;
  if (tree.child(noun, "cop") != 0 || tree.child(noun, "nsubj") != 0) return;
  for (const WordNumber c : tree.children(tree.head(noun))) {
    if (c <= noun || !tree.has_relation(c, "ccomp") || tree.child(c, "nsubj") != 0) continue;
    if (tree.child(c, "cop") == 0 && tree.child(c, "aux") == 0) continue;
    attach(sentence, noun, c, tree.child(c, "aux:pass") != 0 ? "nsubj:pass" : "nsubj");
    return;
  }
}

/// "the idea that Russia attacked Poland was nonsense": Poland was attacked, the idea nonsense.
void repair_garden_path(const EventLexicon& lexicon, const Tree& tree, WordNumber judged,
                        Sentence& sentence) {
  const WordNumber verb = tree.head(judged), object = tree.child(judged, "nsubj");
  if (verb == 0 || object == 0 || !tree.has_relation(judged, "ccomp")) return;
  const WordNumber noun = tree.head(verb);
  if (!tree.has_relation(verb, "acl") || !has_entry(lexicon, tree.lemma(noun), WordClass::Noun))
    return;
  if (tree.child(verb, "obj") != 0 || tree.child(verb, "nsubj") == 0) return;
  if (tree.span(object).first != static_cast<WordNumber>(verb + 1)) return;
  if (tree.child(judged, "cop") == 0 && tree.child(judged, "aux:pass") == 0) return;
  attach(sentence, object, verb, "obj");
  const bool said = tree.has_relation(noun, "obj");
  sentence.words[judged - 1].head = tree.head(noun);
  sentence.words[judged - 1].deprel = said ? "ccomp" : tree.word(noun).deprel;
  attach(sentence, noun, judged, "nsubj");
}

/// The verb of which `noun` is the object and that says what somebody does: "accuse"; 0 for none.
WordNumber accusing_verb(const EventLexicon& lexicon, const Tree& tree, WordNumber noun) {
  const WordNumber verb = tree.head(noun);
  if (verb == 0 || !tree.has_relation(noun, "obj") || !tree.is_verbal(verb)) return 0;
  const auto found = lexicon.cues_of.find(tree.lemma(verb));
  if (found == lexicon.cues_of.end()) return 0;
  for (const std::uint32_t i : found->second) {
    if (!lexicon.cues[i].doer.empty()) return verb;
  }
  return 0;
}

/// "Poland contradicted claims", read as a noun phrase: a verb with a subject modifies nothing.
void repair_adjectival_verb(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const WordNumber noun = tree.head(verb), subject = tree.child(verb, "nsubj");
  const std::string& tag = tree.word(verb).xpos;
  if (tree.word(verb).deprel != "amod" || subject == 0 || subject > verb || noun < verb) return;
  if (tag != "VBD" && tag != "VBN") return;
  attach(sentence, verb, tree.head(noun), tree.word(noun).deprel.c_str());
  sentence.words[verb - 1].xpos = "VBD";
  attach(sentence, noun, verb, "obj");
  for (const WordNumber c : tree.children(noun)) {
    if (c < verb) sentence.words[c - 1].head = verb;
  }
}

/// "have alleged Russian involvement", read as having it: the participle right after the auxiliary
/// is the verb.
void repair_had(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const WordNumber noun = tree.head(verb), have = tree.head(noun);
  if (tree.word(verb).deprel != "amod" || tree.word(verb).xpos != "VBN" || have == 0) return;
  if (tree.word(have).upos != Upos::AUX || static_cast<WordNumber>(have + 1) != verb) return;
  if (!tree.has_relation(noun, "obj")) return;
  attach(sentence, verb, tree.head(have), tree.word(have).deprel.c_str());
  attach(sentence, have, verb, "aux");
  attach(sentence, noun, verb, "obj");
  for (const WordNumber c : tree.children(have)) {
    if (c != noun) sentence.words[c - 1].head = verb;
  }
}

/// "abstains from ruling and dismisses the suit": a finite verb goes with the finite one.
void repair_conjunct(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const std::string& tag = tree.word(verb).xpos;
  if (!tree.has_relation(verb, "conj") || (tag != "VBZ" && tag != "VBD")) return;
  if (tree.child(verb, "nsubj") != 0 || tree.child(verb, "mark") != 0) return;
  WordNumber first = tree.head(verb);
  const std::string& other = tree.word(first).xpos;
  if ((other != "VBG" && other != "VB") || tree.child(first, "aux") != 0) return;
  if (tree.child(first, "nsubj") != 0) return;
  while (first != 0 && tree.word(first).xpos != tag) first = tree.head(first);
  if (first != 0 && first < verb && tree.is_verbal(first)) sentence.words[verb - 1].head = first;
}

/// "accuses Ukraine of planning an attack": the gerund is the verb's, not the noun's.
void repair_accusation(const EventLexicon& lexicon, const Tree& tree, WordNumber gerund,
                       Sentence& sentence) {
  if (tree.word(gerund).xpos != "VBG" || !tree.is_verbal(gerund)) return;
  const WordNumber accused = tree.head(gerund);
  if (accused == 0 || !tree.has_relation(gerund, "nmod")) return;
  const WordNumber verb = accusing_verb(lexicon, tree, accused);
  if (verb == 0) return;
  attach(sentence, gerund, verb, "advcl");
  for (const WordNumber c : tree.children(gerund)) {
    if (tree.has_relation(c, "case")) sentence.words[c - 1].deprel = "mark";
    if (tree.word(c).deprel == "acl") sentence.words[c - 1].deprel = "xcomp";
  }
}

/// "accuses Norway of it secretly planning a raid": "it" is the accused again.
void repair_accused_pronoun(const EventLexicon& lexicon, const Tree& tree, WordNumber pronoun,
                            Sentence& sentence) {
  if (tree.word(pronoun).upos != Upos::PRON || !tree.has_relation(pronoun, "nmod")) return;
  const WordNumber verb = accusing_verb(lexicon, tree, tree.head(pronoun));
  WordNumber gerund = static_cast<WordNumber>(pronoun + 1);
  while (gerund < tree.size() && tree.word(gerund).upos == Upos::ADV) ++gerund;
  if (verb == 0 || gerund > tree.size() || tree.word(gerund).xpos != "VBG") return;
  attach(sentence, gerund, verb, "advcl");
  attach(sentence, pronoun, gerund, "expl");
  for (const WordNumber c : tree.children(pronoun)) {
    if (tree.has_relation(c, "case")) attach(sentence, c, gerund, "mark");
  }
}

/// Has a speaker and a clause, but no object: "say".
bool only_says(const EventLexicon& lexicon, const std::string& lemma) {
  const auto found = lexicon.cues_of.find(lemma);
  if (found == lexicon.cues_of.end()) return false;
  const Cue& cue = lexicon.cues[found->second.front()];
  return cue.reports && cue.content.empty() && cue.word_class == WordClass::Verb;
}

/// "No plan to attack, says Moscow": what stands before the comma is said.
void repair_inversion(const EventLexicon& lexicon, const Tree& tree, WordNumber verb,
                      Sentence& sentence) {
  const WordNumber said = tree.child(verb, "nsubj"), speaker = tree.child(verb, "obj");
  if (said == 0 || speaker < verb || said > verb || verb < 3) return;
  if (tree.word(static_cast<WordNumber>(verb - 1)).form != "," || tree.child(verb, "ccomp") != 0)
    return;
  if (tree.word(said).upos == Upos::PROPN || tree.word(speaker).upos != Upos::PROPN) return;
  if (!only_says(lexicon, tree.lemma(verb))) return;
  if (static_cast<WordNumber>(tree.span(said).last + 1) < static_cast<WordNumber>(verb - 1)) return;
  sentence.words[said - 1].deprel = "ccomp";
  sentence.words[speaker - 1].deprel = "nsubj";
}

/// "allegations it bombed Syria": a clause that lacks nothing is what the noun says.
void repair_content_clause(const EventLexicon& lexicon, const Tree& tree, WordNumber verb,
                           Sentence& sentence) {
  if (tree.word(verb).deprel != "acl:relcl") return;
  const WordNumber subject = tree.child(verb, "nsubj");
  const bool full = tree.child(verb, "obj") != 0 || tree.child(verb, "aux:pass") != 0;
  if (subject == 0 || !full || !has_entry(lexicon, tree.lemma(tree.head(verb)), WordClass::Noun))
    return;
  for (const WordNumber c : tree.children(verb)) {
    const std::string form = tree.lower_form(c);
    const bool relative = form == "who" || form == "which" || form == "whom" || form == "that";
    if (relative && !tree.has_relation(c, "mark")) return;
    if (form == "where" || form == "when" || form == "why") return;
  }
  sentence.words[verb - 1].deprel = "acl";
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

void repair_roots(const EventLexicon& lexicon, Sentence& sentence) {
  const Sentence given = sentence;
  const Tree tree(given);
  static_cast<void>(repair_denial(lexicon, tree, sentence) ||
                    repair_claim(lexicon, tree, sentence) || repair_participles(tree, sentence) ||
                    repair_plural(tree, sentence));
}

void repair_clauses(const EventLexicon& lexicon, Sentence& sentence) {
  const Sentence given = sentence;
  const Tree tree(given);
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    repair_complement(lexicon, tree, n, sentence);
    repair_adjectival_verb(tree, n, sentence);
    repair_perfect(tree, n, sentence);
    repair_had(tree, n, sentence);
    repair_conjunct(tree, n, sentence);
    repair_up_to(tree, n, sentence);
    repair_accusation(lexicon, tree, n, sentence);
    repair_accused_pronoun(lexicon, tree, n, sentence);
    repair_inversion(lexicon, tree, n, sentence);
    repair_split_subject(tree, n, sentence);
    repair_garden_path(lexicon, tree, n, sentence);
  }
  const Sentence between = sentence;
  const Tree mended(between);
  for (WordNumber n = 1; n <= mended.size(); ++n) {
    repair_content_clause(lexicon, mended, n, sentence);
  }
}

}  // namespace entente
