// SPDX-License-Identifier: ISC
#include "syntax/irregular_forms.h"

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

TEST_CASE("regular forms may come from several bases", "[syntax][lemma]") {
  using Bases = std::vector<std::string>;
  CHECK(regular_bases("barring") == Bases{"barr", "barre", "bar"});
  CHECK(regular_bases("denied") == Bases{"deni", "denie", "deny"});
  CHECK(regular_bases("mimicking") == Bases{"mimick", "mimicke", "mimic"});
  CHECK(regular_bases("said").empty());
}
