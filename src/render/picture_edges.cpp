// SPDX-License-Identifier: ISC
// Ties are sorted by pair once. Edges of all pairs are only looked at, to weigh the actors; those
// that are drawn are made a second time, so that a large graph's need not be kept.
#include "render/picture_edges.h"

#include "analysis/path_question.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <tuple>

namespace entente {

namespace {

constexpr std::size_t kTiesPerActor = 3;  // more would be a tangle
constexpr std::size_t kFewTies = 12;      // never too many

// What is affirmed is one standing, whether by one source or more.
int standing_of(Status status) {
  return static_cast<int>(status == Status::Corroborated ? Status::SingleSource : status);
}

bool fits_kind(const Tie& tie, Kind kind) {
  if (tie.relation == "borders") return false;
  if (kind == Kind::Any || tie.representation) return true;
  if (kind == Kind::Conflict) return tie.sign == Sign::Conflict;
  if (kind == Kind::Cooperation) return tie.sign == Sign::Cooperation;
  return tie.dependence != Dependence::None;
}

/// What ties of one pair must share to be one edge.
struct BundleKey {
  int standing;
  bool representation;
  Sign sign;
  friend auto operator<=>(const BundleKey&, const BundleKey&) = default;
};

using TiesOfPair = std::vector<const Tie*>;
using Bundles = std::map<BundleKey, TiesOfPair>;

Bundles sort_ties(const TiesOfPair& ties) {
  Bundles bundles;
  for (const Tie* tie : ties) {
    const Sign sign = tie->representation ? Sign::Neutral : tie->sign;
    bundles[{standing_of(tie->status), tie->representation, sign}].push_back(tie);
  }
  return bundles;
}

// Forces sent to a friend go with the friendship, those sent to a foe with the enmity.
void fold_neutral(Bundles& bundles) {
  for (auto at = bundles.begin(); at != bundles.end();) {
    const BundleKey& key = at->first;
    auto best = bundles.end();
    for (const Sign sign : {Sign::Cooperation, Sign::Conflict}) {
      const auto other = bundles.find({key.standing, key.representation, sign});
      if (other == bundles.end()) continue;
      if (best == bundles.end() || other->second.size() > best->second.size()) best = other;
    }
    if (key.sign != Sign::Neutral || key.representation || best == bundles.end()) {
      ++at;
      continue;
    }
    best->second.insert(best->second.end(), at->second.begin(), at->second.end());
    at = bundles.erase(at);
  }
}

// What is threatened where the like is done already would only double the line.
bool is_prospect_of_fact(const Bundles& bundles, BundleKey key) {
  if (key.standing != standing_of(Status::Prospective)) return false;
  key.standing = standing_of(Status::SingleSource);
  return bundles.contains(key);
}

// Runs the way of its strongest tie that has one.
Edge to_edge(const Weights& weights, const BundleKey& key, TiesOfPair ties) {
  std::ranges::stable_sort(ties, std::ranges::greater(), &Tie::strength);
  const auto directed = std::ranges::find_if(
      ties, [&](const Tie* tie) { return !weights.of(tie->relation).is_mutual(); });
  const Tie* leading = directed == ties.end() ? ties[0] : *directed;
  Edge edge;
  edge.from = leading->from;
  edge.to = leading->to;
  edge.sign = key.sign;
  edge.standing = key.standing;
  edge.representation = key.representation;
  edge.status = ties[0]->status;
  for (const Tie* tie : ties) {
    edge.strength = 1 - (1 - edge.strength) * (1 - tie->strength);
    edge.status = std::min(edge.status, tie->status);
    edge.readings.push_back({tie, tie->from == edge.from});
  }
  return edge;
}

/// The ties that are wanted, pair by pair.
class Pairs {
 public:
  Pairs(const std::vector<Tie>& ties, Kind kind) {
    for (const Tie& tie : ties) {
      if (!fits_kind(tie, kind)) continue;
      const auto [low, high] = std::minmax(tie.from, tie.to);
      ties_.push_back({low, high, &tie});
    }
    // The ties of a graph lie in order, so equal pairs keep theirs.
    std::ranges::sort(ties_);
  }

  /// Calls `visit` with each edge between two actors that are `wanted`.
  template <typename Wanted, typename Visit>
  void visit_edges(const Weights& weights, Wanted&& wanted, Visit&& visit) const {
    TiesOfPair pair;
    for (auto begin = ties_.begin(), end = begin; begin != ties_.end(); begin = end) {
      end = std::find_if(begin, ties_.end(), [&](const PairTie& tie) {
        return tie.low != begin->low || tie.high != begin->high;
      });
      if (!wanted(begin->low, begin->high)) continue;
      pair.clear();
      for (auto at = begin; at != end; ++at) pair.push_back(at->tie);
      Bundles bundles = sort_ties(pair);
      fold_neutral(bundles);
      for (const auto& [key, bundled] : bundles) {
        if (!is_prospect_of_fact(bundles, key)) visit(to_edge(weights, key, bundled));
      }
    }
  }

 private:
  struct PairTie {
    ActorNumber low, high;
    const Tie* tie;
    friend auto operator<=>(const PairTie&, const PairTie&) = default;
  };
  std::vector<PairTie> ties_;
};

/// What of an edge matters for choosing actors.
struct Outline {
  ActorNumber from, to;
  bool is_claimed;
  bool leads_on;
  double strength;
};

std::vector<Outline> outline(const Pairs& pairs, const Weights& weights) {
  std::vector<Outline> outlines;
  pairs.visit_edges(
      weights, [](ActorNumber, ActorNumber) { return true; },
      [&](const Edge& edge) {
        // Who stands for whom is worth drawing by itself; memberships only among those drawn.
        const bool claimed = !is_background(edge);
        outlines.push_back(
            {edge.from, edge.to, claimed, claimed || edge.representation, edge.strength});
      });
  return outlines;
}

/// How near an actor is to the one in the middle.
struct Nearness {
  std::size_t steps = 0;
  double strength = 0;  // of the strongest way of so many steps
};

std::vector<Nearness> nearness(const std::vector<Outline>& edges, std::size_t actors,
                               ActorNumber middle, std::size_t most) {
  std::vector<Nearness> near(actors, {most + 1, 0});
  near[middle] = {0, 1};
  for (std::size_t step = 1; step <= most; ++step) {
    const auto walk = [&](ActorNumber from, const Outline& edge, ActorNumber to) {
      if (near[from].steps != step - 1 || near[to].steps < step) return;
      near[to] = {step, std::max(near[to].strength, near[from].strength * edge.strength)};
    };
    for (const Outline& edge : edges) {
      if (!edge.leads_on) continue;
      walk(edge.from, edge, edge.to);
      walk(edge.to, edge, edge.from);
    }
  }
  return near;
}

std::vector<double> weigh_actors(const std::vector<Outline>& edges, std::size_t actors) {
  std::vector<double> weight(actors, 0);
  for (const Outline& edge : edges) {
    if (!edge.is_claimed) continue;
    weight[edge.from] += edge.strength;
    weight[edge.to] += edge.strength;
  }
  return weight;
}

/// Those that there might be in the picture, the most important first.
std::vector<ActorNumber> order_actors(const std::vector<Outline>& edges, std::size_t actors,
                                      const PictureOptions& options) {
  std::vector<Nearness> near(actors);
  if (options.around) near = nearness(edges, actors, *options.around, options.steps);
  const std::vector<double> weight = weigh_actors(edges, actors);
  std::vector<ActorNumber> order;
  for (ActorNumber i = 0; i < actors; ++i) {
    const bool is_near = !options.around || near[i].steps <= options.steps;
    if (is_near && (weight[i] > 0 || options.around == i)) order.push_back(i);
  }
  std::ranges::sort(order, {}, [&](ActorNumber i) {
    return std::tuple(near[i].steps, -near[i].strength, -weight[i], i);
  });
  return order;
}

/// Those on the paths between two, in the order of the paths.
std::vector<ActorNumber> actors_between(const TieIndex& index, const PictureOptions& options,
                                        bool& are_more) {
  PathQuestion question;
  std::tie(question.from, question.to) = *options.between;
  question.kind = options.kind;
  question.ties = {options.as_of, true, true, false};
  question.paths.count = options.top;
  question.min_strength = kFaintPath;
  std::vector<ActorNumber> order = {question.from, question.to};
  Chosen seen(index.graph.actors.size(), false);
  seen[question.from] = seen[question.to] = true;
  const PathAnswer found = answer(index, question);
  are_more = found.left_out > 0 || found.paths.size() == question.paths.count;
  for (const Path& path : found.paths) {
    for (const std::uint32_t link : path.links) {
      const ActorNumber to = found.network.links[link].to;
      if (!seen[to]) order.push_back(to);
      seen[to] = true;
    }
  }
  return order;
}

void choose_actors(Selection& selection, const std::vector<ActorNumber>& order, std::size_t actors,
                   std::size_t most) {
  selection.actors = std::min(most, order.size());
  selection.left_out_actors = order.size() - selection.actors;
  selection.chosen.assign(actors, false);
  for (const ActorNumber actor : std::span(order).first(selection.actors)) {
    selection.chosen[actor] = true;
  }
}

void keep_strongest(Selection& selection) {
  std::ranges::stable_sort(selection.edges, {}, [](const Edge& e) {
    return std::tuple(is_background(e) && !e.representation, -e.strength, e.from, e.to, e.standing);
  });
  const std::size_t most = std::max(kFewTies, selection.actors * kTiesPerActor);
  if (selection.edges.size() <= most) return;
  selection.left_out_edges = selection.edges.size() - most;
  selection.edges.resize(most);
}

}  // namespace

bool is_background(const Edge& edge) {
  return std::ranges::all_of(edge.readings,
                             [](const Reading& reading) { return reading.tie->is_only_known(); });
}

Selection select_edges(const TieIndex& index, const std::vector<Tie>& ties,
                       const PictureOptions& options) {
  const std::size_t actors = index.graph.actors.size();
  const Pairs pairs(ties, options.kind);
  Selection selection;
  choose_actors(selection,
                options.between ? actors_between(index, options, selection.left_out_paths)
                                : order_actors(outline(pairs, index.weights), actors, options),
                actors, options.top);
  const Chosen& chosen = selection.chosen;
  pairs.visit_edges(
      index.weights, [&](ActorNumber a, ActorNumber b) { return chosen[a] && chosen[b]; },
      [&](Edge edge) { selection.edges.push_back(std::move(edge)); });
  keep_strongest(selection);
  return selection;
}

}  // namespace entente
