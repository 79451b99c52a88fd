// SPDX-License-Identifier: ISC
#include "analysis/network.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace entente {

namespace {

constexpr std::array<std::string_view, 4> kKindNames = {"dependence", "cooperation", "conflict",
                                                        "any"};

struct Arc {
  ActorNumber from, to;
  TieUse use;
};

void add_both_ways(std::vector<Arc>& arcs, const Tie& tie, std::uint32_t number, double strength) {
  arcs.push_back({tie.from, tie.to, {number, true, strength}});
  arcs.push_back({tie.to, tie.from, {number, false, strength}});
}

void add_dependence(std::vector<Arc>& arcs, const Tie& tie, std::uint32_t number) {
  const double strength = tie.dependence_strength;
  if (tie.dependence == Dependence::OfInitiator) {
    arcs.push_back({tie.from, tie.to, {number, true, strength}});
  } else if (tie.dependence == Dependence::OfRecipient) {
    arcs.push_back({tie.to, tie.from, {number, false, strength}});
  } else if (tie.dependence == Dependence::Mutual) {
    add_both_ways(arcs, tie, number, strength);
  }
}

void add_arcs(std::vector<Arc>& arcs, const Tie& tie, std::uint32_t number, Kind kind) {
  if (tie.status == Status::Denied) return;
  const bool wanted = kind == Kind::Any ||
                      (kind == Kind::Cooperation && tie.sign == Sign::Cooperation) ||
                      (kind == Kind::Conflict && tie.sign == Sign::Conflict);
  if (tie.representation || wanted) {
    add_both_ways(arcs, tie, number, tie.strength);
  } else if (kind == Kind::Dependence) {
    add_dependence(arcs, tie, number);
  }
}

std::vector<Arc> find_arcs(const std::vector<Tie>& ties, Kind kind) {
  std::vector<Arc> arcs;
  for (std::uint32_t i = 0; i < ties.size(); ++i) add_arcs(arcs, ties[i], i, kind);
  std::erase_if(arcs, [](const Arc& arc) { return arc.use.strength <= 0; });
  std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) {
    return std::tie(a.from, a.to, b.use.strength, a.use.tie, b.use.forward) <
           std::tie(b.from, b.to, a.use.strength, b.use.tie, a.use.forward);
  });
  return arcs;
}

void add_links(ActorNetwork& network, const std::vector<Arc>& arcs, double most) {
  for (std::size_t begin = 0, end = 0; begin < arcs.size(); begin = end) {
    Link link{arcs[begin].from, arcs[begin].to, 0, static_cast<std::uint32_t>(begin), 0};
    double none = 1.0;
    while (end < arcs.size() && arcs[end].from == link.from && arcs[end].to == link.to) {
      none *= 1.0 - arcs[end].use.strength;
      network.uses.push_back(arcs[end++].use);
    }
    link.use_count = static_cast<std::uint32_t>(end - begin);
    link.strength = std::min(1.0 - none, most);
    network.links.push_back(link);
  }
}

std::vector<std::uint32_t> offsets(const ActorNetwork& network, ActorNumber Link::*end) {
  std::vector<std::uint32_t> first(network.actor_count + 1, 0);
  for (const Link& link : network.links) ++first[link.*end + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  return first;
}

}  // namespace

std::string_view to_string(Kind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

std::optional<Kind> parse_kind(std::string_view name) {
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    if (kKindNames[i] == name) return static_cast<Kind>(i);
  }
  return std::nullopt;
}

const Link* ActorNetwork::find_link(ActorNumber from, ActorNumber to) const {
  const std::span<const Link> row = links_from(from);
  const auto at = std::lower_bound(row.begin(), row.end(), to,
                                   [](const Link& link, ActorNumber key) { return link.to < key; });
  return at != row.end() && at->to == to ? &*at : nullptr;
}

ActorNetwork build_network(std::vector<Tie> ties, std::size_t actor_count, Kind kind, double most) {
  ActorNetwork network;
  network.kind = kind;
  network.actor_count = actor_count;
  network.ties = std::move(ties);
  add_links(network, find_arcs(network.ties, kind), most);
  network.first_out = offsets(network, &Link::from);
  network.first_into = offsets(network, &Link::to);
  network.into.resize(network.links.size());
  std::vector<std::uint32_t> next = network.first_into;
  for (std::uint32_t i = 0; i < network.links.size(); ++i) {
    network.into[next[network.links[i].to]++] = i;
  }
  return network;
}

std::optional<ActorNumber> actor_number(const KnowledgeGraph& graph, std::string_view id) {
  const Actor* found = find_actor(graph, id);
  if (found == nullptr) return std::nullopt;
  return static_cast<ActorNumber>(found - graph.actors.data());
}

}  // namespace entente
