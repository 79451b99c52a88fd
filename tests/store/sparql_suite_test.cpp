// SPDX-License-Identifier: ISC
// Runs tests/suites/sparql; see its README.
#include "rdf/file_text.h"
#include "rdf/isomorphic.h"
#include "store/evaluate.h"
#include "store/load_store.h"
#include "store/parse_query.h"
#include "store/write_results.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace entente;
using namespace entente::store;

namespace {

const std::filesystem::path kSuite = ENTENTE_ROOT "/tests/suites/sparql";

std::vector<std::string> lines_of(const std::string& text, bool sorted) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  if (sorted && lines.size() > 1) std::sort(lines.begin() + 1, lines.end());
  return lines;
}

std::vector<rdf::Quad> read_turtle(const std::filesystem::path& path) {
  std::vector<rdf::Quad> quads;
  const auto fault = rdf::read_rdf(rdf::read_file_text(path), rdf::Format::Turtle, {},
                                   [&](const rdf::Quad& quad, rdf::Position) {
                                     quads.push_back(quad);
                                     return true;
                                   });
  REQUIRE_FALSE(fault);
  return quads;
}

}  // namespace

TEST_CASE("queries of the suite give the answers that stand beside them", "[sparql]") {
  const std::filesystem::path data[] = {kSuite / "data.trig"};
  const auto store = load_store(data);
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kSuite)) {
    auto path = entry.path();
    if (path.extension() != ".rq") continue;
    ++count;
    INFO(path.filename());
    const std::string text = rdf::read_file_text(path);
    const auto parsed = parse_query(text);
    if (const auto* fault = std::get_if<Diagnostic>(&parsed)) FAIL(to_string(*fault));
    const QueryResult result = evaluate(*store, std::get<Query>(parsed));
    if (path.replace_extension(".tsv"); std::filesystem::exists(path)) {
      const bool in_any_order = text.find("ORDER BY ?") == text.npos;
      CHECK(lines_of(write_tsv(result), in_any_order) ==
            lines_of(rdf::read_file_text(path), in_any_order));
    } else {
      CHECK(rdf::isomorphic(result.triples, read_turtle(path.replace_extension(".ttl"))));
    }
  }
  CHECK(count > 20);
}

TEST_CASE("faulty queries are refused with the place, what was found and expected",
          "[sparql][errors]") {
  std::istringstream in(rdf::read_file_text(kSuite / "faults.txt"));
  std::string line, query;
  std::getline(in, line);  // what the file is
  while (std::getline(in, line)) {
    if (line == "---") {
      query.clear();
    } else if (line.starts_with("== ")) {
      query.pop_back();
      const auto parsed = parse_query(query, "q");
      INFO(query);
      REQUIRE(std::holds_alternative<Diagnostic>(parsed));
      CHECK(to_string(std::get<Diagnostic>(parsed)) == "q:" + line.substr(3));
    } else {
      query += line + "\n";
    }
  }
}
