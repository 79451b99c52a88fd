// SPDX-License-Identifier: ISC
#include "graph/sources.h"

#include "example_graph.h"
#include "graph/sketch.h"

#include <algorithm>
#include <map>
#include <set>

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

TEST_CASE("an agency that publishes itself is the source of what others have from it",
          "[sources]") {
  std::vector<ArticleRecord> articles = {article("a", words(0, 300), {2022, 7, 1}, "TASS"),
                                         article("b", words(500, 800), {2022, 7, 2}, "The Weekly")};
  articles[1].agency = "tass";
  Actor tass = example::actor("tass", ActorType::Media);
  tass.label = "TASS";
  CHECK(independent_sources(articles, std::vector{tass}) ==
        std::vector<std::string>(2, "agency:tass"));
}

TEST_CASE("copies among many articles are found, and nothing else is", "[sources]") {
  constexpr int kTexts = 400, kCopies = 50, kWords = 300;
  std::vector<ArticleRecord> articles;
  for (int text = 0; text < kTexts; ++text) {
    // All end in a site's stock phrase; the first text is carried by many, cut at different places.
    const std::string stock = words(10'000'000, 10'000'012);
    for (int copy = 0; copy < (text == 0 ? kCopies : 1 + text % 2); ++copy) {
      const std::string name = std::to_string(text) + "-" + std::to_string(copy);
      articles.push_back(
          article(name, words(text * kWords + copy % 7, text * kWords + kWords - copy) + stock,
                  {2022, 7, 1}, "Outlet " + name));
    }
  }
  std::ranges::sort(articles, {}, &ArticleRecord::id);
  const std::vector<std::string> sources = independent_sources(articles);
  std::map<std::string, std::set<std::string>> sources_of;  // by text
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::string& name = articles[i].input_id;
    sources_of[name.substr(0, name.find('-'))].insert(sources[i]);
  }
  std::set<std::string> all;
  for (const auto& [text, some] : sources_of) {
    CHECK(some.size() == 1);
    all.insert(some.begin(), some.end());
  }
  CHECK(all.size() == kTexts);
}
