// SPDX-License-Identifier: ISC
#include "rdf/load_actors.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::rdf;

namespace {

const std::string kPrefixes =
    "@base <https://w3id.org/entente/actor/> .\n"
    "@prefix ent: <https://w3id.org/entente/ontology#> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix wd: <http://www.wikidata.org/entity/> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

const std::string kBelarus = "<BLR> a ent:State ; rdfs:label \"Belarus\" ; ent:iso3166 \"BLR\" .\n";

ActorReading read(const std::string& turtle) {
  const std::vector<TurtleText> texts = {{"a.ttl", kPrefixes + kBelarus + turtle}};
  return read_actors(texts);
}

/// The one message about `turtle`, which begins in line 9.
std::string complaint(const std::string& turtle) {
  const ActorReading reading = read(turtle);
  REQUIRE(reading.diagnostics.size() == 1);
  return to_string(reading.diagnostics.front());
}

const Actor& actor(const ActorReading& reading, std::string_view id) {
  INFO(id);
  for (const Diagnostic& found : reading.diagnostics) UNSCOPED_INFO(to_string(found));
  const Actor* found = reading.knowledge.find(id);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("a state has its names, each of its kind", "[actors]") {
  const auto reading = read(
      "<BLR> ent:adjective \"Belarusian\" ; ent:capitalName \"Minsk\" ; skos:altLabel "
      "\"Belorussia\" .");
  const Actor& state = actor(reading, "BLR");
  CHECK(state.type == ActorType::State);
  CHECK(state.country == "BLR");
  CHECK(state.vetted);
  REQUIRE(state.names.size() == 4);
  CHECK(state.names[0].text == "Belarus");
  CHECK(state.names[0].kind == NameKind::Label);
  CHECK(state.names[1].kind == NameKind::Alternative);
  CHECK(state.names[2].kind == NameKind::Adjective);
  CHECK(state.names[3].kind == NameKind::Capital);
}

TEST_CASE("a name that is marked ambiguous is so in all its kinds", "[actors]") {
  const auto reading = read("<BLR> ent:acronym \"BY\" , \"RB\" ; ent:ambiguousName \"BY\" .");
  const Actor& state = actor(reading, "BLR");
  REQUIRE(state.names.size() == 3);
  CHECK(state.names[1].ambiguous);
  CHECK_FALSE(state.names[2].ambiguous);
}

TEST_CASE("a person acts for a state and held dated offices", "[actors]") {
  const auto reading = read(
      "<x-y> a ent:Person ; rdfs:label \"X Y\" ; ent:surname \"Y\" ; ent:gender ent:Feminine ;\n"
      "  ent:actsFor <BLR> ; owl:sameAs wd:Q1 ; ent:heldOffice [ ent:role \"president\" ; ent:of "
      "<BLR> ;\n"
      "    ent:headsBody true ; ent:from \"1994-07-20\"^^xsd:date ; ent:until \"2020\"^^xsd:gYear "
      "] .");
  const Actor& person = actor(reading, "x-y");
  CHECK(person.country == "BLR");
  CHECK(person.gender == Gender::Feminine);
  CHECK(person.wikidata == "Q1");
  REQUIRE(person.offices.size() == 1);
  CHECK(person.offices[0].role == "president");
  CHECK(person.offices[0].of == "BLR");
  CHECK(person.offices[0].leads);
  CHECK(person.offices[0].from == Date{1994, 7, 20});
  CHECK(person.offices[0].until == Date{2020, 12, 31});
}

TEST_CASE("a month begins with its first day and ends with its last", "[actors]") {
  const auto reading = read(
      "<U> a ent:Alliance ; rdfs:label \"U\" . <BLR> ent:memberOf [ ent:in <U> ;\n"
      "  ent:from \"2019-02\"^^xsd:gYearMonth ; ent:until \"2020-02\"^^xsd:gYearMonth ] .");
  const auto& memberships = actor(reading, "BLR").memberships;
  REQUIRE(memberships.size() == 1);
  CHECK(memberships[0].in == "U");
  CHECK(memberships[0].from == Date{2019, 2, 1});
  CHECK(memberships[0].until == Date{2020, 2, 29});
}

TEST_CASE("country is the own code, else that of the actor for which one acts", "[actors]") {
  const auto reading = read(
      "<NATO> a ent:Alliance ; rdfs:label \"NATO\" .\n"
      "<council> a ent:Organization ; rdfs:label \"Council\" ; ent:actsFor <NATO> .\n"
      "<envoy> a ent:Person ; rdfs:label \"Envoy\" ; ent:actsFor <council> .\n"
      "<rebels> a ent:ArmedGroup ; rdfs:label \"Rebels\" ; ent:countryCode \"REB\" .\n"
      "<nobody> a ent:ArmedGroup ; rdfs:label \"Nobody\" .");
  CHECK(actor(reading, "NATO").country == "NATO");
  CHECK(actor(reading, "envoy").country == "NATO");
  CHECK(actor(reading, "rebels").country == "REB");
  CHECK(actor(reading, "nobody").country.empty());
}

TEST_CASE("actors that act for each other in a circle have no country", "[actors]") {
  const auto reading = read(
      "<a> a ent:Person ; rdfs:label \"A\" ; ent:actsFor <b> .\n"
      "<b> a ent:Person ; rdfs:label \"B\" ; ent:actsFor <a> .");
  CHECK(actor(reading, "a").country.empty());
}

TEST_CASE("a role noun is read once for each of its forms", "[actors]") {
  const auto reading = read(
      "<../role/troops> a ent:RoleNoun ; rdfs:label \"troops\" ; skos:altLabel \"soldiers\" ;\n"
      "  ent:sector \"MIL\" ; ent:actorType ent:ArmedForce ; ent:standsForForce true .");
  REQUIRE(reading.knowledge.role_nouns.size() == 2);
  CHECK(reading.knowledge.role_nouns[0].lemma == "soldiers");
  CHECK(reading.knowledge.role_nouns[1].stands_for_force);
  CHECK(reading.knowledge.role_nouns[1].type == ActorType::ArmedForce);
}

TEST_CASE("a place lies in a state", "[actors]") {
  const auto reading = read(
      "<../place/brest> a ent:Place ; rdfs:label \"Brest\" ;\n"
      "  ent:ambiguousName \"Brest\" ; ent:locatedIn <BLR> .");
  REQUIRE(reading.knowledge.places.size() == 1);
  CHECK(reading.knowledge.places[0].country == "BLR");
  CHECK(reading.knowledge.places[0].ambiguous);
}

TEST_CASE("a later file adds names and may correct the label", "[actors]") {
  const std::vector<TurtleText> texts = {
      {"a.ttl", kPrefixes + kBelarus},
      {"b.ttl",
       kPrefixes + "<BLR> rdfs:label \"Byelorussia\" ; ent:surname \"B\" ; owl:sameAs <BYS> ."}};
  const auto reading = read_actors(texts);
  CHECK(reading.diagnostics.empty());
  const Actor& state = actor(reading, "BLR");
  CHECK(state.label == "Byelorussia");
  REQUIRE(state.names.size() == 3);
  CHECK(state.names[1].text == "Belarus");
  CHECK(state.names[1].kind == NameKind::Alternative);
}

TEST_CASE("an analyst rules that two actors are one, or not", "[actors]") {
  const auto reading = read(
      "<BLR> owl:sameAs <belarus> . <x> owl:differentFrom <y> .\n"
      "<x> a ent:Person ; rdfs:label \"X\" .");
  REQUIRE(reading.knowledge.rulings.size() == 2);
  CHECK(reading.knowledge.rulings[0].one == "BLR");
  CHECK(reading.knowledge.rulings[0].other == "belarus");
  CHECK(reading.knowledge.rulings[0].same);
  CHECK_FALSE(reading.knowledge.rulings[1].same);
}

TEST_CASE("other things in a local file are passed over", "[actors]") {
  const auto reading =
      read("<https://example.org/verb> a <https://example.org/Verb> ; rdfs:label \"v\" .");
  CHECK(reading.diagnostics.empty());
  CHECK(reading.knowledge.actors.size() == 1);
}

TEST_CASE("mistakes are told with file, line and what was meant", "[actors]") {
  struct Case {
    std::string turtle, message;
  };
  const std::vector<Case> cases = {
      {"<x> a ent:Persn ; rdfs:label \"X\" .",
       "a.ttl:9:7: error: no class of actors is called \"Persn\"; did you mean \"Person\"?"},
      {"<BLR>\n  ent:actFor <BLR> .",
       "a.ttl:10:14: error: unknown property ent:actFor; did you mean \"actsFor\"?"},
      {"<x> a ent:Person .", "a.ttl:9:7: error: <x> has no rdfs:label"},
      {"<x> rdfs:label \"X\" .",
       "a.ttl:9:16: error: <x> has no class, expected \"a ent:Person\" or the like"},
      {"<x> a ent:Person ; rdfs:label \"X\" ; ent:actsFor <BRL> .",
       "a.ttl:9:49: error: there is no actor <BRL>; did you mean \"BLR\"?"},
      {"<BLR> ent:sector \"government\" .",
       "a.ttl:9:18: error: \"government\" is no sector: three capital letters are expected"},
      {"<BLR> ent:heldOffice [ ent:role \"r\" ; ent:of <BLR> ; ent:from \"2020-02-30\"^^xsd:date ] "
       ".",
       "a.ttl:9:63: error: \"2020-02-30\" is no date, expected \"2022-07-01\"^^xsd:date"},
      {"<BLR> ent:heldOffice\n [ ent:of <BLR> ] .",
       "a.ttl:10:2: error: an office without ent:role"},
      {"<BLR> ent:borders \"UKR\" .", "a.ttl:9:19: error: an actor is expected here, as <BLR>"},
      {"<BLR> ent:memberOf [ ent:in <BLR> ; ent:since \"2020\"^^xsd:gYear ] .",
       "a.ttl:9:47: error: unknown property ent:since"},
      {"<BLR> ent:ambiguousName \"Bella\" .",
       "a.ttl:9:25: warning: \"Bella\" is not among the names of <BLR>"},
      {"<BLR> ent:heldOffice\n [ ent:role \"r\" ; ent:of <BLR> ; ent:from \"2020\"^^xsd:gYear ; "
       "ent:until \"2019\"^^xsd:gYear ] .",
       "a.ttl:10:2: error: until 2019-12-31 is before from 2020-01-01"},
  };
  for (const Case& c : cases) {
    INFO(c.turtle);
    CHECK(complaint(c.turtle) == c.message);
  }
}

TEST_CASE("a file that is no Turtle is told with its line", "[actors]") {
  const auto reading = read("<BLR> ent:sector .");
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics[0].line == 9);
}
