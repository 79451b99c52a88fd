// SPDX-License-Identifier: ISC
#include "analysis/network.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include <tbb/parallel_for.h>

namespace entente {

namespace {

constexpr std::array<std::string_view, 4> kKindNames = {"dependence", "cooperation", "conflict",
                                                        "any"};

struct Arc {
  ActorNumber from, to;
  TieUse use;
};

// Calls `visit` with each arc that the tie gives.
template <typename Visit>
void visit_arcs(const Tie& tie, std::uint32_t number, Kind kind, Visit&& visit) {
  const bool claimed = !tie.representation && !tie.is_only_known();
  const auto forth = [&](double strength) {
    if (strength > 0) visit(Arc{tie.from, tie.to, {number, true, claimed, strength}});
  };
  const auto back = [&](double strength) {
    if (strength > 0) visit(Arc{tie.to, tie.from, {number, false, claimed, strength}});
  };
  if (tie.status == Status::Denied) return;
  const bool wanted = kind == Kind::Any ||
                      (kind == Kind::Cooperation && tie.sign == Sign::Cooperation) ||
                      (kind == Kind::Conflict && tie.sign == Sign::Conflict);
  if (tie.representation || wanted) {
    forth(tie.strength);
    back(tie.strength);
  } else if (kind == Kind::Dependence) {
    const bool mutual = tie.dependence == Dependence::Mutual;
    if (mutual || tie.dependence == Dependence::OfInitiator) forth(tie.dependence_strength);
    if (mutual || tie.dependence == Dependence::OfRecipient) back(tie.dependence_strength);
  }
}

// Arcs by the actor that they leave, each row by the actor that they reach, strongest first.
struct ArcRows {
  std::vector<Arc> arcs;
  std::vector<std::uint32_t> first;
};

ArcRows find_arcs(const std::vector<Tie>& ties, std::size_t actors, Kind kind) {
  ArcRows rows;
  rows.first.assign(actors + 1, 0);
  for (const Tie& tie : ties) {
    visit_arcs(tie, 0, kind, [&](const Arc& arc) { ++rows.first[arc.from + 1]; });
  }
  std::partial_sum(rows.first.begin(), rows.first.end(), rows.first.begin());
  rows.arcs.resize(rows.first.back());
  std::vector<std::uint32_t> next = rows.first;
  for (std::uint32_t i = 0; i < ties.size(); ++i) {
    visit_arcs(ties[i], i, kind, [&](const Arc& arc) { rows.arcs[next[arc.from]++] = arc; });
  }
  tbb::parallel_for(std::size_t{0}, actors, [&](std::size_t row) {
    std::sort(rows.arcs.begin() + rows.first[row], rows.arcs.begin() + rows.first[row + 1],
              [](const Arc& a, const Arc& b) {
                return std::tie(a.to, b.use.strength, a.use.tie, b.use.forward) <
                       std::tie(b.to, a.use.strength, b.use.tie, a.use.forward);
              });
  });
  return rows;
}

// Calls `visit` with each run of arcs of the row that reach one actor.
template <typename Visit>
void visit_runs(const ArcRows& rows, std::size_t row, Visit&& visit) {
  for (std::uint32_t begin = rows.first[row], end = begin; begin < rows.first[row + 1];
       begin = end) {
    while (end < rows.first[row + 1] && rows.arcs[end].to == rows.arcs[begin].to) ++end;
    visit(begin, end);
  }
}

Link unite(const ArcRows& rows, std::uint32_t begin, std::uint32_t end, double most) {
  double none = 1.0;
  for (std::uint32_t i = begin; i < end; ++i) none *= 1.0 - rows.arcs[i].use.strength;
  return {rows.arcs[begin].from, rows.arcs[begin].to, std::min(1.0 - none, most), begin,
          end - begin};
}

void add_links(ActorNetwork& network, const ArcRows& rows, double most) {
  auto& first_out = network.first_out;
  first_out.assign(network.actor_count + 1, 0);
  tbb::parallel_for(std::size_t{0}, network.actor_count, [&](std::size_t row) {
    visit_runs(rows, row, [&](std::uint32_t, std::uint32_t) { ++first_out[row + 1]; });
  });
  std::partial_sum(first_out.begin(), first_out.end(), first_out.begin());
  network.links.resize(first_out.back());
  network.uses.resize(rows.arcs.size());
  tbb::parallel_for(std::size_t{0}, network.actor_count, [&](std::size_t row) {
    std::uint32_t number = first_out[row];
    visit_runs(rows, row, [&](std::uint32_t begin, std::uint32_t end) {
      network.links[number++] = unite(rows, begin, end, most);
      for (std::uint32_t i = begin; i < end; ++i) network.uses[i] = rows.arcs[i].use;
    });
  });
}

void add_arrivals(ActorNetwork& network) {
  auto& first_into = network.first_into;
  first_into.assign(network.actor_count + 1, 0);
  for (const Link& link : network.links) ++first_into[link.to + 1];
  std::partial_sum(first_into.begin(), first_into.end(), first_into.begin());
  network.into.resize(network.links.size());
  std::vector<std::uint32_t> next = first_into;
  for (std::uint32_t i = 0; i < network.links.size(); ++i) {
    const Link& link = network.links[i];
    network.into[next[link.to]++] = {link.from, i, link.strength};
  }
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
  add_links(network, find_arcs(network.ties, actor_count, kind), most);
  add_arrivals(network);
  return network;
}

std::optional<ActorNumber> actor_number(const KnowledgeGraph& graph, std::string_view id) {
  const Actor* found = find_actor(graph, id);
  if (found == nullptr) return std::nullopt;
  return static_cast<ActorNumber>(found - graph.actors.data());
}

}  // namespace entente
