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

/// "the latest instance of Belarus helping Russia"
bool follows_of(const Tree& tree, WordNumber noun, WordNumber verb) {
  for (const WordNumber c : prepositional_arguments(tree, noun, "of")) {
    if (tree.span(c).last + 1 == tree.span(verb).first) return true;
  }
  return false;
}

bool names_doer(const Tree& tree, const EventLexicon& lexicon, WordNumber verb) {
  const auto found = lexicon.cues_of.find(tree.lemma(verb));
  return found != lexicon.cues_of.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](std::uint32_t i) { return !lexicon.cues[i].doer.empty(); });
}

bool is_cue_noun(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  const auto found = lexicon.cues_of.find(tree.lemma(noun));
  return found != lexicon.cues_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           return lexicon.cues[i].word_class == WordClass::Noun;
         });
}

/// "Russia's plan to attack", "made a decision to withdraw".
Words noun_controllers(const Tree& tree, const EventLexicon& lexicon, WordNumber noun,
                       bool infinitive, int depth) {
  if (infinitive && !is_cue_noun(tree, lexicon, noun)) {
    // "used its soil to wage war": whoever uses it wages it.
    const WordNumber verb = tree.head(noun);
    if (verb != 0 && tree.is_verbal(verb) && depth < kMaxControl) {
      return surface_subjects(tree, lexicon, verb, depth + 1);
    }
  }
  if (const WordNumber owner = tree.child(noun, "nmod:poss"); owner != 0) return {owner};
  // "the prospect of Belarus entering the war"
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
    // "posted a message blaming Iran": whoever posts it blames.
    if (tree.word(verb).xpos == "VBG" &&
        (is_cue_noun(tree, lexicon, head) || follows_of(tree, head, verb))) {
      return noun_controllers(tree, lexicon, head, infinitive, depth);
    }
    return {head};
  }
  if (relation == "xcomp" || relation == "ccomp") return controllers(tree, lexicon, head, depth);
  if (relation == "advcl") {
    // "accuses Ukraine of planning": the accused plans.
    if (tree.word(verb).xpos == "VBG" && names_doer(tree, lexicon, head)) {
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
        // "Belarusian–Russian": the first part hangs on the second.
        for (const WordNumber part : tree.children(c)) {
          if (tree.has_relation(part, "compound")) out.push_back(part);
        }
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

Words doers_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun);

/// "returned at Iraq's request": who returned.
Words clause_subjects(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  const WordNumber head = tree.head(noun);
  if (head == 0 || !tree.is_verbal(head) || !tree.has_relation(noun, "obl")) return {};
  return surface_subjects(tree, lexicon, head, 0);
}

Words step(const Tree& tree, const EventLexicon& lexicon, WordNumber from, const std::string& name,
           const std::vector<std::string>& fixed) {
  if (name == "nsubj") return logical_subjects(tree, lexicon, from);
  if (name == "clause") return clause_subjects(tree, lexicon, from);
  if (name == "subject") return surface_subjects(tree, lexicon, from, 0);
  if (name == "obj") return logical_objects(tree, lexicon, from);
  if (name == "poss") {
    Words out;
    for (const WordNumber c : tree.children(from)) {
      if (tree.word(c).deprel == "nmod:poss") out.push_back(resolve_relative(tree, c));
    }
    return out;
  }
  if (name == "mod" || name == "premod" || name == "about") return modifiers(tree, from);
  if (name == "self") return self_names(tree, lexicon, from);
  if (name == "light") {
    return doers_of(tree, lexicon, from);
  }
  if (name == "iobj" || name == "xcomp" || name == "ccomp" || name == "appos" || name == "acl" ||
      name == "advcl") {
    const WordNumber c = tree.child(from, name);
    return c == 0 ? Words{} : Words{c};
  }
  if (std::find(fixed.begin(), fixed.end(), name) != fixed.end())
    return find_fixed(tree, from, {name});
  return prepositional_arguments(tree, from, name);
}

const Cue* light_cue(const Tree& tree, const EventLexicon& lexicon, WordNumber verb,
                     WordNumber noun);
bool takes_noun_of_idiom(const Tree& tree, const EventLexicon& lexicon, WordNumber noun);

/// The subject of the light verb that governs the noun, or whom its cue names as the doer.
Words doers_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  const WordNumber verb = light_verb_of(tree, lexicon, noun);
  if (verb == 0) return {};
  if (const Cue* cue = light_cue(tree, lexicon, verb, noun); cue != nullptr && !cue->doer.empty()) {
    for (const Path& path : cue->doer) {
      Words found = words_at(tree, lexicon, verb, path, cue->fixed);
      if (!found.empty()) return found;
    }
    return {};
  }
  return logical_subjects(tree, lexicon, verb);
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

const Cue* light_cue(const Tree& tree, const EventLexicon& lexicon, WordNumber verb,
                     WordNumber noun) {
  const auto found = lexicon.cues_of.find(tree.lemma(verb));
  if (found == lexicon.cues_of.end()) return nullptr;
  const Cue* best = nullptr;
  for (const std::uint32_t i : found->second) {
    const Cue& cue = lexicon.cues[i];
    if (!takes_noun(tree, cue, verb, noun)) continue;
    if (best == nullptr || cue.fixed.size() > best->fixed.size()) best = &cue;
  }
  return best;
}

/// "claimed responsibility for the attacks": the phrase hangs on the idiom's noun.
bool takes_noun_of_idiom(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  const WordNumber inner = tree.head(noun), verb = tree.head(inner);
  if (verb == 0 || !tree.has_relation(noun, "nmod")) return false;
  const auto found = lexicon.cues_of.find(tree.lemma(verb));
  if (found == lexicon.cues_of.end()) return false;
  const Path path = {tree.lemma(inner), tree.preposition(noun)};
  return std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
    const Cue& cue = lexicon.cues[i];
    return cue.light && !find_fixed(tree, verb, cue.fixed).empty() &&
           std::find(cue.content.begin(), cue.content.end(), path) != cue.content.end();
  });
}

/// "an ally in Lukashenko, who has ...": a person is meant by the name right before, even if the
/// parser ties the clause to the noun above it.
WordNumber name_before(const Tree& tree, WordNumber clause, WordNumber noun) {
  WordNumber at = tree.span(clause).first;
  while (at > 1 && tree.word(static_cast<WordNumber>(at - 1)).upos == Upos::PUNCT) --at;
  if (at <= 1) return noun;
  WordNumber name = static_cast<WordNumber>(at - 1);
  while (tree.word(name).deprel == "flat") name = tree.head(name);
  return tree.word(name).upos == Upos::PROPN && tree.dominates(noun, name) ? name : noun;
}

/// "handed over 700 kg": the particle right after the verb, which parsers tie to the number.
WordNumber particle_after(const Tree& tree, WordNumber verb, const std::string& lemma) {
  constexpr std::array<std::string_view, 8> kParticles = {"away", "back", "down", "off",
                                                          "out",  "over", "up",   "in"};
  const WordNumber next = static_cast<WordNumber>(verb + 1);
  if (!tree.is_verbal(verb) || next > tree.size() || tree.lower_form(next) != lemma) return 0;
  const bool listed = std::find(kParticles.begin(), kParticles.end(), lemma) != kParticles.end();
  return listed && tree.has_relation(next, "advmod") ? next : WordNumber{0};
}

}  // namespace

WordNumber resolve_relative(const Tree& tree, WordNumber word) {
  if (!is_relative_pronoun(tree, word)) return word;
  const WordNumber clause = relative_clause_above(tree, word);
  if (clause == 0) return word;
  const WordNumber noun = tree.head(clause);
  return tree.lower_form(word) == "which" || tree.lower_form(word) == "that"
             ? noun
             : name_before(tree, clause, noun);
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
  // "Russian forces used ..." is not "use force".
  const auto may_be = [&](WordNumber c) {
    return !tree.has_relation(c, "nsubj") || tree.is_passive(head);
  };
  const auto child = [&](WordNumber of, const std::string& lemma) -> WordNumber {
    for (const WordNumber c : tree.children(of)) {
      if ((tree.lemma(c) == lemma || tree.lower_form(c) == lemma) && may_be(c)) return c;
    }
    return 0;
  };
  Words out;
  WordNumber below = head;
  for (const std::string& lemma : fixed) {
    WordNumber found = child(head, lemma);
    if (found == 0) found = child(below, lemma);
    for (const WordNumber c : tree.children(head)) {
      if (found == 0 && may_be(c)) found = child(c, lemma);
    }
    if (found == 0) found = particle_after(tree, head, lemma);
    if (found == 0) return {};
    out.push_back(found);
    below = found;
  }
  return out;
}

std::vector<WordNumber> logical_subjects(const Tree& tree, const EventLexicon& lexicon,
                                         WordNumber predicate) {
  if (tree.is_passive(predicate)) {
    Words agents = by_phrases(tree, predicate);
    // "Moscow-backed rebels", "a U.S.-led coalition"
    if (agents.empty() && tree.has_relation(predicate, "amod")) agents = modifiers(tree, predicate);
    return agents;
  }
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
  for (const std::string_view relation : {"obj", "iobj"}) {
    if (const WordNumber c = tree.child(predicate, relation); c != 0) {
      return {resolve_relative(tree, c)};
    }
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
    const bool stranded = tree.word(predicate).deprel == "acl:relcl" && c > predicate &&
                          tree.word(c).upos == Upos::ADP && tree.children(c).empty() &&
                          tree.lower_form(c) == preposition;
    if (stranded) {
      out.push_back(tree.head(predicate));  // "Moscow, which Minsk relies on"
    } else if (is_argument_relation(tree, c) && tree.preposition(c) == preposition) {
      out.push_back(resolve_relative(tree, c));
    } else if (tree.has_relation(c, "compound") || tree.has_relation(c, "advmod")) {
      // "pull out of Syria": the phrase may hang on the particle.
      for (const WordNumber d : tree.children(c)) {
        if (tree.has_relation(d, "obl") && tree.preposition(d) == preposition) out.push_back(d);
      }
    }
  }
  return out;
}

std::vector<WordNumber> arguments_of_conjuncts(const Tree& tree, WordNumber predicate,
                                               std::string_view preposition) {
  Words out;
  for (const WordNumber c : tree.children(predicate)) {
    if (!tree.has_relation(c, "conj") || tree.child(c, "nsubj") != 0) continue;
    const Words found = prepositional_arguments(tree, c, preposition);
    out.insert(out.end(), found.begin(), found.end());
  }
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
    if (light_cue(tree, lexicon, head, at) != nullptr) return head;
    if (takes_noun_of_idiom(tree, lexicon, at)) return tree.head(head);
    const bool climbs = tree.has_relation(at, "conj") ||
                        (tree.has_relation(at, "nmod") && tree.preposition(at) == "of") ||
                        (tree.has_relation(at, "nmod") && tree.preposition(at) == "in");
    if (!climbs || tree.is_verbal(head)) break;
    at = head;
  }
  // "the strikes that Russia carried out", "the strikes carried out by Russia"
  for (const WordNumber c : tree.children(noun)) {
    if (!tree.has_relation(c, "acl") || tree.child(c, "obj") != 0) continue;
    const bool relative = tree.word(c).deprel == "acl:relcl" && tree.child(c, "nsubj") != 0;
    if (!relative && !tree.is_past_participle(c)) continue;
    const auto found = lexicon.cues_of.find(tree.lemma(c));
    if (found == lexicon.cues_of.end()) continue;
    for (const std::uint32_t i : found->second) {
      const Cue& cue = lexicon.cues[i];
      if (cue.light && (cue.fixed.empty() || !find_fixed(tree, c, cue.fixed).empty())) return c;
    }
  }
  return 0;
}

}  // namespace entente
