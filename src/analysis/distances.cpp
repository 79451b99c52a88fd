// SPDX-License-Identifier: ISC
#include "analysis/distances.h"

#include "analysis/boost_network.h"

#include <cmath>
#include <limits>

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/property_map/property_map.hpp>

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
  const ReversedNetwork graph{&network};
  const auto cost = boost::make_function_property_map<std::uint32_t>(
      [&network](std::uint32_t link) { return -std::log(network.links[link].strength); });
  const boost::typed_identity_property_map<ActorNumber> index;
  const auto out =
      boost::make_iterator_property_map(distances.cost.begin(), index, distances.cost[0]);
  boost::dijkstra_shortest_paths(
      graph, to,
      boost::weight_map(cost).vertex_index_map(index).distance_map(out).distance_inf(
          std::numeric_limits<double>::infinity()));
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
                       for (const std::uint32_t link : network.links_into(actor))
                         visit(network.links[link].from);
                     });
}

}  // namespace entente
