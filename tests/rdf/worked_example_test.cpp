// SPDX-License-Identifier: ISC
// The worked example of doc/analysis.md, with the weights that are shipped.
#include "analysis/path_question.h"
#include "example_graph.h"
#include "rdf/load_weights.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::example;

TEST_CASE("the worked example of the documentation comes out as it says", "[analysis]") {
  using Said = ClaimBuilder;
  const KnowledgeGraph graph = graph_of(
      {Said("a", "dependsOn", "alexander-lukashenko", "RUS").sure(0.8),
       Said("b", "dependsOn", "alexander-lukashenko", "RUS").sure(0.9).as(Modality::Probable),
       Said("a", "hostsForcesOf", "BLR", "russian-armed-forces").sure(0.8)},
      {article("a", Date{2022, 8, 5}, "Gazette"), article("b", Date{2022, 8, 1}, "Courier")});
  const Weights weights = rdf::load_weights(ENTENTE_ROOT "/ontology/weights.ttl");
  PathQuestion question;
  question.from = *actor_number(graph, "BLR");
  question.to = *actor_number(graph, "RUS");
  const PathAnswer found = answer(graph, weights, question);

  REQUIRE(found.paths.size() == 2);
  CHECK(found.paths[0].strength == Approx(0.5602).margin(5e-5));
  CHECK(found.paths[1].strength == Approx(0.2688).margin(5e-5));
  CHECK(found.strength == Approx(0.6784).margin(5e-5));
  CHECK(found.bottleneck.cut.size() == 2);
  CHECK(found.bottleneck.cut_strength == Approx(0.9584).margin(5e-5));
  CHECK(found.bottleneck.dominators.empty());
}
