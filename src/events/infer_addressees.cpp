// SPDX-License-Identifier: ISC
#include "events/infer_addressees.h"

#include "events/cue.h"
#include "events/sides.h"

#include <algorithm>
#include <optional>
#include <string>

namespace entente {

namespace {

/// A state, or what speaks and acts for it. People of one country may well be at odds.
bool is_one_side(const Article& article, const std::vector<Participant>& one,
                 const std::vector<Participant>& other) {
  const auto is_person = [&](const Participant& p) {
    return article.entities.actors[p.actor].type == ActorType::Person;
  };
  const std::string country = country_of(article, one);
  return share_actor(one, other) || (!country.empty() && country == country_of(article, other) &&
                                     std::none_of(one.begin(), one.end(), is_person) &&
                                     std::none_of(other.begin(), other.end(), is_person));
}

/// "the decision", "the statement": whoever acted last. Not "the idea", which is nobody's.
bool tells_of_doing(const EventLexicon& lexicon, const std::string& lemma) {
  const auto found = lexicon.cues_of.find(lemma);
  if (found == lexicon.cues_of.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
    const Cue& cue = lexicon.cues[i];
    return cue.word_class == WordClass::Noun && cue.affirmed.modality != Modality::Possible &&
           cue.affirmed.modality != Modality::Conditional;
  });
}

/// "reports that Libya arms rebels", "normalisation with Libya" say themselves what they tell of;
/// "any step" is none that was told.
bool is_told_before(const Tree& tree, WordNumber noun) {
  const std::vector<WordNumber>& below = tree.children(noun);
  return std::none_of(below.begin(), below.end(), [&](WordNumber c) {
    if (c < noun) return tree.lower_form(c) == "any";
    // "denounced the seizure as piracy"
    if (tree.preposition(c) == "as") return false;
    return tree.has_relation(c, "acl") || tree.has_relation(c, "ccomp") ||
           tree.has_relation(c, "nmod");
  });
}

/// The acts that are judged before they are done: deals, deliveries, deployments.
bool is_announced(const Claim& claim) {
  return claim.polarity == Polarity::Affirmed && claim.modality == Modality::Planned &&
         is_any(claim.type, {"AID", "AGREE", "COOPERATE", "MOBILIZE", "SANCTION", "RETREAT"});
}

bool may_be_judged(const Article& article, const Draft& judging, const Draft& before,
                   const std::string& noun) {
  if (before.claim.initiators.empty() || before.claim.is_relation) return false;
  if (is_one_side(article, before.claim.initiators, judging.claim.initiators)) return false;
  const bool told = has_happened(before.claim) || is_announced(before.claim);
  return (told && tells_of_event(article.lexicon, noun, before.claim.type)) ||
         tells_of_doing(article.lexicon, noun);
}

std::size_t depth_of(const Tree& tree, WordNumber n) {
  std::size_t depth = 0;
  while ((n = tree.head(n)) != 0) ++depth;
  return depth;
}

/// What the nearest sentence that tells of such an act has for it; its main clause rather than what
/// stands beside it ("struck the port a day after a drone had hit the capital").
const Draft* told_before(const Article& article, const std::vector<Draft>& drafts, std::size_t at,
                         const std::string& noun) {
  const Draft* found = nullptr;
  std::size_t depth = 0;
  for (std::size_t i = at; i-- > 0;) {
    const Draft& before = drafts[i];
    if (found != nullptr && before.claim.sentence != found->claim.sentence) break;
    if (!may_be_judged(article, drafts[at], before, noun)) continue;
    const Tree& tree = article.trees[before.claim.sentence];
    const std::size_t here = depth_of(tree, before.predicate.trigger);
    if (found != nullptr && here >= depth) continue;
    found = &before;
    depth = here;
  }
  return found;
}

/// Whoever does what the judged event noun tells of.
const Draft* judged_event(const Article& article, const std::vector<Draft>& drafts,
                          std::size_t at) {
  const Draft& judging = drafts[at];
  const Tree& tree = article.trees[judging.claim.sentence];
  for (const WordNumber word : judging.predicate.open_recipient) {
    if (!is_told_before(tree, word)) continue;
    for (const Draft& other : drafts) {
      if (other.claim.sentence != judging.claim.sentence || other.predicate.trigger != word)
        continue;
      if (share_actor(other.claim.initiators, judging.claim.initiators)) return nullptr;
      if (!other.claim.initiators.empty()) return &other;
    }
    if (const Draft* before = told_before(article, drafts, at, tree.lemma(word))) return before;
  }
  return nullptr;
}

/// True if the act stands in what the governor is about, not beside it ("opposes it and keeps
/// troops there") or told of somebody in passing ("opposes Assad, who was attacked").
bool governs(const Tree& tree, WordNumber governor, WordNumber act) {
  WordNumber below = act;
  for (WordNumber up = tree.head(act); below != governor; below = up, up = tree.head(up)) {
    if (below == 0 || tree.word(below).deprel == "acl:relcl") return false;
    if (up == governor && tree.has_relation(below, "conj")) return false;
  }
  return true;
}

/// What the word governs: "threatened to impose sanctions on Iran", "demanded the withdrawal".
std::vector<const Draft*> governed(const Article& article, const std::vector<Draft>& drafts,
                                   std::size_t at) {
  const Draft& governor = drafts[at];
  const Tree& tree = article.trees[governor.claim.sentence];
  std::vector<const Draft*> out;
  for (const Draft& other : drafts) {
    if (&other == &governor || other.claim.sentence != governor.claim.sentence) continue;
    if (other.claim.is_relation) continue;
    if (governs(tree, governor.predicate.trigger, other.predicate.trigger)) out.push_back(&other);
  }
  return out;
}

/// "rejects claims that it shelled Kharkiv" rejects nothing of Ukraine's.
bool is_denied_by(const Claim& act, const Claim& rejection) {
  if (act.polarity != Polarity::Denied) return false;
  return std::any_of(
      rejection.initiators.begin(), rejection.initiators.end(), [&](const Participant& p) {
        return std::find(act.speakers.begin(), act.speakers.end(), p.actor) != act.speakers.end();
      });
}

/// "threatened to veto sanctions on Iran" is no threat to Iran.
bool is_opposed(const Article& article, const std::vector<Draft>& drafts, const Draft& governor,
                const Draft& act) {
  const Tree& tree = article.trees[act.claim.sentence];
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& between) {
    const WordNumber word = between.predicate.trigger;
    return between.claim.sentence == act.claim.sentence && between.claim.type == "REJECT" &&
           word != governor.predicate.trigger && word != act.predicate.trigger &&
           tree.dominates(governor.predicate.trigger, word) &&
           tree.dominates(word, act.predicate.trigger);
  });
}

bool is_conflict(const std::string& type) {
  return is_any(type,
                {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "ACCUSE", "PROTEST"});
}

/// The complement of a promise that has a "not" of its own: "vowed never to return"; 0 for none.
WordNumber negated_complement(const Article& article, const Tree& tree, WordNumber verb) {
  for (const WordNumber c : tree.children(verb)) {
    const bool complement = tree.has_relation(c, "xcomp") || tree.has_relation(c, "ccomp") ||
                            (tree.has_relation(c, "advcl") && tree.preposition(c) == "to");
    if (!complement) continue;
    for (const WordNumber d : tree.children(c)) {
      const Cue* cue = tree.has_relation(d, "advmod") ? cue_at(article.lexicon, tree, d) : nullptr;
      if (cue != nullptr && cue->word_class == WordClass::Adverb && cue->affirmed.reversed)
        return c;
    }
  }
  return 0;
}

}  // namespace

void infer_judged(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (!claim.recipients.empty() || !is_any(claim.type, {"ACCUSE", "SUPPORT", "REJECT"})) return;
  if (const Draft* event = judged_event(article, drafts, at)) {
    fill_side(claim, claim.recipients, event->claim.initiators);
  }
}

void infer_averting(const Article& article, Draft& draft) {
  Claim& claim = draft.claim;
  if (!is_any(claim.type, {"THREATEN", "REJECT"}) || !claim.recipients.empty()) return;
  const Tree& tree = article.trees[claim.sentence];
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (!tree.dominates(draft.predicate.trigger, n) || !tree.has_relation(n, "advcl")) continue;
    const std::string marker = tree.preposition(n);
    if (marker != "unless" && marker != "if" && marker != "until") continue;
    const WordNumber subject = tree.child(n, "nsubj");
    if (subject == 0) continue;
    Participants who = article.mentions.actors_of(tree, claim.sentence, subject, Reach::Related);
    if (who.empty() || share_actor(who.list, claim.initiators)) continue;
    fill_side(claim, claim.recipients, std::move(who.list));
    return;
  }
}

void infer_addressed(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  const bool demand = claim.type == "REQUEST";
  if (!is_any(claim.type, {"THREATEN", "AGREE", "REJECT", "REQUEST"})) return;
  const Tree& tree = article.trees[claim.sentence];
  // "rejected the idea of Poland joining the war": the object is of nobody.
  const Predicate& told = drafts[at].predicate;
  if (claim.type == "REJECT" && told.open_recipient.empty() &&
      tree.child(told.trigger, "obj") != 0) {
    return;
  }
  for (const Draft* act : governed(article, drafts, at)) {
    const std::vector<Participant>& side = demand ? act->claim.initiators : act->claim.recipients;
    if (side.empty() || share_actor(side, claim.initiators)) continue;
    if (act->claim.modality == Modality::Conditional) continue;  // "unless Serbia recognises it"
    if (claim.type == "REJECT" && is_denied_by(act->claim, claim)) continue;
    // Who refuses to strike somebody rejects nothing of theirs.
    if (claim.type == "REJECT" && is_conflict(act->claim.type) && !has_happened(act->claim))
      continue;
    if (is_opposed(article, drafts, drafts[at], *act)) continue;
    const bool direct = tree.head(act->predicate.trigger) == drafts[at].predicate.trigger &&
                        tree.has_relation(act->predicate.trigger, "obj");
    if (claim.recipients.empty() || (demand && direct)) {
      fill_side(claim, claim.recipients, std::vector<Participant>(side));
      return;
    }
  }
}

void infer_refusal(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  const Predicate& predicate = drafts[at].predicate;
  const Tree& tree = article.trees[claim.sentence];
  if (claim.type != "AGREE" || predicate.frame->word_class != WordClass::Verb) return;
  const WordNumber forgone = negated_complement(article, tree, predicate.trigger);
  if (forgone == 0) return;
  const bool hostile = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& other) {
    return other.claim.sentence == claim.sentence && is_conflict(other.claim.type) &&
           tree.dominates(forgone, other.predicate.trigger);
  });
  if (!hostile) claim.type = "REJECT";
}

void infer_threatened_home(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (claim.type != "THREATEN" || !claim.recipients.empty() || claim.initiators.empty()) return;
  const std::string own = country_of(article, claim.initiators);
  for (const Draft* act : governed(article, drafts, at)) {
    if (!is_any(act->claim.type, {"COERCE", "PROTEST"}) || own.empty()) continue;
    if (country_of(article, act->claim.recipients) != own) continue;
    fill_side(claim, claim.recipients, std::vector<Participant>(act->claim.recipients));
    return;
  }
}

}  // namespace entente
