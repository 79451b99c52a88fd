// SPDX-License-Identifier: ISC
/// @file
/// Networks for tests, written as edge lists.
#pragma once

#include "analysis/network.h"

#include <string>
#include <vector>

namespace entente::example {

struct Edge {
  ActorNumber from, to;
  double strength;
};

/// A network whose links are exactly those edges.
inline ActorNetwork network_of(std::size_t actors, const std::vector<Edge>& edges) {
  std::vector<Tie> ties;
  for (const Edge& edge : edges) {
    Tie tie;
    tie.from = edge.from;
    tie.to = edge.to;
    tie.relation = "dependsOn";
    tie.dependence = Dependence::OfInitiator;
    tie.strength = tie.dependence_strength = edge.strength;
    ties.push_back(tie);
  }
  return build_network(std::move(ties), actors, Kind::Dependence, 1.0);
}

/// "0-1-2" for a path over those actors.
inline std::string to_text(const ActorNetwork& network, const std::vector<std::uint32_t>& links) {
  std::string text;
  for (const std::uint32_t number : links) {
    const Link& link = network.links[number];
    text += text.empty() ? std::to_string(link.from) : "";
    text += "-" + std::to_string(link.to);
  }
  return text;
}

}  // namespace entente::example
