// SPDX-License-Identifier: ISC
#include "analysis/paths.h"

#include "analysis/distances.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace entente {

namespace {

constexpr double kUnreachable = std::numeric_limits<double>::infinity();
// A link of strength 1 would cost nothing, and paths could grow by it for nothing.
constexpr double kLeastCost = 1e-9;

double cost_of(const Link& link) {
  return std::max(kLeastCost, -std::log(link.strength));
}

// Links that no deviation may take, and actors that it may not touch.
struct Forbidden {
  std::unordered_set<std::uint32_t> links;
  std::unordered_set<ActorNumber> actors;
};

// Reached actors as a tree of labels: an actor may be reached dearly in few steps and cheaply in
// many, and either may be the way on.
struct Label {
  double cost;
  std::uint32_t steps;
  std::uint32_t link;   // that led here
  std::int64_t parent;  // label before; -1 at the start
};

class Search {
 public:
  Search(const ActorNetwork& network, ActorNumber to, std::size_t max_steps)
      : network_(network), to_(to), max_steps_(max_steps), guide_(distances_to(network, to)) {}

  // Links of the best way from `start` within `steps` links; empty if there is none.
  std::vector<std::uint32_t> best(ActorNumber start, std::size_t steps,
                                  const Forbidden& forbidden) {
    if (guide_.cost[start] == kUnreachable) return {};
    labels_ = {{0, 0, 0, -1}};
    fewest_.clear();
    Queue queue;
    queue.push({guide_.cost[start], 0, 0, start, 0});
    while (!queue.empty()) {
      const Entry entry = queue.top();
      queue.pop();
      if (entry.actor == to_) return trace(entry.label);
      const auto [seen, fresh] = fewest_.try_emplace(entry.actor, entry.steps);
      if (!fresh && seen->second <= entry.steps) continue;
      seen->second = entry.steps;
      expand(entry, steps, forbidden, queue);
    }
    return {};
  }

  std::size_t max_steps() const { return max_steps_; }

 private:
  struct Entry {
    double estimate;
    std::uint32_t steps, last_link;
    ActorNumber actor;
    std::int64_t label;
    friend bool operator>(const Entry& a, const Entry& b) {
      return std::tie(a.estimate, a.steps, a.last_link, a.label) >
             std::tie(b.estimate, b.steps, b.last_link, b.label);
    }
  };
  using Queue = std::priority_queue<Entry, std::vector<Entry>, std::greater<>>;

  void expand(const Entry& entry, std::size_t steps, const Forbidden& forbidden, Queue& queue) {
    const Label from = labels_[static_cast<std::size_t>(entry.label)];
    for (const Link& link : network_.links_from(entry.actor)) {
      const auto number = static_cast<std::uint32_t>(&link - network_.links.data());
      if (guide_.cost[link.to] == kUnreachable || entry.steps + 1 + guide_.steps[link.to] > steps ||
          forbidden.actors.contains(link.to) || forbidden.links.contains(number)) {
        continue;
      }
      const Label label{from.cost + cost_of(link), entry.steps + 1, number, entry.label};
      queue.push({label.cost + guide_.cost[link.to], label.steps, number, link.to,
                  static_cast<std::int64_t>(labels_.size())});
      labels_.push_back(label);
    }
  }

  std::vector<std::uint32_t> trace(std::int64_t label) const {
    std::vector<std::uint32_t> links;
    for (; labels_[static_cast<std::size_t>(label)].parent >= 0;
         label = labels_[static_cast<std::size_t>(label)].parent) {
      links.push_back(labels_[static_cast<std::size_t>(label)].link);
    }
    std::reverse(links.begin(), links.end());
    return links;
  }

  const ActorNetwork& network_;
  ActorNumber to_;
  std::size_t max_steps_;
  Distances guide_;
  std::vector<Label> labels_;
  std::unordered_map<ActorNumber, std::uint32_t> fewest_;  // steps of labels expanded so far
};

double strength_of(const ActorNetwork& network, const std::vector<std::uint32_t>& links) {
  double strength = 1;
  for (const std::uint32_t number : links) strength *= network.links[number].strength;
  return strength;
}

struct StrongestFirst {
  bool operator()(const Path& a, const Path& b) const {
    return std::tuple(-a.strength, a.links.size(), a.links) <
           std::tuple(-b.strength, b.links.size(), b.links);
  }
};

using Candidates = std::set<Path, StrongestFirst>;

// Yen: leave the last path at each of its actors in turn, on no link that a found path with the
// same beginning takes there, and touching no actor of that beginning.
void add_deviations(const ActorNetwork& network, Search& search, const std::vector<Path>& found,
                    Candidates& candidates) {
  const std::vector<std::uint32_t>& last = found.back().links;
  Forbidden forbidden;
  for (std::size_t at = 0; at < last.size(); ++at) {
    const ActorNumber spur = network.links[last[at]].from;
    forbidden.links.clear();
    for (const Path& path : found) {
      const bool same_beginning =
          path.links.size() > at &&
          std::equal(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(at),
                     path.links.begin());
      if (same_beginning) forbidden.links.insert(path.links[at]);
    }
    forbidden.actors.insert(spur);
    const auto rest = search.best(spur, search.max_steps() - at, forbidden);
    if (rest.empty()) continue;
    Path path{{last.begin(), last.begin() + static_cast<std::ptrdiff_t>(at)}, 0};
    path.links.insert(path.links.end(), rest.begin(), rest.end());
    path.strength = strength_of(network, path.links);
    candidates.insert(std::move(path));
  }
}

}  // namespace

std::vector<Path> find_paths(const ActorNetwork& network, ActorNumber from, ActorNumber to,
                             const PathOptions& options) {
  std::vector<Path> found;
  if (from == to || options.count == 0) return found;
  Search search(network, to, options.max_steps);
  const auto first = search.best(from, options.max_steps, {});
  Candidates candidates;
  if (!first.empty()) candidates.insert({first, strength_of(network, first)});
  while (!candidates.empty() && found.size() < options.count) {
    found.push_back(*candidates.begin());
    candidates.erase(candidates.begin());
    if (found.size() < options.count) add_deviations(network, search, found, candidates);
  }
  return found;
}

double combined_strength(const ActorNetwork&, const std::vector<Path>& paths) {
  std::unordered_set<std::uint32_t> taken;
  double none = 1;
  for (const Path& path : paths) {
    const bool shares = std::any_of(path.links.begin(), path.links.end(),
                                    [&](std::uint32_t link) { return taken.contains(link); });
    if (shares) continue;
    none *= 1 - path.strength;
    taken.insert(path.links.begin(), path.links.end());
  }
  return 1 - none;
}

}  // namespace entente
