// SPDX-License-Identifier: ISC
#include "rdf/read_graph.h"

#include "full_graph.h"
#include "rdf/file_text.h"
#include "rdf/write_graph.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::rdf;

namespace {

constexpr Format kFormats[] = {Format::Turtle, Format::TriG, Format::NTriples, Format::NQuads};

std::string write(const KnowledgeGraph& graph, Format format,
                  const std::string& base = std::string(vocab::kDefaultBase)) {
  std::string text;
  write_graph(graph, format, base, [&](std::string_view bytes) { text += bytes; });
  return text;
}

std::string replace(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string error_of(const std::string& turtle) {
  try {
    read_graph_text(turtle, Format::Turtle, "g.ttl");
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "";
}

/// A graph with nasty texts in all of its fields, different for each seed.
KnowledgeGraph random_graph(unsigned seed) {
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t size) { return static_cast<std::size_t>(random() % size); };
  const std::vector<std::string> pieces = {
      "a", "\"", "\\",     "\n",  "\r", "\t",  "é", "\U0001F600", "'",    "\"\"", "<",   ">",
      " ", "{",  "\u200B", "%41", "^^", "@en", ".", ";",          "\x7F", "\x01", "_:b", "𝒳"};
  const auto text = [&] {
    std::string made;
    for (std::size_t i = pick(8); i-- > 0;) made += pieces[pick(pieces.size())];
    return made;
  };
  KnowledgeGraph graph = full_graph();
  for (Actor& actor : graph.actors) {
    actor.label = "L" + text();
    if (actor.id == "FRE") {
      for (ActorName& name : actor.names) {
        if (name.kind == NameKind::Label) name.text = actor.label;
      }
    } else {
      actor.names = {{actor.label, NameKind::Label, false},
                     {text() + "x", NameKind::Acronym, true}};
    }
    std::ranges::sort(actor.names);
  }
  graph.articles[0].title = text();
  graph.articles[0].input_id = text();
  graph.articles[0].url = text();
  for (ClaimRecord& claim : graph.claims) {
    const std::string before = text(), after = text();
    claim.quote = text();
    claim.sentence = before + claim.quote + after;
    const auto size = [](std::string_view part) {
      return static_cast<std::uint32_t>(count_code_points(part));
    };
    claim.start = static_cast<std::uint32_t>(pick(1000));
    claim.end = claim.start + size(claim.sentence);
    claim.quote_start = claim.start + size(before);
    claim.quote_end = claim.quote_start + size(claim.quote);
    claim.rule = text();
    claim.path = text();
    claim.confidence = static_cast<double>(pick(1001)) / 1000;
    if (claim.place) claim.place->label = "P" + text();
    for (auto& participant : claim.initiators) participant.text = text();
  }
  return graph;
}

}  // namespace

TEST_CASE("a graph that is written and read is the same, in every format", "[graph]") {
  const KnowledgeGraph graph = full_graph();
  for (const Format format : kFormats) {
    const GraphFile file = read_graph_text(write(graph, format), format, "g");
    CHECK(file.graph.actors == graph.actors);
    CHECK(file.graph.articles == graph.articles);
    CHECK(file.graph.claims == graph.claims);
    CHECK(file.graph.situations == graph.situations);
    CHECK(file.base == vocab::kDefaultBase);
  }
}

TEST_CASE("any text survives writing and reading", "[graph]") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const KnowledgeGraph graph = random_graph(seed);
    const Format format = kFormats[seed % 4];
    const std::string written = write(graph, format);
    const KnowledgeGraph read = read_graph_text(written, format, "g").graph;
    INFO(seed << "\n" << written);
    CHECK(read.actors == graph.actors);
    CHECK(read.articles == graph.articles);
    CHECK(read.claims == graph.claims);
    CHECK(write(read, format) == written);
  }
}

TEST_CASE("a text of lines that is read in parts gives the graph of the whole", "[graph]") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Format format = seed % 2 == 0 ? Format::NQuads : Format::NTriples;
    const std::string written = write(random_graph(seed), format);
    const GraphFile whole = read_graph_text(written, format, "g", {.part_size = written.size()});
    const std::size_t part_size = std::size_t{1} << (seed % 15);
    const GraphFile parts = read_graph_text(written, format, "g", {.part_size = part_size});
    INFO(seed << "\n" << written);
    CHECK(parts.graph == whole.graph);
    CHECK(parts.base == whole.base);
  }
}

TEST_CASE("lines in any order give the same graph in parts and as a whole", "[graph]") {
  const std::string written = write(full_graph(), Format::NQuads);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t end = written.find('\n', at) + 1;
    lines.push_back(written.substr(at, end - at));
    at = end;
  }
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::shuffle(lines.begin(), lines.end(), std::mt19937(seed));
    std::string text;
    for (const std::string& line : lines) text += line;
    const auto whole = read_graph_text(text, Format::NQuads, "g", {.part_size = text.size()});
    CHECK(read_graph_text(text, Format::NQuads, "g", {.part_size = 700}).graph == whole.graph);
  }
}

TEST_CASE("a fault in a part is told with its place in the whole text", "[graph]") {
  const std::string good = write(full_graph(), Format::NQuads);
  const std::string bad = replace(good, "ontology#Possible>", "ontology#Maybe>");
  const std::size_t line = static_cast<std::size_t>(
      std::count(bad.begin(), bad.begin() + bad.find("#Maybe>"), '\n') + 1);
  CHECK_THROWS_WITH(read_graph_text(bad, Format::NQuads, "g.nq", {.part_size = 500}),
                    Catch::StartsWith("g.nq:" + std::to_string(line) + ":"));
}

TEST_CASE("the base of a graph is found in its IRIs", "[graph]") {
  const std::string base = "http://example.org/kg/";
  const GraphFile file =
      read_graph_text(write(full_graph(), Format::TriG, base), Format::TriG, "g");
  CHECK(file.base == base);
  CHECK(file.graph == full_graph());
}

TEST_CASE("statements of others are passed over", "[graph]") {
  const std::string more = write(full_graph(), Format::NTriples) +
                           "<http://x/a> <http://x/b> \"c\" .\n"
                           "<http://x/me> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
                           "<https://w3id.org/entente/ontology#Person> .\n";
  CHECK(read_graph_text(more, Format::NTriples, "g").graph == full_graph());
}

TEST_CASE("an actor that is used and not described is added", "[graph]") {
  KnowledgeGraph graph = full_graph();
  std::erase_if(graph.actors, [](const Actor& actor) { return actor.id == "SYL"; });
  const KnowledgeGraph read =
      read_graph_text(write(graph, Format::Turtle), Format::Turtle, "g").graph;
  const Actor* added = find_actor(read, "SYL");
  REQUIRE(added != nullptr);
  CHECK(added->label == "SYL");
  CHECK(!added->vetted);
}

TEST_CASE("faults of a graph are told with their place", "[graph]") {
  const std::string good = write(full_graph(), Format::Turtle);
  CHECK(error_of(good) == "");
  const auto broken = [&](std::string_view from, std::string_view to) {
    return error_of(replace(good, from, to));
  };
  using Catch::Matchers::Matches;
  CHECK_THAT(
      broken("ent:polarity ent:Denied", "ent:polarity ent:Maybe"),
      Matches(
          "g\\.ttl:[0-9]+:[0-9]+: error: .*Maybe.* found, ent:Affirmed or ent:Denied expected"));
  CHECK_THAT(broken("ent:confidence 0.86", "ent:confidence \"high\""),
             Matches("g\\.ttl:[0-9]+:[0-9]+: error: \"high\" found, a number expected"));
  CHECK_THAT(broken("\"2024-05-01\"", "\"2024-02-30\""),
             Matches("g\\.ttl:[0-9]+:[0-9]+: error: \"2024-02-30\" found, a date.*"));
  CHECK_THAT(broken("ent:about <situation/00000000000000aa>", "ent:about <situation/cc>"),
             Matches("g\\.ttl:[0-9]+:[0-9]+: error: the situation is not described"));
  CHECK_THAT(broken("ent:status ent:Denied", "ent:claimCount 7"),
             Matches("g\\.ttl:[0-9]+:[0-9]+: error: .*"));
  CHECK_THAT(broken("a ent:Claim ;", "a ent:Claim"), Matches("g\\.ttl:[0-9]+:[0-9]+: error: .*"));
  CHECK_THAT(broken("oa:TextPositionSelector", "oa:XPathSelector"),
             Matches("g\\.ttl:[0-9]+:[0-9]+: error: evidence needs.*"));
  CHECK_THAT(broken("ent:quotedBy (", "ent:quotedBy _:x . _:y ent:sector ("),
             Matches("g\\.ttl:[0-9]+:[0-9]+: error: .*"));
}

TEST_CASE("the example of the documentation is a graph that can be read", "[graph]") {
  const std::string page = read_file_text(std::string(ENTENTE_ROOT) + "/doc/rdf.md");
  const std::size_t begin = page.find("```turtle\n") + 10;
  const std::string turtle = page.substr(begin, page.find("```", begin) - begin);
  const KnowledgeGraph graph = read_graph_text(turtle, Format::Turtle, "doc/rdf.md").graph;
  CHECK(graph.claims.size() == 2);
  CHECK(graph.situations.size() == 2);
  CHECK(graph.claims[0].sentence.view().substr(0, 3) == "“");
  for (const ClaimRecord& claim : graph.claims)
    CHECK(count_code_points(claim.sentence) == claim.end - claim.start);
}

TEST_CASE("a file of another kind is refused", "[graph]") {
  CHECK_THROWS_WITH(read_graph("g.rdf"),
                    "g.rdf: error: unknown kind of file, expected .ttl, .trig, .nt or .nq");
  CHECK_THROWS_AS(read_graph("no-such-file.ttl"), ConfigError);
}
