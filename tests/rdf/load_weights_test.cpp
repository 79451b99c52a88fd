// SPDX-License-Identifier: ISC
#include "rdf/load_weights.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::rdf;

namespace {

Weights read(const std::string& body) {
  return read_weights(read_triple_table_text(
      "@prefix ent: <https://w3id.org/entente/ontology#> .\n" + body, "weights.ttl"));
}

std::string complaint(const std::string& body) {
  try {
    read(body);
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("the shipped weights can be read and cover all of PLOVER", "[weights]") {
  const Weights weights = load_weights(ENTENTE_ROOT "/ontology/weights.ttl");
  for (const char* type :
       {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
        "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}) {
    CHECK(weights.types.contains(type));
  }
  for (const auto& [type, weight] : weights.types) {
    CAPTURE(type);
    CHECK_FALSE(weight.says.empty());
    CHECK_FALSE(weight.says_back.empty());
  }
}

TEST_CASE("an action weighs before its type, an unlisted type as another", "[weights]") {
  const Weights weights = read(
      "[] a ent:Weight ; ent:weighs ent:Assault ; ent:sign ent:Conflict ; ent:strength 0.9 .\n"
      "[] a ent:Weight ; ent:weighs ent:Airstrike ; ent:sign ent:Conflict ; ent:strength 0.7 .\n"
      "[] a ent:Weight ; ent:weighs ent:OtherType ; ent:sign ent:Neutral ; ent:strength 0.2 .\n");
  CHECK(weights.of("ASSAULT", "Airstrike").strength == 0.7);
  CHECK(weights.of("ASSAULT", "Shelling").strength == 0.9);
  CHECK(weights.of("flatters").strength == 0.2);
}

TEST_CASE("a mistake in the weights is told with its place", "[weights]") {
  CHECK(complaint(
            "[] a ent:Weight ; ent:weighs ent:Aid ;\n  ent:sign ent:Friendly ; ent:strength 1 .")
            .starts_with("weights.ttl:3:"));
  CHECK_THAT(
      complaint("[] a ent:Weight ; ent:weighs ent:Aid ; ent:sign ent:Conflict ; ent:strength 7 ."),
      Catch::Contains("found 7, expected a number above 0 up to 1"));
  CHECK(complaint("[] a ent:Weight ; ent:weighs ent:Aid ; ent:sign ent:Conflict .") != "");
}
