// SPDX-License-Identifier: ISC
#include "events/arguments.h"

#include "events/light_verbs.h"
#include "events/subjects.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

using Words = std::vector<WordNumber>;

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
        // "joint Russian and Belarusian exercise": "joint" hangs on "Russian".
        for (const WordNumber part : tree.children(c)) {
          if (tree.has_relation(part, "compound") || tree.has_relation(part, "amod")) {
            out.push_back(part);
          }
        }
        out.push_back(c);
        break;
      }
    }
  }
  return out;
}

/// "Belarus-deployed units" are in Belarus, not sent by it.
bool is_posted(const Tree& tree, const EventLexicon& lexicon, WordNumber participle) {
  const auto found = lexicon.frames_of.find(tree.lemma(participle));
  return found != lexicon.frames_of.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](std::uint32_t i) { return lexicon.frames[i].sense.type == "MOBILIZE"; });
}

/// "the budget of Portugal and other members": Portugal, whatever the parser coordinates.
WordNumber named_before(const Tree& tree, WordNumber conjunct) {
  const WordNumber conjunction = tree.child(conjunct, "cc"), first = tree.head(conjunct);
  if (conjunction < 2) return first;
  WordNumber name = static_cast<WordNumber>(conjunction - 1);
  while (tree.word(name).deprel == "flat") name = tree.head(name);
  return tree.word(name).upos == Upos::PROPN && tree.dominates(first, name) ? name : first;
}

/// "his closest ally, Vladimir Putin"; "Putin is an ally"; "Portugal and other member states".
Words self_names(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  Words out;
  for (const WordNumber c : tree.children(noun)) {
    if (tree.has_relation(c, "appos") || tree.word(c).deprel == "flat") out.push_back(c);
    if (tree.has_relation(c, "nsubj")) out.push_back(resolve_relative(tree, c));
  }
  if (!out.empty()) return out;
  const WordNumber head = tree.head(noun);
  // "China, an ally of Laos and its main supplier"
  if (head != 0 && tree.has_relation(noun, "conj") && tree.has_relation(head, "appos")) {
    return {tree.head(head)};
  }
  // "has lost its freedom and is now a tool"
  if (tree.child(noun, "cop") != 0 && tree.has_relation(noun, "conj")) {
    if (Words found = surface_subjects(tree, lexicon, noun, 0); !found.empty()) return found;
  }
  // "Portugal and other members", "Portugal and other EU member countries"
  const WordNumber whole = tree.has_relation(noun, "compound") ? head : noun;
  if (whole != 0 && tree.has_relation(whole, "conj") &&
      tree.child_with_lemma(whole, "other") != 0) {
    return {named_before(tree, whole)};
  }
  if (head != 0 && (tree.has_relation(noun, "appos") || tree.has_relation(noun, "compound") ||
                    tree.word(noun).deprel == "flat")) {
    return {noun, head};
  }
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

/// "returned at Iraq's request": who returned.
Words clause_subjects(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  const WordNumber head = tree.head(noun);
  if (head == 0 || !tree.is_verbal(head) || !tree.has_relation(noun, "obl")) return {};
  return logical_subjects(tree, lexicon, head);
}

/// "threatened to attack": parsers take every other infinitive for an adverbial clause.
WordNumber open_complement(const Tree& tree, WordNumber verb) {
  if (const WordNumber c = tree.child(verb, "xcomp"); c != 0) return c;
  for (const WordNumber c : tree.children(verb)) {
    if (c > verb && tree.has_relation(c, "advcl") && tree.preposition(c) == "to") return c;
  }
  return 0;
}

/// "Tokyo said that X is out of the question", "X is out of the question, Tokyo said"
Words speakers_above(const Tree& tree, const EventLexicon& lexicon, WordNumber said) {
  const auto reports = [&](WordNumber verb) {
    const auto found = lexicon.cues_of.find(tree.lemma(verb));
    return found != lexicon.cues_of.end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [&](std::uint32_t i) { return lexicon.cues[i].reports; });
  };
  const WordNumber head = tree.head(said);
  if (head != 0 && tree.has_relation(said, "ccomp") && reports(head)) {
    return surface_subjects(tree, lexicon, head);
  }
  for (const WordNumber c : tree.children(said)) {
    if (tree.has_relation(c, "parataxis") && reports(c)) return surface_subjects(tree, lexicon, c);
  }
  return {};
}

/// "massed troops on the border with Chad": a phrase right behind the noun, tied to the verb.
Words phrases_behind(const Tree& tree, WordNumber noun, std::string_view preposition) {
  const WordNumber head = tree.head(noun);
  const bool argument = tree.has_relation(noun, "obl") || tree.has_relation(noun, "obj");
  if (!argument || head > noun || !tree.is_verbal(head)) return {};
  if (tree.word(noun).upos != Upos::NOUN || preposition == "by") return {};
  for (const WordNumber c : tree.children(head)) {
    if (c > noun && tree.has_relation(c, "obl") && tree.preposition(c) == preposition &&
        tree.span(c).first == tree.span(noun).last + 1)
      return {resolve_relative(tree, c)};
  }
  return {};
}

Words step(const Tree& tree, const EventLexicon& lexicon, WordNumber from, const std::string& name,
           const std::vector<std::string>& fixed) {
  if (std::find(fixed.begin(), fixed.end(), name) != fixed.end()) {
    Words found = find_fixed(tree, from, {name});
    // A preposition stands for what follows it: "decided against attacking".
    for (WordNumber& word : found) {
      const bool marks = tree.has_relation(word, "case") || tree.has_relation(word, "mark");
      if (marks && tree.head(tree.head(word)) == from) word = tree.head(word);
    }
    return found;
  }
  if (name == "nsubj") return logical_subjects(tree, lexicon, from);
  if (name == "clause") return clause_subjects(tree, lexicon, from);
  if (name == "speaker") return speakers_above(tree, lexicon, from);
  if (name == "subject") return surface_subjects(tree, lexicon, from, 0);
  if (name == "obj") return logical_objects(tree, lexicon, from);
  if (name == "poss" || name == "whom") {
    if (name == "whom" && !prepositional_arguments(tree, from, "of").empty()) return {};
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
  if (name == "xcomp") {
    const WordNumber c = open_complement(tree, from);
    return c == 0 ? Words{} : Words{c};
  }
  if (name == "acl" && tree.child(from, "acl") == 0 && tree.has_relation(from, "obj")) {
    // "announced its intention to help", with the infinitive tied to the verb
    const WordNumber c = open_complement(tree, tree.head(from));
    return c > from ? Words{c} : Words{};
  }
  // "was granted asylum by Spain"
  if (name == "iobj" && tree.is_passive(from) && tree.child(from, "obj") > from)
    return surface_subjects(tree, lexicon, from, 0);
  if (name == "iobj" || name == "ccomp" || name == "csubj" || name == "appos" || name == "acl" ||
      name == "advcl") {
    const WordNumber c = tree.child(from, name);
    return c == 0 ? Words{} : Words{c};
  }
  Words found = prepositional_arguments(tree, from, name);
  return found.empty() && !name.empty() ? phrases_behind(tree, from, name) : found;
}

}  // namespace

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
    for (const WordNumber c : tree.children(predicate)) {  // "were killed and one wounded by"
      const WordNumber own = tree.child(c, "nsubj");
      const bool same = own == 0 || tree.word(own).upos == Upos::NUM;
      if (agents.empty() && same && tree.has_relation(c, "conj") && tree.is_passive(c))
        agents = by_phrases(tree, c);
    }
    // "Moscow-backed rebels", "a U.S.-led coalition"
    if (agents.empty() && tree.has_relation(predicate, "amod") &&
        !is_posted(tree, lexicon, predicate)) {
      agents = modifiers(tree, predicate);
    }
    // "had a critic killed"
    const WordNumber head = tree.head(predicate);
    if (agents.empty() && head != 0 && tree.has_relation(predicate, "xcomp") &&
        tree.lemma(head) == "have" && tree.child(head, "obj") != 0) {
      agents = surface_subjects(tree, lexicon, head, 0);
    }
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
    const WordNumber given = tree.child(predicate, "obj");  // "was granted asylum"
    if (given > predicate && tree.child(predicate, "nsubj") != 0) return {given};
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
    // "Moldova, where Russia keeps troops"
    const bool where = preposition == "in" && tree.word(predicate).deprel == "acl:relcl" &&
                       c < predicate && tree.lower_form(c) == "where";
    if (stranded || where) {
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

}  // namespace entente
