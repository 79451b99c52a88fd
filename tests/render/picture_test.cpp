// SPDX-License-Identifier: ISC
#include "render/picture.h"

#include "example_graph.h"
#include "render/dot_text.h"
#include "render/graphviz.h"

#include <thread>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::example;

namespace {

using Said = ClaimBuilder;

Picture picture_of(const KnowledgeGraph& graph, const PictureOptions& options = {}) {
  Weights weights;
  weights.types["dependsOn"] = {
      Sign::Cooperation,  0.8, Dependence::OfInitiator, 0.9, false, "depends on",
      "is depended on by"};
  weights.types["ASSAULT"] = {Sign::Conflict, 0.9, Dependence::None, 0, false, "attacks", ""};
  return make_picture(graph, weights, options);
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("text from articles cannot end its string in DOT", "[picture]") {
  CHECK(dot_string("a\"b\\c") == R"("a\"b\\c")");
  CHECK(dot_string("\\N & \x01") == R"("\\N &amp; ")");
  CHECK(dot_html("<b>&\"") == "&lt;b&gt;&amp;&quot;");
}

TEST_CASE("only web addresses become links", "[picture]") {
  CHECK(safe_url("https://example.org/a?b=c") == "https://example.org/a?b=c");
  CHECK(safe_url("javascript:alert(1)").empty());
  CHECK(safe_url("https://example.org/\"onclick=").empty());
  CHECK(safe_url("").empty());
}

TEST_CASE("claims of one kind between two are one line", "[picture]") {
  const KnowledgeGraph graph = graph_of({Said("a", "ASSAULT", "RUS", "UKR").on({2022, 7, 1}),
                                         Said("b", "ASSAULT", "RUS", "UKR").on({2022, 8, 1}),
                                         Said("a", "AID", "BLR", "RUS")});
  CHECK(count(picture_of(graph).dot, "\"RUS\" -> \"UKR\"") == 1);
}

TEST_CASE("how far a tie may be relied on shows in its line", "[picture]") {
  const auto line = [](std::vector<ClaimRecord> claims) {
    return picture_of(graph_of(claims)).dot;
  };
  const auto said = [](const char* in) { return Said(in, "dependsOn", "BLR", "RUS"); };
  CHECK(count(line({said("a")}), "style=dashed") == 1);
  CHECK(count(line({said("a"), said("b")}), "style=dashed") == 0);
  CHECK(count(line({said("a").as(Modality::Planned)}), "style=dotted") == 1);
  CHECK(count(line({said("a"), said("b").denied()}), ":white:") == 1);
  CHECK(count(line({said("a").denied()}), "arrowhead=odot") == 1);
}

TEST_CASE("a picture keeps to its number of actors and says what it leaves out", "[picture]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "ASSAULT", "RUS", "UKR"), Said("a", "dependsOn", "BLR", "RUS")});
  const Picture picture = picture_of(graph, {.top = 2});
  CHECK(picture.actors == 2);
  CHECK(picture.left_out_actors == 1);
  CHECK_THAT(picture.dot, Catch::Contains("left out for room: 1 actor"));
}

TEST_CASE("around an actor there is only what is near", "[picture]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "ASSAULT", "RUS", "UKR"), Said("a", "dependsOn", "BLR", "RUS")});
  const Picture near = picture_of(graph, {.around = actor_number(graph, "BLR"), .steps = 1});
  CHECK(near.dot.find("\"UKR\"") == std::string::npos);
  CHECK(near.dot.find("\"RUS\"") != std::string::npos);
}

TEST_CASE("of too many around an actor those stay that are most strongly tied to it", "[picture]") {
  const KnowledgeGraph graph = graph_of(
      {Said("a", "dependsOn", "BLR", "RUS"), Said("b", "dependsOn", "BLR", "RUS"),
       Said("a", "dependsOn", "BLR", "UKR"), Said("a", "ASSAULT", "russian-armed-forces", "UKR"),
       Said("b", "ASSAULT", "russian-armed-forces", "UKR")});
  const Picture near = picture_of(graph, {.around = actor_number(graph, "BLR"), .top = 2});
  CHECK(near.dot.find("\"RUS\"") != std::string::npos);
  CHECK(near.dot.find("\"UKR\"") == std::string::npos);
  CHECK(near.left_out_actors == 2);
}

TEST_CASE("between two there is what lies on their paths, and what had no room is told",
          "[picture]") {
  const KnowledgeGraph graph = graph_of(
      {Said("a", "dependsOn", "BLR", "RUS"), Said("a", "dependsOn", "BLR", "UKR"),
       Said("a", "dependsOn", "UKR", "RUS"), Said("a", "dependsOn", "vladimir-putin", "UKR")});
  PictureOptions options;
  options.kind = Kind::Dependence;
  options.between = {*actor_number(graph, "BLR"), *actor_number(graph, "RUS")};
  const Picture all = picture_of(graph, options);
  CHECK(all.dot.find("\"UKR\"") != std::string::npos);
  CHECK(all.dot.find("\"vladimir-putin\"") == std::string::npos);
  CHECK(describe_left_out(all).empty());
  options.top = 2;
  CHECK(describe_left_out(picture_of(graph, options)) == "1 actor, weaker paths");
}

TEST_CASE("Graphviz draws hostile quotes in every format", "[picture]") {
  const KnowledgeGraph graph =
      graph_of({Said("a", "dependsOn", "BLR", "RUS")
                    .quote("\"]; evil [label=\"x\\\" <b>&amp; \\N \xE2\x80\x9C")});
  const Picture picture = picture_of(graph);
  const std::string svg = draw(picture, PictureFormat::Svg);
  CHECK_THAT(svg, Catch::Contains("</svg>"));
  CHECK_THAT(svg, !Catch::Contains("<b>"));
  CHECK(draw(picture, PictureFormat::Png).starts_with("\x89PNG"));
  CHECK(draw(picture, PictureFormat::Pdf).starts_with("%PDF"));
  CHECK(draw(picture, PictureFormat::Svg) == svg);
}

TEST_CASE("pictures can be drawn from several threads", "[picture]") {
  const Picture picture = picture_of(graph_of({Said("a", "dependsOn", "BLR", "RUS")}));
  const std::string expected = draw(picture, PictureFormat::Svg);
  std::vector<std::string> drawn(4);
  std::vector<std::thread> threads;
  for (std::string& svg : drawn) {
    threads.emplace_back([&svg, &picture] { svg = draw(picture, PictureFormat::Svg); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& svg : drawn) CHECK(svg == expected);
}
