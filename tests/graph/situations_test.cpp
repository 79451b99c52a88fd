// SPDX-License-Identifier: ISC
#include "graph/situations.h"

#include "example_graph.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::example;

namespace {

using Said = ClaimBuilder;

std::size_t situations_of(std::vector<ClaimRecord> claims,
                          std::vector<ArticleRecord> articles = {}) {
  return graph_of(std::move(claims), std::move(articles)).situations.size();
}

Status status_of(std::vector<ClaimRecord> claims, std::vector<ArticleRecord> articles = {}) {
  const KnowledgeGraph graph = graph_of(std::move(claims), std::move(articles));
  REQUIRE(graph.situations.size() == 1);
  return graph.situations[0].status;
}

}  // namespace

TEST_CASE("a relation is its subject, predicate and object", "[graph]") {
  CHECK(situations_of({Said("a", "dependsOn", "BLR", "RUS"), Said("b", "dependsOn", "BLR", "RUS"),
                       Said("b", "dependsOn", "RUS", "BLR"), Said("b", "opposes", "BLR", "RUS")}) ==
        3);
}

TEST_CASE("a symmetric relation is the same from both ends", "[graph]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "alliedWith", "RUS", "BLR"), Said("b", "alliedWith", "BLR", "RUS")});
  REQUIRE(graph.situations.size() == 1);
  CHECK(graph.situations[0].initiators == std::vector<SharedText>{"BLR"});
  CHECK(graph.situations[0].status == Status::Corroborated);
}

TEST_CASE("troops, president and state are one side, and the state is what they agree on",
          "[graph]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "ASSAULT", "russian-armed-forces", "UKR").on({2022, 7, 1}),
                Said("b", "ASSAULT", "vladimir-putin", "UKR").on({2022, 7, 1})});
  REQUIRE(graph.situations.size() == 1);
  CHECK(graph.situations[0].initiators == std::vector<SharedText>{"RUS"});
}

TEST_CASE("a side that all claims name alike keeps its name", "[graph]") {
  const KnowledgeGraph graph = graph_of({Said("a", "ASSAULT", "russian-armed-forces", "UKR"),
                                         Said("b", "ASSAULT", "russian-armed-forces", "UKR")});
  REQUIRE(graph.situations.size() == 1);
  CHECK(graph.situations[0].initiators == std::vector<SharedText>{"russian-armed-forces"});
}

TEST_CASE("what two articles demand or fear is one thing only if both say where or when",
          "[graph]") {
  const auto demanded =
      Said("a", "RETREAT", "RUS", "UKR").action("Withdrawal").as(Modality::Demanded);
  const auto feared = [](const char* in) {
    return Said(in, "RETREAT", "RUS", "").action("Withdrawal").as(Modality::Planned);
  };
  CHECK(situations_of({demanded, feared("b")}) == 2);
  CHECK(situations_of({demanded, feared("a")}) == 1);
  CHECK(situations_of({Said(demanded).on({2022, 7, 1}), feared("b").on({2022, 7, 1})}) == 1);
}

TEST_CASE("events of two days are two events", "[graph]") {
  CHECK(situations_of({Said("a", "ASSAULT", "RUS", "UKR").on({2022, 7, 1}),
                       Said("b", "ASSAULT", "RUS", "UKR").on({2022, 7, 9})}) == 2);
}

TEST_CASE("a day within a month is one event, and the day is its date", "[graph]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "ASSAULT", "RUS", "UKR").between({2022, 7, 1}, {2022, 7, 31}),
                Said("b", "ASSAULT", "RUS", "UKR").on({2022, 7, 9})});
  REQUIRE(graph.situations.size() == 1);
  CHECK(graph.situations[0].date == DateInterval{{2022, 7, 9}, {2022, 7, 9}});
}

TEST_CASE("a month that fits two events is neither", "[graph]") {
  CHECK(situations_of({Said("a", "ASSAULT", "RUS", "UKR").on({2022, 7, 1}),
                       Said("b", "ASSAULT", "RUS", "UKR").on({2022, 7, 9}),
                       Said("c", "ASSAULT", "RUS", "UKR").between({2022, 7, 1}, {2022, 7, 31})}) ==
        3);
}

TEST_CASE("a claim that fits two events means the one of its own article", "[graph]") {
  const KnowledgeGraph graph = graph_of({Said("a", "ASSAULT", "RUS", "UKR").on({2022, 7, 1}),
                                         Said("b", "ASSAULT", "RUS", "UKR").on({2022, 7, 9}),
                                         Said("b", "ASSAULT", "RUS", "UKR")});
  REQUIRE(graph.situations.size() == 2);
  CHECK(graph.situations[0].claim_count + graph.situations[1].claim_count == 3);
}

TEST_CASE("headline and lead are two claims of one event", "[graph]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "SANCTION", "UKR", "BLR").quote("sanctions"),
                Said("a", "SANCTION", "UKR", "BLR").on({2022, 7, 1}).quote("imposed sanctions")});
  REQUIRE(graph.situations.size() == 1);
  CHECK(graph.situations[0].claim_count == 2);
  CHECK(graph.situations[0].source_count == 1);
}

TEST_CASE("different military actions are different events; an unnamed one is any", "[graph]") {
  CHECK(situations_of({Said("a", "ASSAULT", "RUS", "UKR").action("Invasion"),
                       Said("b", "ASSAULT", "RUS", "UKR").action("Airstrike")}) == 2);
  CHECK(situations_of({Said("a", "ASSAULT", "RUS", "UKR").action("Invasion"),
                       Said("b", "ASSAULT", "RUS", "UKR")}) == 1);
}

TEST_CASE("towns tell events apart, their country does not", "[graph]") {
  const auto strike = [](const char* in, const char* town) {
    return Said(in, "ASSAULT", "RUS", "UKR").on({2022, 7, 1}).at(town, "UKR");
  };
  CHECK(situations_of({strike("a", "Kharkiv"), strike("b", "Odesa")}) == 2);
  CHECK(situations_of({strike("a", "Kharkiv"), strike("b", "Ukraine")}) == 1);
}

TEST_CASE("a victim without an attacker meets the attack of the same kind", "[graph]") {
  const auto attack = Said("a", "ASSAULT", "RUS", "UKR").action("Shelling").on({2022, 7, 1});
  CHECK(situations_of({attack, Said("b", "ASSAULT", "", "UKR").action("Shelling")}) == 1);
  CHECK(situations_of({attack, Said("b", "ASSAULT", "", "UKR")}) == 2);
  CHECK(situations_of({attack, Said("b", "ASSAULT", "", "BLR").action("Shelling")}) == 2);
}

TEST_CASE("a plan is not the deed", "[graph]") {
  CHECK(situations_of({Said("a", "AID", "RUS", "BLR").as(Modality::Planned),
                       Said("b", "AID", "RUS", "BLR")}) == 2);
}

TEST_CASE("ruling a possibility out does not touch what happened", "[graph]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "ASSAULT", "BLR", "UKR"),
                Said("a", "ASSAULT", "BLR", "UKR").denied().as(Modality::Possible)});
  REQUIRE(graph.situations.size() == 2);
  CHECK(graph.situations[0].status != Status::Contested);
  CHECK(graph.situations[1].status != Status::Contested);
}

TEST_CASE("acts reported long after each other are not one act, a named war is", "[graph]") {
  const std::vector<ArticleRecord> years = {article("a", Date{2022, 3, 1}),
                                            article("b", Date{2024, 4, 1})};
  CHECK(situations_of({Said("a", "ACCUSE", "BLR", "UKR"), Said("b", "ACCUSE", "BLR", "UKR")},
                      years) == 2);
  CHECK(situations_of({Said("a", "ASSAULT", "RUS", "UKR").action("Invasion"),
                       Said("b", "ASSAULT", "RUS", "UKR").action("Invasion")},
                      years) == 1);
}

TEST_CASE("statuses follow from who affirms and who denies", "[graph]") {
  const auto deed = [](const char* in) { return Said(in, "ASSAULT", "BLR", "UKR"); };
  CHECK(status_of({deed("a")}) == Status::SingleSource);
  CHECK(status_of({deed("a"), deed("b")}) == Status::Corroborated);
  CHECK(status_of({deed("a"), deed("b").denied()}) == Status::Contested);
  CHECK(status_of({deed("a").denied()}) == Status::Denied);
  CHECK(status_of({deed("a").as(Modality::Planned)}) == Status::Prospective);
  CHECK(status_of({deed("a").as(Modality::Planned), deed("b").as(Modality::Planned).denied()}) ==
        Status::Contested);
}

TEST_CASE("a suspicion that its object denies is contested", "[graph]") {
  const auto deed = [](const char* in) { return Said(in, "ASSAULT", "BLR", "UKR"); };
  CHECK(status_of({deed("a").as(Modality::Possible),
                   deed("a").denied().by("alexander-lukashenko")}) == Status::Contested);
}

TEST_CASE("who says that it was not so but may be contests nobody", "[graph]") {
  const auto deed = [](const char* in) {
    return Said(in, "ASSAULT", "BLR", "UKR").by("alexander-lukashenko");
  };
  CHECK(status_of({deed("a").as(Modality::Possible), deed("a").denied()}) == Status::Prospective);
}

TEST_CASE("articles of one publisher are one source", "[graph]") {
  const std::vector<ArticleRecord> articles = {article("a", {}, "The Daily"),
                                               article("b", {}, "The Daily")};
  CHECK(status_of({Said("a", "AID", "RUS", "BLR"), Said("b", "AID", "RUS", "BLR")}, articles) ==
        Status::SingleSource);
}
