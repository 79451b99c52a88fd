// SPDX-License-Identifier: ISC
#include "entities/actor.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 11> kTypeNames = {
    "State",      "Person", "Organization", "Alliance", "ArmedForce", "Government",
    "ArmedGroup", "Party",  "Media",        "Company",  "Population"};

}  // namespace

std::string_view to_string(ActorType type) {
  return kTypeNames[static_cast<std::size_t>(type)];
}

std::optional<ActorType> parse_actor_type(std::string_view name) {
  for (std::size_t i = 0; i < kTypeNames.size(); ++i) {
    if (kTypeNames[i] == name) return static_cast<ActorType>(i);
  }
  return std::nullopt;
}

const Actor* ActorKnowledge::find(std::string_view id) const {
  const auto at = std::lower_bound(actors.begin(), actors.end(), id,
                                   [](const Actor& a, std::string_view key) { return a.id < key; });
  return at != actors.end() && at->id == id ? &*at : nullptr;
}

}  // namespace entente
