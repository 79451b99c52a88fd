// SPDX-License-Identifier: ISC
#include "analysis/rank.h"

#include "analysis/betweenness.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente {

namespace {

constexpr std::array<std::string_view, 5> kMeasureNames = {"dependence", "pagerank", "betweenness",
                                                           "degree", "conflict"};
constexpr int kMostRounds = 100;
constexpr double kSettled = 1e-10;  // summed change of all ranks

// Strength of what is claimed between two actors, without what one stands for or is known
// beforehand.
double claimed_strength(const ActorNetwork& network, const Link& link) {
  double none = 1;
  for (const TieUse& use : network.uses_of(link)) {
    const Tie& tie = network.ties[use.tie];
    if (!tie.representation && !tie.is_only_known()) none *= 1 - use.strength;
  }
  return 1 - none;
}

std::vector<double> sum_strength(const ActorNetwork& network, ActorNumber Link::*end) {
  std::vector<double> sums(network.actor_count, 0);
  for (const Link& link : network.links) sums[link.*end] += claimed_strength(network, link);
  return sums;
}

std::vector<double> page_rank(const ActorNetwork& network) {
  const auto n = static_cast<double>(network.actor_count);
  std::vector<double> out(network.actor_count, 0);
  for (const Link& link : network.links) out[link.from] += link.strength;
  std::vector<double> rank(network.actor_count, 1 / n);
  for (int round = 0; round < kMostRounds; ++round) {
    double loose = 0;
    for (ActorNumber a = 0; a < network.actor_count; ++a) loose += out[a] > 0 ? 0 : rank[a];
    std::vector<double> next(network.actor_count, (1 - kDamping + kDamping * loose) / n);
    for (const Link& link : network.links) {
      next[link.to] += kDamping * rank[link.from] * link.strength / out[link.from];
    }
    double change = 0;
    for (ActorNumber a = 0; a < network.actor_count; ++a) change += std::abs(next[a] - rank[a]);
    rank = std::move(next);
    if (change < kSettled) break;
  }
  return rank;
}

std::vector<double> degree(const ActorNetwork& network) {
  std::vector<bool> claimed;
  for (const Link& link : network.links) claimed.push_back(claimed_strength(network, link) > 0);
  std::vector<double> degrees(network.actor_count, 0);
  for (std::size_t i = 0; i < network.links.size(); ++i) {
    if (!claimed[i]) continue;
    const Link& link = network.links[i];
    ++degrees[link.from];
    const Link* back = network.find_link(link.to, link.from);
    const bool mutual =
        back != nullptr && claimed[static_cast<std::size_t>(back - network.links.data())];
    if (!mutual) ++degrees[link.to];
  }
  return degrees;
}

std::size_t sources_of_betweenness(const ActorNetwork& network) {
  const bool exact = network.actor_count * network.links.size() <= kExactBetweenness;
  return exact ? network.actor_count : kPivots;
}

}  // namespace

std::string_view to_string(Measure measure) {
  return kMeasureNames[static_cast<std::size_t>(measure)];
}

std::optional<Measure> parse_measure(std::string_view name) {
  for (std::size_t i = 0; i < kMeasureNames.size(); ++i) {
    if (kMeasureNames[i] == name) return static_cast<Measure>(i);
  }
  return std::nullopt;
}

Kind kind_of(Measure measure) {
  if (measure == Measure::Dependence) return Kind::Dependence;
  return measure == Measure::Conflict ? Kind::Conflict : Kind::Any;
}

std::vector<double> rank_actors(const ActorNetwork& network, Measure measure) {
  switch (measure) {
    case Measure::Dependence:
      return sum_strength(network, &Link::to);
    case Measure::Conflict:
      return sum_strength(network, &Link::from);
    case Measure::PageRank:
      return page_rank(network);
    case Measure::Betweenness:
      return betweenness(network, sources_of_betweenness(network));
    case Measure::Degree:
      return degree(network);
  }
  return {};
}

std::vector<double> strength_out(const ActorNetwork& network) {
  return sum_strength(network, &Link::from);
}

}  // namespace entente
