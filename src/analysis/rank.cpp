// SPDX-License-Identifier: ISC
#include "analysis/rank.h"

#include "analysis/nearest_queue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

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

/// A link as Brandes' algorithm walks it: rows of these are read over and over.
struct Step {
  ActorNumber to;
  float cost;
};

std::vector<Step> steps_of(const ActorNetwork& network) {
  std::vector<Step> steps;
  steps.reserve(network.links.size());
  for (const Link& link : network.links) {
    steps.push_back({link.to, static_cast<float>(std::max(1e-6, -std::log(link.strength)))});
  }
  return steps;
}

// One source's share of everybody's betweenness.
class Brandes {
 public:
  Brandes(const ActorNetwork& network, const std::vector<Step>& steps)
      : network_(network), steps_(steps) {}

  void add(ActorNumber source, double weight, std::vector<double>& betweenness) {
    settle(source);
    share_.assign(network_.actor_count, 0);
    for (auto at = order_.rbegin(); at != order_.rend(); ++at) {
      const double distance = distance_[*at];
      for (const Step& step : steps_from(*at)) {
        if (distance + step.cost != distance_[step.to]) continue;
        share_[*at] += paths_[*at] / paths_[step.to] * (1 + share_[step.to]);
      }
      if (*at != source) betweenness[*at] += weight * share_[*at];
    }
  }

 private:
  std::span<const Step> steps_from(ActorNumber actor) const {
    return std::span(steps_).subspan(network_.first_out[actor],
                                     network_.first_out[actor + 1] - network_.first_out[actor]);
  }

  void settle(ActorNumber source) {
    distance_.assign(network_.actor_count, std::numeric_limits<double>::infinity());
    paths_.assign(network_.actor_count, 0);
    order_.clear();
    distance_[source] = 0;
    paths_[source] = 1;
    queue_.push(0, source);
    while (!queue_.empty()) {
      const auto [distance, actor] = queue_.pop();
      if (distance > distance_[actor]) continue;  // has been reached sooner
      order_.push_back(actor);
      for (const Step& step : steps_from(actor)) relax(actor, distance + step.cost, step.to);
    }
  }

  void relax(ActorNumber actor, double through, ActorNumber next) {
    if (through > distance_[next]) return;
    if (through < distance_[next]) {
      distance_[next] = through;
      paths_[next] = 0;
      queue_.push(through, next);
    }
    paths_[next] += paths_[actor];
  }

  const ActorNetwork& network_;
  const std::vector<Step>& steps_;
  // By actor, each apart: of most actors that a link reaches only the distance is looked at.
  std::vector<double> distance_;  // from the source
  std::vector<double> paths_;     // how many are as short
  std::vector<double> share_;
  std::vector<ActorNumber> order_;
  NearestQueue queue_;
};

// Groups of sources are summed apart, at the same time, and then in order: sums of fractions depend
// on it.
std::vector<double> betweenness(const ActorNetwork& network) {
  constexpr std::size_t kGroups = 8;
  const std::size_t n = network.actor_count;
  const bool exact = n * network.links.size() <= kExactBetweenness;
  const std::size_t sources = exact ? n : std::min(n, kPivots);
  const double weight =
      static_cast<double>(n) / static_cast<double>(std::max<std::size_t>(sources, 1));
  const std::vector<Step> steps = steps_of(network);
  std::vector<std::vector<double>> sums(kGroups, std::vector<double>(n, 0));
  tbb::parallel_for(std::size_t{0}, kGroups, [&](std::size_t group) {
    Brandes brandes(network, steps);
    for (std::size_t i = group; i < sources; i += kGroups) {
      brandes.add(static_cast<ActorNumber>(i * n / sources), weight, sums[group]);
    }
  });
  std::vector<double> result(n, 0);
  for (const std::vector<double>& sum : sums) {
    for (std::size_t i = 0; i < n; ++i) result[i] += sum[i];
  }
  return result;
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
