// SPDX-License-Identifier: ISC
#include "entities/fold.h"

#include "entities/actor.h"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::string keys(std::string_view text) {
  std::string out;
  for (const Piece& piece : pieces_of(text)) out += (out.empty() ? "" : "|") + piece.key;
  return out;
}

}  // namespace

TEST_CASE("names are compared without case, accents and hyphens", "[entities]") {
  CHECK(keys("Recep Tayyip Erdoğan") == "recep|tayyip|erdogan");
  CHECK(keys("Al-Qaeda") == "al|qaeda");
  CHECK(keys("Côte d’Ivoire") == "cote|d|ivoire");
  CHECK(keys("Belarus-deployed") == "belarus|deployed");
  CHECK(keys("Łukasz Żółtek") == "lukasz|zoltek");
}

TEST_CASE("dots of initials leave nothing, other marks are pieces", "[entities]") {
  CHECK(keys("U.S.") == "us");
  CHECK(keys("U.S") == "us");
  CHECK(keys("A. Lukashenka") == "a|lukashenka");
  CHECK(keys("Washington, D.C.") == "washington|,|dc");
  CHECK(keys("(SDF)") == "(|sdf|)");
}

TEST_CASE("British and American spellings are one", "[entities]") {
  CHECK(keys("Ministry of Defense") == keys("Ministry of Defence"));
  CHECK(keys("World Trade Organisation") == keys("World Trade Organization"));
}

TEST_CASE("pieces remember capitals", "[entities]") {
  CHECK(pieces_of("NATO")[0].all_capitals);
  CHECK(pieces_of("U.S.")[0].all_capitals);
  CHECK_FALSE(pieces_of("Nato")[0].all_capitals);
  CHECK(pieces_of("Nato")[0].capital);
  CHECK_FALSE(pieces_of("west")[0].capital);
}

TEST_CASE("ids are ASCII words with hyphens", "[entities]") {
  CHECK(make_actor_id("Martti Magnus") == "martti-magnus");
  CHECK(make_actor_id("  Recep Tayyip Erdoğan ") == "recep-tayyip-erdogan");
  CHECK(make_actor_id("People’s Protection Units") == "people-s-protection-units");
  CHECK(make_actor_id("习近平").starts_with("x-"));
  CHECK(make_actor_id("习近平") != make_actor_id("李强"));
}
