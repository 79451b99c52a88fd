// SPDX-License-Identifier: ISC
// What is shipped in ontology/actors must be sound: see the README there.
#include "rdf/load_actors.h"

#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

const ActorKnowledge& shipped() {
  static const ActorKnowledge knowledge = [] {
    const auto files = rdf::actor_files(ENTENTE_ROOT "/ontology");
    return rdf::load_actors(files);
  }();
  return knowledge;
}

bool is_full_name(const ActorName& name) {
  return name.kind == NameKind::Label || name.kind == NameKind::Alternative;
}

}  // namespace

TEST_CASE("the shipped actors load without a mistake", "[actors][data]") {
  CHECK_NOTHROW(shipped());
  CHECK(shipped().actors.size() > 400);
  CHECK(shipped().role_nouns.size() > 250);
  CHECK(shipped().places.size() > 1500);
}

TEST_CASE("ids are unique and written as the README says", "[actors][data]") {
  std::set<std::string> seen;
  for (const Actor& actor : shipped().actors) {
    INFO(actor.id);
    CHECK(seen.insert(actor.id).second);
    CHECK(actor.id.find_first_not_of(
              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
          std::string::npos);
  }
}

TEST_CASE("every actor that is vetted has a country and a sector", "[actors][data]") {
  for (const Actor& actor : shipped().actors) {
    INFO(actor.id);
    CHECK_FALSE(actor.country.empty());
    CHECK_FALSE(actor.sector.empty());
  }
}

TEST_CASE("no two actors share a full name unless it is marked ambiguous", "[actors][data]") {
  std::map<std::string, std::string> owner;
  for (const Actor& actor : shipped().actors) {
    for (const ActorName& name : actor.names) {
      if (!is_full_name(name) || name.ambiguous) continue;
      const auto [at, is_new] = owner.emplace(name.text, actor.id);
      INFO(name.text << ": " << at->second << ", " << actor.id);
      CHECK((is_new || at->second == actor.id));
    }
  }
}

TEST_CASE("borders are said on both sides", "[actors][data]") {
  for (const Actor& state : shipped().actors) {
    for (const std::string& id : state.borders) {
      INFO(state.id << " " << id);
      const Actor* other = shipped().find(id);
      REQUIRE(other != nullptr);
      CHECK(std::count(other->borders.begin(), other->borders.end(), state.id) == 1);
    }
  }
}

TEST_CASE("a person's gender is told", "[actors][data]") {
  for (const Actor& actor : shipped().actors) {
    INFO(actor.id);
    CHECK((actor.type != ActorType::Person || actor.gender != Gender::Unknown));
  }
}

TEST_CASE("nobody heads a state or body while another does so by the same title",
          "[actors][data]") {
  // Two governments rivalled in Libya.
  const std::set<std::string> rivalled = {"LBY"};
  struct Term {
    Date from, until;
    std::string holder;
  };
  std::map<std::pair<std::string, std::string>, std::vector<Term>> terms;
  for (const Actor& actor : shipped().actors) {
    for (const Office& office : actor.offices) {
      if (!office.leads || !office.from || rivalled.contains(office.of)) continue;
      terms[{office.of, office.role}].push_back(
          {*office.from, office.until.value_or(Date{9999, 12, 31}), actor.id});
    }
  }
  // Terms that are known to the month or the year may seem to overlap by as much.
  constexpr int kSlackDays = 366;
  for (auto& [post, held] : terms) {
    std::sort(held.begin(), held.end(),
              [](const Term& a, const Term& b) { return a.from < b.from; });
    for (std::size_t i = 1; i < held.size(); ++i) {
      INFO(post.second << " of " << post.first << ": " << held[i - 1].holder << ", "
                       << held[i].holder);
      const auto overlap = to_day_number(held[i - 1].until) - to_day_number(held[i].from);
      CHECK((held[i].holder == held[i - 1].holder || overlap <= kSlackDays));
    }
  }
}

TEST_CASE("places lie in known states", "[actors][data]") {
  for (const Place& place : shipped().places) {
    INFO(place.name);
    CHECK(place.country.size() == 3);
  }
}

TEST_CASE("what the importer of dictionaries writes adds to the shipped actors", "[actors][data]") {
  auto files = rdf::actor_files(ENTENTE_ROOT "/ontology");
  files.emplace_back(ENTENTE_ROOT "/tests/suites/petrarch/expected.turtle");
  const ActorKnowledge knowledge = rdf::load_actors(files);
  const Actor* person = knowledge.find("ivan-sample");
  REQUIRE(person != nullptr);
  CHECK(person->country == "BLR");
  CHECK(person->offices.size() == 3);
  CHECK(knowledge.find("BLR")->label == "Belarus");
}
