// SPDX-License-Identifier: ISC
#include "syntax/form_features.h"

#include "syntax/letters.h"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("forms that differ in case, digits or quotes have one key", "[syntax][features]") {
  CHECK(normalize_form("Kyiv") == "kyiv");
  CHECK(normalize_form("2,400") == "0,000");
  CHECK(normalize_form("n\u2019t") == "n't");
  CHECK(normalize_form("\u201C") == "\"");
}

TEST_CASE("features are rows of the table and differ between forms", "[syntax][features]") {
  FormFeatures one, other;
  find_features("Lukashenko", 1000, one);
  find_features("Lukashenka", 1000, other);
  CHECK(one.grams.size() == 10 + 9 + 8);
  CHECK(one.single.size() == 4 + 3 + 1);
  CHECK(one.single != other.single);
  for (const std::uint32_t row : one.grams) CHECK(row < 1000);
}

TEST_CASE("letters change case without a locale", "[syntax][features]") {
  CHECK(to_lower("ŻELEŃSKI") == "żeleński");
  CHECK(to_upper("Čaputová") == "ČAPUTOVÁ");
  CHECK(to_title("МОСКВА") == "Москва");
  CHECK(to_lower("ß\u2019") == "ß\u2019");
}
