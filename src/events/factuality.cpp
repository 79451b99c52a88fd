// SPDX-License-Identifier: ISC
#include "events/factuality.h"

#include "events/arguments.h"
#include "events/cue.h"
#include "events/light_verbs.h"
#include "events/operators.h"
#include "events/repair/words.h"
#include "events/subjects.h"

#include <algorithm>

namespace entente {

namespace {

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

/// How far behind a denial its content may begin: "denied on Tuesday that" (judgement).
constexpr int kNear = 4;

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

/// The cue at `head` that has `at` as its content; null for none.
const Cue* governing_cue(const EventLexicon& lexicon, const Tree& tree, WordNumber head,
                         WordNumber at) {
  const Cue* cue = cue_at(lexicon, tree, head);
  if (cue != nullptr) {
    const std::vector<WordNumber> content = content_of(lexicon, tree, head, *cue);
    if (std::find(content.begin(), content.end(), at) != content.end()) return cue;
  }
  if (tree.is_clause(at) || light_verb_of(tree, lexicon, at) != head) return nullptr;
  return cue != nullptr && cue->light ? cue : light_cue_of(tree, lexicon, at);
}

/// "allegations suggesting that", "reports say that": nobody answers for it.
bool is_told_by_rumour(const EventLexicon& lexicon, const Tree& tree, WordNumber verb) {
  const bool participle = tree.word(verb).deprel == "acl";
  for (const WordNumber subject : participle ? std::vector<WordNumber>{tree.head(verb)}
                                             : surface_subjects(tree, lexicon, verb)) {
    const Cue* cue = cue_at(lexicon, tree, subject);
    if (cue != nullptr && cue->word_class == WordClass::Noun && cue->reports &&
        !cue->content.empty() && !is_definite(tree, subject) && !has_owner(tree, subject)) {
      return true;
    }
  }
  return false;
}

bool shares_negation(const Tree& tree, WordNumber conjunct) {
  for (const WordNumber c : tree.children(conjunct)) {
    if (!tree.has_relation(c, "cc")) continue;
    const std::string form = tree.lower_form(c);
    return form == "or";
  }
  return false;
}

/// Whoever "allegations of" or "the prospect of" is of.
bool is_content_noun(const EventLexicon& lexicon, const Tree& tree, WordNumber noun) {
  const WordNumber above = tree.head(noun);
  const Cue* cue = above == 0 ? nullptr : cue_at(lexicon, tree, above);
  if (cue == nullptr || cue->word_class != WordClass::Noun) return false;
  const std::vector<WordNumber> content = content_of(lexicon, tree, above, *cue);
  return std::find(content.begin(), content.end(), noun) != content.end();
}

bool joins(const EventLexicon& lexicon, const std::string& lemma) {
  const auto found = lexicon.frames_of.find(lemma);
  return found != lexicon.frames_of.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](std::uint32_t i) { return lexicon.frames[i].joins; });
}

/// "did not take part in the Cuban invasion": that there is one is taken for granted. Whoever
/// "its" is may be the one who does not invade.
bool is_of_others(const EventLexicon& lexicon, const Tree& tree, WordNumber noun) {
  // "has not joined Western sanctions", but "has not launched Russian missiles"
  const bool joined = joins(lexicon, tree.lemma(tree.head(noun))) && tree.child(noun, "det") == 0;
  if (!is_definite(tree, noun) && !joined) return false;
  for (const WordNumber c : tree.children(noun)) {
    if (tree.word(c).deprel == "nmod:poss") return tree.word(c).upos != Upos::PRON;
    const char first = tree.word(c).form.empty() ? 'a' : tree.word(c).form[0];
    const bool before = c < noun && first >= 'A' && first <= 'Z';
    if (before && (tree.has_relation(c, "amod") || tree.has_relation(c, "compound"))) return true;
  }
  return false;
}

/// "join", "take part in", but not "cancel" or a passive.
bool takes_for_granted(const Tree& tree, const Cue& cue, WordNumber noun) {
  if (tree.has_relation(noun, "nsubj")) return false;
  return !cue.affirmed.reversed && cue.affirmed.modality == Modality::Actual;
}

/// "may trigger an attack": an attack that is spoken of for the first time is as certain as what
/// brings it about.
bool is_indefinite(const Tree& tree, WordNumber noun) {
  for (const WordNumber c : tree.children(noun)) {
    if (!tree.has_relation(c, "det")) continue;
    const std::string form = tree.lower_form(c);
    if (form == "a" || form == "an" || form == "any" || form == "another") return true;
  }
  return false;
}

/// "it is not Belarus that attacked", "Belarus was not the one who attacked"
bool is_cleft(const Tree& tree, WordNumber clause) {
  if (!tree.word(clause).deprel.ends_with(":relcl")) return false;
  const WordNumber noun = tree.head(clause);
  if (tree.child(noun, "cop") == 0) return false;
  const WordNumber subject = tree.child(noun, "nsubj");
  return tree.child(noun, "expl") != 0 || (subject != 0 && tree.lower_form(subject) == "it") ||
         tree.lemma(noun) == "one" || tree.lemma(noun) == "those";
}

/// Steps from a conjunct to the first one, which may lend it auxiliaries and negation.
void add_shared(const EventLexicon& lexicon, const Tree& tree, WordNumber conjunct, Walk& walk) {
  if (tree.child(conjunct, "nsubj") != 0) return;
  // "would have faced a trial but resigned": a finite verb has a tense of its own.
  const std::string& tag = tree.word(conjunct).xpos;
  if (tag == "VBD" || tag == "VBZ" || tag == "VBP") return;
  if (local_operators(lexicon, tree, conjunct).has_auxiliary) return;
  const Local first = local_operators(lexicon, tree, tree.head(conjunct));
  walk.demote(first.modality);
  if (first.negated && shares_negation(tree, conjunct)) walk.reversed = !walk.reversed;
}

/// "Few believe that", "few experts think that", but not "a few": hardly anybody.
bool has_few_subjects(const Tree& tree, WordNumber verb) {
  const auto is_few = [&](WordNumber n) {
    return tree.lower_form(n) == "few" && tree.child(n, "det") == 0;
  };
  for (const WordNumber c : tree.children(verb)) {
    if (c > verb) break;
    const bool subject = tree.has_relation(c, "nsubj");
    if (is_few(c) && (subject || tree.has_relation(c, "amod"))) return true;
    if (!subject || tree.child(c, "det") != 0) continue;
    for (const WordNumber d : tree.children(c)) {
      if (d < c && is_few(d)) return true;
    }
  }
  return false;
}

/// True for a verb or noun of denying, however it is tagged.
bool denies(const EventLexicon& lexicon, const Tree& tree, WordNumber n) {
  if (!denying_verb(lexicon, tree.word(n)).empty()) return true;
  const Cue* cue = cue_at(lexicon, tree, n);
  return cue != nullptr && cue->reports && cue->affirmed.reversed &&
         (cue->word_class == WordClass::Verb || cue->word_class == WordClass::Noun);
}

/// Where what `denial` denies begins if it says so by the words alone: after "that", a gerund, or a
/// noun that has such a clause. 0 if it does not, or if the tree has what is denied.
WordNumber denied_from(const EventLexicon& lexicon, const Tree& tree, WordNumber denial) {
  for (const WordNumber c : tree.children(denial)) {
    if (c > denial && (tree.has_relation(c, "ccomp") || tree.has_relation(c, "xcomp") ||
                       tree.has_relation(c, "obj") || tree.has_relation(c, "acl"))) {
      return 0;
    }
  }
  const auto last = static_cast<WordNumber>(std::min<int>(tree.size(), denial + kNear));
  for (WordNumber n = static_cast<WordNumber>(denial + 1); n <= last; ++n) {
    if (tree.lower_form(n) == "that" || tree.word(n).xpos == "VBG") return n;
    const Cue* cue = cue_at(lexicon, tree, n);
    if (cue != nullptr && cue->word_class == WordClass::Noun) return n;
  }
  return 0;
}

bool parts_clauses(const Tree& tree, WordNumber n) {
  const std::string form = tree.lower_form(n);
  for (const std::string_view word : {";", "but", "while", "although", "whereas", "”", "\"", ":"}) {
    if (form == word) return true;
  }
  return false;
}

/// A denial before the trigger that the walk did not meet. Whatever the parser made of the
/// sentence, it must not come out as affirmed.
bool is_doubtful(const EventLexicon& lexicon, const Tree& tree, WordNumber trigger,
                 const std::vector<bool>& met) {
  for (WordNumber n = 1; n < trigger; ++n) {
    if (met[n] || !denies(lexicon, tree, n)) continue;
    const WordNumber from = denied_from(lexicon, tree, n);
    if (from == 0 || from > trigger) continue;
    bool parted = false;
    for (WordNumber k = from; k < trigger; ++k) parted = parted || parts_clauses(tree, k);
    if (!parted) return true;
  }
  return false;
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
  bool first = true, told = false, ruled = false;  // no step yet; a speaker; a cue passed
  std::vector<bool> met(tree.size() + 1u, false);
  while (tree.head(at) != 0) {
    WordNumber head = tree.head(at);
    met[at] = met[head] = true;
    const Cue* cue = nullptr;
    // "claimed responsibility for the attack": the idiom's verb governs, not its noun.
    if (!tree.is_clause(at) && !tree.is_verbal(head) && tree.head(head) != 0 &&
        light_verb_of(tree, lexicon, at) == tree.head(head)) {
      cue = light_cue_of(tree, lexicon, at);
      walk.add(local_operators(lexicon, tree, head, at));  // "played no part in"
      at = head;
      head = tree.head(head);
      met[head] = true;
    } else {
      cue = governing_cue(lexicon, tree, head, at);
    }
    if (cue != nullptr) {
      const Local local = local_operators(lexicon, tree, head, at);
      const Walk before = walk;
      const bool few = tree.has_relation(at, "ccomp") && has_few_subjects(tree, head);
      walk.add(local.negated != few && !cue->factive ? cue->denied : cue->affirmed);
      // "had to leave" and left
      if (tree.is_clause(at) && tree.word(head).xpos != "VBD") walk.demote(cue->of_clauses);
      if (cue->factive) break;
      const bool of_others = cue->light && !cue->reports && !tree.is_clause(at) &&
                             takes_for_granted(tree, *cue, at) && is_of_others(lexicon, tree, at);
      // "rejected new sanctions": they are there to be rejected.
      const bool judged = cue->keeps_nouns && cue->reports && !tree.is_clause(at);
      if ((judged && !ruled) || (first && ((definite && cue->keeps_nouns) || of_others))) {
        walk = before;
        out.presupposed = true;
        break;
      }
      walk.demote(local.modality);
      // "insists that they leave": what is to be done.
      const bool subjunctive = tree.has_relation(at, "ccomp") && tree.word(at).xpos == "VB" &&
                               tree.child(at, "aux") == 0 && tree.child(at, "mark") != 0;
      if (subjunctive && tree.preposition(at) == "that") walk.demote(Modality::Demanded);
      if (cue->reports && (cue->word_class != WordClass::Noun || has_owner(tree, head))) {
        const bool unnamed =
            cue->hearsay && tree.is_passive(head) && logical_subjects(tree, lexicon, head).empty();
        const bool impersonal = cue->hearsay && tree.child(head, "expl") != 0;
        if (unnamed || impersonal ||
            (!tree.is_passive(head) && is_told_by_rumour(lexicon, tree, head)))
          walk.demote(Modality::Possible);
        told = true;
        break;
      }
      definite = false;
      at = head;
      first = false;
      ruled = true;
      continue;
    }
    // "allegations of Russian troops attacking": what the noun is of is what they do.
    if (tree.word(at).deprel == "acl" && tree.word(at).xpos == "VBG" && cue == nullptr &&
        is_content_noun(lexicon, tree, head)) {
      at = head;
      definite = false;
      continue;
    }
    if (is_cleft(tree, at)) {
      walk.add(local_operators(lexicon, tree, head, at));
      at = head;
      definite = false;
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
        walk.demote(local_operators(lexicon, tree, head, at).modality);  // "if they vote to"
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
    if (nominal && is_indefinite(tree, at) && tree.is_verbal(head) &&
        !tree.has_relation(at, "obl")) {
      const Local local = local_operators(lexicon, tree, head, at);
      walk.demote(local.modality);
      if (local.negated) walk.demote(Modality::Possible);  // "would not support an attack"
      at = head;
      first = false;
      continue;
    }
    if (nominal && (tree.has_relation(at, "nmod") || tree.has_relation(at, "compound")) &&
        !tree.is_clause(head)) {
      // "a series of possible strikes": up through the noun, without what governs it.
      walk.demote(local_operators(lexicon, tree, head).modality);
      // "lost an ally in the invasion" says nothing against the invasion.
      if (tree.has_relation(at, "nmod") && tree.preposition(at) != "of") break;
      at = head;
      first = false;
      continue;
    }
    break;
  }
  out.polarity = walk.reversed ? Polarity::Denied : Polarity::Affirmed;
  out.modality = walk.modality;
  out.doubtful =
      !walk.reversed && !out.presupposed && !told && is_doubtful(lexicon, tree, trigger, met);
  return out;
}

}  // namespace entente
