// SPDX-License-Identifier: ISC
#include "syntax/sentence.h"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("a feature is found by its whole name", "[syntax]") {
  Word word;
  word.feats = "Case=Nom|Number=Sing|Person=3";
  CHECK(feature(word, "Number") == "Sing");
  CHECK(feature(word, "Person") == "3");
  CHECK(feature(word, "Num").empty());
}

TEST_CASE("a relation's base drops the subtype", "[syntax]") {
  CHECK(base_relation("nsubj:pass") == "nsubj");
  CHECK(base_relation("obj") == "obj");
}
