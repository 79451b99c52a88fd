// SPDX-License-Identifier: ISC
// The network is walked again and again, so it is first laid out for that: actors are numbered
// anew, those with most links first, so that what is looked at most lies close together; a link is
// eight bytes, and its cost a whole number, so that equally short ways are equal however they are
// added up.
#include "analysis/betweenness.h"

#include "analysis/radix_queue.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include <tbb/parallel_for.h>

namespace entente {

namespace {

using Slot = std::uint32_t;  // number of an actor in the order of the layout
using Cost = std::uint32_t;

constexpr double kCostUnits = 1 << 20;  // for -log strength 1
constexpr Cost kFar = std::numeric_limits<Cost>::max();

struct Step {
  Slot to;
  Cost cost;
};

// A strength that has been rounded to nothing counts as the least there is.
Cost cost_of(double strength) {
  const double some = std::max(strength, std::numeric_limits<double>::min());
  return static_cast<Cost>(std::max(1.0, std::round(-std::log(some) * kCostUnits)));
}

struct Layout {
  std::vector<ActorNumber> actors;        // by slot
  std::vector<Slot> slots;                // by actor
  std::vector<Step> steps;                // by slot from, to
  std::vector<std::uint32_t> first_step;  // slots + 1 offsets into steps
  Cost shortest_step = kFar;

  std::span<const Step> steps_from(Slot slot) const {
    return std::span(steps).subspan(first_step[slot], first_step[slot + 1] - first_step[slot]);
  }
};

std::vector<ActorNumber> order_by_degree(const ActorNetwork& network) {
  std::vector<std::pair<std::size_t, ActorNumber>> order;  // those with more links first
  for (ActorNumber actor = 0; actor < network.actor_count; ++actor) {
    const std::size_t degree = network.links_from(actor).size() + network.links_into(actor).size();
    order.emplace_back(2 * network.links.size() - degree, actor);
  }
  std::ranges::sort(order);
  std::vector<ActorNumber> actors;
  for (const auto& [rest, actor] : order) actors.push_back(actor);
  return actors;
}

// Taken in the order of the actors that they reach, so that each row comes out in that order.
void add_steps(const ActorNetwork& network, Layout& layout) {
  std::vector<std::uint32_t> next = layout.first_step;
  layout.steps.resize(network.links.size());
  for (Slot to = 0; to < network.actor_count; ++to) {
    for (const Arrival& arrival : network.links_into(layout.actors[to])) {
      const Cost cost = cost_of(arrival.strength);
      layout.steps[next[layout.slots[arrival.from]]++] = {to, cost};
      layout.shortest_step = std::min(layout.shortest_step, cost);
    }
  }
}

Layout lay_out(const ActorNetwork& network) {
  Layout layout;
  layout.actors = order_by_degree(network);
  layout.slots.resize(network.actor_count);
  layout.first_step.assign(network.actor_count + 1, 0);
  for (Slot slot = 0; slot < network.actor_count; ++slot) {
    const ActorNumber actor = layout.actors[slot];
    layout.slots[actor] = slot;
    layout.first_step[slot + 1] =
        layout.first_step[slot] + static_cast<std::uint32_t>(network.links_from(actor).size());
  }
  add_steps(network, layout);
  return layout;
}

// One source's share of everybody's betweenness. What is known of an actor once it is settled lies
// in the order of settling, so that it is read in order, too.
class Brandes {
 public:
  explicit Brandes(const Layout& layout)
      : layout_(layout), distance_(layout.actors.size()), before_(layout.actors.size()) {}

  void add(Slot source, double weight, std::vector<double>& betweenness) {
    settle(source);
    count_ways();
    for (std::size_t at = settled_.size() - 1; at > 0; --at) {
      const Settled& actor = settled_[at];
      betweenness[actor.slot] += weight * actor.share;
      const double part = (1 + actor.share) / actor.ways;
      visit_before(actor.before, [&](Settled& before) { before.share += before.ways * part; });
    }
  }

 private:
  // The last steps of the shortest ways to an actor: the number of the one actor in `settled_`
  // that they come from, or, marked as such, that of the first of several in `others_`.
  using Before = std::uint32_t;
  static constexpr Before kSeveral = Before{1} << 31;
  static constexpr Before kNone = kSeveral - 1;
  static constexpr std::size_t kAhead = 4;          // actors; measured, not critical
  static constexpr std::size_t kStepsInLine = 8;    // of 64 bytes
  static constexpr std::size_t kMostFetched = 128;  // what follows is fetched unasked

  struct Settled {
    Slot slot;
    Before before;
    double ways = 0;  // how many are as short
    double share = 0;
  };
  struct Other {
    Before before;  // one
    Before next;    // the rest
  };

  template <typename Visit>
  void visit_before(Before before, Visit&& visit) {
    for (; (before & kSeveral) != 0; before = others_[before - kSeveral].next) {
      visit(settled_[others_[before - kSeveral].before]);
    }
    if (before != kNone) visit(settled_[before]);
  }

  void count_ways() {
    settled_[0].ways = 1;
    for (Settled& actor : settled_) {
      visit_before(actor.before, [&](const Settled& before) { actor.ways += before.ways; });
    }
  }

  void settle(Slot source) {
    std::ranges::fill(distance_, kFar);
    settled_.clear();
    others_.clear();
    queue_.start(layout_.shortest_step);
    distance_[source] = 0;
    before_[source] = kNone;
    queue_.push(0, source);
    const auto is_current = [&](const RadixQueue::Entry& entry) {
      return distance_[entry.item] == entry.distance;
    };
    while (true) {
      const std::vector<RadixQueue::Entry>& nearest = queue_.pop(is_current);
      if (nearest.empty()) break;
      for (std::size_t i = 0; i < nearest.size(); ++i) {
        if (i + kAhead < nearest.size()) fetch_steps(nearest[i + kAhead].item);
        leave(nearest[i].item, nearest[i].distance);
      }
    }
  }

  // Rows lie all over memory; to ask for them early is to wait for several at once.
  [[gnu::always_inline]] void fetch_steps(Slot slot) const {
    const std::span<const Step> steps = layout_.steps_from(slot);
    const std::size_t end = std::min(steps.size(), kMostFetched);
    for (std::size_t i = 0; i < end; i += kStepsInLine) __builtin_prefetch(&steps[i]);
  }

  void leave(Slot slot, Cost distance) {
    const auto number = static_cast<Before>(settled_.size());
    settled_.push_back({slot, before_[slot], 0, 0});
    for (const Step& step : layout_.steps_from(slot)) {
      const std::uint64_t through = std::uint64_t{distance} + step.cost;
      if (through <= distance_[step.to]) relax(number, through, step.to);
    }
  }

  void relax(Before number, std::uint64_t through, Slot to) {
    if (through == kFar) return;
    if (through == distance_[to]) {
      others_.push_back({number, before_[to]});
      before_[to] = kSeveral | static_cast<Before>(others_.size() - 1);
      return;
    }
    before_[to] = number;
    distance_[to] = static_cast<Cost>(through);
    queue_.push(distance_[to], to);
  }

  const Layout& layout_;
  // By slot, each apart: of most that a step reaches only the distance is looked at.
  std::vector<Cost> distance_;  // from the source
  std::vector<Before> before_;
  std::vector<Settled> settled_;
  std::vector<Other> others_;
  RadixQueue queue_;
};

}  // namespace

// Groups of sources are summed apart, at the same time, and then in order: sums of fractions depend
// on it.
std::vector<double> betweenness(const ActorNetwork& network, std::size_t sources) {
  constexpr std::size_t kGroups = 8;
  const std::size_t n = network.actor_count;
  sources = std::min(sources, n);
  const Layout layout = lay_out(network);
  const double weight =
      static_cast<double>(n) / static_cast<double>(std::max<std::size_t>(sources, 1));
  std::vector<std::vector<double>> sums(kGroups, std::vector<double>(n, 0));
  tbb::parallel_for(std::size_t{0}, kGroups, [&](std::size_t group) {
    Brandes brandes(layout);
    for (std::size_t i = group; i < sources; i += kGroups) {
      brandes.add(layout.slots[i * n / sources], weight, sums[group]);
    }
  });
  std::vector<double> result(n, 0);
  for (const std::vector<double>& sum : sums) {
    for (Slot slot = 0; slot < n; ++slot) result[layout.actors[slot]] += sum[slot];
  }
  return result;
}

}  // namespace entente
