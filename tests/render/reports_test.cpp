// SPDX-License-Identifier: ISC
#include "render/reports.h"

#include "example_graph.h"
#include "render/text_layout.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::example;

namespace {

using Said = ClaimBuilder;

Weights words_for_tests() {
  Weights weights;
  weights.types["dependsOn"] = {Sign::Cooperation, 0.8,       Dependence::OfInitiator, 0.9, false,
                                "depends on",      "supports"};
  weights.types["leads"] = {Sign::Neutral, 0.9, Dependence::None, 0, true, "leads", "is led by"};
  return weights;
}

std::string explain_all(const KnowledgeGraph& graph) {
  const Weights weights = words_for_tests();
  std::vector<SituationNumber> all;
  for (SituationNumber i = 0; i < graph.situations.size(); ++i) all.push_back(i);
  return report_situations({graph, weights, {}}, all);
}

}  // namespace

TEST_CASE("text is broken at spaces and lined up under its lead", "[layout]") {
  CHECK(wrap("one two three", 9, 2) == "  one two\n  three\n");
  CHECK(wrap("one two three", 9, 4, "-") == "-   one\n    two\n    three\n");
  CHECK(wrap("äöü äöü", 7, 0) == "äöü äöü\n");
}

TEST_CASE("an article cannot steer the terminal", "[layout]") {
  CHECK(wrap("a\x1b[31mb\tc\u009bd\n e", 80, 0) == "a[31mb cd e\n");
}

TEST_CASE("a long sentence is cut around its quote, between words", "[layout]") {
  CHECK(excerpt("one two three four five six", 8, 13, 13) == "…two three…");
  CHECK(excerpt("short", 0, 5, 13) == "short");
}

TEST_CASE("a path names its steps, evidence and bottleneck", "[reports]") {
  const KnowledgeGraph graph = graph_of({Said("a", "dependsOn", "alexander-lukashenko", "RUS")
                                             .by("vladimir-putin")
                                             .quote("he depends on us")});
  const Weights weights = words_for_tests();
  PathQuestion question;
  question.from = *actor_number(graph, "BLR");
  question.to = *actor_number(graph, "RUS");
  const std::string text =
      report_paths({graph, weights, {}}, question, answer(graph, weights, question));
  CHECK_THAT(text, Catch::Contains("Belarus —is led by→ Alexander Lukashenko"));
  CHECK_THAT(text, Catch::Contains("Alexander Lukashenko —depends on→ Russia"));
  CHECK_THAT(text, Catch::Contains("“he depends on us”"));
  CHECK_THAT(text, Catch::Contains("— Vladimir Putin · Title of a · affirmed"));
  CHECK_THAT(text, Catch::Contains("Every path runs through Alexander Lukashenko."));
}

TEST_CASE("asked as of a day, a path says which steps are undated", "[reports]") {
  const Weights weights = words_for_tests();
  const auto report = [&](const KnowledgeGraph& graph) {
    PathQuestion question;
    question.from = *actor_number(graph, "BLR");
    question.to = *actor_number(graph, "RUS");
    question.ties.as_of = Date{2022, 8, 1};
    return report_paths({graph, weights, {}}, question, answer(graph, weights, question));
  };
  const Said said("a", "dependsOn", "BLR", "RUS");
  CHECK_THAT(report(graph_of({said})), Catch::Contains("single source, undated"));
  const KnowledgeGraph dated = consolidate(actors(), {article("a", Date{2022, 7, 1})}, {said});
  CHECK_THAT(report(dated), !Catch::Contains("undated"));
}

TEST_CASE("paths that are too weak are left out, but for the strongest", "[reports]") {
  const KnowledgeGraph graph = graph_of({Said("a", "dependsOn", "BLR", "RUS"),
                                         Said("b", "dependsOn", "alexander-lukashenko", "RUS")});
  const Weights weights = words_for_tests();
  PathQuestion question;
  question.from = *actor_number(graph, "BLR");
  question.to = *actor_number(graph, "RUS");
  CHECK(answer(graph, weights, question).paths.size() == 2);
  question.min_strength = 1;
  const PathAnswer found = answer(graph, weights, question);
  CHECK(found.paths.size() == 1);
  CHECK(found.left_out == 1);
  CHECK_THAT(report_paths({graph, weights, {}}, question, found),
             Catch::Contains("1 path weaker than 1.00 left out"));
}

TEST_CASE("a tie that is denied is told, though there is no path", "[reports]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "dependsOn", "BLR", "RUS").denied().by("alexander-lukashenko")});
  const Weights weights = words_for_tests();
  PathQuestion question;
  question.from = *actor_number(graph, "BLR");
  question.to = *actor_number(graph, "RUS");
  const std::string text =
      report_paths({graph, weights, {}}, question, answer(graph, weights, question));
  CHECK_THAT(text, Catch::Contains("no path"));
  CHECK_THAT(text, Catch::Contains("Belarus depends on Russia · denied"));
  CHECK_THAT(text, Catch::Contains("Alexander Lukashenko"));
}

TEST_CASE("no path is said to be none", "[reports]") {
  const KnowledgeGraph graph = graph_of({Said("a", "ASSAULT", "RUS", "UKR")});
  const Weights weights = words_for_tests();
  PathQuestion question;
  question.to = 1;
  CHECK_THAT(report_paths({graph, weights, {}}, question, answer(graph, weights, question)),
             Catch::Contains("no path"));
}

TEST_CASE("denials stand against what they deny", "[reports]") {
  const std::string text = explain_all(graph_of(
      {Said("a", "dependsOn", "BLR", "RUS").quote("it does"),
       Said("b", "dependsOn", "BLR", "RUS").denied().by("alexander-lukashenko").quote("no")}));
  CHECK_THAT(text, Catch::Contains("Belarus depends on Russia · contested"));
  CHECK_THAT(text, Catch::Contains("for       “it does”"));
  CHECK_THAT(text, Catch::Contains("against   “no”"));
  CHECK_THAT(text, Catch::Contains("Alexander Lukashenko · Title of b · denied"));
}
