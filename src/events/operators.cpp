// SPDX-License-Identifier: ISC
#include "events/operators.h"

#include "events/cue.h"
#include "events/factuality.h"

#include <algorithm>

namespace entente {

namespace {

void apply(Local& local, const Effect& effect) {
  if (effect.reversed) local.negated = !local.negated;
  local.modality = weaker(local.modality, effect.modality);
}

bool is_operator(const Tree& tree, WordNumber n, const Cue& cue) {
  switch (cue.word_class) {
    case WordClass::Adverb:
      return tree.has_relation(n, "advmod") || tree.has_relation(n, "cc") ||
             tree.has_relation(n, "discourse");
    case WordClass::Auxiliary:
      return true;
    case WordClass::Determiner:
      return tree.has_relation(n, "det") || tree.has_relation(n, "cc");
    case WordClass::Adjective:
      return tree.has_relation(n, "amod");
    case WordClass::Adposition:
    case WordClass::Conjunction:
      return tree.has_relation(n, "case") || tree.has_relation(n, "mark") ||
             (cue.word_class == WordClass::Conjunction && tree.has_relation(n, "advmod"));
    default:
      return false;
  }
}

/// "in the event of a war"
bool sets_condition(const Tree& tree, WordNumber n, const Cue& cue) {
  return cue.word_class == WordClass::Noun && tree.has_relation(n, "obl") &&
         cue.affirmed.modality == Modality::Conditional && tree.preposition(n) == "in";
}

bool is_condition(const EventLexicon& lexicon, const Tree& tree, WordNumber clause) {
  for (const WordNumber c : tree.children(clause)) {
    const Cue* cue = cue_at(lexicon, tree, c);
    if (cue != nullptr && cue->word_class == WordClass::Conjunction &&
        cue->affirmed.modality == Modality::Conditional) {
      return true;
    }
  }
  return false;
}

/// "Read the article": a bare form without a subject.
bool is_imperative(const Tree& tree, WordNumber n) {
  if (tree.word(n).xpos != "VB" && feature(tree.word(n), "Mood") != "Imp") return false;
  for (const std::string_view relation : {"nsubj", "aux", "mark", "expl"}) {
    if (tree.child(n, relation) != 0) return false;
  }
  return tree.head(n) == 0 || tree.has_relation(n, "parataxis") || tree.has_relation(n, "ccomp");
}

bool asks_what(const Tree& tree, WordNumber n, int depth) {
  for (const WordNumber c : tree.children(n)) {
    const std::string& tag = tree.word(c).xpos;
    if (tag == "WRB" || tag == "WP" || tag == "WDT" || tag == "WP$") return true;
    if (depth > 0 && !tree.is_clause(c) && asks_what(tree, c, depth - 1)) return true;
  }
  return false;
}

/// "Did they attack?", but not "Why did they attack?", which takes for granted that they did, nor
/// "They attacked, what shall we do?".
bool is_question(const Tree& tree, WordNumber n) {
  if (tree.head(n) != 0 || !tree.is_clause(n) || tree.word(tree.size()).form != "?") return false;
  if (asks_what(tree, n, 1)) return false;
  const WordNumber subject = tree.child(n, "nsubj");
  const WordNumber auxiliary = std::max(tree.child(n, "aux"), tree.child(n, "cop"));
  const bool inverted = subject == 0 || (auxiliary != 0 && auxiliary < subject);
  return inverted || (tree.child(n, "conj") == 0 && tree.child(n, "parataxis") == 0);
}

/// "What remains is to sign", "the plan is attack": what is to be done, not what is done.
bool is_bare_predicate(const Tree& tree, WordNumber n) {
  return tree.word(n).xpos == "VB" && tree.child(n, "cop") != 0 && tree.child(n, "mark") == 0;
}

/// "Had Belarus attacked, ...": a condition without "if".
bool is_inverted_condition(const Tree& tree, WordNumber n) {
  if (tree.word(tree.size()).form == "?") return false;
  const WordNumber first = tree.span(n).first, subject = tree.child(n, "nsubj");
  if (tree.head(first) != n || subject == 0 || subject < first) return false;
  if (!tree.has_relation(first, "aux") && !tree.has_relation(first, "cop")) return false;
  const std::string form = tree.lower_form(first);
  return form == "had" || form == "should" || form == "were";
}

/// "not only", "not all", "almost all": the word limits what follows it and denies nothing.
bool only_limits(const Tree& tree, WordNumber n) {
  if (n >= tree.size()) return false;
  const std::string form = tree.lower_form(n);
  if (form == "almost" || form == "nearly") return !tree.is_verbal(static_cast<WordNumber>(n + 1));
  if (form != "not" && form != "n't" && form != "n’t") return false;
  const std::string next = tree.lower_form(static_cast<WordNumber>(n + 1));
  for (const std::string_view word : {"only", "just", "merely", "simply"}) {
    if (next == word) return true;
  }
  const bool of_phrase = !tree.is_clause(tree.head(n));
  return of_phrase && (next == "all" || next == "every");
}

/// "no troops were sent", "neither Russia nor Belarus attacked", "not a single soldier attacked":
/// a negated subject or object denies the clause; and "called the claim that X attacked false".
void apply_phrase(const EventLexicon& lexicon, const Tree& tree, WordNumber n, WordNumber c,
                  Local& out) {
  const Cue* self = cue_at(lexicon, tree, c);
  if (tree.has_relation(c, "xcomp") && tree.word(c).upos == Upos::ADJ && self != nullptr &&
      self->word_class == WordClass::Adjective && self->affirmed.reversed &&
      tree.child(n, "obj") != 0 && tree.child(c, "xcomp") == 0) {
    apply(out, self->affirmed);
  }
  if (!tree.has_relation(c, "nsubj") && !tree.has_relation(c, "obj")) return;
  for (const WordNumber d : tree.children(c)) {
    const bool modifies = tree.has_relation(d, "det") || tree.has_relation(d, "cc") ||
                          (tree.has_relation(d, "advmod") && d < c);
    const Cue* cue = modifies ? cue_at(lexicon, tree, d) : nullptr;
    if (cue == nullptr || only_limits(tree, d)) continue;
    if (tree.has_relation(d, "advmod") && !cue->affirmed.reversed) continue;
    apply(out, cue->affirmed);
  }
  if (self != nullptr && self->word_class == WordClass::Determiner) apply(out, self->affirmed);
}

}  // namespace

/// "could no longer attack": what has ended is no mere possibility.
static bool has_ended(const Tree& tree, WordNumber n) {
  bool longer = false, able = false;
  for (const WordNumber c : tree.children(n)) {
    longer = longer || (tree.lower_form(c) == "longer" && c > 1 &&
                        tree.lower_form(static_cast<WordNumber>(c - 1)) == "no");
    able = able || (tree.has_relation(c, "aux") &&
                    (tree.lower_form(c) == "could" || tree.lower_form(c) == "can"));
  }
  return longer && able;
}

bool is_present(const Tree& tree, WordNumber n) {
  return (tree.word(n).xpos == "VBP" || tree.word(n).xpos == "VBZ") && tree.child(n, "aux") == 0;
}

bool is_open_infinitive(const Tree& tree, WordNumber n) {
  return tree.preposition(n).ends_with("to") &&
         (tree.word(n).xpos == "VB" || tree.child(n, "cop") != 0);
}

Local local_operators(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                      WordNumber except) {
  Local out;
  bool conditional = false;
  for (const WordNumber c : tree.children(n)) {
    if (c == except) continue;
    out.has_auxiliary =
        out.has_auxiliary || tree.has_relation(c, "aux") || tree.has_relation(c, "cop");
    if (tree.is_clause(n)) apply_phrase(lexicon, tree, n, c, out);
    const Cue* cue = cue_at(lexicon, tree, c);
    if (cue != nullptr && sets_condition(tree, c, *cue)) conditional = true;
    if (tree.has_relation(c, "advcl") && is_condition(lexicon, tree, c)) conditional = true;
    if (cue == nullptr || !is_operator(tree, c, *cue) || only_limits(tree, c)) continue;
    apply(out, cue->affirmed);
  }
  if (has_ended(tree, n) && out.modality == Modality::Possible) out.modality = Modality::Actual;
  if (is_imperative(tree, n) || is_bare_predicate(tree, n))
    out.modality = weaker(out.modality, Modality::Demanded);
  if (tree.head(n) == 0 && is_open_infinitive(tree, n)) {
    out.modality = weaker(out.modality, Modality::Planned);  // "How to get there"
  }
  if (is_question(tree, n)) out.modality = weaker(out.modality, Modality::Possible);
  if (tree.lemma(n) == "go" && tree.word(n).xpos == "VBG" && tree.child(n, "xcomp") != 0) {
    out.modality = weaker(out.modality, Modality::Planned);  // "is going to"
  }
  // "if X, Y would": Y is conditional; "Y warned if X" is not.
  if (conditional && out.modality != Modality::Actual) out.modality = Modality::Conditional;
  if (is_inverted_condition(tree, n)) out.modality = Modality::Conditional;
  return out;
}

}  // namespace entente
