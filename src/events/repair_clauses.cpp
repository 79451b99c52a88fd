// SPDX-License-Identifier: ISC
#include "events/reattach.h"
#include "events/repair_trees.h"
#include "events/repair_words.h"
#include "syntax/inflection.h"

#include <algorithm>

namespace entente {

namespace {

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
  if (!tree.has_relation(verb, "acl") && !tree.has_relation(verb, "csubj")) return;
  const WordNumber that = idle_that(tree, verb);
  if (that == 0) return;
  sentence.words[that - 1].deprel = "mark";
  if (tree.has_relation(verb, "csubj")) {  // "It is a lie that ..."
    if (is_nominal(tree, tree.head(verb)) && tree.child(tree.head(verb), "expl") != 0)
      sentence.words[verb - 1].deprel = "acl";
    return;
  }
  Word& word = sentence.words[verb - 1];
  word.deprel = "acl";
  const WordNumber noun = tree.head(verb), governor = tree.head(noun);
  if (has_entry(lexicon, tree.lemma(noun), WordClass::Noun) || governor == 0) return;
  if (has_entry(lexicon, tree.lemma(governor), WordClass::Verb)) {
    word.head = governor;
    word.deprel = "ccomp";
  }
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
    if (lexicon.cues[i].fixed.empty() && !lexicon.cues[i].doer.empty()) return verb;
  }
  return 0;
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
    if (c < verb) sentence.words[c - 1].head = verb;
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
    if (c != noun) sentence.words[c - 1].head = verb;
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

bool reports(const EventLexicon& lexicon, const std::string& lemma) {
  const auto found = lexicon.cues_of.find(lemma);
  return found != lexicon.cues_of.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](std::uint32_t i) { return lexicon.cues[i].reports; });
}

/// "Cuba shells Angola, the army reported, and continues to": what comes after the report goes on
/// with what came before it.
void repair_after_report(const EventLexicon& lexicon, const Tree& tree, WordNumber verb,
                         Sentence& sentence) {
  const WordNumber said = tree.head(verb);
  const std::string& tag = tree.word(verb).xpos;
  if (!tree.has_relation(verb, "conj") || said > verb || tree.child(verb, "nsubj") != 0) return;
  if (tree.word(said).xpos != "VBD" || (tag != "VBZ" && tag != "VBP")) return;
  if (!reports(lexicon, tree.lemma(said))) return;
  const WordNumber content =
      tree.has_relation(said, "parataxis") ? tree.head(said) : tree.child(said, "ccomp");
  if (content != 0 && content < said && tree.child(content, "nsubj") != 0)
    sentence.words[verb - 1].head = content;
}

/// Also "planning to attack", taken for a noun.
bool is_gerund(const Tree& tree, WordNumber n) {
  if (tree.word(n).xpos == "VBG" && tree.is_verbal(n)) return true;
  return tree.word(n).xpos == "NN" && tree.lower_form(n).ends_with("ing") &&
         tree.child(n, "det") == 0 && tree.child(n, "acl") > n;
}

std::string verb_of_gerund(const EventLexicon& lexicon, const std::string& form) {
  for (const std::string& stem : stems_of(form)) {
    if (has_entry(lexicon, stem, WordClass::Verb)) return stem;
  }
  return form;
}

/// "accuses Ukraine of planning an attack": the gerund is the verb's, not the noun's.
void repair_accusation(const EventLexicon& lexicon, const Tree& tree, WordNumber gerund,
                       Sentence& sentence) {
  const WordNumber having = tree.child(gerund, "aux");  // "of having abandoned it"
  const bool perfect = having != 0 && tree.lower_form(having) == "having";
  if (!is_gerund(tree, gerund) && !(perfect && tree.is_verbal(gerund))) return;
  const WordNumber accused = tree.head(gerund);
  const bool marked = tree.word(gerund).deprel == "acl" && tree.preposition(gerund) == "of";
  if (accused == 0 || (!tree.has_relation(gerund, "nmod") && !marked)) return;
  WordNumber verb = accusing_verb(lexicon, tree, accused);
  // "accused by investigators of commanding rebels": nor the accuser's.
  const WordNumber above = tree.head(accused);
  if (verb == 0 && above != 0 && tree.preposition(accused) == "by" && tree.is_passive(above) &&
      reports(lexicon, tree.lemma(above)))
    verb = above;
  if (verb == 0) return;
  attach(sentence, gerund, verb, "advcl");
  Word& word = sentence.words[gerund - 1];
  word.upos = Upos::VERB;
  if (!perfect) word.xpos = "VBG";
  if (word.lemma.ends_with("ing")) word.lemma = verb_of_gerund(lexicon, tree.lower_form(gerund));
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
  const WordNumber said = tree.child(verb, "nsubj");
  WordNumber speaker = tree.child(verb, "obj");
  for (const WordNumber c : tree.children(verb)) {
    if (c > verb && tree.has_relation(c, "nsubj")) speaker = c;
  }
  if (said == 0 || speaker < verb || said > verb || verb < 3) return;
  if (tree.word(static_cast<WordNumber>(verb - 1)).form != "," || tree.child(verb, "ccomp") != 0)
    return;
  if (tree.word(said).upos == Upos::PROPN || tree.word(speaker).upos != Upos::PROPN) return;
  if (!only_says(lexicon, tree.lemma(verb))) return;
  if (static_cast<WordNumber>(tree.span(said).last + 1) < static_cast<WordNumber>(verb - 1)) return;
  sentence.words[said - 1].deprel = "ccomp";
  sentence.words[speaker - 1].deprel = "nsubj";
}

/// "Claims" → "claim", if it is a noun that the lexicon has.
std::string noun_of_plural(const EventLexicon& lexicon, const std::string& form) {
  if (!form.ends_with('s')) return {};
  for (const std::string& stem : stems_of(form)) {
    if (has_entry(lexicon, stem, WordClass::Noun)) return stem;
  }
  return {};
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
  const bool loose = tree.has_relation(noun, "obl") && tree.head(noun) == tree.head(verb) &&
                     tree.preposition(noun).empty();
  if (!loose || tree.child(verb, "mark") > noun) return;
  attach(sentence, noun, verb, "nsubj");
  sentence.words[verb - 1].xpos = "VBD";
  sentence.words[verb - 1].feats.clear();
}

/// "criticized his refusal to talk, accusing him of": whoever criticized accuses, not whoever
/// refused.
void repair_afterthought(const EventLexicon& lexicon, const Tree& tree, WordNumber gerund,
                         Sentence& sentence) {
  if (tree.word(gerund).xpos != "VBG" || gerund < 3 || !reports(lexicon, tree.lemma(gerund)))
    return;
  if (tree.word(static_cast<WordNumber>(gerund - 1)).form != ",") return;
  const WordNumber above = tree.head(gerund);
  if (above == 0 || above > gerund || tree.child(above, "nsubj") != 0) return;
  if (!tree.has_relation(gerund, "acl") && !tree.has_relation(gerund, "advcl")) return;
  WordNumber verb = tree.head(above);
  while (verb != 0 && (tree.child(verb, "nsubj") == 0 || !tree.is_verbal(verb)))
    verb = tree.head(verb);
  const bool infinitive = tree.preposition(above) == "to" && tree.is_verbal(above);
  const bool noun_clause = is_nominal(tree, above) || tree.has_relation(above, "acl") || infinitive;
  if (verb == 0 || !noun_clause || tree.has_relation(above, "appos")) return;
  attach(sentence, gerund, verb, "advcl");
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

/// "Rwandan troops shelled Burundi, the ministry said, in ...": a whole clause before what reports
/// it, with no conjunction of its own.
void repair_reported_clause(const EventLexicon& lexicon, const Tree& tree, WordNumber verb,
                            Sentence& sentence) {
  const WordNumber said = tree.head(verb), subject = tree.child(said, "nsubj");
  if (said < verb || !tree.has_relation(verb, "advcl") || !reports(lexicon, tree.lemma(said)))
    return;
  if (tree.child(verb, "mark") != 0 || tree.child(verb, "nsubj") == 0) return;
  if (tree.word(verb).xpos == "VBG" || tree.child(said, "ccomp") != 0) return;
  const bool last = tree.span(verb).last < subject && subject < said;
  if (last) sentence.words[verb - 1].deprel = "ccomp";
}

/// "It is alleged that Cuba attacked Angola": what is alleged is a clause.
void repair_extraposed(const Tree& tree, WordNumber verb, Sentence& sentence) {
  const WordNumber above = tree.head(verb);
  if (tree.word(verb).deprel != "csubj:pass" || above > verb) return;
  if (tree.child(above, "expl") != 0) sentence.words[verb - 1].deprel = "ccomp";
}

/// "According to what Kagame said": what he said is one phrase.
void repair_free_relative(const Tree& tree, WordNumber what, Sentence& sentence) {
  if (tree.word(what).xpos != "WP" || tree.preposition(what).empty()) return;
  for (const WordNumber c : tree.children(tree.head(what))) {
    if (tree.has_relation(c, "advcl") && tree.span(c).first == what + 1)
      attach(sentence, c, what, "acl:relcl");
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

/// "Claims that Belarus attacked Ukraine were denied", with the denial for what Belarus attacked:
/// a predicate without a subject, after a whole clause, judges the noun before the clause.
void repair_judgement(const EventLexicon& lexicon, const Tree& tree, WordNumber judged,
                      Sentence& sentence) {
  const WordNumber verb = tree.head(judged), noun = tree.head(verb);
  WordNumber copula = tree.child(judged, "cop");
  if (copula == 0) copula = tree.child(judged, "aux:pass");
  if (copula == 0 || noun == 0 || noun > verb || verb > copula) return;
  if (!tree.has_relation(judged, "ccomp") || tree.child(judged, "nsubj") != 0) return;
  if (!tree.has_relation(verb, "acl") && !tree.has_relation(verb, "ccomp")) return;
  if (tree.child(verb, "nsubj") == 0 || tree.child(noun, "nsubj") != 0) return;
  const std::string lemma =
      tree.is_verbal(noun) ? noun_of_plural(lexicon, tree.lower_form(noun)) : tree.lemma(noun);
  if (!has_entry(lexicon, lemma, WordClass::Noun)) return;
  if (tree.is_verbal(noun)) {
    make_noun(tree, sentence, noun);
    sentence.words[noun - 1].xpos = "NNS";
    sentence.words[noun - 1].lemma = lemma;
  }
  const bool object = tree.has_relation(noun, "obj") || tree.has_relation(noun, "iobj");
  attach(sentence, judged, tree.head(noun), object ? "ccomp" : tree.word(noun).deprel);
  attach(sentence, noun, judged, tree.word(copula).deprel == "cop" ? "nsubj" : "nsubj:pass");
  attach(sentence, verb, noun, "acl");
  for (const WordNumber c : tree.children(judged)) {
    if (tree.has_relation(c, "mark") && c < verb) attach(sentence, c, verb, "mark");
  }
  for (const WordNumber c : tree.children(noun)) {
    if (c > judged) sentence.words[c - 1].head = judged;
  }
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

/// "Armenian troops shelled Ganja, the ministry said", with both subjects tied to what is said
/// last: the first one shelled.
void repair_two_subjects(const Tree& tree, WordNumber verb, Sentence& sentence) {
  WordNumber first = 0, second = 0;
  for (const WordNumber c : tree.children(verb)) {
    if (c < verb && tree.has_relation(c, "nsubj")) (first == 0 ? first : second) = c;
  }
  const WordNumber said = tree.child(verb, "ccomp");
  if (second == 0 || said < first || said > second || tree.child(said, "nsubj") != 0) return;
  if (is_nominal(tree, first)) attach(sentence, first, said, "nsubj");
}

/// "an allegation Maduro rejected", read as Maduro the allegation.
void repair_relative_subject(const Tree& tree, WordNumber verb, Sentence& sentence) {
  if (tree.word(verb).deprel != "acl:relcl" || tree.child(verb, "nsubj") != 0) return;
  for (const WordNumber c : tree.children(tree.head(verb))) {
    const bool name = tree.has_relation(c, "appos") && tree.word(c).upos == Upos::PROPN;
    if (name && tree.span(c).last + 1 == verb) attach(sentence, c, verb, "nsubj");
  }
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
  repair_complement(lexicon, tree, n, sentence);
  repair_adjectival_verb(tree, n, sentence);
  repair_perfect(tree, n, sentence);
  repair_had(tree, n, sentence);
  repair_conjunct(tree, n, sentence);
  repair_up_to(tree, n, sentence);
  repair_after_report(lexicon, tree, n, sentence);
  repair_split_auxiliary(tree, n, sentence);
  repair_marked_gerund(tree, n, sentence);
  repair_where(tree, n, sentence);
  repair_two_subjects(tree, n, sentence);
  repair_relative_subject(tree, n, sentence);
  repair_afterthought(lexicon, tree, n, sentence);
  repair_temporal_clause(tree, n, sentence);
  repair_conjunction(tree, n, sentence);
  repair_reported_clause(lexicon, tree, n, sentence);
  repair_extraposed(tree, n, sentence);
  repair_free_relative(tree, n, sentence);
  repair_joined_subject(tree, n, sentence);
  repair_to(tree, n, sentence);
  repair_as_for(tree, n, sentence);
  repair_via(tree, n, sentence);
  repair_fronted(tree, n, sentence);
  repair_lost_subject(tree, n, sentence);
  repair_to_do_with(tree, n, sentence);
  repair_accusation(lexicon, tree, n, sentence);
  repair_accused_pronoun(lexicon, tree, n, sentence);
  repair_inversion(lexicon, tree, n, sentence);
  repair_split_subject(tree, n, sentence);
  repair_garden_path(lexicon, tree, n, sentence);
  repair_judgement(lexicon, tree, n, sentence);
}

}  // namespace

void repair_clauses(const EventLexicon& lexicon, Sentence& sentence) {
  const Sentence given = sentence;
  const Tree tree(given);
  for (WordNumber n = 1; n <= tree.size(); ++n) repair_clause(lexicon, tree, n, sentence);
  if (!is_tree(sentence)) {  // leave out what contradicts what was mended before
    sentence = given;
    for (WordNumber n = 1; n <= tree.size(); ++n) {
      const Sentence before = sentence;
      repair_clause(lexicon, tree, n, sentence);
      if (!is_tree(sentence)) sentence = before;
    }
  }
  const Sentence between = sentence;
  const Tree mended(between);
  for (WordNumber n = 1; n <= mended.size(); ++n) {
    repair_content_clause(lexicon, mended, n, sentence);
  }
}

}  // namespace entente
