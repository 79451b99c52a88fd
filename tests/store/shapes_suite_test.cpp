// SPDX-License-Identifier: ISC
// Runs tests/suites/shapes; see its README.
#include "rdf/file_text.h"
#include "rdf/read_graph.h"
#include "rdf/triple_table.h"
#include "store/check_graph.h"
#include "store/load_store.h"
#include "store/shapes.h"
#include "store/validate.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace entente;
using namespace entente::store;

namespace {

const std::filesystem::path kSuite = ENTENTE_ROOT "/tests/suites/shapes";

struct Case {
  std::string text;  // of the changed graph
  std::vector<std::string> expected;
};

std::vector<std::string> split(const std::string& text, const std::string& at) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(at, from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + at.size();
  }
  std::ranges::sort(parts);
  return parts;
}

std::vector<Case> read_cases(const std::string& file) {
  const std::string good = rdf::read_file_text(kSuite / "good.trig");
  std::vector<Case> cases;
  std::istringstream in(rdf::read_file_text(kSuite / file));
  std::string line, old_text, new_text;
  while (std::getline(in, line)) {
    if (line.starts_with("- ")) old_text = line.substr(2);
    if (line.starts_with("+ ")) new_text = line.substr(2);
    if (!line.starts_with("= ")) continue;
    const std::size_t at = good.find(old_text);
    INFO(old_text);
    REQUIRE(at != std::string::npos);
    Case made{good, split(line.substr(2), "; ")};
    made.text.replace(at, old_text.size(), new_text);
    cases.push_back(std::move(made));
  }
  return cases;
}

std::string local_name(const std::string& iri) {
  const std::size_t cut = iri.find_last_of("/#");
  const std::string local = iri.substr(cut == std::string::npos ? 0 : cut + 1);
  return local.substr(0, local.find('>'));
}

std::vector<std::string> findings(const std::string& trig) {
  StoreBuilder builder;
  const auto fault = builder.add_text(trig, rdf::Format::TriG, {});
  if (fault) FAIL(to_string(*fault));
  const auto data = builder.build();
  const Shapes shapes = load_shapes(rdf::read_triple_table({ENTENTE_ROOT "/ontology/shapes.ttl"}));
  std::vector<std::string> found;
  for (const Violation& v : validate(*data, shapes).violations) {
    const bool blank = v.focus.kind == rdf::TermKind::BlankNode;
    const std::string path = v.shape->is_property ? local_name(to_string(v.shape->path)) : "";
    found.push_back(fmt::format("{} {} {}", to_string(v.component),
                                blank ? "-" : local_name(v.focus.value), path));
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace

TEST_CASE("a good graph conforms to the shapes and to its own numbers", "[shapes]") {
  const std::string good = rdf::read_file_text(kSuite / "good.trig");
  CHECK(findings(good).empty());
  CHECK(check_graph(rdf::read_graph_text(good, rdf::Format::TriG, "good.trig").graph).empty());
}

TEST_CASE("each broken graph is found out, and for nothing else", "[shapes]") {
  const auto cases = read_cases("broken.txt");
  CHECK(cases.size() >= 20);
  for (const Case& broken : cases) {
    const auto found = findings(broken.text);
    CHECK(found == broken.expected);
  }
}

TEST_CASE("numbers that do not follow from the claims are found out", "[check]") {
  for (const Case& broken : read_cases("checks.txt")) {
    const auto file = rdf::read_graph_text(broken.text, rdf::Format::TriG, "broken.trig");
    std::vector<std::string> found;
    for (const GraphFault& fault : check_graph(file.graph)) {
      found.push_back(fmt::format("{}/{}: {}", fault.kind, fault.id, fault.message));
    }
    std::ranges::sort(found);
    CHECK(found == broken.expected);
  }
}

TEST_CASE("quotes are compared with the text of the article", "[check]") {
  const std::string good = rdf::read_file_text(kSuite / "good.trig");
  const auto graph = rdf::read_graph_text(good, rdf::Format::TriG, "good.trig").graph;
  const std::string one = "0123456789Lukashenko denied that Belarus attacked Ukraine. ";
  const std::string two = "Belarus depends on Russia. The end.";
  CHECK(check_quotes(graph, graph.articles[0], one + " " + two).size() == 1);  // the hash
  const auto faults = check_quotes(graph, graph.articles[0], one + two);
  REQUIRE(faults.size() == 3);
  CHECK(faults[0].message == "found another text than the graph was built from");
  CHECK(faults[2].message ==
        "found the quote \"Belarus depends on Russia\", but the article has \"elarus depends on "
        "Russia.\" there");
}
