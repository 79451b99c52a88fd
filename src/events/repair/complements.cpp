// SPDX-License-Identifier: ISC
#include "events/repair/reattach.h"
#include "events/repair/trees.h"
#include "events/repair/words.h"

#include <algorithm>

namespace entente {

namespace {

/// An entry of the verb asks for `lemma` as the complement.
bool asks_for(const EventLexicon& lexicon, const std::string& verb, const std::string& lemma) {
  const auto found = lexicon.frames_of.find(verb);
  if (found == lexicon.frames_of.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
    const std::vector<Condition>& conditions = lexicon.frames[i].conditions;
    return std::any_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
      return condition.at == Path{"xcomp"} &&
             std::binary_search(condition.lemmas.begin(), condition.lemmas.end(), lemma);
    });
  });
}

/// The verb of which `n` may be the complement, by where the parser hung it; 0 for none.
WordNumber verb_above(const Tree& tree, WordNumber n) {
  const WordNumber head = tree.head(n);
  if (head == 0 || head > n) return 0;
  // a second object
  if (tree.has_relation(n, "obj") && tree.child(head, "obj") != n) return head;
  // "branded the move a provocation"
  if (tree.word(n).deprel == "nmod:unmarked" && tree.has_relation(head, "obj"))
    return tree.head(head);
  // an adjective after its noun; "told French diplomats to leave"
  const bool object = tree.has_relation(head, "obj") || tree.has_relation(head, "iobj");
  const bool infinitive = tree.word(n).deprel == "acl" && tree.word(n).xpos == "VB";
  if (object && (tree.has_relation(n, "amod") || infinitive)) return tree.head(head);
  // "gave them 48 hours to leave"
  const bool loose = tree.has_relation(n, "advcl") && tree.word(n).xpos == "VB";
  return loose && tree.preposition(n) == "to" ? head : WordNumber{0};
}

bool takes_receiver(const EventLexicon& lexicon, const std::string& verb) {
  const auto found = lexicon.frames_of.find(verb);
  if (found == lexicon.frames_of.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
    const std::vector<Path>& paths = lexicon.frames[i].recipient;
    return std::find(paths.begin(), paths.end(), Path{"iobj"}) != paths.end();
  });
}

/// "granted Chad a loan", read as two objects: the first is the one to whom.
bool is_receiver(const EventLexicon& lexicon, const Tree& tree, WordNumber n) {
  const WordNumber verb = tree.head(n);
  if (verb == 0 || !tree.has_relation(n, "obj") || !is_nominal(tree, n)) return false;
  const bool name = tree.word(n).upos == Upos::PROPN;
  const bool two =
      std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](WordNumber c) {
        const bool next = name || tree.span(c).first == tree.span(n).last + 1;
        return c > n && next && tree.has_relation(c, "obj") && tree.word(c).upos == Upos::NOUN;
      });
  return two && takes_receiver(lexicon, tree.lemma(verb));
}

/// "lent Estonia repair crews", read as one noun phrase: a country's name right behind a verb of
/// giving is to whom; of what is Estonian, English says "Estonian".
bool is_joined_receiver(const EventLexicon& lexicon, const Tree& tree, WordNumber n) {
  const WordNumber noun = tree.head(n), verb = tree.head(noun);
  if (verb == 0 || noun < n || tree.head(noun) == 0 || !tree.has_relation(noun, "obj"))
    return false;
  if (tree.word(n).upos != Upos::PROPN || !tree.word(n).ner.ends_with("-LOC")) return false;
  if (!tree.has_relation(n, "compound") && !tree.has_relation(n, "amod")) return false;
  if (tree.child(n, "flat") != 0) return false;
  const std::string& form = tree.word(n).form;
  const bool acronym = form.size() > 1 && form[1] >= 'A' && form[1] <= 'Z';
  return !acronym && tree.is_verbal(verb) && tree.span(n).first == verb + 1 &&
         tree.span(noun).first == tree.span(n).first && !tree.is_passive(verb) &&
         tree.child(verb, "iobj") == 0 && takes_receiver(lexicon, tree.lemma(verb));
}

/// "the frigate HMS Kent", read as two objects: the name is the noun's.
bool is_name_of_object(const Tree& tree, WordNumber n) {
  const WordNumber head = tree.head(n);
  if (head == 0 || n < 2 || !tree.has_relation(n, "obj") || tree.word(n).upos != Upos::PROPN)
    return false;
  const auto before = static_cast<WordNumber>(n - 1);
  return tree.child(head, "obj") == before && tree.word(before).upos == Upos::NOUN;
}

/// "described the claims as baseless", with "as" for an adverb.
bool is_adverbial_as(const Tree& tree, WordNumber n) {
  const WordNumber complement = tree.head(n);
  return tree.lower_form(n) == "as" && complement == n + 1 && tree.has_relation(n, "advmod") &&
         tree.has_relation(complement, "xcomp") && tree.word(complement).upos == Upos::ADJ;
}

/// "denies a role in the attack": what one has a part in is the part's.
bool is_of_part(const EventLexicon& lexicon, const Tree& tree, WordNumber n, WordNumber& part) {
  if (!tree.has_relation(n, "obl") || tree.preposition(n) != "in") return false;
  part = tree.child(tree.head(n), "obj");
  return part != 0 && !takes_particle(lexicon, tree.lemma(tree.head(n)), tree.lemma(part)) &&
         lexicon.parts.contains(tree.lemma(part)) && tree.span(part).last + 1 == tree.span(n).first;
}

/// "named the party and its army as terrorists", with the party for what somebody became.
bool is_named(const Tree& tree, WordNumber n) {
  if (!tree.has_relation(n, "xcomp") || !is_nominal(tree, n)) return false;
  const WordNumber verb = tree.head(n);
  if (tree.child(verb, "obj") != 0 || n < verb) return false;
  for (WordNumber c = n; c <= tree.span(verb).last; ++c) {
    if (tree.lower_form(c) == "as" && tree.word(c).deprel == "case") return true;
  }
  return false;
}

}  // namespace

void repair_complements(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (is_name_of_object(tree, n)) {
      attach(sentence, n, static_cast<WordNumber>(n - 1), "appos");
      continue;
    }
    if (is_receiver(lexicon, tree, n)) {
      sentence.words[n - 1].deprel = "iobj";
      continue;
    }
    if (is_joined_receiver(lexicon, tree, n)) {
      sentence.words[n - 1].head = tree.head(tree.head(n));
      sentence.words[n - 1].deprel = "iobj";
      continue;
    }
    if (is_adverbial_as(tree, n)) {
      sentence.words[n - 1].deprel = "mark";
      sentence.words[tree.head(n) - 1].deprel = "advcl";
    }
    WordNumber part = 0;
    if (is_of_part(lexicon, tree, n, part)) attach(sentence, n, part, "nmod");
    if (is_named(tree, n)) sentence.words[n - 1].deprel = "obj";
    const WordNumber verb = verb_above(tree, n);
    if (verb == 0 || !tree.is_verbal(verb) || tree.child(verb, "xcomp") != 0) continue;
    if (!asks_for(lexicon, tree.lemma(verb), tree.lemma(n))) continue;
    attach(sentence, n, verb, "xcomp");
  }
}

}  // namespace entente
