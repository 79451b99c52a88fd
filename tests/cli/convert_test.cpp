// SPDX-License-Identifier: ISC
#include "command.h"

#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

using namespace entente::test;

namespace {
constexpr std::string_view kTurtle =
    "@prefix ex: <http://example.org/> .\n"
    "ex:s ex:p [ ex:q ( 1 \"2\"@en ) ] , 007 , _:shared . ex:t ex:p _:shared .\n";
}

TEST_CASE("convert goes round all formats without loss", "[convert]") {
  const ScratchFolder folder;
  const std::string first = folder.write("a.ttl", kTurtle);
  for (const auto& [from, to] : {std::pair{"a.ttl", "b.trig"},
                                 {"b.trig", "c.nq"},
                                 {"c.nq", "d.nt"},
                                 {"d.nt", "e.ttl"},
                                 {"e.ttl", "f.ttl"},
                                 {"a.ttl", "g.ttl"}}) {
    CHECK(run_entente({"convert", folder.path(from), folder.path(to)}).status == 0);
  }
  const std::string triples = read_file(folder.path("d.nt"));
  CHECK(std::count(triples.begin(), triples.end(), '\n') == 9);
  CHECK(triples.find("\"007\"^^<http://www.w3.org/2001/XMLSchema#integer>") != std::string::npos);
  CHECK(read_file(folder.path("e.ttl")) == read_file(folder.path("f.ttl")));
  CHECK(read_file(folder.path("g.ttl")).find("_:") != std::string::npos);
}

TEST_CASE("convert reads standard input and writes standard output", "[convert]") {
  const CommandResult result = run_entente({"convert", "--from", "ttl", "--to", "nt", "-", "-"},
                                           "<http://a/s> <http://a/p> <o> .");
  CHECK(result.status == 0);
  CHECK(result.out == "<http://a/s> <http://a/p> <https://w3id.org/entente/o> .\n");
}

TEST_CASE("convert nests blank nodes that are used once, and loses none", "[convert]") {
  const ScratchFolder folder;
  for (const std::string_view triples :
       {"_:a <a:p> \"x\" .\n", "_:a <a:p> _:b .\n_:b <a:p> _:a .\n", "_:a <a:p> _:a .\n",
        "_:a <a:p> _:b .\n_:b <a:q> \"x\" .\n<a:s> <a:p> _:c .\n"}) {
    folder.write("a.nt", triples);
    CHECK(run_entente({"convert", folder.path("a.nt"), folder.path("b.ttl")}).status == 0);
    CHECK(run_entente({"convert", folder.path("b.ttl"), folder.path("c.nt")}).status == 0);
    const std::string back = read_file(folder.path("c.nt"));
    CHECK(std::count(back.begin(), back.end(), '\n') ==
          std::count(triples.begin(), triples.end(), '\n'));
  }
}

TEST_CASE("convert gives back what a snapshot holds", "[convert]") {
  const ScratchFolder folder;
  for (const std::string_view quads :
       {"<a:s> <a:p> \"x\"@en .\n<a:s> <a:q> <a:o> .\n",
        "<a:s> <a:p> <a:o> <a:g> .\n_:b <a:p> \"x\\n\" <a:g> .\n<a:s> <a:p> <a:o> <a:h> .\n"}) {
    const std::string lines = folder.write("a.nq", quads);
    const std::string snapshot = folder.path("a.ekg"), back = folder.path("b.nq");
    CHECK(run_entente({"convert", "--from", "nq", "-", snapshot}, quads).status == 0);
    CHECK(run_entente({"convert", snapshot, back}).status == 0);
    CHECK(read_file(back) == quads);
    CHECK(run_entente({"convert", lines, snapshot}).status == 0);
    CHECK(run_entente({"convert", snapshot, folder.path("c.ttl")}).status == 0);
  }
}

TEST_CASE("convert leaves no file behind at a syntax error", "[convert]") {
  const ScratchFolder folder;
  const std::string bad = folder.write("a.ttl", "<http://a/s> <http://a/p> \"x\" .\n<b> oops");
  const CommandResult result = run_entente({"convert", bad, folder.path("b.nt")});
  CHECK(result.status == 2);
  CHECK(result.err.find(bad + ":2:") == 0);
  CHECK(!std::filesystem::exists(folder.path("b.nt")));
}

TEST_CASE("convert tells what it cannot read or write", "[convert]") {
  const ScratchFolder folder;
  const std::string good = folder.write("a.ttl", kTurtle);
  CHECK(run_entente({"convert", good, folder.path("b.xml")}).err ==
        folder.path("b.xml") +
            ": error: unknown extension, expected .ttl, .trig, .nt, .nq, .ekg, .jsonld, .graphml, "
            ".gexf, .nodes.csv or .edges.csv (or say --to)\n");
  CHECK(run_entente({"convert", folder.path("none.ttl"), folder.path("b.nt")}).status == 2);
  const CommandResult full = run_entente({"convert", "--to", "nt", good, "/dev/full"});
  CHECK(full.status == 2);
  CHECK(full.err.find("No space left on device") != std::string::npos);
}
