// SPDX-License-Identifier: ISC
#include "graph/differences.h"

#include "example_graph.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::example;

namespace {

using Said = ClaimBuilder;

std::vector<Difference> differences(std::vector<ClaimRecord> claims) {
  const KnowledgeGraph graph = graph_of(std::move(claims));
  return find_differences(graph, graph.situations[0]);
}

Said strike(const char* in) {
  return Said(in, "ASSAULT", "RUS", "UKR").action("Airstrike").on({2022, 7, 1}).at("Odesa", "UKR");
}

}  // namespace

TEST_CASE("claims that agree do not differ", "[differences]") {
  CHECK(differences({strike("a"), strike("b")}).empty());
}

TEST_CASE("whether it happened is a difference", "[differences]") {
  const auto found = differences({strike("a"), strike("b").denied()});
  REQUIRE(found.size() == 1);
  CHECK(found[0].aspect == Aspect::Occurrence);
  CHECK(found[0].versions[0].value == "affirmed");
  CHECK(found[0].versions[1].value == "denied");
}

TEST_CASE("tolls that do not touch are a range with who says what", "[differences]") {
  const auto found =
      differences({strike("a").count("killed", 20, 20), strike("b").count("killed", 35, 40),
                   strike("c").count("wounded", 5, 5)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].unit == "killed");
  CHECK(found[0].low == 20);
  CHECK(found[0].high == 40);
  CHECK(found[0].versions.size() == 2);
  CHECK(found[0].versions[0].claims.size() == 1);
}

TEST_CASE("a number within another's range is no difference", "[differences]") {
  CHECK(differences({strike("a").count("killed", 20, 30), strike("b").count("killed", 25, 25)})
            .empty());
}

TEST_CASE("days next to each other are a difference of date", "[differences]") {
  const auto found = differences({strike("a"), strike("b").on({2022, 7, 2})});
  REQUIRE(found.size() == 1);
  CHECK(found[0].aspect == Aspect::Date);
  CHECK(found[0].versions[0].value == "2022-07-01");
}

TEST_CASE("one deed laid to the charge of two is a difference of actor", "[differences]") {
  const KnowledgeGraph graph = graph_of(
      {strike("a"),
       Said("b", "ASSAULT", "BLR", "UKR").action("Airstrike").on({2022, 7, 1}).at("Odesa", "UKR")});
  REQUIRE(graph.situations.size() == 2);
  const auto found = find_differences(graph, graph.situations[0]);
  REQUIRE(found.size() == 1);
  CHECK(found[0].aspect == Aspect::Actor);
  CHECK(found[0].rivals == std::vector<SharedText>{graph.situations[1].id});
}
