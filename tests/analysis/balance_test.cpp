// SPDX-License-Identifier: ISC
#include "analysis/balance.h"

#include "example_graph.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>
#include <tbb/global_control.h>

using namespace entente;
using namespace entente::example;

namespace {

// Actors "a" to "f" that act for nobody: 0 to 5.
KnowledgeGraph six() {
  KnowledgeGraph graph;
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
    graph.actors.push_back(actor(id, ActorType::Organization));
  }
  return graph;
}

Tie tie(ActorNumber from, ActorNumber to, double value) {
  Tie t;
  t.from = from;
  t.to = to;
  t.relation = value > 0 ? "AID" : "ASSAULT";
  t.sign = value > 0 ? Sign::Cooperation : Sign::Conflict;
  t.strength = std::abs(value);
  return t;
}

using Camps = std::vector<std::vector<ActorNumber>>;

}  // namespace

TEST_CASE("two groups of friends at odds are two camps without frustration", "[balance]") {
  const Balance balance =
      find_balance(six(), {tie(0, 1, 0.8), tie(1, 2, 0.8), tie(3, 4, 0.8), tie(0, 3, -0.9)});
  CHECK(balance.camps == Camps{{0, 1, 2}, {3, 4}});
  CHECK(balance.frustration == 0);
  CHECK(balance.torn.empty());
}

TEST_CASE("a triad is balanced if its signs multiply to plus", "[balance]") {
  const auto is_balanced = [](double ab, double bc, double ac) {
    const Balance balance = find_balance(six(), {tie(0, 1, ab), tie(1, 2, bc), tie(0, 2, ac)});
    REQUIRE(balance.triads.size() == 1);
    return balance.triads[0].is_balanced();
  };
  CHECK(is_balanced(0.5, 0.5, 0.5));
  CHECK(is_balanced(0.5, -0.5, -0.5));
  CHECK_FALSE(is_balanced(0.5, 0.5, -0.5));
  CHECK_FALSE(is_balanced(-0.5, -0.5, -0.5));
}

TEST_CASE("triads are counted as by looking at all threes, on any number of threads", "[balance]") {
  std::mt19937 random(1);
  std::vector<Tie> ties;
  std::vector<std::vector<int>> sign(60, std::vector<int>(60, 0));
  for (ActorNumber a = 0; a < 60; ++a) {
    for (ActorNumber b = a + 1; b < 60; ++b) {
      const bool hub = a < 3;  // bound to nearly everybody
      if (random() % 10 > (hub ? 8 : 1)) continue;
      sign[a][b] = random() % 3 == 0 ? -1 : 1;
      ties.push_back(tie(a, b, sign[a][b] * (0.1 + 0.01 * static_cast<double>(random() % 80))));
    }
  }
  std::size_t balanced = 0, unbalanced = 0;
  for (std::size_t a = 0; a < 60; ++a) {
    for (std::size_t b = a + 1; b < 60; ++b) {
      for (std::size_t c = b + 1; c < 60; ++c) {
        const int product = sign[a][b] * sign[b][c] * sign[a][c];
        if (product != 0) ++(product > 0 ? balanced : unbalanced);
      }
    }
  }
  KnowledgeGraph graph;
  for (int i = 10; i < 70; ++i) graph.actors.emplace_back().id = std::to_string(i);
  const auto with_threads = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return find_balance(graph, ties);
  };
  const Balance one = with_threads(1), four = with_threads(4);
  CHECK((one.balanced_triads == balanced && one.unbalanced_triads == unbalanced));
  CHECK(one.triads.size() == std::min(balanced + unbalanced, kMostTriads));
  CHECK(std::ranges::equal(one.triads, four.triads, {}, &Triad::parties, &Triad::parties));
  CHECK(one.camps == four.camps);
}

TEST_CASE("a friend of both sides is torn, and belongs to the nearer one", "[balance]") {
  // 0,1 against 2,3; 4 is close to 0 (0.8) and less so to 2 (0.4): 0.4 of 1.2 does not fit.
  const Balance balance = find_balance(
      six(), {tie(0, 1, 0.9), tie(2, 3, 0.9), tie(0, 2, -0.9), tie(4, 0, 0.8), tie(4, 2, 0.4)});
  CHECK(balance.camps == Camps{{0, 1, 4}, {2, 3}});
  REQUIRE_FALSE(balance.torn.empty());
  CHECK(balance.torn[0].party == 4);
  CHECK(balance.torn[0].other_camp == 1);
  CHECK(balance.torn[0].share == Approx(0.4 / 1.2));
  CHECK(balance.frustration == Approx(0.4 / 3.9));
}

TEST_CASE("conflict outweighs weaker cooperation between the same two", "[balance]") {
  const Balance balance = find_balance(six(), {tie(0, 1, 0.3), tie(1, 0, -0.8)});
  REQUIRE(balance.pairs.size() == 1);
  CHECK(balance.pairs[0].value == Approx(-0.5));
}

TEST_CASE("who acts for a state is one party with it", "[balance]") {
  const KnowledgeGraph graph =
      graph_of({ClaimBuilder("a", "ASSAULT", "russian-armed-forces", "UKR"),
                ClaimBuilder("a", "AID", "vladimir-putin", "alexander-lukashenko")});
  Weights weights;
  weights.types["ASSAULT"] = {Sign::Conflict, 0.9, Dependence::None, 0, false, "", ""};
  weights.types["AID"] = {Sign::Cooperation, 0.9, Dependence::None, 0, false, "", ""};
  const Balance balance = find_balance(graph, find_ties(graph, weights, {}));
  REQUIRE(balance.camps.size() == 2);
  CHECK(graph.actors[balance.camps[0][0]].id == "BLR");
  CHECK(graph.actors[balance.camps[0][1]].id == "RUS");
}
