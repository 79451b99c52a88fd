// SPDX-License-Identifier: ISC
#include "analysis/balance.h"

#include "example_graph.h"

#include <catch2/catch.hpp>

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
