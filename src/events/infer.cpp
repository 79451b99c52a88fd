// SPDX-License-Identifier: ISC
#include "events/infer.h"

#include <algorithm>
#include <map>
#include <string>

namespace entente {

namespace {

constexpr double kInferred = 0.75;  // judgement, not measured

std::string country_of(const Article& article, const std::vector<Participant>& side) {
  return side.empty() ? std::string() : article.entities.actors[side.front().actor].country;
}

/// What the article says of the other side, by country of the one: the actor named most often.
class OtherSide {
 public:
  void count(const std::string& country, ActorIndex other) { ++counts_[country][other]; }
  /// Nothing unless one actor has more than half of the votes.
  const ActorIndex* best(const std::string& country) const {
    const auto found = counts_.find(country);
    if (found == counts_.end()) return nullptr;
    int all = 0;
    for (const auto& [actor, n] : found->second) all += n;
    for (const auto& [actor, n] : found->second) {
      if (2 * n > all) return &actor;
    }
    return nullptr;
  }

 private:
  std::map<std::string, std::map<ActorIndex, int>> counts_;
};

/// States stand for their forces and places here, so that votes add up.
ActorIndex state_of(const Article& article, ActorIndex actor) {
  const std::string& country = article.entities.actors[actor].country;
  for (ActorIndex i = 0; i < article.entities.actors.size(); ++i) {
    if (article.entities.actors[i].id == country) return i;
  }
  return actor;
}

}  // namespace

void infer_participants(const Article& article, std::vector<Claim>& claims) {
  OtherSide recipients, initiators;
  for (const Claim& claim : claims) {
    if (claim.type != "ASSAULT" || claim.initiators.empty() || claim.recipients.empty()) continue;
    const std::string from = country_of(article, claim.initiators);
    const std::string to = country_of(article, claim.recipients);
    if (from.empty() || to.empty() || from == to) continue;
    recipients.count(from, state_of(article, claim.recipients.front().actor));
    initiators.count(to, state_of(article, claim.initiators.front().actor));
  }
  for (Claim& claim : claims) {
    if (claim.type != "ASSAULT") continue;
    if (claim.recipients.empty()) {
      if (const ActorIndex* a = recipients.best(country_of(article, claim.initiators))) {
        claim.recipients.push_back({*a, claim.quote});
        claim.confidence *= kInferred;
      }
    }
  }
}

}  // namespace entente
