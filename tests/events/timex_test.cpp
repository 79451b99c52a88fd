// SPDX-License-Identifier: ISC
#include "events/timex.h"

#include "events/quantity.h"

#include <sstream>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::string values(const std::string& text, std::optional<Date> published = Date{2022, 8, 5}) {
  Sentence sentence;
  std::istringstream in(text);
  Word word;
  while (in >> word.form) {
    word.lemma = word.form;
    word.head = sentence.words.empty() ? 0 : 1;
    word.deprel = "dep";
    sentence.words.push_back(word);
  }
  std::string out;
  for (const Timex& t : find_timexes(sentence, published))
    out += (out.empty() ? "" : " ") + t.value;
  return out;
}

}  // namespace

TEST_CASE("time expressions are read against the day of publication", "[events]") {
  const auto [text, value] = GENERATE(table<std::string, std::string>({
      {"on 24 February 2022", "2022-02-24"},
      {"on February 24 , 2022", "2022-02-24"},
      {"on 24 July", "2022-07-24"},
      {"on Friday", "2022-08-05"},
      {"on Wednesday", "2022-08-03"},
      {"last month", "2022-07"},
      {"last year", "2021"},
      {"in May", "2022-05"},
      {"in November", "2021-11"},
      {"in late February", "2022-02"},
      {"since autumn 2021", "2021-FA"},
      {"yesterday", "2022-08-04"},
      {"three days ago", "2022-08-02"},
      {"last week", "2022-W30"},
      {"in the third quarter of 2009", "2009-Q3"},
      {"in 2020", "2020"},
      {"they may meet", ""},
      {"in spring", "2022-SP"},
      {"now", "PRESENT_REF"},
      {"recently", "PAST_REF"},
  }));
  CHECK(values(text) == value);
}

TEST_CASE("without a day of publication nothing is invented", "[events]") {
  CHECK(values("on Friday last month", {}).empty());
  CHECK(values("on 24 February 2022", {}) == "2022-02-24");
}

TEST_CASE("late narrows the days of a month", "[events]") {
  Sentence sentence;
  for (const char* form : {"late", "February"}) {
    Word word;
    word.form = word.lemma = form;
    word.head = sentence.words.empty() ? 0 : 1;
    sentence.words.push_back(word);
  }
  const auto found = find_timexes(sentence, Date{2022, 8, 5});
  REQUIRE(found.size() == 1);
  CHECK(found[0].days.value() == DateInterval{{2022, 2, 20}, {2022, 2, 28}});
}

TEST_CASE("numbers are read as written", "[events]") {
  CHECK(parse_number("120,000")->low == 120000);
  CHECK(parse_number("dozens")->high == 99);
  CHECK_FALSE(parse_number("troops"));
}
