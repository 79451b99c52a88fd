// SPDX-License-Identifier: ISC
#include "analysis/rank.h"

#include "analysis/example_network.h"

#include <numeric>
#include <random>
#include <set>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::example;

TEST_CASE("who is depended on by many is first", "[rank]") {
  const ActorNetwork network = network_of(4, {{0, 3, 0.5}, {1, 3, 0.4}, {3, 2, 0.6}});
  const auto values = rank_actors(network, Measure::Dependence);
  CHECK(values[3] == Approx(0.9));
  CHECK(values[2] == Approx(0.6));
  CHECK(strength_out(network)[0] == Approx(0.5));
}

TEST_CASE("PageRank of two that point at a third is worked out by hand", "[rank]") {
  // r2 is loose: base = (0.15 + 0.85 r2) / 3; r0 = r1 = base; r2 = base + 0.85 (r0 + r1).
  // With r0 = x: r2 = 2.7 x and 2 x + 2.7 x = 1, so x = 1 / 4.7.
  const ActorNetwork network = network_of(3, {{0, 2, 0.9}, {1, 2, 0.3}});
  const auto rank = rank_actors(network, Measure::PageRank);
  CHECK(rank[0] == Approx(1 / 4.7));
  CHECK(rank[1] == Approx(1 / 4.7));
  CHECK(rank[2] == Approx(2.7 / 4.7));
  CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == Approx(1));
}

TEST_CASE("betweenness counts shortest paths through an actor", "[rank]") {
  // 0-1-2-3 in a row: 1 is between (0,2) and (0,3), 2 between (0,3) and (1,3).
  const ActorNetwork row = network_of(4, {{0, 1, 0.5}, {1, 2, 0.5}, {2, 3, 0.5}});
  CHECK(rank_actors(row, Measure::Betweenness) == std::vector<double>{0, 2, 2, 0});
}

TEST_CASE("two equally good ways share betweenness", "[rank]") {
  const ActorNetwork diamond = network_of(4, {{0, 1, 0.5}, {0, 2, 0.5}, {1, 3, 0.5}, {2, 3, 0.5}});
  const auto values = rank_actors(diamond, Measure::Betweenness);
  CHECK(values[1] == Approx(0.5));
  CHECK(values[2] == Approx(0.5));
}

TEST_CASE("degree counts neighbours once, whichever way the links run", "[rank]") {
  const ActorNetwork network = network_of(3, {{0, 1, 0.5}, {1, 0, 0.5}, {2, 0, 0.5}});
  CHECK(rank_actors(network, Measure::Degree) == std::vector<double>{2, 1, 1});
}

TEST_CASE("degree passes over links that no claim makes", "[rank]") {
  const auto tie = [](ActorNumber from, ActorNumber to, bool representation) {
    Tie made;
    made.from = from;
    made.to = to;
    made.strength = 0.5;
    made.representation = representation;
    return made;
  };
  // 1 stands for 0; both ways run between 1 and 2, 2 and 3.
  const ActorNetwork network =
      build_network({tie(0, 1, true), tie(1, 2, false), tie(2, 3, false)}, 4, Kind::Any, 0.95);
  CHECK(rank_actors(network, Measure::Degree) == std::vector<double>{0, 1, 2, 1});
}

TEST_CASE("degree is what counting the neighbours of each actor gives", "[rank]") {
  std::mt19937 random(3);
  std::vector<Edge> edges;
  std::vector<std::set<ActorNumber>> neighbours(40);
  for (int i = 0; i < 300; ++i) {
    const auto from = static_cast<ActorNumber>(random() % 40);
    const auto to = static_cast<ActorNumber>(random() % 40);
    if (from == to) continue;
    edges.push_back({from, to, 0.5});
    neighbours[from].insert(to);
    neighbours[to].insert(from);
  }
  const auto degrees = rank_actors(network_of(40, edges), Measure::Degree);
  for (std::size_t i = 0; i < 40; ++i)
    CHECK(degrees[i] == static_cast<double>(neighbours[i].size()));
}
