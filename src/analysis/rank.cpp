// SPDX-License-Identifier: ISC
#include "analysis/rank.h"

#include "analysis/betweenness.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <tbb/parallel_for.h>

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
    if (use.claimed) none *= 1 - use.strength;
  }
  return 1 - none;
}

std::vector<double> sum_strength(const ActorNetwork& network, ActorNumber Link::*end) {
  std::vector<double> sums(network.actor_count, 0);
  for (const Link& link : network.links) sums[link.*end] += claimed_strength(network, link);
  return sums;
}

// What an actor passes on: its rank, to be shared by the strength of its links.
struct Giver {
  double rank = 0;  // damped
  double out = 0;   // summed strength
};

// `rank` and what the actor is given.
double receive(double rank, const ActorNetwork& network, const std::vector<Giver>& givers,
               ActorNumber actor) {
  for (const Arrival& arrival : network.links_into(actor)) {
    const Giver& giver = givers[arrival.from];
    rank += giver.rank * arrival.strength / giver.out;
  }
  return rank;
}

std::vector<double> page_rank(const ActorNetwork& network) {
  const auto n = static_cast<double>(network.actor_count);
  std::vector<Giver> givers(network.actor_count);
  for (const Link& link : network.links) givers[link.from].out += link.strength;
  std::vector<double> rank(network.actor_count, 1 / n), next = rank;
  for (int round = 0; round < kMostRounds; ++round) {
    double loose = 0;
    for (ActorNumber a = 0; a < network.actor_count; ++a) {
      loose += givers[a].out > 0 ? 0 : rank[a];
      givers[a].rank = kDamping * rank[a];
    }
    const double base = (1 - kDamping + kDamping * loose) / n;
    tbb::parallel_for(std::size_t{0}, network.actor_count, [&](std::size_t a) {
      next[a] = receive(base, network, givers, static_cast<ActorNumber>(a));
    });
    double change = 0;
    for (ActorNumber a = 0; a < network.actor_count; ++a) change += std::abs(next[a] - rank[a]);
    rank.swap(next);
    if (change < kSettled) break;
  }
  return rank;
}

std::vector<bool> find_claimed(const ActorNetwork& network) {
  std::vector<bool> claimed(network.links.size());
  for (std::size_t i = 0; i < claimed.size(); ++i) {
    claimed[i] = claimed_strength(network, network.links[i]) > 0;
  }
  return claimed;
}

// The links from an actor and those into it both lie in the order of their other ends, so that
// they are walked together.
std::uint32_t count_neighbours(const ActorNetwork& network, const std::vector<bool>& claimed,
                               ActorNumber actor) {
  std::uint32_t count = 0, out = network.first_out[actor];
  const std::uint32_t end = network.first_out[actor + 1];
  for (const Arrival& arrival : network.links_into(actor)) {
    for (; out < end && network.links[out].to < arrival.from; ++out) count += claimed[out];
    const bool is_mutual = out < end && network.links[out].to == arrival.from;
    count += claimed[arrival.link] || (is_mutual && claimed[out]);
    out += is_mutual;
  }
  for (; out < end; ++out) count += claimed[out];
  return count;
}

std::vector<double> degree(const ActorNetwork& network) {
  const std::vector<bool> claimed = find_claimed(network);
  std::vector<double> degrees(network.actor_count);
  for (ActorNumber a = 0; a < network.actor_count; ++a) {
    degrees[a] = count_neighbours(network, claimed, a);
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
