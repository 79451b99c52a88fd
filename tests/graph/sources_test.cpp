// SPDX-License-Identifier: ISC
#include "graph/sources.h"

#include "example_graph.h"
#include "graph/sketch.h"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

// Words that do not repeat: w<from> ... w<to>.
std::string words(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += "w" + std::to_string(i) + " ";
  return text;
}

ArticleRecord article(const std::string& name, const std::string& text, Date date,
                      std::string publisher) {
  ArticleRecord made = example::article(name, date, std::move(publisher));
  made.sketch = make_sketch(text);
  return made;
}

}  // namespace

TEST_CASE("a sketch ignores case and punctuation", "[sources]") {
  CHECK(make_sketch("One two, three: four five six.") ==
        make_sketch("one TWO three four five six"));
  CHECK(make_sketch("too short a text").empty());
}

TEST_CASE("a text that holds most of a shorter one carries the same text", "[sources]") {
  const auto agency = make_sketch(words(0, 300));
  CHECK(same_text(agency, make_sketch(words(0, 300) + words(1000, 1100))));
  CHECK(same_text(agency, make_sketch(words(0, 250))));
  CHECK_FALSE(same_text(agency, make_sketch(words(270, 600))));
  CHECK_FALSE(same_text(agency, make_sketch("")));
}

TEST_CASE("containment is estimated within a tenth", "[sources]") {
  const auto whole = make_sketch(words(0, 2000));
  CHECK(containment(whole, make_sketch(words(1000, 3000))) == Approx(0.5).margin(0.1));
  CHECK(containment(whole, whole) == 1.0);
}

TEST_CASE("ten outlets that carry one text are one source, the earliest", "[sources]") {
  std::vector<ArticleRecord> articles;
  for (int i = 0; i < 10; ++i) {
    articles.push_back(article("copy" + std::to_string(i), words(i, 400), {2022, 7, 10 - i},
                               "Outlet " + std::to_string(i)));
  }
  articles.push_back(article("other", words(5000, 5400), {2022, 7, 1}, "Another"));
  const std::vector<std::string> sources = independent_sources(articles);
  for (int i = 0; i < 10; ++i) CHECK(sources[static_cast<std::size_t>(i)] == "publisher:Outlet 9");
  CHECK(sources[10] == "publisher:Another");
}

TEST_CASE("an agency that one copy names is the source of all", "[sources]") {
  std::vector<ArticleRecord> articles = {article("a", words(0, 300), {2022, 7, 1}, "The Daily"),
                                         article("b", words(0, 280), {2022, 7, 2}, "The Weekly")};
  articles[1].agency = "reuters";
  CHECK(independent_sources(articles) == std::vector<std::string>(2, "agency:reuters"));
}
