// SPDX-License-Identifier: ISC
#include "graph/consolidate.h"

#include "example_graph.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::example;

namespace {

using Said = ClaimBuilder;

// Claims that meet in many ways, so that a wrong order would show.
std::vector<ClaimRecord> tangled_claims(std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto pick = [&](std::initializer_list<const char*> from) {
    return *(from.begin() + random() % from.size());
  };
  std::vector<ClaimRecord> claims;
  for (int i = 0; i < 60; ++i) {
    Said claim(pick({"a", "b", "c", "d"}), pick({"ASSAULT", "AID", "dependsOn", "alliedWith"}),
               pick({"BLR", "RUS", "vladimir-putin", "russian-armed-forces"}),
               pick({"UKR", "BLR", "alexander-lukashenko"}));
    claim.action(pick({"", "", "Invasion", "Airstrike"}));
    if (random() % 3 == 0) claim.on({2022, 7, static_cast<int>(random() % 4) + 1});
    if (random() % 4 == 0) claim.between({2022, 7, 1}, {2022, 7, 31});
    if (random() % 4 == 0) claim.at(pick({"Kyiv", "Odesa", "Ukraine"}), "UKR");
    if (random() % 4 == 0) claim.denied();
    if (random() % 4 == 0) claim.as(random() % 2 == 0 ? Modality::Planned : Modality::Possible);
    claims.push_back(claim);
  }
  return claims;
}

std::vector<ArticleRecord> four_articles() {
  return {article("a", Date{2022, 7, 5}, "The Daily"), article("b", Date{2022, 8, 1}),
          article("c", Date{2024, 1, 1}), article("d")};
}

KnowledgeGraph graph_of_articles(const std::vector<ClaimRecord>& claims,
                                 std::initializer_list<const char*> names) {
  std::vector<ArticleRecord> articles;
  std::vector<ClaimRecord> chosen;
  for (const ArticleRecord& candidate : four_articles()) {
    if (std::find(names.begin(), names.end(), candidate.input_id) == names.end()) continue;
    articles.push_back(candidate);
    for (const ClaimRecord& claim : claims) {
      if (claim.article == candidate.id) chosen.push_back(claim);
    }
  }
  return consolidate(actors(), articles, chosen);
}

Actor found_in_article(const char* label, ActorType type) {
  Actor found;
  found.id = std::string("found-") + label;
  found.label = label;
  found.type = type;
  return found;
}

}  // namespace

TEST_CASE("the order of the input does not matter", "[graph]") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    std::vector<ClaimRecord> claims = tangled_claims(seed);
    std::vector<ArticleRecord> articles = four_articles();
    std::vector<Actor> known = actors();
    const KnowledgeGraph graph = consolidate(known, articles, claims);
    std::mt19937 random(seed);
    std::shuffle(claims.begin(), claims.end(), random);
    std::shuffle(articles.begin(), articles.end(), random);
    std::shuffle(known.begin(), known.end(), random);
    CHECK(consolidate(known, articles, claims) == graph);
  }
}

TEST_CASE("consolidating twice changes nothing", "[graph]") {
  const KnowledgeGraph once = consolidate(actors(), four_articles(), tangled_claims(1));
  CHECK(consolidate(once.actors, once.articles, once.claims) == once);
}

TEST_CASE("merging is associative and commutative and equals building at once", "[graph]") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const std::vector<ClaimRecord> claims = tangled_claims(seed);
    const KnowledgeGraph a = graph_of_articles(claims, {"a"});
    const KnowledgeGraph b = graph_of_articles(claims, {"b"});
    const KnowledgeGraph rest = graph_of_articles(claims, {"c", "d"});
    const KnowledgeGraph all = graph_of_articles(claims, {"a", "b", "c", "d"});
    CHECK(merge({a, b, rest}) == all);
    CHECK(merge({merge({a, b}), rest}) == merge({a, merge({rest, b})}));
    CHECK(merge({rest, b, a, a}) == all);
  }
}

TEST_CASE("dropping what was added restores the graph", "[graph]") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const std::vector<ClaimRecord> claims = tangled_claims(seed);
    const KnowledgeGraph before = graph_of_articles(claims, {"a", "b"});
    const KnowledgeGraph after = merge({before, graph_of_articles(claims, {"c"})});
    CHECK(drop(after, {.articles = {"c"}}) == before);
  }
}

TEST_CASE("a publisher can be dropped with all its articles", "[graph]") {
  const KnowledgeGraph all = graph_of_articles(tangled_claims(3), {"a", "b"});
  CHECK(drop(all, {.publishers = {"The Daily"}}) == graph_of_articles(tangled_claims(3), {"b"}));
}

TEST_CASE("every claim is in one situation and every name is known", "[graph]") {
  const KnowledgeGraph graph = consolidate(actors(), four_articles(), tangled_claims(5));
  std::size_t listed = 0;
  for (const SituationRecord& situation : graph.situations) {
    listed += situation.claims.size();
    for (const ClaimNumber number : situation.claims) {
      REQUIRE(number < graph.claims.size());
      CHECK(graph.claims[number].situation == situation.id);
    }
    for (const SharedText& id : situation.initiators) CHECK(find_actor(graph, id) != nullptr);
    for (const SharedText& id : situation.recipients) CHECK(find_actor(graph, id) != nullptr);
  }
  CHECK(listed == graph.claims.size());
}

TEST_CASE("a surname alone is not one person in two articles", "[graph]") {
  const auto twice = [](const Actor& who) {
    std::vector<Actor> known = actors();
    known.push_back(who);
    return consolidate(known, four_articles(),
                       {Said("a", "ACCUSE", who.id, "RUS"), Said("b", "ACCUSE", who.id, "RUS")});
  };
  CHECK(twice(found_in_article("Smith", ActorType::Person)).situations.size() == 2);
  CHECK(twice(found_in_article("Ann Smith", ActorType::Person)).situations.size() == 1);
  CHECK(twice(found_in_article("rebels", ActorType::ArmedGroup)).situations.size() == 2);
}

TEST_CASE("what is known beforehand wins over what an article says", "[graph]") {
  Actor heard = found_in_article("Vladimir Vladimirovich Putin", ActorType::Organization);
  heard.id = "vladimir-putin";
  std::vector<Actor> known = actors();
  known.insert(known.begin(), heard);
  const KnowledgeGraph graph =
      consolidate(known, four_articles(), {Said("a", "AID", "vladimir-putin", "BLR")});
  CHECK(find_actor(graph, "vladimir-putin")->type == ActorType::Person);
}

TEST_CASE("actors of whom nothing is said are left out, but not those whom others act for",
          "[graph]") {
  const KnowledgeGraph graph = graph_of({Said("a", "AID", "vladimir-putin", "BLR")});
  CHECK(find_actor(graph, "UKR") == nullptr);
  CHECK(find_actor(graph, "RUS") != nullptr);
}
