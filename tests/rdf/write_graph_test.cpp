// SPDX-License-Identifier: ISC
#include "rdf/write_graph.h"

#include "example_graph.h"
#include "full_graph.h"
#include "rdf/describe_graph.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include <catch2/catch.hpp>
#include <tbb/global_control.h>

using namespace entente;
using namespace entente::rdf;

namespace {

std::string write(const KnowledgeGraph& graph, Format format) {
  std::string text;
  write_graph(graph, format, std::string(vocab::kDefaultBase),
              [&](std::string_view bytes) { text += bytes; });
  return text;
}

std::vector<Quad> quads_of(const KnowledgeGraph& graph) {
  std::vector<Quad> all;
  describe_graph(graph, GraphIris(), [&](std::span<const QuadView> resource) {
    for (const QuadView& quad : resource) all.push_back(to_quad(quad));
  });
  return all;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// The full graph many times over, with actors, situations, articles and claims of other ids.
KnowledgeGraph many_times(int times) {
  KnowledgeGraph all;
  for (int i = 0; i < times; ++i) {
    KnowledgeGraph one = full_graph();
    const std::string mark = "-" + std::to_string(i);
    for (Actor& actor : one.actors) actor.id += mark;
    for (ArticleRecord& article : one.articles) article.id = article.id.str() + mark;
    for (SituationRecord& situation : one.situations) {
      situation.id = situation.id.str() + mark;
      for (ClaimNumber& claim : situation.claims) {
        claim += static_cast<ClaimNumber>(all.claims.size());
      }
    }
    for (ClaimRecord& claim : one.claims) {
      claim.id = claim.id.str() + mark;
      claim.article = claim.article.str() + mark;
      claim.situation = claim.situation.str() + mark;
    }
    all.actors.insert(all.actors.end(), one.actors.begin(), one.actors.end());
    all.articles.insert(all.articles.end(), one.articles.begin(), one.articles.end());
    all.situations.insert(all.situations.end(), one.situations.begin(), one.situations.end());
    all.claims.insert(all.claims.end(), one.claims.begin(), one.claims.end());
  }
  return all;
}

/// The text by one writer, thing by thing.
std::string write_in_one_go(const KnowledgeGraph& graph, Format format) {
  std::string text;
  QuadWriter writer({format, std::string(vocab::kDefaultBase), vocab::kPrefixes},
                    [&](std::string_view bytes) { text += bytes; });
  describe_graph(graph, GraphIris(),
                 [&](std::span<const QuadView> resource) { writer.write_resource(resource); });
  writer.finish();
  return text;
}

}  // namespace

TEST_CASE("a graph is written alike in parts, in one go, and by any number of threads", "[graph]") {
  const KnowledgeGraph graph = many_times(600);
  REQUIRE(GraphDescription(graph, GraphIris()).parts() > 10);
  for (const Format format : {Format::Turtle, Format::TriG, Format::NTriples, Format::NQuads}) {
    const std::string expected = write_in_one_go(graph, format);
    for (const std::size_t threads : {1, 2, 5}) {
      const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
      CHECK((write(graph, format) == expected));
    }
  }
}

TEST_CASE("a full disk stops the writing in parts", "[graph]") {
  int calls = 0;
  const auto fail = [&](std::string_view) {
    if (++calls > 3) throw std::runtime_error("disk is full");
  };
  CHECK_THROWS_WITH(
      write_graph(many_times(600), Format::NQuads, std::string(vocab::kDefaultBase), fail),
      "disk is full");
}

TEST_CASE("no statement is written twice, in no format", "[graph]") {
  std::vector<std::string> triples;
  for (const Quad& quad : quads_of(full_graph())) {
    triples.push_back(to_ntriples(quad.subject) + to_ntriples(quad.predicate) +
                      to_ntriples(quad.object));
  }
  const std::set<std::string> different(triples.begin(), triples.end());
  CHECK(different.size() == triples.size());
  CHECK(different.size() > 100);
}

TEST_CASE("every statement is in a named graph", "[graph]") {
  const std::vector<Quad> quads = quads_of(full_graph());
  CHECK(std::ranges::all_of(quads,
                            [](const Quad& quad) { return quad.graph.kind == TermKind::Iri; }));
}

TEST_CASE("claims stand in the graph of their article", "[graph]") {
  std::set<std::string> graphs;
  for (const Quad& quad : quads_of(full_graph())) {
    if (quad.predicate.value == vocab::ent::kAbout) graphs.insert(quad.graph.value);
  }
  CHECK(graphs == std::set<std::string>{"https://w3id.org/entente/article/aaaaaaaaaaaaaaaa"});
}

TEST_CASE("a relation that holds gives plain triples, a symmetric one both ways", "[graph]") {
  KnowledgeGraph graph = full_graph();
  const std::string one = "<actor/FRE>\n\tent:alliedWith <actor/SYL>";
  const std::string other = "<actor/SYL>\n\tent:alliedWith <actor/FRE>";
  CHECK(has(write(graph, Format::Turtle), one));
  CHECK(has(write(graph, Format::Turtle), other));
  for (const Status status : {Status::Contested, Status::Denied, Status::Prospective}) {
    graph.situations[1].status = status;
    CHECK(!has(write(graph, Format::Turtle), one));
    CHECK(!has(write(graph, Format::Turtle), other));
  }
}

TEST_CASE("a place that is a whole state is that actor", "[graph]") {
  const std::string text = write(full_graph(), Format::Turtle);
  CHECK(has(text, "ent:launchedFrom <actor/FRE>"));
  CHECK(has(text, "ent:place <place/SYL/Old%20Town>"));
  CHECK(has(text, "ent:place <place/-/Nowhere%2FNarnia>"));
}

TEST_CASE("evidence quotes the words and points to the sentence", "[graph]") {
  const std::string text = write(full_graph(), Format::Turtle);
  CHECK(has(text, "oa:exact \"Freedonian guns shelled Sylvania\""));
  CHECK(has(text, "oa:prefix \"“Élite” \""));
  CHECK(has(text, "oa:suffix \", Firefly said.\""));
  CHECK(has(text, "oa:start 10"));
}

TEST_CASE("what claims contradict each other on is told with who says what", "[graph]") {
  using Said = example::ClaimBuilder;
  const auto strike = [](const char* in, const char* who) {
    return Said(in, "ASSAULT", who, "UKR").action("Airstrike").on({2022, 7, 1}).at("Odesa", "UKR");
  };
  const KnowledgeGraph graph = example::graph_of({strike("a", "RUS").count("killed", 20, 20),
                                                  strike("b", "RUS").count("killed", 35, 40),
                                                  strike("c", "RUS").denied(), strike("d", "BLR")});
  const std::string text = write(graph, Format::Turtle);
  CHECK(has(text, "ent:aspect ent:aspect-occurrence"));
  CHECK(has(text, "ent:aspect ent:aspect-actor ;\n\t\tent:rival <situation/"));
  CHECK(has(text, "ent:aspect ent:aspect-toll"));
  CHECK(has(text, "ent:unit ent:unit-killed"));
  CHECK(has(text, "ent:value \"35 to 40\" ;\n\t\t\tent:saidIn <claim/"));
}

TEST_CASE("the base of individuals can be chosen", "[graph]") {
  std::string text;
  write_graph(full_graph(), Format::NTriples, "http://example.org/kg/",
              [&](std::string_view bytes) { text += bytes; });
  CHECK(has(text, "<http://example.org/kg/actor/FRE>"));
  CHECK(!has(text, "https://w3id.org/entente/actor"));
}

TEST_CASE("blank node labels come from content and are unique", "[graph]") {
  std::set<std::string> labels;
  std::size_t uses = 0;
  for (const Quad& quad : quads_of(full_graph())) {
    if (quad.object.kind != TermKind::BlankNode) continue;
    labels.insert(quad.object.value);
    ++uses;
  }
  CHECK(labels.size() == uses);
  CHECK(quads_of(full_graph()) == quads_of(full_graph()));
}

TEST_CASE("an empty graph is a valid text", "[graph]") {
  CHECK(write({}, Format::NTriples).empty());
  CHECK(has(write({}, Format::Turtle), "@prefix ent:"));
}
