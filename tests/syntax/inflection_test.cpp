// SPDX-License-Identifier: ISC
#include "syntax/inflection.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("irregular verbs have their base, with or without a prefix", "[syntax][lemma]") {
  CHECK(irregular_verb("fled", true) == "flee");
  CHECK(irregular_verb("overran", true) == "overrun");
  CHECK(irregular_verb("overthrew", false) == "overthrow");
  CHECK(irregular_verb("withheld", true) == "withhold");
  CHECK(irregular_verb("forswore", true) == "forswear");
  CHECK(irregular_verb("foresaw", true) == "foresee");
  CHECK(irregular_verb("attacked", true).empty());
}

TEST_CASE("a past form that is another verb's base needs the tag of a past form",
          "[syntax][lemma]") {
  CHECK(irregular_verb("found", true) == "find");
  CHECK(irregular_verb("found", false).empty());
  CHECK(irregular_verb("lay", true) == "lie");
  CHECK(irregular_verb("lay", false).empty());
  CHECK(irregular_verb("rebound", false).empty());
}

TEST_CASE("regular forms may come from several stems", "[syntax][lemma]") {
  const auto has = [](std::string_view form, std::string_view stem) {
    const std::vector<std::string> stems = stems_of(form);
    return std::find(stems.begin(), stems.end(), stem) != stems.end();
  };
  CHECK(has("shelled", "shell"));
  CHECK(has("barring", "bar"));
  CHECK(has("provoking", "provoke"));
  CHECK(has("denied", "deny"));
  CHECK(has("denies", "deny"));
  CHECK(has("mimicking", "mimic"));
  CHECK_FALSE(has("shelled", "shelf"));
  CHECK(stems_of("hit").empty());
}

TEST_CASE("regular forms have a base where the spelling leaves one", "[syntax][lemma]") {
  struct Case {
    std::string_view form, base;
  };
  const Case cases[] = {
      {"drizzling", "drizzle"},
      {"plodding", "plod"},
      {"stared", "stare"},
      {"starred", "star"},
      {"shining", "shine"},
      {"preceding", "precede"},
      {"proceeding", "proceed"},
      {"freeing", "free"},
      {"freed", "free"},
      {"mimicking", "mimic"},
      {"died", "die"},
      {"rallied", "rally"},
      {"devastated", "devastate"},
      {"greeted", "greet"},
      {"added", "add"},
      {"creating", ""},
      {"instituting", "institute"},
      {"invading", "invade"},
      {"visited", ""},
      {"admired", ""},
      {"bring", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.form);
    CHECK(regular_verb(c.form) == c.base);
  }
}

TEST_CASE("irregular plurals have their singular, or none", "[syntax][lemma]") {
  CHECK(irregular_noun("wolves") == "wolf");
  CHECK(irregular_noun("calories") == "calorie");
  CHECK(irregular_noun("crises") == "crisis");
  CHECK(irregular_noun("surroundings") == "surroundings");
  CHECK(irregular_noun("armies").empty());
  CHECK(irregular_noun("wolf").empty());
}
