// SPDX-License-Identifier: ISC
// From predicates to claims, sentence by sentence: frame + participants + speaker + factuality.
#include "events/analyze.h"
#include "events/arguments.h"
#include "events/article.h"
#include "events/cue.h"
#include "events/dedupe.h"
#include "events/denials.h"
#include "events/draft.h"
#include "events/event_date.h"
#include "events/factuality.h"
#include "events/infer.h"
#include "events/place.h"
#include "events/predicate.h"
#include "events/quantity.h"
#include "events/relations.h"
#include "events/speech_acts.h"

#include <algorithm>

namespace entente {

namespace {

/// Judgement, not measured: verbs say more plainly than nouns who acts on whom.
constexpr double kVerb = 0.9, kNoun = 0.8, kOneSided = 0.8;

ByteRange quote_of(const Tree& tree, const Predicate& predicate) {
  WordNumber first = predicate.trigger, last = predicate.trigger;
  const auto take = [&](const std::vector<WordNumber>& words) {
    for (const WordNumber w : words) {
      first = std::min(first, tree.dominates(w, predicate.trigger) ? w : tree.span(w).first);
      last = std::max(last, tree.dominates(w, predicate.trigger) ? w : tree.span(w).last);
    }
  };
  take(predicate.initiator_words);
  take(predicate.recipient_words);
  take(predicate.fixed);
  return {tree.word(first).range.begin, tree.word(last).range.end};
}

double confidence_of(const Predicate& predicate) {
  double c = predicate.frame->word_class == WordClass::Verb ? kVerb : kNoun;
  if (!predicate.initiators.empty()) c *= predicate.initiators.confidence;
  if (!predicate.recipients.empty()) c *= predicate.recipients.confidence;
  if (predicate.initiators.empty() || predicate.recipients.empty()) c *= kOneSided;
  return c;
}

/// "Ukraine and Russia held talks": the first acts on the others.
void split_reciprocal(const Frame& frame, Claim& claim) {
  if (!frame.reciprocal || !claim.recipients.empty() || claim.initiators.size() < 2) return;
  claim.recipients.assign(claim.initiators.begin() + 1, claim.initiators.end());
  claim.initiators.resize(1);
}

bool is_civil(const Article& article, const std::vector<Participant>& side) {
  return std::all_of(side.begin(), side.end(), [&](const Participant& p) {
    const ActorType type = article.entities.actors[p.actor].type;
    return type == ActorType::Person || type == ActorType::Party || type == ActorType::Media ||
           type == ActorType::Organization;
  });
}

/// "attacked her rival", "fight for votes": people mean words and elections.
bool is_among_people(const Article& article, const Predicate& predicate) {
  return !predicate.frame->of_people.empty() &&
         (!predicate.initiators.empty() || predicate.frame->word_class == WordClass::Verb) &&
         is_civil(article, predicate.initiators.list) &&
         is_civil(article, predicate.recipients.list);
}

/// "visited his troops at the front", "visited Texas", "trains its army": no two sides.
bool is_among_own_forces(const Article& article, const Predicate& predicate) {
  const std::string& type = predicate.frame->sense.type;
  if (type != "CONSULT" && type != "AID") return false;
  if (predicate.initiators.empty()) return false;
  const auto actor = [&](const Participant& p) -> const Actor& {
    return article.entities.actors[p.actor];
  };
  const std::string country = actor(predicate.initiators.list.front()).country;
  return !predicate.recipients.empty() && !country.empty() &&
         std::all_of(predicate.recipients.list.begin(), predicate.recipients.list.end(),
                     [&](const Participant& p) {
                       const Actor& who = actor(p);
                       const bool home =
                           predicate.frame->sense.mode == "visit" && who.type == ActorType::State;
                       return who.country == country &&
                              (home || who.type == ActorType::ArmedForce || who.sector == "MIL");
                     });
}

/// A rejected accusation was made all the same.
bool is_rejected_saying(const Article& article, const Tree& tree, const Predicate& predicate) {
  const std::string& type = predicate.frame->sense.type;
  if (predicate.frame->word_class != WordClass::Noun) return false;
  if (type != "ACCUSE" && type != "REQUEST" && type != "THREATEN") return false;
  const WordNumber head = tree.head(predicate.trigger);
  const Cue* cue = head == 0 ? nullptr : cue_at(article.lexicon, tree, head);
  return cue != nullptr && cue->reports && cue->affirmed.reversed;
}

/// Who rejects an accusation is the one accused.
Participants rejecters(const Article& article, std::uint32_t s, WordNumber verb) {
  const Tree& tree = article.trees[s];
  return article.mentions.actors_of(tree, s, logical_subjects(tree, article.lexicon, verb),
                                    Reach::Itself);
}

/// Whoever is blamed, asked or helped is somebody else; force may be used at home.
bool is_among_one(const Claim& claim) {
  if (claim.initiators.size() != 1 || claim.recipients.size() != 1) return false;
  if (claim.initiators[0].actor != claim.recipients[0].actor) return false;
  for (const char* type : {"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "AGREE", "AID"}) {
    if (claim.type == type) return true;
  }
  return false;
}

/// "called the charge baseless": the entry has taken the adjective to mean a rejection already.
bool has_read_denial(const Article& article, const Tree& tree, const Predicate& predicate) {
  return std::any_of(predicate.read.begin(), predicate.read.end(), [&](WordNumber w) {
    const Cue* cue = cue_at(article.lexicon, tree, w);
    return cue != nullptr && cue->word_class == WordClass::Adjective && cue->affirmed.reversed &&
           tree.has_relation(w, "xcomp") && tree.head(w) == predicate.trigger;
  });
}

Claim claim_of(const Article& article, std::uint32_t s, const Predicate& predicate) {
  const Tree& tree = article.trees[s];
  const Frame& frame = *predicate.frame;
  Factuality fact = factuality_of(article.lexicon, tree, predicate.trigger);
  const bool rejected = is_rejected_saying(article, tree, predicate);
  if (rejected) fact = {};
  if (has_read_denial(article, tree, predicate)) fact.polarity = Polarity::Affirmed;
  Claim claim;
  claim.sentence = s;
  claim.evidence = article.sentences[s].range;
  claim.quote = quote_of(tree, predicate);
  claim.type = frame.sense.type;
  claim.action = frame.sense.action;
  claim.mode = frame.sense.mode;
  claim.contexts = frame.sense.contexts;
  claim.is_relation = frame.sense.is_relation;
  if (is_among_people(article, predicate)) {
    claim.type = frame.of_people;
    claim.action.clear();
  }
  claim.initiators = predicate.initiators.list;
  claim.recipients = predicate.recipients.list;
  split_reciprocal(frame, claim);
  if (rejected && claim.type == "ACCUSE" && claim.recipients.empty())
    claim.recipients = rejecters(article, s, tree.head(predicate.trigger)).list;
  if (is_among_one(claim)) claim.recipients.clear();
  const bool reversed = (fact.polarity == Polarity::Denied) != (frame.polarity == Polarity::Denied);
  claim.polarity = reversed ? Polarity::Denied : Polarity::Affirmed;
  claim.modality = weaker(fact.modality, frame.modality);
  claim.confidence = confidence_of(predicate);
  claim.place = place_of(article, s, predicate);
  if (!claim.is_relation) claim.launched_from = launch_place_of(article, s, predicate);
  claim.date = date_of(article, s, predicate.trigger, claim.is_relation);
  claim.quantities = quantities_of(article, s, predicate.trigger);
  claim.trace = {frame.id, predicate.path};
  set_speakers(article, s, predicate.trigger, fact.presupposed || rejected, claim);
  return claim;
}

/// Nobody is a member of a man or of a country, and no country is somewhere else.
bool is_odd(const std::string& relation, ActorType subject, ActorType object) {
  if (relation == "memberOf") return object == ActorType::Person || object == ActorType::State;
  if (relation == "partOf") return subject == ActorType::Person || object == ActorType::Person;
  return relation == "locatedIn" && subject == ActorType::State;
}

/// Nobody borders, recognises or arms himself, or is host to his own forces.
bool is_with_itself(const Article& article, const Claim& claim, const Participant& subject,
                    const Participant& object) {
  if (subject.actor == object.actor) return true;
  const std::vector<Actor>& actors = article.entities.actors;
  const std::string& country = actors[subject.actor].country;
  if (is_odd(claim.type, actors[subject.actor].type, actors[object.actor].type)) return true;
  return (claim.type == "hostsForcesOf" || claim.type == "borders" || claim.type == "recognizes") &&
         !country.empty() && actors[object.actor].country == country;
}

/// A relation is one claim for each pair.
void add_claims(const Article& article, std::vector<Claim>& out, Claim claim) {
  if (!claim.is_relation) {
    out.push_back(std::move(claim));
    return;
  }
  for (const Participant& subject : claim.initiators) {
    for (const Participant& object : claim.recipients) {
      if (is_with_itself(article, claim, subject, object)) continue;
      Claim one = claim;
      one.initiators = {subject};
      one.recipients = {object};
      out.push_back(std::move(one));
    }
  }
}

/// "supplied Ukraine with missiles": aid, and a supplier.
void add_shown_relation(const Article& article, std::vector<Claim>& out, const Draft& draft) {
  const std::string& relation = draft.predicate.frame->sense.relation;
  if (relation.empty()) return;
  Claim claim = draft.claim;
  claim.type = relation;
  claim.is_relation = true;
  claim.mode.clear();
  claim.contexts.clear();
  claim.launched_from.reset();
  add_claims(article, out, std::move(claim));
}

}  // namespace

std::vector<Claim> find_claims(const EventLexicon& lexicon, const Document& document,
                               std::span<const Sentence> sentences, const Entities& entities) {
  const Article article(lexicon, document, sentences, entities);
  std::vector<Draft> drafts;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    for (Predicate& p : find_predicates(lexicon, article.trees[s], s, article.mentions)) {
      if (p.frame->of_people == "-" && is_among_people(article, p)) continue;
      if (is_among_own_forces(article, p)) continue;
      if (factuality_of(lexicon, article.trees[s], p.trigger).doubtful) continue;
      Claim claim = claim_of(article, s, p);
      drafts.push_back({std::move(claim), std::move(p)});
    }
  }
  infer_participants(article, drafts);
  std::vector<Claim> claims = claims_of_posts(article);
  for (const Draft& draft : drafts) {
    add_claims(article, claims, draft.claim);
    add_shown_relation(article, claims, draft);
  }
  for (Claim& claim : claims_of_presence(article)) claims.push_back(std::move(claim));
  for (Claim& claim : claims_of_speech_acts(article, drafts)) claims.push_back(std::move(claim));
  for (Claim& claim : claims_of_denials(article, drafts)) claims.push_back(std::move(claim));
  return dedupe(article, std::move(claims));
}

}  // namespace entente
