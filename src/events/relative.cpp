// SPDX-License-Identifier: ISC
#include "events/arguments.h"

namespace entente {

namespace {

bool is_relative_pronoun(const Tree& tree, WordNumber n) {
  if (feature(tree.word(n), "PronType") == "Rel") return true;
  const std::string form = tree.lower_form(n);
  return tree.word(n).upos == Upos::PRON &&
         (form == "who" || form == "which" || form == "whom" || form == "whose" || form == "that");
}

/// The head of the relative clause that `n` stands in, if n's clause is one; else 0.
WordNumber relative_clause_above(const Tree& tree, WordNumber n) {
  for (WordNumber up = tree.head(n); up != 0; up = tree.head(up)) {
    if (tree.has_relation(up, "acl") || tree.word(up).deprel == "advcl:relcl") return up;
  }
  return 0;
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

}  // namespace entente
