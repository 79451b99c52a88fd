// SPDX-License-Identifier: ISC
#include "analysis/names.h"

#include "example_graph.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::example;

namespace {

KnowledgeGraph graph() {
  return graph_of({ClaimBuilder("a", "dependsOn", "alexander-lukashenko", "vladimir-putin"),
                   ClaimBuilder("a", "AID", "russian-armed-forces", "UKR")});
}

std::string found(std::string_view name) {
  const KnowledgeGraph g = graph();
  const ActorMatch match = find_actors(g, name);
  return match.actors.empty() ? "" : g.actors[match.actors[0]].id;
}

}  // namespace

TEST_CASE("actors are found by all names that news uses", "[names]") {
  CHECK(found("Belarus") == "BLR");
  CHECK(found("blr") == "BLR");
  CHECK(found("Minsk") == "BLR");
  CHECK(found("the Belarus") == "BLR");
  CHECK(found("lukashenka") == "alexander-lukashenko");
  CHECK(found("Lukashenko") == "alexander-lukashenko");
  CHECK(found("vladimir putin") == "vladimir-putin");
  CHECK(found("russian armed-forces") == "russian-armed-forces");
}

TEST_CASE("a miss suggests what is spelt alike", "[names]") {
  const ActorMatch match = find_actors(graph(), "Belorus");
  CHECK(match.actors.empty());
  REQUIRE_FALSE(match.suggestions.empty());
  CHECK(match.suggestions[0] == "Belarus");
  CHECK(find_actors(graph(), "Xylophone").suggestions.empty());
  CHECK(find_actors(graph(), "").actors.empty());
}
