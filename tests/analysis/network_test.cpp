// SPDX-License-Identifier: ISC
#include "analysis/network.h"

#include "analysis/tie_index.h"
#include "example_graph.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::example;

namespace {

using Said = ClaimBuilder;

Weights round_weights() {
  Weights weights;
  weights.types["dependsOn"] = {
      Sign::Cooperation, 0.8, Dependence::OfInitiator, 0.9, false, "", ""};
  weights.types["AID"] = {Sign::Cooperation, 0.6, Dependence::OfRecipient, 0.5, false, "", ""};
  weights.types["ASSAULT"] = {Sign::Conflict, 0.9, Dependence::None, 0, false, "", ""};
  weights.types["leads"] = {Sign::Neutral, 0.9, Dependence::None, 0, true, "", ""};
  weights.types["actsFor"] = {Sign::Neutral, 0.8, Dependence::None, 0, true, "", ""};
  weights.types["actsWith"] = {Sign::Cooperation, 0.4, Dependence::None, 0, false, "", ""};
  weights.source_reliability = 0.5;
  return weights;
}

const Tie* find_tie(const KnowledgeGraph& graph, const std::vector<Tie>& ties,
                    std::string_view from, std::string_view to, std::string_view relation) {
  for (const Tie& tie : ties) {
    if (graph.actors[tie.from].id == from && graph.actors[tie.to].id == to &&
        tie.relation == relation) {
      return &tie;
    }
  }
  return nullptr;
}

ActorNetwork network_of(const KnowledgeGraph& graph, Kind kind, const TieOptions& options = {}) {
  const Weights weights = round_weights();
  return build_network(find_ties(graph, weights, options), graph.actors.size(), kind, weights.most);
}

const Link* find_link(const KnowledgeGraph& graph, const ActorNetwork& network,
                      std::string_view from, std::string_view to) {
  return network.find_link(*actor_number(graph, from), *actor_number(graph, to));
}

}  // namespace

TEST_CASE("strength is weight times support times certainty", "[network]") {
  const KnowledgeGraph graph = graph_of({Said("a", "dependsOn", "BLR", "RUS").sure(0.8),
                                         Said("b", "dependsOn", "BLR", "RUS").sure(0.6)});
  const auto ties = find_ties(graph, round_weights(), {});
  const Tie* tie = find_tie(graph, ties, "BLR", "RUS", "dependsOn");
  REQUIRE(tie != nullptr);
  CHECK(tie->strength == Approx(0.8 * (1 - 0.5 * 0.5) * 0.7));
  CHECK(tie->status == Status::Corroborated);
}

TEST_CASE("events of one kind make one tie that gets stronger", "[network]") {
  const KnowledgeGraph graph = graph_of({Said("a", "AID", "RUS", "BLR").on({2022, 1, 1}).sure(1),
                                         Said("a", "AID", "RUS", "BLR").on({2022, 6, 1}).sure(1)},
                                        {});
  const auto ties = find_ties(graph, round_weights(), {});
  const Tie* tie = find_tie(graph, ties, "RUS", "BLR", "AID");
  REQUIRE(tie != nullptr);
  CHECK(tie->situations.size() == 2);
  CHECK(tie->strength == Approx(1 - (1 - 0.3) * (1 - 0.3)));
}

TEST_CASE("an event counts half after its half-life", "[network]") {
  const auto strength_on = [](Date day) {
    const KnowledgeGraph graph = graph_of({Said("a", "AID", "RUS", "BLR").on({2022, 1, 1})});
    const auto ties = find_ties(graph, round_weights(), {.as_of = day});
    return find_tie(graph, ties, "RUS", "BLR", "AID")->strength;
  };
  CHECK(strength_on({2023, 1, 1}) == Approx(strength_on({2022, 1, 1}) / 2));
  CHECK(strength_on({2099, 1, 1}) == Approx(strength_on({2022, 1, 1}) * 0.3));
}

TEST_CASE("one index answers for several days", "[network]") {
  const KnowledgeGraph graph = graph_of({Said("a", "AID", "RUS", "BLR").on({2022, 1, 1}),
                                         Said("a", "ASSAULT", "RUS", "UKR").on({2022, 3, 1})});
  const Weights weights = round_weights();
  const TieIndex index(graph, weights);
  CHECK(index.size() == 2);
  CHECK(find_ties(index, {.as_of = Date{2021, 1, 1}}).empty());
  const auto before = find_ties(index, {.as_of = Date{2022, 1, 1}});
  const auto after = find_ties(index, {.as_of = Date{2023, 1, 1}});
  REQUIRE(before.size() == 1);
  REQUIRE(after.size() == 2);
  CHECK(after[0].strength == Approx(before[0].strength / 2));
}

TEST_CASE("an index gives the ties of one pair, whichever way they run", "[network]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "AID", "RUS", "BLR"), Said("a", "ASSAULT", "BLR", "RUS"),
                Said("a", "ASSAULT", "RUS", "UKR"), Said("a", "AID", "BLR", "UKR")});
  const Weights weights = round_weights();
  const TieIndex index(graph, weights);
  const ActorNumber belarus = *actor_number(graph, "BLR"), russia = *actor_number(graph, "RUS");
  const auto ties = find_claimed_ties(index, {}, russia, belarus);
  REQUIRE(ties.size() == 2);
  CHECK((ties[0].from == belarus && ties[0].relation == "ASSAULT"));
  CHECK((ties[1].from == russia && ties[1].relation == "AID"));
  CHECK(find_claimed_ties(index, {}, belarus, belarus).empty());
}

TEST_CASE("who receives aid depends on who gives it", "[network]") {
  const KnowledgeGraph graph = graph_of({Said("a", "AID", "RUS", "UKR")});
  const ActorNetwork network = network_of(graph, Kind::Dependence);
  CHECK(find_link(graph, network, "UKR", "RUS") != nullptr);
  CHECK(find_link(graph, network, "RUS", "UKR") == nullptr);
}

TEST_CASE("conflict and cooperation are links of their kind only, both ways", "[network]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "ASSAULT", "RUS", "UKR"), Said("a", "AID", "RUS", "BLR")});
  const ActorNetwork conflict = network_of(graph, Kind::Conflict);
  CHECK(find_link(graph, conflict, "UKR", "RUS") != nullptr);
  CHECK(find_link(graph, conflict, "RUS", "BLR") == nullptr);
  const ActorNetwork cooperation = network_of(graph, Kind::Cooperation);
  CHECK(find_link(graph, cooperation, "BLR", "RUS") != nullptr);
  CHECK(find_link(graph, cooperation, "RUS", "UKR") == nullptr);
}

TEST_CASE("a leader stands for the state and the state for its leader", "[network]") {
  const KnowledgeGraph graph = graph_of({Said("a", "dependsOn", "alexander-lukashenko", "RUS")});
  const ActorNetwork network = network_of(graph, Kind::Dependence);
  CHECK(find_link(graph, network, "BLR", "alexander-lukashenko")->strength == Approx(0.9));
  CHECK(find_link(graph, network, "alexander-lukashenko", "BLR")->strength == Approx(0.9));
}

TEST_CASE("a post links only while it is held", "[network]") {
  const KnowledgeGraph graph = graph_of({Said("a", "dependsOn", "alexander-lukashenko", "RUS")});
  const auto before = find_ties(graph, round_weights(), {.as_of = Date{1990, 1, 1}});
  CHECK(find_tie(graph, before, "alexander-lukashenko", "BLR", "leads") == nullptr);
  const auto now = find_ties(graph, round_weights(), {.as_of = Date{2022, 1, 1}});
  CHECK(find_tie(graph, now, "alexander-lukashenko", "BLR", "leads") != nullptr);
}

TEST_CASE("what is contested, prospective or denied is left out unless asked for", "[network]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "AID", "RUS", "BLR"), Said("b", "AID", "RUS", "BLR").denied(),
                Said("a", "ASSAULT", "BLR", "UKR").as(Modality::Planned),
                Said("a", "dependsOn", "BLR", "UKR").denied()});
  const auto has = [&](std::string_view from, std::string_view relation, TieOptions options) {
    const auto ties = find_ties(graph, round_weights(), options);
    return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      return graph.actors[tie.from].id == from && tie.relation == relation;
    });
  };
  CHECK_FALSE(has("RUS", "AID", {}));
  CHECK(has("RUS", "AID", {.include_contested = true}));
  CHECK_FALSE(has("BLR", "ASSAULT", {}));
  CHECK(has("BLR", "ASSAULT", {.include_prospective = true}));
  CHECK_FALSE(has("BLR", "dependsOn", {}));
  CHECK(has("BLR", "dependsOn", {.include_denied = true}));
}

TEST_CASE("a denied tie links nobody", "[network]") {
  const KnowledgeGraph graph = graph_of({Said("a", "dependsOn", "BLR", "UKR").denied()});
  CHECK(find_link(graph, network_of(graph, Kind::Any, {.include_denied = true}), "BLR", "UKR") ==
        nullptr);
}

TEST_CASE("who acts together is tied", "[network]") {
  ClaimRecord attack = Said("a", "ASSAULT", "RUS", "UKR");
  attack.initiators.push_back({"BLR", "Belarus"});
  const KnowledgeGraph graph = graph_of({attack});
  CHECK(find_link(graph, network_of(graph, Kind::Cooperation), "BLR", "RUS") != nullptr);
}

TEST_CASE("a thing that had not happened yet is unknown as of then", "[network]") {
  const KnowledgeGraph graph = graph_of({Said("a", "AID", "RUS", "BLR").on({2022, 7, 1})});
  const auto count = [&](Date day) {
    const auto ties = find_ties(graph, round_weights(), {.as_of = day});
    return find_tie(graph, ties, "RUS", "BLR", "AID") != nullptr;
  };
  CHECK_FALSE(count({2022, 6, 30}));
  CHECK(count({2022, 7, 1}));
}
