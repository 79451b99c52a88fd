// SPDX-License-Identifier: ISC
#include "events/arguments.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

using Words = std::vector<WordNumber>;

/// Deeper chains of control are not English; the bound also guards against odd trees.
constexpr int kMaxControl = 6;

Words surface_subjects(const Tree& tree, const EventLexicon& lexicon, WordNumber verb, int depth);

bool is_relative_pronoun(const Tree& tree, WordNumber n) {
  if (feature(tree.word(n), "PronType") == "Rel") return true;
  const std::string form = tree.lower_form(n);
  return tree.word(n).upos == Upos::PRON &&
         (form == "who" || form == "which" || form == "whom" || form == "whose" || form == "that");
}

/// The head of the relative clause that `n` stands in, if n's clause is one; else 0.
WordNumber relative_clause_above(const Tree& tree, WordNumber n) {
  for (WordNumber up = tree.head(n); up != 0; up = tree.head(up)) {
    if (tree.has_relation(up, "acl")) return up;
  }
  return 0;
}

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
    // "called on both sides to reach an agreement": the one called on acts.
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

/// "Russia's plan to attack", "made a decision to withdraw".
Words noun_controllers(const Tree& tree, const EventLexicon& lexicon, WordNumber noun, int depth) {
  if (const WordNumber owner = tree.child(noun, "nmod:poss"); owner != 0) return {owner};
  for (const WordNumber c : tree.children(noun)) {
    const std::string preposition = tree.preposition(c);
    if (tree.has_relation(c, "nmod") &&
        (preposition == "by" || preposition == "for" || preposition == "on")) {
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
      return noun_controllers(tree, lexicon, head, depth);
    }
    return {head};
  }
  if (relation == "xcomp" || relation == "ccomp") return controllers(tree, lexicon, head, depth);
  if (relation == "advcl") {
    const std::string marker = tree.preposition(verb);
    const bool of_object = marker == "of" || marker == "from" || marker == "into" ||
                           marker == "for" || marker == "against";
    if (of_object && !tree.is_passive(head)) return controllers(tree, lexicon, head, depth);
    if (marker == "to" && tree.child(head, "obj") != 0 && !hears_object(lexicon, tree, head)) {
      return surface_subjects(tree, lexicon, head, depth + 1);
    }
    const auto found = lexicon.cues_of.find(tree.lemma(head));
    if (marker == "to" && found != lexicon.cues_of.end()) {
      return controllers(tree, lexicon, head, depth);
    }
    return surface_subjects(tree, lexicon, head, depth + 1);
  }
  if (relation == "obl" || relation == "nmod") {
    return surface_subjects(tree, lexicon, head, depth + 1);
  }
  return {};
}

Words surface_subjects(const Tree& tree, const EventLexicon& lexicon, WordNumber verb, int depth) {
  if (depth > kMaxControl) return {};
  Words out;
  for (const WordNumber c : tree.children(verb)) {
    if (tree.has_relation(c, "nsubj")) out.push_back(resolve_relative(tree, c));
  }
  if (!out.empty()) {
    // "The aim is to ..." and nested copulas: the innermost subject is the one before the verb.
    return {out.back()};
  }
  if (tree.word(verb).deprel == "acl:relcl") {
    return {tree.head(verb)};
  }
  return understood_subjects(tree, lexicon, verb, depth);
}

Words by_phrases(const Tree& tree, WordNumber verb) {
  Words out;
  for (const WordNumber c : tree.children(verb)) {
    if ((tree.has_relation(c, "obl") || tree.has_relation(c, "nmod")) &&
        tree.preposition(c) == "by") {
      out.push_back(resolve_relative(tree, c));
    }
  }
  return out;
}

bool is_argument_relation(const Tree& tree, WordNumber n) {
  for (const std::string_view relation :
       {"obl", "nmod", "advcl", "obj", "advmod", "acl", "xcomp", "ccomp"}) {
    if (tree.has_relation(n, relation)) return true;
  }
  return false;
}

Words modifiers(const Tree& tree, WordNumber noun) {
  Words out;
  for (const WordNumber c : tree.children(noun)) {
    if (c > noun && tree.word(c).deprel != "flat") continue;
    for (const std::string_view relation : {"amod", "compound", "nmod", "flat", "nummod"}) {
      if (tree.has_relation(c, relation) && tree.word(c).deprel != "nmod:poss" &&
          tree.preposition(c).empty()) {
        out.push_back(c);
        break;
      }
    }
  }
  return out;
}

/// "his closest ally, Vladimir Putin"; "Putin is an ally"; "Lithuania and other member states".
Words self_names(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  Words out;
  for (const WordNumber c : tree.children(noun)) {
    if (tree.has_relation(c, "appos") || tree.word(c).deprel == "flat") out.push_back(c);
    if (tree.has_relation(c, "nsubj")) out.push_back(resolve_relative(tree, c));
  }
  if (!out.empty()) return out;
  const WordNumber head = tree.head(noun);
  if (head != 0 && (tree.has_relation(noun, "appos") || tree.has_relation(noun, "compound") ||
                    tree.word(noun).deprel == "flat")) {
    return {noun, head};
  }
  if (tree.has_relation(noun, "conj") && tree.child_with_lemma(noun, "other") != 0) return {head};
  if (tree.has_relation(noun, "xcomp") && head != 0) {
    // "considers Belarus an ally", "became an ally".
    Words found = tree.child(head, "obj") != 0 ? logical_objects(tree, lexicon, head)
                                               : surface_subjects(tree, lexicon, head, 0);
    if (!found.empty()) return found;
  }
  if (tree.has_relation(noun, "obl") && tree.preposition(noun) == "as" && head != 0) {
    Words found = logical_objects(tree, lexicon, head);
    if (found.empty()) found = surface_subjects(tree, lexicon, head, 0);
    if (!found.empty()) return found;
  }
  if (tree.has_relation(noun, "obj") && head != 0) {
    // "found an ally in Lukashenko"
    Words found = prepositional_arguments(tree, head, "in");
    const Words inner = prepositional_arguments(tree, noun, "in");
    found.insert(found.end(), inner.begin(), inner.end());
    if (!found.empty()) return found;
  }
  if (const WordNumber c = tree.child(noun, "compound");
      c != 0 && tree.word(c).upos == Upos::PROPN) {
    return {noun};
  }
  return {noun};
}

Words conjunct_head_arguments(const Tree& tree, WordNumber predicate,
                              std::string_view preposition) {
  // "launched and directed strikes on X": what follows the last conjunct belongs to all.
  Words out;
  for (const WordNumber c : tree.children(predicate)) {
    if (!tree.has_relation(c, "conj")) continue;
    const Words found = prepositional_arguments(tree, c, preposition);
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
}

Words step(const Tree& tree, const EventLexicon& lexicon, WordNumber from, const std::string& name,
           const std::vector<std::string>& fixed) {
  if (name == "nsubj") return logical_subjects(tree, lexicon, from);
  if (name == "obj") return logical_objects(tree, lexicon, from);
  if (name == "poss") {
    Words out;
    for (const WordNumber c : tree.children(from)) {
      if (tree.word(c).deprel == "nmod:poss") out.push_back(resolve_relative(tree, c));
    }
    return out;
  }
  if (name == "mod") return modifiers(tree, from);
  if (name == "self") return self_names(tree, lexicon, from);
  if (name == "light") {
    const WordNumber verb = light_verb_of(tree, lexicon, from);
    return verb == 0 ? Words{} : logical_subjects(tree, lexicon, verb);
  }
  if (name == "iobj" || name == "xcomp" || name == "ccomp" || name == "appos") {
    const WordNumber c = tree.child(from, name);
    return c == 0 ? Words{} : Words{c};
  }
  if (std::find(fixed.begin(), fixed.end(), name) != fixed.end())
    return find_fixed(tree, from, {name});
  return prepositional_arguments(tree, from, name);
}

bool takes_noun(const Tree& tree, const Cue& cue, WordNumber verb, WordNumber noun) {
  if (!cue.light || cue.word_class != WordClass::Verb) return false;
  if (!cue.fixed.empty() && find_fixed(tree, verb, cue.fixed).empty()) return false;
  if (tree.has_relation(noun, "obj") || tree.word(noun).deprel == "nsubj:pass" ||
      tree.has_relation(noun, "xcomp")) {
    return true;
  }
  const std::string preposition = tree.preposition(noun);
  return std::any_of(cue.content.begin(), cue.content.end(),
                     [&](const Path& path) { return path.size() == 1 && path[0] == preposition; });
}

}  // namespace

WordNumber resolve_relative(const Tree& tree, WordNumber word) {
  if (!is_relative_pronoun(tree, word)) return word;
  const WordNumber clause = relative_clause_above(tree, word);
  return clause == 0 ? word : tree.head(clause);
}

std::vector<WordNumber> with_conjuncts(const Tree& tree, WordNumber word) {
  Words out = {word};
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (const WordNumber c : tree.children(out[i])) {
      if (tree.has_relation(c, "conj")) out.push_back(c);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<WordNumber> find_fixed(const Tree& tree, WordNumber head,
                                   const std::vector<std::string>& fixed) {
  Words out;
  WordNumber below = head;
  for (const std::string& lemma : fixed) {
    WordNumber found = tree.child_with_lemma(head, lemma);
    if (found == 0) found = tree.child_with_lemma(below, lemma);
    if (found == 0) {
      for (const WordNumber c : tree.children(head)) {
        if (found == 0) found = tree.child_with_lemma(c, lemma);
      }
    }
    if (found == 0) return {};
    out.push_back(found);
    below = found;
  }
  return out;
}

std::vector<WordNumber> logical_subjects(const Tree& tree, const EventLexicon& lexicon,
                                         WordNumber predicate) {
  if (tree.is_passive(predicate)) return by_phrases(tree, predicate);
  if (tree.has_relation(predicate, "amod") && tree.is_verbal(predicate))
    return {tree.head(predicate)};
  return surface_subjects(tree, lexicon, predicate, 0);
}

std::vector<WordNumber> logical_objects(const Tree& tree, const EventLexicon& lexicon,
                                        WordNumber predicate) {
  if (tree.is_passive(predicate)) {
    if (tree.has_relation(predicate, "amod")) return {tree.head(predicate)};
    return surface_subjects(tree, lexicon, predicate, 0);
  }
  if (const WordNumber c = tree.child(predicate, "obj"); c != 0) {
    return {resolve_relative(tree, c)};
  }
  // "the missiles (that) Russia fired"
  if (tree.word(predicate).deprel == "acl:relcl") {
    const WordNumber subject = tree.child(predicate, "nsubj");
    if (subject != 0 && resolve_relative(tree, subject) == subject &&
        prepositional_arguments(tree, predicate, "").empty()) {
      return {tree.head(predicate)};
    }
  }
  // "attacked and destroyed the base"
  for (const WordNumber c : tree.children(predicate)) {
    if (tree.has_relation(c, "conj") && tree.is_verbal(c) && tree.child(c, "nsubj") == 0) {
      if (const WordNumber object = tree.child(c, "obj"); object != 0) return {object};
    }
  }
  return {};
}

std::vector<WordNumber> prepositional_arguments(const Tree& tree, WordNumber predicate,
                                                std::string_view preposition) {
  Words out;
  if (preposition.empty()) return out;
  for (const WordNumber c : tree.children(predicate)) {
    if (is_argument_relation(tree, c) && tree.preposition(c) == preposition) {
      out.push_back(resolve_relative(tree, c));
    } else if (tree.has_relation(c, "compound") || tree.has_relation(c, "advmod")) {
      // "pull out of Syria": the phrase may hang on the particle.
      for (const WordNumber d : tree.children(c)) {
        if (tree.has_relation(d, "obl") && tree.preposition(d) == preposition) out.push_back(d);
      }
    }
  }
  if (out.empty()) out = conjunct_head_arguments(tree, predicate, preposition);
  return out;
}

std::vector<WordNumber> words_at(const Tree& tree, const EventLexicon& lexicon,
                                 WordNumber predicate, const Path& path,
                                 const std::vector<std::string>& fixed) {
  Words at = {predicate};
  for (const std::string& name : path) {
    Words next;
    for (const WordNumber from : at) {
      for (const WordNumber to : step(tree, lexicon, from, name, fixed)) {
        if (std::find(next.begin(), next.end(), to) == next.end()) next.push_back(to);
      }
    }
    at = std::move(next);
  }
  return at;
}

WordNumber light_verb_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  // Up through coordinates and nouns of kind ("a series of strikes").
  WordNumber at = noun;
  for (int i = 0; i < kMaxControl; ++i) {
    const WordNumber head = tree.head(at);
    if (head == 0) return 0;
    if (tree.word(at).deprel == "acl:relcl") return 0;
    const auto found = lexicon.cues_of.find(tree.lemma(head));
    if (found != lexicon.cues_of.end()) {
      for (const std::uint32_t cue : found->second) {
        if (takes_noun(tree, lexicon.cues[cue], head, at)) return head;
      }
    }
    const bool climbs = tree.has_relation(at, "conj") ||
                        (tree.has_relation(at, "nmod") && tree.preposition(at) == "of") ||
                        (tree.has_relation(at, "nmod") && tree.preposition(at) == "in");
    if (!climbs || tree.is_verbal(head)) break;
    at = head;
  }
  // "the strikes that Russia carried out"
  for (const WordNumber c : tree.children(noun)) {
    if (tree.word(c).deprel != "acl:relcl" && !tree.has_relation(c, "acl")) continue;
    const auto found = lexicon.cues_of.find(tree.lemma(c));
    if (found == lexicon.cues_of.end()) continue;
    for (const std::uint32_t cue : found->second) {
      const Cue& entry = lexicon.cues[cue];
      if (!entry.light || (!entry.fixed.empty() && find_fixed(tree, c, entry.fixed).empty()))
        continue;
      const Words objects = logical_objects(tree, lexicon, c);
      if (std::find(objects.begin(), objects.end(), noun) != objects.end()) return c;
    }
  }
  return 0;
}

}  // namespace entente
