// SPDX-License-Identifier: ISC
#include "events/infer.h"

#include "events/infer_addressees.h"
#include "events/infer_fights.h"
#include "events/infer_shared.h"
#include "events/sides.h"

#include <algorithm>
#include <string>

namespace entente {

namespace {

/// "“An agreement was reached with Syria,” the SDF said": between speaker and Syria.
void infer_party(Claim& claim) {
  if (claim.type != "AGREE" && claim.type != "CONSULT" && claim.type != "COOPERATE") return;
  if (!claim.initiators.empty() || claim.recipients.empty() || claim.speakers.empty()) return;
  std::vector<Participant> speakers;
  for (const ActorIndex actor : claim.speakers) speakers.push_back({actor, claim.quote});
  if (!share_actor(speakers, claim.recipients))
    fill_side(claim, claim.initiators, std::move(speakers));
}

bool is_of_a_state(const Article& article, const Participant& p) {
  const ActorType type = article.entities.actors[p.actor].type;
  return type == ActorType::State || type == ActorType::Government ||
         type == ActorType::ArmedForce || type == ActorType::Population;
}

/// "fired water cannon at them": at somebody, whoever it is.
bool is_of_somebody(const Article& article, const Draft& draft) {
  const Tree& tree = article.trees[draft.claim.sentence];
  const std::vector<WordNumber>& open = draft.predicate.open_recipient;
  return std::any_of(open.begin(), open.end(),
                     [&](WordNumber n) { return tree.word(n).upos == Upos::PRON; });
}

void infer_domestic(const Article& article, Draft& draft) {
  Claim& claim = draft.claim;
  if (!is_any(claim.type, {"PROTEST", "COERCE", "CONCEDE"})) return;
  if (claim.action == "Blockade" || is_of_somebody(article, draft)) return;
  const std::string where = claim.place ? claim.place->country : std::string();
  if (claim.recipients.empty()) {
    auto own = state_of(article, where);
    if (!own) own = state_of(article, country_of(article, claim.initiators));
    if (own) {
      fill_side(claim, claim.recipients, {{*own, claim.quote}});
    } else if (!country_of(article, claim.initiators).empty() &&
               is_of_a_state(article, claim.initiators.front())) {
      fill_side(claim, claim.recipients, {claim.initiators.front()});
    }
  } else if (claim.initiators.empty() && claim.type == "PROTEST") {
    // "protests in Georgia" are Georgians'; those against Israel are somebody else's.
    if (draft.predicate.path.find("in(") == std::string::npos) return;
    fill_side(claim, claim.initiators, {claim.recipients.front()});
  } else if (claim.initiators.empty()) {
    if (const auto own = state_of(article, where))
      fill_side(claim, claim.initiators, {{*own, claim.quote}});
  }
}

/// "began a hunger strike to protest against X": what the purpose is against, the protest is.
/// The purpose is the protest's own ("to demand reforms"): it is told once.
void infer_protested(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (claim.type != "PROTEST") return;
  const Tree& tree = article.trees[claim.sentence];
  const WordNumber trigger = drafts[at].predicate.trigger;
  for (Draft& other : drafts) {
    if (&other == &drafts[at] || other.claim.sentence != claim.sentence) continue;
    if (!is_any(other.claim.type, {"PROTEST", "ACCUSE", "REJECT", "REQUEST"})) continue;
    const WordNumber purpose = other.predicate.trigger;
    const bool during = other.claim.type == "PROTEST" && tree.has_relation(purpose, "obl");
    if (tree.preposition(purpose) != "to" && !during) continue;
    const WordNumber governor = tree.head(purpose);
    if (governor != trigger && governor != tree.head(trigger)) continue;
    if (claim.recipients.empty() && !other.claim.recipients.empty() &&
        !share_actor(other.claim.recipients, claim.initiators)) {
      fill_side(claim, claim.recipients, std::vector<Participant>(other.claim.recipients));
    }
    other.claim.type = "PROTEST";
    other.claim.initiators = claim.initiators;
    other.claim.recipients = claim.recipients;
    return;
  }
}

/// "Israeli police arrested protesters", "rebels freed hostages near Aleppo": people of whom
/// nothing else is said belong to the place, or else to the country of whoever acts on them.
void infer_locals(const Article& article, Draft& draft) {
  Claim& claim = draft.claim;
  if (!claim.recipients.empty() || claim.initiators.empty()) return;
  if (!is_any(claim.type, {"ASSAULT", "RETREAT", "COERCE", "ACCUSE", "AID", "CONCEDE"})) return;
  const Tree& tree = article.trees[claim.sentence];
  const std::vector<WordNumber>& open = draft.predicate.open_recipient;
  if (std::none_of(open.begin(), open.end(),
                   [&](WordNumber n) { return is_local(article, tree, n); })) {
    return;
  }
  auto home = state_of(article, claim.place ? claim.place->country : std::string());
  if (!home) home = state_of(article, country_of(article, claim.initiators));
  if (home) fill_side(claim, claim.recipients, {{*home, claim.quote}});
}

}  // namespace

void infer_participants(const Article& article, std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    infer_attacked(article, drafts, i);
    infer_faced(article, drafts, i);
    infer_judged(article, drafts, i);
    infer_refusal(article, drafts, i);
    infer_shared(article, drafts, i);
    infer_protested(article, drafts, i);
    infer_opponent(article, drafts[i]);
    infer_locals(article, drafts[i]);
    infer_averting(article, drafts[i]);
    infer_addressed(article, drafts, i);
    infer_party(drafts[i].claim);
    infer_domestic(article, drafts[i]);
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) infer_threatened_home(article, drafts, i);
  for (std::size_t i = 0; i < drafts.size(); ++i) infer_attacked(article, drafts, i);
  for (std::size_t i = 0; i < drafts.size(); ++i) infer_attacker(article, drafts, i);
}

}  // namespace entente
