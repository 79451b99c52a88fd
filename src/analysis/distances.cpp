// SPDX-License-Identifier: ISC
#include "analysis/distances.h"

#include "analysis/nearest_queue.h"

#include <cmath>
#include <limits>

namespace entente {

namespace {

template <typename Neighbours>
std::vector<std::uint32_t> count_steps(std::size_t actors, ActorNumber start, std::size_t max_steps,
                                       std::optional<ActorNumber> barrier,
                                       Neighbours&& for_each_neighbour) {
  std::vector<std::uint32_t> steps(actors, kNoWay);
  std::vector<ActorNumber> front = {start};
  steps[start] = 0;
  for (std::uint32_t step = 1; !front.empty() && step <= max_steps; ++step) {
    std::vector<ActorNumber> next;
    for (const ActorNumber actor : front) {
      if (actor == barrier) continue;
      for_each_neighbour(actor, [&](ActorNumber neighbour) {
        if (steps[neighbour] != kNoWay) return;
        steps[neighbour] = step;
        next.push_back(neighbour);
      });
    }
    front = std::move(next);
  }
  return steps;
}

}  // namespace

Distances distances_to(const ActorNetwork& network, ActorNumber to) {
  Distances distances;
  distances.cost.assign(network.actor_count, std::numeric_limits<double>::infinity());
  distances.cost[to] = 0;
  NearestQueue queue;
  queue.push(0, to);
  while (!queue.empty()) {
    const auto [cost, actor] = queue.pop();
    if (cost > distances.cost[actor]) continue;  // has been reached more cheaply since
    for (const Arrival& arrival : network.links_into(actor)) {
      double& known = distances.cost[arrival.from];
      if (known <= cost) continue;
      const double through = cost - std::log(arrival.strength);
      if (through >= known) continue;
      known = through;
      queue.push(through, arrival.from);
    }
  }
  distances.steps = steps_to(network, to, network.actor_count, std::nullopt);
  return distances;
}

std::vector<std::uint32_t> steps_from(const ActorNetwork& network, ActorNumber from,
                                      std::size_t max_steps, std::optional<ActorNumber> barrier) {
  return count_steps(network.actor_count, from, max_steps, barrier,
                     [&](ActorNumber actor, auto&& visit) {
                       for (const Link& link : network.links_from(actor)) visit(link.to);
                     });
}

std::vector<std::uint32_t> steps_to(const ActorNetwork& network, ActorNumber to,
                                    std::size_t max_steps, std::optional<ActorNumber> barrier) {
  return count_steps(network.actor_count, to, max_steps, barrier,
                     [&](ActorNumber actor, auto&& visit) {
                       for (const Arrival& arrival : network.links_into(actor)) visit(arrival.from);
                     });
}

}  // namespace entente
