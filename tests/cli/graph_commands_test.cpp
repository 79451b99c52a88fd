// SPDX-License-Identifier: ISC
#include "cli/command.h"
#include "example_graph.h"
#include "rdf/vocab.h"
#include "rdf/write_graph.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace entente;
using namespace entente::example;
using entente::test::CommandResult;
using entente::test::read_file;
using entente::test::run_entente;
using entente::test::ScratchFolder;
using nlohmann::json;

namespace {

using Said = ClaimBuilder;

std::vector<ClaimRecord> claims_of(const std::string& in) {
  return {Said(in, "dependsOn", "alexander-lukashenko", "RUS").quote("he depends on them " + in),
          Said(in, "hostsForcesOf", "BLR", "russian-armed-forces").quote("they are there " + in),
          Said(in, "ASSAULT", "BLR", "UKR").denied().by("alexander-lukashenko").quote("no " + in)};
}

KnowledgeGraph graph_of_articles(const std::vector<std::string>& names) {
  std::vector<ClaimRecord> claims;
  for (const std::string& name : names) {
    for (const ClaimRecord& claim : claims_of(name)) claims.push_back(claim);
  }
  return graph_of(claims);
}

std::string save(const ScratchFolder& folder, const std::string& name,
                 const KnowledgeGraph& graph) {
  std::string bytes;
  rdf::write_graph(graph, *rdf::format_of(name), std::string(rdf::vocab::kDefaultBase),
                   [&](std::string_view piece) { bytes += piece; });
  return folder.write(name, bytes);
}

}  // namespace

TEST_CASE("path prints steps with their evidence", "[cli]") {
  const ScratchFolder folder;
  const std::string graph = save(folder, "g.trig", graph_of_articles({"a", "b"}));
  const CommandResult result = run_entente({"path", graph, "Minsk", "russia"});
  CHECK(result.status == 0);
  CHECK_THAT(result.out, Catch::Contains("Belarus —is led by→ Alexander Lukashenko"));
  CHECK_THAT(result.out, Catch::Contains("“he depends on them"));
}

TEST_CASE("path --json has the documented keys", "[cli]") {
  const ScratchFolder folder;
  const std::string graph = save(folder, "g.nq", graph_of_articles({"a", "b"}));
  const CommandResult result = run_entente({"path", graph, "Belarus", "Russia", "--json"});
  REQUIRE(result.status == 0);
  const json object = json::parse(result.out);
  CHECK(object["from"] == "BLR");
  CHECK(object["to"] == "RUS");
  CHECK(object["kind"] == "dependence");
  CHECK(object["strength"].get<double>() > 0);
  CHECK(object["cut"].is_array());
  CHECK(object["dominators"].is_array());
  REQUIRE(object["paths"].size() == 2);
  for (const json& step : object["paths"][0]["steps"]) {
    for (const char* key : {"from", "to", "relation", "strength", "status", "claims"}) {
      CHECK(step.contains(key));
    }
  }
}

TEST_CASE("a name that nobody bears ends with what was perhaps meant", "[cli]") {
  const ScratchFolder folder;
  const std::string graph = save(folder, "g.trig", graph_of_articles({"a"}));
  const CommandResult result = run_entente({"path", graph, "Belorus", "Russia"});
  CHECK(result.status == 2);
  CHECK_THAT(result.err, Catch::Contains("did you mean \"Belarus\"?"));
}

TEST_CASE("a path from an actor to itself is a mistake that is told", "[cli]") {
  const ScratchFolder folder;
  const std::string graph = save(folder, "g.trig", graph_of_articles({"a"}));
  const CommandResult result = run_entente({"path", graph, "Minsk", "Belarus"});
  CHECK(result.status == 2);
  CHECK_THAT(result.err, Catch::Contains("\"Minsk\" and \"Belarus\" are both Belarus"));
}

TEST_CASE("merging graphs built apart is building at once, byte for byte", "[cli]") {
  const ScratchFolder folder;
  const std::string a = save(folder, "a.trig", graph_of_articles({"a"}));
  const std::string b = save(folder, "b.nt", graph_of_articles({"b", "c"}));
  const std::string all = save(folder, "all.nq", graph_of_articles({"a", "b", "c"}));
  REQUIRE(run_entente({"merge", b, a, "-o", folder.path("merged.nq")}).status == 0);
  CHECK(read_file(folder.path("merged.nq")) == read_file(all));
}

TEST_CASE("dropping an article leaves what was there without it", "[cli]") {
  const ScratchFolder folder;
  const std::string before = save(folder, "before.nq", graph_of_articles({"a"}));
  const std::string both = save(folder, "both.nq", graph_of_articles({"a", "b"}));
  REQUIRE(run_entente({"drop", both, "--article", "b", "-o", folder.path("after.nq")}).status == 0);
  CHECK(read_file(folder.path("after.nq")) == read_file(before));
  CHECK(run_entente({"drop", both, "--article", "z"}).status == 2);
}

TEST_CASE("paths written into the graph leave it readable", "[cli]") {
  const ScratchFolder folder;
  const std::string graph = save(folder, "g.trig", graph_of_articles({"a"}));
  const std::string with = folder.path("with.trig");
  REQUIRE(run_entente({"path", graph, "BLR", "RUS", "--write", with}).status == 0);
  CHECK_THAT(read_file(with), Catch::Contains("ent:DependencePath"));
  CHECK(run_entente({"path", with, "BLR", "RUS"}).out ==
        run_entente({"path", graph, "BLR", "RUS"}).out);
}

TEST_CASE("written paths are lists of steps", "[cli]") {
  const ScratchFolder folder;
  const std::string graph = save(folder, "g.trig", graph_of_articles({"a", "b"}));
  const std::string with = folder.path("with.nq");
  REQUIRE(run_entente({"path", graph, "BLR", "RUS", "--write", with}).status == 0);
  const CommandResult steps = run_entente(
      {"query", with, "--format", "csv",
       "PREFIX ent: <https://w3id.org/entente/ontology#> "
       "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
       "SELECT (COUNT(DISTINCT ?path) AS ?paths) (COUNT(?step) AS ?steps) { GRAPH ?g { "
       "?path a ent:DependencePath ; ent:steps/rdf:rest*/rdf:first ?step . "
       "?step a ent:PathStep ; ent:stepFrom ?from ; ent:stepTo ?to ; ent:along ?relation } }"});
  CHECK(steps.out == "paths,steps\r\n2,4\r\n");
}

TEST_CASE("a graph with paths written into it conforms to the shapes", "[cli]") {
  const ScratchFolder folder;
  const std::string graph = folder.path("g.nq"), with = folder.path("with.ttl");
  REQUIRE(run_entente({"build", "samples/dependence-on-moscow.txt", "-o", graph, "-q"}).status ==
          0);
  REQUIRE(run_entente({"path", graph, "Belarus", "Russia", "--write", with}).status == 0);
  CHECK_THAT(read_file(with), Catch::Contains("ent:steps ("));
  CHECK(run_entente({"check", with}).status == 0);
}

TEST_CASE("explain --json tells on what claims differ, and who says what", "[cli]") {
  const ScratchFolder folder;
  const auto strike = [](const char* in) {
    return Said(in, "ASSAULT", "RUS", "UKR")
        .action("Airstrike")
        .on({2022, 7, 1})
        .at("Odesa", "UKR");
  };
  const std::string graph =
      save(folder, "g.nq",
           graph_of({strike("a").count("killed", 20, 20).quote("20 dead"),
                     strike("b").count("killed", 35, 40).quote("up to 40 dead"),
                     strike("c").denied().by("RUS").quote("no such thing")}));
  const CommandResult result = run_entente({"explain", graph, "Russia", "Ukraine", "--json"});
  REQUIRE(result.status == 0);
  const json differences = json::parse(result.out)["situations"][0]["differences"];
  REQUIRE(differences.size() == 2);
  CHECK(differences[0]["aspect"] == "occurrence");
  CHECK(differences[1]["aspect"] == "toll");
  CHECK(differences[1]["unit"] == "killed");
  CHECK(differences[1]["low"] == 20);
  CHECK(differences[1]["high"] == 40);
  CHECK(differences[1]["versions"][1]["value"] == "35 to 40");
  CHECK(differences[1]["versions"][1]["claims"].size() == 1);
  CHECK_THAT(run_entente({"explain", graph, "Russia", "Ukraine"}).out,
             Catch::Contains("differ on") && Catch::Contains("35 to 40"));
}

TEST_CASE("outlets that carry one agency's text are one source, and the agency is named", "[cli]") {
  const ScratchFolder folder;
  const std::string text =
      "KYIV, July 5 (Reuters) - Russian forces attacked the Ukrainian city of Kharkiv on Monday. "
      "Ukraine accused Russia of the attack, and the European Union condemned Russia.\n";
  const auto outlet = [&](const std::string& name, const std::string& words) {
    return folder.write(name + ".txt",
                        "Title: News\nDate: 2022-07-05\nPublisher: " + name + "\n\n" + words);
  };
  const std::string graph = folder.path("g.ttl");
  REQUIRE(run_entente({"build", outlet("One", text), outlet("Two", text + "More soon.\n"), "-o",
                       graph, "-q"})
              .status == 0);
  const std::string turtle = read_file(graph);
  CHECK_THAT(turtle, Catch::Contains("ent:agency <actor/reuters>"));
  CHECK_THAT(turtle, Catch::Contains("ent:articleCount 2"));
  CHECK_THAT(turtle, !Catch::Contains("ent:sourceCount 2"));
}

TEST_CASE("explain shows denials against what they deny", "[cli]") {
  const ScratchFolder folder;
  const std::string graph = save(folder, "g.trig", graph_of_articles({"a"}));
  const CommandResult result = run_entente({"explain", graph, "Belarus", "Ukraine"});
  CHECK(result.status == 0);
  CHECK_THAT(result.out, Catch::Contains("against   “no a”"));
}

TEST_CASE("rank gives tables for people and for programs", "[cli]") {
  const ScratchFolder folder;
  const std::string graph = save(folder, "g.trig", graph_of_articles({"a"}));
  CHECK_THAT(run_entente({"rank", graph, "--by", "dependence"}).out, Catch::Contains("Russia"));
  CHECK_THAT(run_entente({"rank", graph, "--csv"}).out,
             Catch::StartsWith("rank,actor,label,type,country,pagerank\n"));
  CHECK(json::parse(run_entente({"rank", graph, "--json", "--type", "State"}).out)["by"] ==
        "pagerank");
  CHECK(run_entente({"rank", graph, "--type", "Sate"}).status == 2);
}

TEST_CASE("draw, balance and diff answer", "[cli]") {
  const ScratchFolder folder;
  const std::string a = save(folder, "a.trig", graph_of_articles({"a"}));
  const std::string b = save(folder, "b.trig", graph_of_articles({"a", "b"}));
  REQUIRE(run_entente({"draw", b, "-o", folder.path("map.svg"), "--around", "Belarus"}).status ==
          0);
  CHECK_THAT(read_file(folder.path("map.svg")), Catch::Contains("Lukashenko"));
  CHECK(run_entente({"draw", b, "-o", folder.path("map.txt")}).status == 2);
  CHECK(run_entente({"balance", b}).status == 0);
  CHECK_THAT(run_entente({"diff", a, b}).out,
             Catch::Contains("was single source, is corroborated; 1 claim more"));
  CHECK(run_entente({"diff", a, a}).out == "nothing changed\n");
}
