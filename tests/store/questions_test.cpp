// SPDX-License-Identifier: ISC
// Asks queries/*.rq of tests/suites/questions; see its README.
#include "rdf/file_text.h"
#include "store/evaluate.h"
#include "store/load_store.h"
#include "store/parse_query.h"
#include "store/write_results.h"

#include <filesystem>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::store;

TEST_CASE("the questions that come along have the answers that were read by hand", "[questions]") {
  const std::filesystem::path suite = ENTENTE_ROOT "/tests/suites/questions";
  const std::filesystem::path data[] = {suite / "graph.trig"};
  const auto store = load_store(data);
  QueryOptions options;
  options.union_default_graph = true;
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_ROOT "/queries")) {
    INFO(entry.path());
    const auto parsed = parse_query(rdf::read_file_text(entry.path()), entry.path().string());
    if (const auto* fault = std::get_if<Diagnostic>(&parsed)) FAIL(to_string(*fault));
    const auto answer = suite / entry.path().filename().replace_extension(".tsv");
    REQUIRE(std::filesystem::exists(answer));
    CHECK(write_tsv(evaluate(*store, std::get<Query>(parsed), options)) ==
          rdf::read_file_text(answer));
    ++count;
  }
  CHECK(count >= 15);
}
