// SPDX-License-Identifier: ISC
#include "analysis/betweenness.h"

#include "analysis/example_network.h"
#include "analysis/paths.h"
#include "analysis/radix_queue.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>
#include <tbb/global_control.h>

using namespace entente;
using namespace entente::example;

namespace {

// The strengths are so fine that no two ways are equally short.
ActorNetwork random_network(std::uint32_t seed, std::uint32_t actors, std::size_t edges) {
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  std::vector<Edge> list;
  for (std::size_t i = 0; i < edges; ++i) {
    const auto from = below(actors), to = below(actors);
    if (from != to) list.push_back({from, to, 0.05 + 0.9 * below(1'000'003) / 1'000'003.0});
  }
  return network_of(actors, list);
}

// By asking for the strongest path between every two actors.
std::vector<double> by_all_paths(const ActorNetwork& network) {
  const auto n = static_cast<ActorNumber>(network.actor_count);
  std::vector<double> values(n, 0);
  for (ActorNumber from = 0; from < n; ++from) {
    for (ActorNumber to = 0; to < n; ++to) {
      for (const Path& path : find_paths(network, from, to, {.count = 1, .max_steps = n})) {
        for (std::size_t i = 1; i < path.links.size(); ++i) {
          ++values[network.links[path.links[i]].from];
        }
      }
    }
  }
  return values;
}

}  // namespace

TEST_CASE("betweenness counts the strongest paths through an actor", "[betweenness]") {
  for (const std::uint32_t seed : {1, 2, 3, 4}) {
    const ActorNetwork network = random_network(seed, 25, 90);
    const std::vector<double> expected = by_all_paths(network);
    const std::vector<double> values = betweenness(network, network.actor_count);
    for (std::size_t i = 0; i < values.size(); ++i) CHECK(values[i] == Approx(expected[i]));
  }
}

TEST_CASE("ways over the same strengths in another order share", "[betweenness]") {
  const ActorNetwork network =
      network_of(6, {{0, 1, 0.3}, {1, 2, 0.7}, {2, 5, 0.9}, {0, 3, 0.9}, {3, 4, 0.3}, {4, 5, 0.7}});
  // 1 is also between 0 and 2, 2 between 1 and 5; so are 3 and 4.
  CHECK(betweenness(network, 6) == std::vector<double>{0, 1.5, 1.5, 1.5, 1.5, 0});
}

TEST_CASE("who stands alone or at the end is between nobody", "[betweenness]") {
  CHECK(betweenness(network_of(3, {{0, 1, 0.5}}), 3) == std::vector<double>{0, 0, 0});
  CHECK(betweenness(network_of(0, {}), 5).empty());
}

TEST_CASE("a link of full strength and one of hardly any are ways, too", "[betweenness]") {
  const ActorNetwork network = network_of(3, {{0, 1, 1.0}, {1, 2, 1e-200}});
  CHECK(betweenness(network, 3) == std::vector<double>{0, 1, 0});
}

TEST_CASE("betweenness of a large network is estimated without bias", "[betweenness]") {
  const ActorNetwork network = random_network(5, 300, 2000);
  const std::vector<double> exact = betweenness(network, 300), some = betweenness(network, 100);
  double sum = 0, estimated = 0;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    sum += exact[i];
    estimated += some[i];
  }
  CHECK(estimated == Approx(sum).epsilon(0.05));
}

TEST_CASE("betweenness is the same to the last bit on any number of threads", "[betweenness]") {
  const ActorNetwork network = random_network(6, 500, 4000);
  const auto with_threads = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return betweenness(network, 60);
  };
  CHECK(with_threads(1) == with_threads(4));
}

TEST_CASE("the radix queue gives what is nearer than the next step can lead", "[betweenness]") {
  constexpr std::uint32_t kStep = 100;
  std::mt19937 random(7);
  RadixQueue queue;
  queue.start(kStep);
  queue.push(0, 0);
  std::uint32_t pushed = 1, seen = 0, last = 0;
  for (const auto* batch = &queue.pop([](auto) { return true; }); !batch->empty();
       batch = &queue.pop([](auto) { return true; })) {
    const auto [least, most] = std::ranges::minmax(*batch, {}, &RadixQueue::Entry::distance);
    REQUIRE(least.distance >= last);
    REQUIRE(most.distance - least.distance < kStep);
    last = least.distance;
    for (const RadixQueue::Entry& entry : *batch) {
      ++seen;
      for (int i = 0; i < 2 && pushed < 5000; ++i) {
        queue.push(entry.distance + kStep + static_cast<std::uint32_t>(random() % 5000), pushed++);
      }
    }
  }
  CHECK(seen == 5000);
}
