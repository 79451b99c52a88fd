// SPDX-License-Identifier: ISC
#include "syntax/lemma_rule.h"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("a lemma rule turns its form into its lemma", "[syntax][lemma]") {
  struct Case {
    std::string form, lemma, rule;
  };
  const Case cases[] = {
      {"troops", "troop", "l1"},
      {"Denied", "deny", "l3y"},
      {"said", "say", "l2y"},
      {"Minsk", "Minsk", "k0"},
      {"were", "be", "=be"},
      {"n't", "not", "l2ot"},
      {"Americans", "American", "k1"},
      {"thought", "think", "l5ink"},
      {"US", "US", "k0"},
      {"Bundesländer", "Bundesland", "k5and"},
  };
  for (const Case& one : cases) {
    CHECK(lemma_rule(one.form, one.lemma) == one.rule);
    CHECK(apply_lemma_rule(one.rule, one.form) == one.lemma);
  }
}

TEST_CASE("a rule works on forms it was not made from", "[syntax][lemma]") {
  CHECK(apply_lemma_rule("l3y", "Allied") == "ally");
  CHECK(apply_lemma_rule("l2ot", "N\u2019T") == "not");
}

TEST_CASE("a form too short for its rule stays as it is", "[syntax][lemma]") {
  CHECK(apply_lemma_rule("l3y", "ed") == "ed");
  CHECK(apply_lemma_rule("", "ed") == "ed");
}
