// SPDX-License-Identifier: ISC
#include "events/subjects.h"

#include "events/arguments.h"

#include <algorithm>

namespace entente {

namespace {

using Words = std::vector<WordNumber>;

bool hears_object(const EventLexicon& lexicon, const Tree& tree, WordNumber verb) {
  const auto found = lexicon.cues_of.find(tree.lemma(verb));
  if (found == lexicon.cues_of.end()) return true;
  return std::none_of(found->second.begin(), found->second.end(),
                      [&](std::uint32_t i) { return lexicon.cues[i].subject_control; });
}

/// Who does what an open complement says: the object of its governor, else its subject.
Words controllers(const Tree& tree, const EventLexicon& lexicon, WordNumber governor, int depth) {
  if (hears_object(lexicon, tree, governor) && !tree.is_passive(governor)) {
    for (const std::string_view relation : {"obj", "iobj"}) {
      if (const WordNumber c = tree.child(governor, relation); c != 0) {
        return {resolve_relative(tree, c)};
      }
    }
    // "called on both parties to agree on a truce": the one called on acts.
    for (const WordNumber c : tree.children(governor)) {
      const std::string preposition = tree.preposition(c);
      if (tree.has_relation(c, "obl") && (preposition == "on" || preposition == "upon" ||
                                          preposition == "for" || preposition == "with")) {
        return {resolve_relative(tree, c)};
      }
    }
  }
  return surface_subjects(tree, lexicon, governor, depth + 1);
}

/// "the third case of Cuba helping Angola"
bool follows_of(const Tree& tree, WordNumber noun, WordNumber verb) {
  for (const WordNumber c : prepositional_arguments(tree, noun, "of")) {
    if (tree.span(c).last + 1 == tree.span(verb).first) return true;
  }
  return false;
}

bool names_doer(const Tree& tree, const EventLexicon& lexicon, WordNumber verb) {
  const auto found = lexicon.cues_of.find(tree.lemma(verb));
  return found != lexicon.cues_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           return lexicon.cues[i].fixed.empty() && !lexicon.cues[i].doer.empty();
         });
}

bool speaks(const Tree& tree, const EventLexicon& lexicon, WordNumber verb) {
  const auto found = lexicon.cues_of.find(tree.lemma(verb));
  return found != lexicon.cues_of.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](std::uint32_t i) { return lexicon.cues[i].reports; });
}

bool is_cue_noun(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  const auto found = lexicon.cues_of.find(tree.lemma(noun));
  return found != lexicon.cues_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           return lexicon.cues[i].word_class == WordClass::Noun;
         });
}

/// "carried out drills to support Russia": drills support nobody.
bool tells_of_event(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  if (noun == 0) return false;
  const auto found = lexicon.frames_of.find(tree.lemma(noun));
  return found != lexicon.frames_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           const Frame& frame = lexicon.frames[i];
           return frame.word_class == WordClass::Noun && !frame.sense.is_relation;
         });
}

/// "vetoed a move to impose sanctions": somebody else's move.
bool rejects(const Tree& tree, const EventLexicon& lexicon, WordNumber verb) {
  const auto found = lexicon.frames_of.find(tree.lemma(verb));
  return found != lexicon.frames_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           const Frame& frame = lexicon.frames[i];
           return frame.word_class == WordClass::Verb && frame.fixed.empty() &&
                  frame.sense.type == "REJECT";
         });
}

/// "Russia's plan to attack", "made a decision to withdraw".
Words noun_controllers(const Tree& tree, const EventLexicon& lexicon, WordNumber noun,
                       bool infinitive, int depth) {
  // "is in no position to attack"
  if (tree.child(noun, "cop") != 0 && tree.preposition(noun) == "in") {
    return surface_subjects(tree, lexicon, noun, depth + 1);
  }
  if (infinitive && !is_cue_noun(tree, lexicon, noun)) {
    // "used its soil to wage war": whoever uses it wages it.
    const WordNumber verb = tree.head(noun);
    if (verb != 0 && rejects(tree, lexicon, verb)) return {};
    if (verb != 0 && tree.is_verbal(verb) && depth < kMaxControl) {
      return surface_subjects(tree, lexicon, verb, depth + 1);
    }
  }
  if (const WordNumber owner = tree.child(noun, "nmod:poss"); owner != 0) return {owner};
  // "the idea of Turkey joining the talks"
  for (const WordNumber c : prepositional_arguments(tree, noun, "of")) {
    if (!infinitive && tree.has_relation(c, "nmod")) return {c};
  }
  for (const WordNumber c : tree.children(noun)) {
    const std::string preposition = tree.preposition(c);
    // "calls on Russia to withdraw", but "a message on Twitter blaming Iran"
    if (tree.has_relation(c, "nmod") &&
        (preposition == "by" || preposition == "for" || (infinitive && preposition == "on"))) {
      return {c};
    }
  }
  if (const WordNumber verb = light_verb_of(tree, lexicon, noun);
      verb != 0 && depth < kMaxControl) {
    return tree.is_passive(verb) ? logical_subjects(tree, lexicon, verb)
                                 : surface_subjects(tree, lexicon, verb, depth + 1);
  }
  for (const std::string_view relation : {"amod", "compound"}) {
    if (const WordNumber c = tree.child(noun, relation); c != 0) return {c};
  }
  return {};
}

Words understood_subjects(const Tree& tree, const EventLexicon& lexicon, WordNumber verb,
                          int depth) {
  const WordNumber head = tree.head(verb);
  if (head == 0 || depth > kMaxControl) return {};
  const std::string_view relation = base_relation(tree.word(verb).deprel);
  if (relation == "conj" || relation == "parataxis") {
    if (!tree.is_clause(head)) return {};
    if (relation == "parataxis" && tree.word(verb).xpos != "VBG") return {};
    return surface_subjects(tree, lexicon, head, depth + 1);
  }
  if (tree.word(verb).deprel == "acl:relcl") return {};
  if (relation == "acl") {
    const bool infinitive = tree.preposition(verb) == "to";
    if (infinitive || tree.preposition(verb) == "of" || tree.preposition(verb) == "for") {
      return noun_controllers(tree, lexicon, head, infinitive, depth);
    }
    // "posted it on Twitter blaming Iran": Twitter blames nobody.
    const std::string where = tree.preposition(head);
    const WordNumber above = tree.head(head);
    if (tree.word(verb).xpos == "VBG" && (where == "on" || where == "via") && above != 0 &&
        speaks(tree, lexicon, verb)) {
      return tree.is_verbal(above) ? surface_subjects(tree, lexicon, above, depth + 1)
                                   : noun_controllers(tree, lexicon, above, infinitive, depth);
    }
    // "posted a message blaming Iran": whoever posts it blames.
    if (tree.word(verb).xpos == "VBG" &&
        (is_cue_noun(tree, lexicon, head) || follows_of(tree, head, verb))) {
      return noun_controllers(tree, lexicon, head, infinitive, depth);
    }
    return {head};
  }
  if (relation == "xcomp" || relation == "ccomp") return controllers(tree, lexicon, head, depth);
  if (relation == "advcl") {
    // "far from attacking, Russia helped"
    if (tree.word(head).upos == Upos::ADV && tree.has_relation(head, "advmod")) {
      return surface_subjects(tree, lexicon, tree.head(head), depth + 1);
    }
    // "accuses Ukraine of planning": the accused plans.
    if (tree.word(verb).xpos == "VBG" && verb > head && names_doer(tree, lexicon, head)) {
      return controllers(tree, lexicon, head, depth);
    }
    const std::string marker = tree.preposition(verb);
    // "quoted Lukashenko as saying"
    if (marker == "as" && tree.child(head, "obj") != 0) return {tree.child(head, "obj")};
    const bool of_object = marker == "of" || marker == "from" || marker == "into" ||
                           marker == "for" || marker == "against";
    if (of_object && !tree.is_passive(head)) return controllers(tree, lexicon, head, depth);
    if (marker == "to" && tree.child(head, "obj") != 0 && !hears_object(lexicon, tree, head)) {
      return surface_subjects(tree, lexicon, head, depth + 1);
    }
    const bool heard = lexicon.cues_of.contains(tree.lemma(head));
    if (marker == "to" && heard && !tells_of_event(tree, lexicon, tree.child(head, "obj"))) {
      return controllers(tree, lexicon, head, depth);
    }
    return surface_subjects(tree, lexicon, head, depth + 1);
  }
  if (relation == "obl" || relation == "nmod") {
    return surface_subjects(tree, lexicon, head, depth + 1);
  }
  return {};
}

}  // namespace

Words surface_subjects(const Tree& tree, const EventLexicon& lexicon, WordNumber verb, int depth) {
  if (depth > kMaxControl) return {};
  Words out;
  for (const WordNumber c : tree.children(verb)) {
    if (tree.has_relation(c, "nsubj")) out.push_back(resolve_relative(tree, c));
  }
  if (!out.empty()) {
    // "The aim is to ..." and nested copulas: the innermost subject is the one before the verb.
    const WordNumber last = out.back(), named = tree.child(last, "nsubj");
    const bool one = tree.lemma(last) == "one" || tree.lemma(last) == "those";
    return {one && named != 0 && tree.child(last, "cop") != 0 ? named : last};
  }
  if (tree.word(verb).deprel.ends_with(":relcl")) {
    // "Belarus was not the one who attacked"
    const WordNumber noun = tree.head(verb), named = tree.child(noun, "nsubj");
    const bool one = tree.lemma(noun) == "one" || tree.lemma(noun) == "those";
    return {one && named != 0 && tree.child(noun, "cop") != 0 ? named : noun};
  }
  return understood_subjects(tree, lexicon, verb, depth);
}

}  // namespace entente
