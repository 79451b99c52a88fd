// SPDX-License-Identifier: ISC
#include "command.h"
#include "rdf/read_graph.h"
#include "rdf/write_graph.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

TEST_CASE("a graph that was built is read back and written again as it was", "[build]") {
  const ScratchFolder folder;
  const std::vector<std::string> names = {"g.ttl", "g.trig", "g.nt", "g.nq"};
  std::vector<std::string> command = {"build", "--quiet", "samples"};
  for (const std::string& name : names) {
    command.push_back("-o");
    command.push_back(folder.path(name));
  }
  REQUIRE(run_entente(command).status == 0);
  const KnowledgeGraph first = rdf::read_graph(folder.path(names[0])).graph;
  CHECK(first.claims.size() > 20);
  for (const std::string& name : names) {
    const rdf::GraphFile file = rdf::read_graph(folder.path(name));
    CHECK(file.graph == first);
    std::string again;
    rdf::write_graph(file.graph, *rdf::format_of(name), file.base,
                     [&](std::string_view bytes) { again += bytes; });
    CHECK(again == read_file(folder.path(name)));
  }
}
