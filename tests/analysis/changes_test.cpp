// SPDX-License-Identifier: ISC
#include "analysis/changes.h"

#include "example_graph.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::example;

namespace {
using Said = ClaimBuilder;
}

TEST_CASE("equal graphs have no changes", "[changes]") {
  const KnowledgeGraph graph = graph_of({Said("a", "AID", "RUS", "BLR")});
  const Changes changes = find_changes(graph, graph);
  CHECK(changes.unchanged == 1);
  CHECK(changes.added.size() + changes.gone.size() + changes.changed.size() == 0);
}

TEST_CASE("what comes, goes and changes is told apart", "[changes]") {
  const KnowledgeGraph before =
      graph_of({Said("a", "AID", "RUS", "BLR"), Said("a", "dependsOn", "BLR", "RUS")});
  const KnowledgeGraph after =
      graph_of({Said("a", "dependsOn", "BLR", "RUS"), Said("b", "dependsOn", "BLR", "RUS"),
                Said("b", "opposes", "UKR", "RUS")});
  const Changes changes = find_changes(before, after);
  CHECK(changes.articles_added.size() == 1);
  REQUIRE(changes.added.size() == 1);
  CHECK(after.situations[*changes.added[0].after].type == "opposes");
  REQUIRE(changes.gone.size() == 1);
  CHECK(before.situations[*changes.gone[0].before].type == "AID");
  REQUIRE(changes.changed.size() == 1);
  CHECK(after.situations[*changes.changed[0].after].status == Status::Corroborated);
}

TEST_CASE("an event that gets a day by a new claim is the same event", "[changes]") {
  const KnowledgeGraph before = graph_of({Said("a", "AID", "RUS", "BLR")});
  const KnowledgeGraph after =
      graph_of({Said("a", "AID", "RUS", "BLR"), Said("b", "AID", "RUS", "BLR").on({2022, 7, 1})});
  REQUIRE(before.situations[0].id != after.situations[0].id);
  const Changes changes = find_changes(before, after);
  CHECK(changes.changed.size() == 1);
  CHECK(changes.added.empty());
}
