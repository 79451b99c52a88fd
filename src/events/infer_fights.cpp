// SPDX-License-Identifier: ISC
#include "events/infer_fights.h"

#include "events/cue.h"
#include "events/sides.h"

#include <algorithm>
#include <optional>
#include <string>

namespace entente {

namespace {

/// Who fought one person need not have fought him ever since.
bool is_person(const Article& article, const Draft& draft) {
  const ActorIndex first = draft.claim.recipients.front().actor;
  return article.entities.actors[first].type == ActorType::Person;
}

/// The last ASSAULT before (or else the first after) that names the side which is missing here.
const Draft* same_fight(const Article& article, const std::vector<Draft>& drafts, std::size_t at) {
  const Claim& claim = drafts[at].claim;
  const std::string country = country_of(article, claim.initiators);
  const auto fits = [&](const Draft& other) {
    if (other.claim.type != "ASSAULT" || other.claim.recipients.empty()) return false;
    // A "civil war" has no side from without.
    const Frame& told = *other.predicate.frame;
    if (other.claim.initiators.empty() && told.word_class == WordClass::Noun && !told.fixed.empty())
      return false;
    const std::string from = country_of(article, other.claim.initiators);
    const std::string to = country_of(article, other.claim.recipients);
    return to != country && (from.empty() || from == country) &&
           (!is_person(article, other) || other.claim.sentence == claim.sentence);
  };
  // "was killed in an American raid"
  const Tree& here = article.trees[claim.sentence];
  for (const Draft& other : drafts) {
    if (other.claim.sentence == claim.sentence && other.claim.initiators.empty() && fits(other) &&
        here.head(drafts[at].predicate.trigger) == other.predicate.trigger &&
        here.preposition(drafts[at].predicate.trigger) == "in") {
      return &other;
    }
  }
  // Who takes part in "the war" takes part in the one that the article is about.
  if (drafts[at].predicate.frame->joins) {
    for (std::size_t i = at; i-- > 0;) {
      const Claim& other = drafts[i].claim;
      if (other.type == "ASSAULT" && !other.recipients.empty() && !other.initiators.empty() &&
          country_of(article, other.recipients) != country) {
        return &drafts[i];
      }
    }
  }
  // "the attack", said again
  const auto lemma = [&](const Draft& draft) {
    return article.trees[draft.claim.sentence].lemma(draft.predicate.trigger);
  };
  for (std::size_t i = at; i-- > 0;) {
    const Claim& other = drafts[i].claim;
    if (drafts[at].predicate.frame->word_class == WordClass::Noun && other.type == "ASSAULT" &&
        !other.recipients.empty() && lemma(drafts[i]) == lemma(drafts[at]) &&
        country_of(article, other.recipients) != country &&
        (other.initiators.empty() || country_of(article, other.initiators) == country)) {
      return &drafts[i];
    }
  }
  // "the Libyan Civil War": a fight with a name is not the one of which only the victim is known.
  const Tree& tree = article.trees[claim.sentence];
  const bool named = tree.word(drafts[at].predicate.trigger).upos == Upos::PROPN;
  for (const bool exact : {true, false}) {
    if (!exact && named) break;
    const auto good = [&](const Draft& other) {
      return fits(other) && (!exact || !other.claim.initiators.empty());
    };
    for (std::size_t i = at; i-- > 0;) {
      if (good(drafts[i])) return &drafts[i];
    }
    for (std::size_t i = at + 1; i < drafts.size(); ++i) {
      if (good(drafts[i])) return &drafts[i];
    }
  }
  return nullptr;
}

/// "shot down missiles", "killed thirty of the attackers": whoever is hit is told, though it is
/// not known who that is.
bool names_stranger(const Article& article, const Draft& draft) {
  const Predicate& predicate = draft.predicate;
  if (predicate.frame->word_class != WordClass::Verb) return false;
  const Tree& tree = article.trees[draft.claim.sentence];
  const std::vector<WordNumber>& open = predicate.open_recipient;
  const auto means = [&](WordNumber n) {  // "fired missiles"
    return std::find(predicate.read.begin(), predicate.read.end(), n) != predicate.read.end();
  };
  return !open.empty() && std::none_of(open.begin(), open.end(), [&](WordNumber n) {
    return tree.word(n).upos == Upos::PRON || means(n) || is_local(article, tree, n) ||
           article.lexicon.targets.contains(tree.lemma(n));
  });
}

/// "1,000 people were killed by Israeli strikes": the verb that tells of the noun's attack.
const Draft* told_by_verb(const Article& article, const std::vector<Draft>& drafts,
                          std::size_t at) {
  const Draft& noun = drafts[at];
  const Tree& tree = article.trees[noun.claim.sentence];
  const WordNumber trigger = noun.predicate.trigger;
  if (!tree.has_relation(trigger, "nsubj") && tree.preposition(trigger) != "by") return nullptr;
  for (const Draft& verb : drafts) {
    if (verb.claim.sentence == noun.claim.sentence && verb.claim.type == noun.claim.type &&
        verb.predicate.trigger == tree.head(trigger)) {
      return &verb;
    }
  }
  return nullptr;
}

}  // namespace

void infer_attacked(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (claim.type != "ASSAULT" || !claim.recipients.empty()) return;
  if (const Draft* verb = told_by_verb(article, drafts, at)) {
    if (!verb->claim.recipients.empty())
      fill_side(claim, claim.recipients, std::vector<Participant>(verb->claim.recipients));
    return;
  }
  // A civil war is fought at home.
  if (article.trees[claim.sentence].child_with_lemma(drafts[at].predicate.trigger, "civil") != 0)
    return;
  if (claim.place) {
    const auto where = state_of(article, claim.place->country);
    if (where && claim.place->country != country_of(article, claim.initiators)) {
      fill_side(claim, claim.recipients, {{*where, claim.quote}});
      return;
    }
  }
  if (names_stranger(article, drafts[at])) return;
  if (const Draft* other = same_fight(article, drafts, at)) {
    fill_side(claim, claim.recipients, {other->claim.recipients.front()});
  }
}

void infer_opponent(const Article& article, Draft& draft) {
  Claim& claim = draft.claim;
  if (claim.type != "ASSAULT" || !claim.initiators.empty() || claim.recipients.empty()) return;
  const Tree& tree = article.trees[claim.sentence];
  for (const WordNumber fight : tree.children(draft.predicate.trigger)) {
    if (!tree.has_relation(fight, "obl") ||
        !tells_of_event(article.lexicon, tree.lemma(fight), claim.type)) {
      continue;
    }
    for (const WordNumber other : tree.children(fight)) {
      if (!tree.has_relation(other, "nmod") || tree.preposition(other) != "with") continue;
      Participants who = article.mentions.actors_of(tree, claim.sentence, other, Reach::Related);
      if (who.empty() || share_actor(who.list, claim.recipients)) continue;
      fill_side(claim, claim.initiators, std::move(who.list));
      return;
    }
  }
}

void infer_attacker(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (claim.type != "ASSAULT" || !claim.initiators.empty() || claim.recipients.empty()) return;
  if (claim.polarity == Polarity::Denied) return;
  const std::string attacked = country_of(article, claim.recipients);
  const Draft* only = nullptr;
  int told = 0;
  for (const Draft& other : drafts) {
    if (other.claim.type != "ASSAULT" || other.claim.initiators.empty()) continue;
    if (country_of(article, other.claim.recipients) != attacked) continue;
    if (!has_happened(other.claim)) continue;
    const std::string by = country_of(article, other.claim.initiators);
    if (by == attacked) continue;
    if (only != nullptr && country_of(article, only->claim.initiators) != by) return;
    if (only == nullptr) only = &other;
    ++told;
  }
  if (attacked.empty() || told < 2) return;
  const auto attacker = state_of(article, country_of(article, only->claim.initiators));
  if (attacker) fill_side(claim, claim.initiators, {{*attacker, claim.quote}});
}

void infer_faced(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (claim.type != "MOBILIZE" || !claim.recipients.empty()) return;
  for (std::size_t i = at; i-- > 0;) {
    const Claim& before = drafts[i].claim;
    if (before.sentence + 2 < claim.sentence) return;
    if (before.type != "MOBILIZE" || before.recipients.empty()) continue;
    if (country_of(article, before.initiators) != country_of(article, claim.initiators)) continue;
    fill_side(claim, claim.recipients, before.recipients);
    return;
  }
}

}  // namespace entente
