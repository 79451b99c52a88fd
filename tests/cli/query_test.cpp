// SPDX-License-Identifier: ISC
#include "command.h"

#include <catch2/catch.hpp>

using namespace entente::test;

namespace {

constexpr std::string_view kGraph =
    "@prefix ent: <https://w3id.org/entente/ontology#> .\n"
    "@base <https://w3id.org/entente/> .\n"
    "<graph/actors> { <actor/A> a ent:State . <actor/B> a ent:State ; ent:iso3166 \"bbb\" . }\n"
    "<article/1> { <actor/A> a ent:State ; ent:dependsOn <actor/B> . }\n";

}  // namespace

TEST_CASE("query answers over all graphs, with our prefixes known", "[query]") {
  const ScratchFolder folder;
  const std::string graph = folder.write("g.trig", kGraph);
  const CommandResult result =
      run_entente({"query", graph, "SELECT ?s { ?s a ent:State } ORDER BY ?s"});
  CHECK(result.err == "");
  CHECK(result.status == 0);
  CHECK(result.out == "s\n---------\n<actor/A>\n<actor/B>\n");
  const CommandResult plain =
      run_entente({"query", graph, "ASK { ?s a ent:State }", "--plain-default-graph"});
  CHECK(plain.out == "false\n");
}

TEST_CASE("query reads a file and a snapshot, and writes other formats", "[query]") {
  const ScratchFolder folder;
  const std::string graph = folder.write("g.trig", kGraph);
  const std::string query = folder.write("q.rq", "SELECT ?x { <actor/A> ent:dependsOn ?x }");
  CHECK(run_entente({"convert", graph, folder.path("g.ekg")}).status == 0);
  CHECK(run_entente({"query", folder.path("g.ekg"), query, "--format", "csv"}).out ==
        "x\r\nhttps://w3id.org/entente/actor/B\r\n");
  const CommandResult made =
      run_entente({"query", graph, "CONSTRUCT WHERE { ?a ent:dependsOn ?b }", "-f", "nt"});
  CHECK(made.out ==
        "<https://w3id.org/entente/actor/A> <https://w3id.org/entente/ontology#dependsOn> "
        "<https://w3id.org/entente/actor/B> .\n");
}

TEST_CASE("query points at the fault of a query", "[query][errors]") {
  const ScratchFolder folder;
  const std::string graph = folder.write("g.trig", kGraph);
  const CommandResult result = run_entente({"query", graph, "SELECT ?x { ?x nato:p ?y }"});
  CHECK(result.status == 2);
  CHECK(result.err ==
        "query:1:16: error: found the prefix \"nato:\", expected one that PREFIX declares before\n"
        "  SELECT ?x { ?x nato:p ?y }\n"
        "                 ^\n");
}

TEST_CASE("query knows what was meant, and refuses before it asks", "[query][errors]") {
  const ScratchFolder folder;
  const std::string graph = folder.write("g.trig", kGraph);
  const auto error = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"query", graph});
    return run_entente(arguments).err;
  };
  CHECK(error({"contestd"}).find("did you mean \"contested\"?") != std::string::npos);
  CHECK(error({"SELECT (STRLN(?x) AS ?y) {}"}).find("did you mean \"STRLEN\"?") !=
        std::string::npos);
  CHECK(error({"SELECT (COUNT(?x) AS ?n) ?y { ?x ?y ?z }"}).find("query:1:26: ") == 0);
  CHECK(error({"ASK {}", "--format", "ttl"}) ==
        "error: a query for rows has no format \"ttl\", expected table, json, xml, csv or tsv\n");
}

TEST_CASE("query ends with a message at its limits", "[query][errors]") {
  const ScratchFolder folder;
  std::string lines;
  for (int i = 0; i < 2000; ++i) lines += "<s:" + std::to_string(i) + "> <p:p> <o:o> .\n";
  const CommandResult result =
      run_entente({"query", folder.write("g.nt", lines),
                   "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "--memory-mb", "10"});
  CHECK(result.status == 2);
  CHECK(result.err.find("more than 10 MB") != std::string::npos);
}

TEST_CASE("every question that comes along runs", "[query]") {
  const ScratchFolder folder;
  const std::string graph = folder.write("g.trig", kGraph);
  const std::string list = run_entente({"query", "--list"}).out;
  int count = 0;
  for (std::size_t at = 0; at < list.size(); at = list.find('\n', at) + 1, ++count) {
    const std::string name = list.substr(at, list.find(' ', at) - at);
    INFO(name);
    CHECK(run_entente({"query", graph, name}).status == 0);
  }
  CHECK(count >= 15);
}

TEST_CASE("check tells what is not as the shapes want it", "[check]") {
  const ScratchFolder folder;
  const std::string graph = folder.write("g.trig", kGraph);
  const std::string shapes = folder.write("shapes.ttl", R"(
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ent: <https://w3id.org/entente/ontology#> .
[] a sh:NodeShape ; sh:targetClass ent:State ;
  sh:property [ sh:path ent:iso3166 ; sh:pattern "^[A-Z]{3}$" ; sh:message "three capitals are expected" ] .)");
  const CommandResult result =
      run_entente({"check", graph, "--shapes", shapes, "--report", folder.path("report.ttl")});
  CHECK(result.status == 1);
  CHECK(result.out.find("violation: <actor/B> ent:iso3166 \"bbb\": three capitals are expected") !=
        std::string::npos);
  CHECK(read_file(folder.path("report.ttl")).find("PatternConstraintComponent") !=
        std::string::npos);
}

TEST_CASE("check refuses shapes that it does not understand", "[check][errors]") {
  const ScratchFolder folder;
  const std::string graph = folder.write("g.trig", kGraph);
  const std::string shapes = folder.write("shapes.ttl",
                                          "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
                                          "[] a sh:NodeShape ; sh:targetNode <s:s> ;\n"
                                          "  sh:sparql [] .");
  const CommandResult result = run_entente({"check", graph, "--shapes", shapes});
  CHECK(result.status == 2);
  CHECK(result.err.find("shapes.ttl:3:13: error: found sh:sparql, which is not supported") !=
        std::string::npos);
}
