// SPDX-License-Identifier: ISC
#include "analysis/explain.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace entente {

namespace {

using Ids = std::set<std::string, std::less<>>;

Ids party_of(const KnowledgeGraph& graph, ActorNumber actor, Scope scope) {
  const Actor& head = graph.actors[actor];
  Ids ids = {head.id};
  if (scope == Scope::Exact || head.type != ActorType::State) return ids;
  for (const Actor& other : graph.actors) {
    if (other.acts_for == head.id || other.country == head.id) ids.insert(other.id);
  }
  return ids;
}

bool has_any(const std::vector<SharedText>& side, const Ids& ids) {
  return std::any_of(side.begin(), side.end(),
                     [&](const auto& id) { return ids.contains(id.view()); });
}

bool takes_part(const SituationRecord& s, const Ids& ids) {
  return has_any(s.initiators, ids) || has_any(s.recipients, ids);
}

// One actor of each party; that Lukashenko leads Belarus is not between Belarus and Russia.
bool is_between(const SituationRecord& s, const Ids& one, const Ids& other) {
  return takes_part(s, one) && takes_part(s, other);
}

}  // namespace

std::vector<SituationNumber> situations_of(const KnowledgeGraph& graph, ActorNumber one,
                                           std::optional<ActorNumber> other, Scope scope) {
  const Ids first = party_of(graph, one, scope);
  const Ids second = other ? party_of(graph, *other, scope) : Ids{};
  std::vector<SituationNumber> found;
  for (SituationNumber i = 0; i < graph.situations.size(); ++i) {
    const SituationRecord& s = graph.situations[i];
    if (other ? is_between(s, first, second) : takes_part(s, first)) found.push_back(i);
  }
  const auto order = [&](SituationNumber i) {
    const SituationRecord& s = graph.situations[i];
    const Date never{};
    const Date reported = s.last_reported.value_or(never);
    const Date happened = s.date ? s.date->to : never;
    return std::tuple(-reported.year, -reported.month, -reported.day, -happened.year,
                      -happened.month, -happened.day, i);
  };
  std::sort(found.begin(), found.end(),
            [&](SituationNumber a, SituationNumber b) { return order(a) < order(b); });
  return found;
}

}  // namespace entente
