// SPDX-License-Identifier: ISC
#include "rdf/write_graph.h"

#include "full_graph.h"
#include "rdf/describe_graph.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

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
  describe_graph(graph, GraphIris(), [&](std::span<const Quad> resource) {
    all.insert(all.end(), resource.begin(), resource.end());
  });
  return all;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

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
