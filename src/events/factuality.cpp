// SPDX-License-Identifier: ISC
#include "events/factuality.h"

#include "events/arguments.h"
#include "events/cue.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

/// What the words around one word say of it, apart from those that govern it.
struct Local {
  bool negated = false;
  Modality modality = Modality::Actual;
  bool has_auxiliary = false;
};

int weakness(Modality modality) {
  switch (modality) {
    case Modality::Actual:
      return 0;
    case Modality::Planned:
      return 1;
    case Modality::Probable:
      return 2;
    case Modality::Demanded:
      return 3;
    case Modality::Possible:
      return 4;
    case Modality::Conditional:
      return 5;
  }
  return 0;
}

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

bool is_question(const Tree& tree, WordNumber n) {
  if (tree.head(n) != 0 || !tree.is_clause(n) || tree.word(tree.size()).form != "?") return false;
  // "Why did they attack?" takes for granted that they did.
  for (const WordNumber c : tree.children(n)) {
    if (tree.word(c).xpos == "WRB") return false;
  }
  return true;
}

/// No tense but the present: in the future too, if its main clause is.
bool is_present(const Tree& tree, WordNumber n) {
  return (tree.word(n).xpos == "VBP" || tree.word(n).xpos == "VBZ") && tree.child(n, "aux") == 0;
}

/// "to attack" after a word that the lexicon does not know: whether it happens is open.
bool is_open_infinitive(const Tree& tree, WordNumber n) {
  return tree.preposition(n).ends_with("to") &&
         (tree.word(n).xpos == "VB" || tree.child(n, "cop") != 0);
}

/// `except`: the child that the walk came from; its own negation was counted with it.
Local local_operators(const EventLexicon& lexicon, const Tree& tree, WordNumber n,
                      WordNumber except = 0) {
  Local out;
  bool conditional = false;
  for (const WordNumber c : tree.children(n)) {
    if (c == except) continue;
    out.has_auxiliary =
        out.has_auxiliary || tree.has_relation(c, "aux") || tree.has_relation(c, "cop");
    // "no troops were sent": a negated subject or object denies the clause.
    if (tree.is_clause(n) && (tree.has_relation(c, "nsubj") || tree.has_relation(c, "obj"))) {
      const Cue* cue = nullptr;
      for (const WordNumber d : tree.children(c)) {
        if (tree.has_relation(d, "det") && (cue = cue_at(lexicon, tree, d)) != nullptr) {
          apply(out, cue->affirmed);
        }
      }
      if (const Cue* self = cue_at(lexicon, tree, c);
          self != nullptr && self->word_class == WordClass::Determiner) {
        apply(out, self->affirmed);
      }
    }
    const Cue* cue = cue_at(lexicon, tree, c);
    if (cue != nullptr && sets_condition(tree, c, *cue)) conditional = true;
    if (tree.has_relation(c, "advcl") && is_condition(lexicon, tree, c)) conditional = true;
    if (cue == nullptr || !is_operator(tree, c, *cue)) continue;
    apply(out, cue->affirmed);
  }
  if (is_imperative(tree, n)) out.modality = weaker(out.modality, Modality::Demanded);
  if (tree.head(n) == 0 && is_open_infinitive(tree, n)) {
    out.modality = weaker(out.modality, Modality::Planned);  // "How to get there"
  }
  if (is_question(tree, n)) out.modality = weaker(out.modality, Modality::Possible);
  if (tree.lemma(n) == "go" && tree.word(n).xpos == "VBG" && tree.child(n, "xcomp") != 0) {
    out.modality = weaker(out.modality, Modality::Planned);  // "is going to"
  }
  // "if X, Y would": Y is conditional; "Y warned if X" is not.
  if (conditional && out.modality != Modality::Actual) out.modality = Modality::Conditional;
  return out;
}

bool is_definite(const Tree& tree, WordNumber noun) {
  for (const WordNumber c : tree.children(noun)) {
    if (tree.word(c).deprel == "nmod:poss") return true;
    if (!tree.has_relation(c, "det")) continue;
    const std::string form = tree.lower_form(c);
    if (form == "the" || form == "this" || form == "that" || form == "these" || form == "those") {
      return true;
    }
  }
  return tree.word(noun).upos == Upos::PROPN;
}

/// True for "there is/was/will be X" and other clauses that only say that X is.
bool is_existential(const Tree& tree, WordNumber verb) {
  return tree.child(verb, "expl") != 0;
}

/// "Russia's claims", "German allegations": somebody answers for them.
bool has_owner(const Tree& tree, WordNumber noun) {
  for (const WordNumber c : tree.children(noun)) {
    if (tree.word(c).deprel == "nmod:poss" || tree.preposition(c) == "by") return true;
    const char first = tree.word(c).form.empty() ? 'a' : tree.word(c).form[0];
    if (c < noun && first >= 'A' && first <= 'Z' && !tree.has_relation(c, "det")) return true;
  }
  return false;
}

/// The walk's state.
struct Walk {
  bool reversed = false;
  Modality modality = Modality::Actual;
  void add(const Local& local) {
    reversed = reversed != local.negated;
    modality = weaker(modality, local.modality);
  }
  void add(const Effect& effect) {
    reversed = reversed != effect.reversed;
    modality = weaker(modality, effect.modality);
  }
  void demote(Modality to) { modality = weaker(modality, to); }
};

bool governs(const EventLexicon& lexicon, const Tree& tree, const Cue& cue, WordNumber head,
             WordNumber at) {
  const std::vector<WordNumber> content = content_of(lexicon, tree, head, cue);
  if (std::find(content.begin(), content.end(), at) != content.end()) return true;
  return cue.light && !tree.is_clause(at) && light_verb_of(tree, lexicon, at) == head;
}

bool shares_negation(const EventLexicon& lexicon, const Tree& tree, WordNumber conjunct) {
  (void)lexicon;
  for (const WordNumber c : tree.children(conjunct)) {
    if (!tree.has_relation(c, "cc")) continue;
    const std::string form = tree.lower_form(c);
    return form == "or" || form == "nor";
  }
  return false;
}

/// Steps from a conjunct to the first one, which may lend it auxiliaries and negation.
void add_shared(const EventLexicon& lexicon, const Tree& tree, WordNumber conjunct, Walk& walk) {
  if (tree.child(conjunct, "nsubj") != 0) return;
  if (local_operators(lexicon, tree, conjunct).has_auxiliary) return;
  const Local first = local_operators(lexicon, tree, tree.head(conjunct));
  walk.demote(first.modality);
  if (first.negated && shares_negation(lexicon, tree, conjunct)) walk.reversed = !walk.reversed;
}

}  // namespace

Modality weaker(Modality one, Modality other) {
  return weakness(one) >= weakness(other) ? one : other;
}

Factuality factuality_of(const EventLexicon& lexicon, const Tree& tree, WordNumber trigger) {
  Walk walk;
  Factuality out;
  walk.add(local_operators(lexicon, tree, trigger));
  bool definite = !tree.is_clause(trigger) && is_definite(tree, trigger);
  WordNumber at = trigger;
  bool first = true;
  while (tree.head(at) != 0) {
    WordNumber head = tree.head(at);
    // "claimed responsibility for the attack": the idiom's verb governs, not its noun.
    if (!tree.is_clause(at) && !tree.is_verbal(head) && tree.head(head) != 0 &&
        light_verb_of(tree, lexicon, at) == tree.head(head)) {
      at = head;
      head = tree.head(head);
    }
    const Cue* cue = cue_at(lexicon, tree, head);
    if (cue != nullptr && governs(lexicon, tree, *cue, head, at)) {
      const Local local = local_operators(lexicon, tree, head, at);
      const Walk before = walk;
      walk.add(local.negated && !cue->factive ? cue->denied : cue->affirmed);
      // "had to leave" and left
      if (tree.is_clause(at) && tree.word(head).xpos != "VBD") walk.demote(cue->of_clauses);
      if (cue->factive) break;
      if (cue->keeps_nouns && definite && first) {
        walk = before;
        out.presupposed = first;
        break;
      }
      walk.demote(local.modality);
      if (cue->reports && (cue->word_class != WordClass::Noun || has_owner(tree, head))) break;
      definite = false;
      at = head;
      first = false;
      continue;
    }
    if (tree.has_relation(at, "conj")) {
      add_shared(lexicon, tree, at, walk);
      at = head;
      continue;
    }
    if (is_open_infinitive(tree, at) &&
        (tree.has_relation(at, "xcomp") || tree.has_relation(at, "acl") ||
         tree.has_relation(at, "csubj") || tree.has_relation(at, "ccomp"))) {
      walk.demote(Modality::Possible);
    }
    if (tree.has_relation(at, "xcomp") || tree.has_relation(at, "ccomp") ||
        tree.has_relation(at, "csubj")) {
      walk.add(local_operators(lexicon, tree, head, at));
      at = head;
      definite = false;
      continue;
    }
    if (tree.has_relation(at, "advcl")) {
      if (tree.preposition(at) == "to") {
        walk.demote(Modality::Planned);
        break;
      }
      // "may attack Poland, triggering a war"; "when they attack, we will respond"
      const bool participle = tree.word(at).xpos == "VBG" && tree.preposition(at).empty();
      if (!participle && !is_present(tree, at)) break;
      walk.demote(local_operators(lexicon, tree, head, at).modality);
      at = head;
      continue;
    }
    const bool nominal = !tree.is_clause(at);
    if (nominal && is_existential(tree, head) && tree.has_relation(at, "nsubj")) {
      walk.add(local_operators(lexicon, tree, head, at));
      at = head;
      definite = false;
      continue;
    }
    if (nominal && definite) {
      out.presupposed = first;
      break;
    }
    if (nominal && (tree.has_relation(at, "nmod") || tree.has_relation(at, "compound")) &&
        !tree.is_clause(head)) {
      // "a series of possible strikes": up through the noun, without what governs it.
      walk.demote(local_operators(lexicon, tree, head).modality);
      at = head;
      first = false;
      continue;
    }
    break;
  }
  out.polarity = walk.reversed ? Polarity::Denied : Polarity::Affirmed;
  out.modality = walk.modality;
  return out;
}

}  // namespace entente
