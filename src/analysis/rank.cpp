// SPDX-License-Identifier: ISC
#include "analysis/rank.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>

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

// One source's share of everybody's betweenness.
class Brandes {
 public:
  explicit Brandes(const ActorNetwork& network) : network_(network) {
    for (const Link& link : network.links) {
      cost_.push_back(static_cast<float>(std::max(1e-6, -std::log(link.strength))));
    }
  }

  void add(ActorNumber source, double weight, std::vector<double>& betweenness) {
    settle(source);
    std::vector<double> share(network_.actor_count, 0);
    for (auto at = order_.rbegin(); at != order_.rend(); ++at) {
      for (const std::uint32_t number : network_.links_into(*at)) {
        const ActorNumber before = network_.links[number].from;
        if (!is_shortest(before, *at, number)) continue;
        share[before] += paths_[before] / paths_[*at] * (1 + share[*at]);
      }
      if (*at != source) betweenness[*at] += weight * share[*at];
    }
  }

 private:
  bool is_shortest(ActorNumber from, ActorNumber to, std::uint32_t link) const {
    return distance_[from] < kFar && distance_[from] + cost_[link] == distance_[to];
  }

  void settle(ActorNumber source) {
    distance_.assign(network_.actor_count, kFar);
    paths_.assign(network_.actor_count, 0);
    order_.clear();
    std::vector<bool> done(network_.actor_count, false);
    using Entry = std::pair<double, ActorNumber>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    distance_[source] = 0;
    paths_[source] = 1;
    queue.push({0, source});
    while (!queue.empty()) {
      const ActorNumber actor = queue.top().second;
      queue.pop();
      if (done[actor]) continue;
      done[actor] = true;
      order_.push_back(actor);
      for (std::uint32_t i = network_.first_out[actor]; i < network_.first_out[actor + 1]; ++i) {
        relax(actor, i, queue);
      }
    }
  }

  template <typename Queue>
  void relax(ActorNumber actor, std::uint32_t link, Queue& queue) {
    const ActorNumber to = network_.links[link].to;
    const double through = distance_[actor] + cost_[link];
    if (through > distance_[to]) return;
    if (through < distance_[to]) {
      distance_[to] = through;
      paths_[to] = 0;
      queue.push({through, to});
    }
    paths_[to] += paths_[actor];
  }

  static constexpr double kFar = std::numeric_limits<double>::infinity();
  const ActorNetwork& network_;
  std::vector<float> cost_;
  std::vector<double> distance_, paths_;
  std::vector<ActorNumber> order_;
};

std::vector<double> betweenness(const ActorNetwork& network) {
  std::vector<double> result(network.actor_count, 0);
  const std::size_t n = network.actor_count;
  const bool exact = n * network.links.size() <= kExactBetweenness;
  const std::size_t sources = exact ? n : std::min(n, kPivots);
  Brandes brandes(network);
  for (std::size_t i = 0; i < sources; ++i) {
    const auto source = static_cast<ActorNumber>(i * n / sources);
    brandes.add(source, static_cast<double>(n) / static_cast<double>(sources), result);
  }
  return result;
}

std::vector<double> degree(const ActorNetwork& network) {
  std::vector<double> degrees(network.actor_count, 0);
  for (const Link& link : network.links) {
    if (claimed_strength(network, link) <= 0) continue;
    ++degrees[link.from];
    const Link* back = network.find_link(link.to, link.from);
    if (back == nullptr || claimed_strength(network, *back) <= 0) ++degrees[link.to];
  }
  return degrees;
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
      return betweenness(network);
    case Measure::Degree:
      return degree(network);
  }
  return {};
}

std::vector<double> strength_out(const ActorNetwork& network) {
  return sum_strength(network, &Link::from);
}

}  // namespace entente
