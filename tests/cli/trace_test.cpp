// SPDX-License-Identifier: ISC
#include "command.h"

#include <catch2/catch.hpp>

using namespace entente::test;

TEST_CASE("a trace names the words, the lexicon entry and the path in the tree", "[build]") {
  const ScratchFolder folder;
  const std::string article = folder.write("a.txt", "Russian troops attacked Ukraine.\n");
  const std::string trace = folder.path("trace.txt");
  REQUIRE(
      run_entente({"build", article, "-o", folder.path("g.nt"), "--trace", trace, "-q"}).status ==
      0);
  const std::string text = read_file(trace);
  CHECK(text.rfind("a.txt:0-", 0) == 0);
  CHECK(text.find("“Russian troops attacked Ukraine") != std::string::npos);
  CHECK(text.find("ASSAULT: Russian troops (russian-armed-forces) → Ukraine (UKR); "
                  "Affirmed, Actual;") != std::string::npos);
  CHECK(text.find("verb:attack · nsubj(attack,troops)") != std::string::npos);
}

TEST_CASE("a trace that cannot be written is told before the work begins", "[build]") {
  const ScratchFolder folder;
  const std::string article = folder.write("a.txt", "Russian troops attacked Ukraine.\n");
  const std::string trace = folder.path("none/trace.txt"), graph = folder.path("g.nt");
  const CommandResult result = run_entente({"build", article, "-o", graph, "--trace", trace});
  CHECK(result.status == 2);
  CHECK(result.err.find("none/trace.txt") != std::string::npos);
  CHECK(read_file(graph).empty());
}
