// SPDX-License-Identifier: ISC
// Boost 1.74's edge iterator holds an optional that GCC 12 takes for uninitialised.
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include "analysis/distances.h"
#include "analysis/paths.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/dominator_tree.hpp>

namespace entente {

namespace {

// Flows in whole millionths: with real numbers a rest of rounding would keep the search going.
constexpr double kFlowUnits = 1e6;

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using EdgeId = Traits::edge_descriptor;

struct FlowActor {
  boost::default_color_type color = boost::white_color;
  long distance = 0;
  EdgeId predecessor{};
};

struct FlowEdge {
  long capacity = 0, residual = 0;
  EdgeId reverse{};
};

using FlowGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, FlowActor, FlowEdge>;
using PlainGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

// The part of the network that matters, with actors numbered anew from 0.
struct Part {
  std::vector<std::uint32_t> links;
  std::map<ActorNumber, std::size_t> vertex;
  std::vector<ActorNumber> actor;

  std::size_t add(ActorNumber a) {
    const auto [at, fresh] = vertex.try_emplace(a, actor.size());
    if (fresh) actor.push_back(a);
    return at->second;
  }
};

Part take_part(const ActorNetwork& network, ActorNumber from, ActorNumber to,
               std::vector<std::uint32_t> links) {
  Part part;
  part.links = std::move(links);
  part.add(from);
  part.add(to);
  for (const std::uint32_t number : part.links) {
    part.add(network.links[number].from);
    part.add(network.links[number].to);
  }
  return part;
}

void add_flow_edge(FlowGraph& graph, std::size_t from, std::size_t to, double strength) {
  const EdgeId forth = boost::add_edge(from, to, graph).first;
  const EdgeId back = boost::add_edge(to, from, graph).first;
  graph[forth].capacity = std::lround(strength * kFlowUnits);
  graph[forth].reverse = back;
  graph[back].reverse = forth;
}

// Marks the actors on the near side of the cut: after the flow, those that the source's tree holds.
std::vector<bool> near_side(const ActorNetwork& network, const Part& part) {
  FlowGraph graph(part.actor.size());
  for (const std::uint32_t number : part.links) {
    const Link& link = network.links[number];
    add_flow_edge(graph, part.vertex.at(link.from), part.vertex.at(link.to), link.strength);
  }
  boost::boykov_kolmogorov_max_flow(
      graph, boost::get(&FlowEdge::capacity, graph), boost::get(&FlowEdge::residual, graph),
      boost::get(&FlowEdge::reverse, graph), boost::get(&FlowActor::predecessor, graph),
      boost::get(&FlowActor::color, graph), boost::get(&FlowActor::distance, graph),
      boost::get(boost::vertex_index, graph), 0, 1);
  std::vector<bool> near(part.actor.size());
  for (std::size_t v = 0; v < near.size(); ++v) near[v] = graph[v].color == boost::black_color;
  return near;
}

std::vector<ActorNumber> find_dominators(const ActorNetwork& network, const Part& part) {
  PlainGraph graph(part.actor.size());
  for (const std::uint32_t number : part.links) {
    const Link& link = network.links[number];
    boost::add_edge(part.vertex.at(link.from), part.vertex.at(link.to), graph);
  }
  const std::size_t none = PlainGraph::null_vertex();
  std::vector<std::size_t> dominator(part.actor.size(), none);
  boost::lengauer_tarjan_dominator_tree(
      graph, 0,
      boost::make_iterator_property_map(dominator.begin(), boost::get(boost::vertex_index, graph)));
  std::vector<ActorNumber> between;
  for (std::size_t v = dominator[1]; v != none && v != 0; v = dominator[v]) {
    between.push_back(part.actor[v]);
  }
  std::reverse(between.begin(), between.end());
  return between;
}

std::vector<std::uint32_t> links_of(const std::vector<Path>& paths) {
  std::set<std::uint32_t> links;
  for (const Path& path : paths) links.insert(path.links.begin(), path.links.end());
  return {links.begin(), links.end()};
}

// Leaves out weak links that are not `used`, and what can then no longer be reached: Boost's
// dominators take every predecessor for reachable.
void leave_out_weak(const ActorNetwork& network, ActorNumber from, double least,
                    const std::vector<std::uint32_t>& used, std::vector<std::uint32_t>& links) {
  std::erase_if(links, [&](std::uint32_t number) {
    return network.links[number].strength < least && !std::ranges::binary_search(used, number);
  });
  std::map<ActorNumber, std::vector<ActorNumber>> next;
  for (const std::uint32_t number : links) {
    next[network.links[number].from].push_back(network.links[number].to);
  }
  std::set<ActorNumber> reached{from};
  for (std::vector<ActorNumber> open{from}; !open.empty();) {
    const std::vector<ActorNumber>& neighbours = next[open.back()];
    open.pop_back();
    for (const ActorNumber actor : neighbours) {
      if (reached.insert(actor).second) open.push_back(actor);
    }
  }
  std::erase_if(
      links, [&](std::uint32_t number) { return !reached.contains(network.links[number].from); });
}

}  // namespace

std::vector<std::uint32_t> links_between(const ActorNetwork& network, ActorNumber from,
                                         ActorNumber to, std::size_t max_steps, std::size_t limit) {
  // What can only be reached through `to` must stay out: Boost's dominators take every predecessor
  // for reachable.
  const auto after = steps_from(network, from, max_steps, to);
  const auto before = steps_to(network, to, max_steps, from);
  std::vector<std::uint32_t> links;
  for (ActorNumber actor = 0; actor < network.actor_count; ++actor) {
    if (after[actor] + 1 > max_steps) continue;
    for (const Link& link : network.links_from(actor)) {
      if (after[actor] + 1 + before[link.to] > max_steps || link.to == from || actor == to)
        continue;
      links.push_back(static_cast<std::uint32_t>(&link - network.links.data()));
      if (links.size() > limit) return links;
    }
  }
  return links;
}

Bottleneck find_bottleneck(const ActorNetwork& network, ActorNumber from, ActorNumber to,
                           std::size_t max_steps, const std::vector<Path>& paths, double least) {
  Bottleneck result;
  if (paths.empty()) return result;
  std::vector<std::uint32_t> links = links_between(network, from, to, max_steps, kMaxCutLinks);
  const std::vector<std::uint32_t> used = links_of(paths);
  result.whole = links.size() <= kMaxCutLinks;
  if (!result.whole) links = used;
  leave_out_weak(network, from, least, used, links);
  const Part part = take_part(network, from, to, std::move(links));
  const std::vector<bool> near = near_side(network, part);
  for (const std::uint32_t number : part.links) {
    const Link& link = network.links[number];
    if (!near[part.vertex.at(link.from)] || near[part.vertex.at(link.to)]) continue;
    result.cut.push_back(number);
    result.cut_strength += link.strength;
  }
  result.dominators = find_dominators(network, part);
  return result;
}

}  // namespace entente
