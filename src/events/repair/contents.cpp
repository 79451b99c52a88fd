// SPDX-License-Identifier: ISC
#include "events/repair/contents.h"

#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"
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

/// "accused Russia of attacking civilians", read as civilians that attack: whoever is accused of
/// something did it.
void repair_accused_of(const EventLexicon& lexicon, const Tree& tree, WordNumber gerund,
                       Sentence& sentence) {
  const WordNumber noun = tree.head(gerund), above = tree.head(noun);
  if (tree.word(gerund).deprel != "amod" || tree.word(gerund).xpos != "VBG" || above == 0) return;
  const WordNumber of = tree.child(noun, "case");
  if (noun < gerund || of == 0 || of + 1 != gerund) return;
  if (tree.lower_form(of) != "of" && tree.lower_form(of) != "for") return;
  const WordNumber accused = tree.is_verbal(above) ? tree.child(above, "obj") : above;
  const WordNumber verb = accused == 0 ? accused : accusing_verb(lexicon, tree, accused);
  if (verb == 0 || accused > of) return;
  attach(sentence, gerund, verb, "advcl");
  attach(sentence, noun, gerund, "obj");
  attach(sentence, of, gerund, "mark");
  sentence.words[gerund - 1].upos = Upos::VERB;
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

}  // namespace

void repair_content(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                    Sentence& sentence) {
  repair_complement(lexicon, tree, n, sentence);
  repair_after_report(lexicon, tree, n, sentence);
  repair_two_subjects(tree, n, sentence);
  repair_afterthought(lexicon, tree, n, sentence);
  repair_reported_clause(lexicon, tree, n, sentence);
  repair_extraposed(tree, n, sentence);
  repair_accusation(lexicon, tree, n, sentence);
  repair_accused_pronoun(lexicon, tree, n, sentence);
  repair_accused_of(lexicon, tree, n, sentence);
  repair_inversion(lexicon, tree, n, sentence);
  repair_split_subject(tree, n, sentence);
  repair_garden_path(lexicon, tree, n, sentence);
  repair_judgement(lexicon, tree, n, sentence);
}

void repair_content_clauses(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) repair_content_clause(lexicon, tree, n, sentence);
}

}  // namespace entente
