// SPDX-License-Identifier: ISC
#include "syntax/name_finder.h"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

Sentence sentence_of(std::initializer_list<const char*> forms) {
  Sentence sentence;
  for (const char* form : forms) {
    sentence.words.emplace_back().form = form;
    sentence.words.back().head = static_cast<std::uint16_t>(sentence.words.size() == 1 ? 0 : 1);
  }
  return sentence;
}

std::vector<std::uint64_t> match(const KnownNames& names, const Sentence& sentence) {
  std::vector<std::uint64_t> bits;
  names.match(sentence, bits);
  return bits;
}

}  // namespace

TEST_CASE("a name only goes on with its own type", "[syntax][names]") {
  CHECK(may_follow(kBeginPer, kInPer));
  CHECK(may_follow(kInOrg, kInOrg));
  CHECK_FALSE(may_follow(kOutside, kInPer));
  CHECK_FALSE(may_follow(kBeginLoc, kInPer));
  CHECK(may_follow(kInLoc, kBeginLoc));
}

TEST_CASE("tags are read as they are written", "[syntax][names]") {
  for (std::size_t tag = 0; tag < kNameTags; ++tag) {
    CHECK(parse_name_tag(to_string(static_cast<NameTag>(tag))) == tag);
  }
  CHECK(parse_name_tag("B-EVENT") == kOutside);
}

TEST_CASE("the longest known name counts", "[syntax][names]") {
  KnownNames names;
  names.add(0, "New York");
  names.add(1, "New York Times");
  CHECK(match(names, sentence_of({"The", "New", "York", "Times", "said"})) ==
        std::vector<std::uint64_t>{0, 4, 8, 8, 0});
  CHECK(match(names, sentence_of({"New", "York", "said"})) == std::vector<std::uint64_t>{1, 2, 0});
}

TEST_CASE("known names are found across hyphens, dots and case", "[syntax][names]") {
  KnownNames names;
  names.add(0, "al-Qaeda");
  names.add(1, "U.N.");
  CHECK(match(names, sentence_of({"Al", "-", "Qaeda"})) == std::vector<std::uint64_t>{1, 2, 2});
  CHECK(match(names, sentence_of({"UN"})) == std::vector<std::uint64_t>{4});
  CHECK(match(names, sentence_of({"un"})) == std::vector<std::uint64_t>{0});
}

TEST_CASE("names written small are found in small letters alone", "[syntax][names]") {
  KnownNames names;
  names.add(0, "Kerala");
  names.add(1, "kerala");
  CHECK(match(names, sentence_of({"Kerala"})) == std::vector<std::uint64_t>{1});
  CHECK(match(names, sentence_of({"kerala"})) == std::vector<std::uint64_t>{4});
}

TEST_CASE("a list's name tells what it has the names of", "[syntax][names]") {
  KnownNames names;
  names.set_kind(0, "last");
  names.set_kind(1, "company");
  names.set_kind(2, "small-town");
  CHECK(names.types_of(1) == 1);        // begins a person's
  CHECK(names.types_of(8) == 8);        // goes on an organisation's
  CHECK(names.types_of(1 | 16) == 17);  // begins a person's or a place's
}

TEST_CASE("the best sequence keeps to what may follow", "[syntax][names]") {
  // The feature of row 1 speaks for I-PER: alone it must not begin a name.
  NameWeights weights;
  weights.rows.resize(kNameRows);
  weights.rows[1][kInPer] = 10;
  weights.rows[2][kBeginPer] = 5;
  const auto row = [](std::uint32_t number) { return NameFeature{number, NameFeature::kContext}; };
  CHECK(best_names(weights, {{row(1)}, {row(0)}}) == std::vector<NameTag>{kOutside, kOutside});
  CHECK(best_names(weights, {{row(2)}, {row(1)}}) == std::vector<NameTag>{kBeginPer, kInPer});
}

TEST_CASE("a sentence without capitals is passed over", "[syntax][names]") {
  CHECK_FALSE(may_have_names(sentence_of({"Talks", "failed"})));
  CHECK(may_have_names(sentence_of({"in", "Minsk"})));
}
