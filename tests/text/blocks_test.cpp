// SPDX-License-Identifier: ISC
#include "text/blocks.h"

#include <string>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

const std::string kBody =
    "The ministry said on Monday that it had recalled its envoy from the city, and that talks "
    "about "
    "the border would go on in the coming week.";
const std::string kMore =
    "The two sides had met in the old town last month, but they did not find a way to open the "
    "roads "
    "for trucks that wait on both sides.";

Document classified(const std::string& text) {
  Document document;
  document.text = text;
  add_blocks(document, {0, static_cast<std::uint32_t>(text.size())});
  return document;
}

// One letter a block: h headline, b body, c caption, m metadata, x boilerplate, f foreign.
std::string kinds_of(const std::string& text) {
  std::string kinds;
  for (const Block& block : classified(text).blocks)
    kinds += "hbcmxf"[static_cast<int>(block.kind)];
  return kinds;
}

}  // namespace

TEST_CASE("a headline above the article is one, its echo counts for nothing", "[blocks]") {
  const std::string headline = "Minsk recalls its envoy from Vilnius";
  CHECK(kinds_of(headline + "\n\n" + headline + "\n\n" + kBody) == "hxb");
  CHECK(classified(headline + "\n" + kBody).info.title == headline);
}

TEST_CASE("by-lines and dates are metadata and are read", "[blocks]") {
  const Document document = classified(
      "Minsk recalls its envoy\nBy Jane Doe\nPublished: 5 August 2022\n- 08:46\n" + kBody);
  CHECK(document.info.author == "Jane Doe");
  CHECK(document.info.date == Date{2022, 8, 5});
  CHECK(kinds_of("Minsk recalls its envoy\nBy Jane Doe\nPublished: 5 August 2022\n- 08:46\n" +
                 kBody) == "hmmmb");
}

TEST_CASE("a day that could be two is left out", "[blocks]") {
  CHECK_FALSE(classified("Minsk recalls its envoy\nPublished: 02/03/2022\n" + kBody).info.date);
}

TEST_CASE("menus before and furniture behind the article are no part of it", "[blocks]") {
  CHECK(kinds_of("Menu\nHome\nWorld news\n\nMinsk recalls its envoy from Vilnius\n\n" + kBody +
                 "\n\n" + kMore +
                 "\n\nYou may like\nPoland closes crossing\nSign up for our letter") ==
        "xxxhbbxxx");
}

TEST_CASE("a caption stands before its credit", "[blocks]") {
  CHECK(kinds_of(kBody +
                 "\n\nThe embassy in the old town of Vilnius in May\nJane Doe/AFP via Getty "
                 "Images\n\n" +
                 kMore) == "bcmb");
}

TEST_CASE("a credit in the middle of a paragraph is cut out", "[blocks]") {
  const std::string text =
      kBody + " JANE DOE/AFP via Getty Images Doe, who leads the office, left. " + kMore;
  const Document document = classified(text);
  REQUIRE(document.blocks.size() == 3);
  CHECK(document.blocks[1].kind == BlockKind::Metadata);
  CHECK(document.blocks[1].range.in(document.text) == "JANE DOE/AFP via Getty Images");
  CHECK(document.blocks[2].range.in(document.text).substr(0, 4) == "Doe,");
}

TEST_CASE("a line without full stop between paragraphs heads a section", "[blocks]") {
  CHECK(kinds_of(kBody + "\n\nThe alliance watches\n\n" + kMore) == "bhb");
}

TEST_CASE("other languages are marked", "[blocks]") {
  CHECK(kinds_of(kBody +
                 "\n\nDer Präsident hat am Montag mit dem Minister über die Lage und den "
                 "Krieg gesprochen.\n\n" +
                 kMore) == "bfb");
  CHECK(kinds_of(kBody + "\n\nПрезидент Беларуси заявил об этом в Минске.\n\n" + kMore) == "bfb");
  CHECK(classified("Le président a dit que les troupes sont dans la ville et qu'il y est pour la "
                   "paix avec les alliés.")
            .info.language == "fr");
}

TEST_CASE("names with foreign letters do not make a sentence foreign", "[blocks]") {
  CHECK(kinds_of(kBody + "\n\nGitanas Nausėda met Rafał Trzaskowski and Zuzana Čaputová.\n\n" +
                 kMore) == "bbb");
}

TEST_CASE("short sentences and quotes of an article are kept", "[blocks]") {
  CHECK(kinds_of("Minsk recalls its envoy from Vilnius\n\n" + kBody +
                 "\n\nNobody answered.\n\n“We do "
                 "not know,” she said.\n\n" +
                 kMore +
                 "\n\nThe ministry gave no reason.\n\n“It is "
                 "over.”") == "hbbbbbb");
  CHECK(kinds_of("It rained.") == "b");
  CHECK(kinds_of("Russia attacks Ukraine") == "b");
}

TEST_CASE("a sentence that only begins like an invitation is kept", "[blocks]") {
  CHECK(kinds_of(kBody +
                 "\n\nSearch and rescue teams of three countries were sent to the town of "
                 "Brest on Monday evening.\n\n" +
                 kMore) == "bbb");
}

TEST_CASE("blocks are in order and do not overlap", "[blocks]") {
  const Document document = classified("A b c\n\n\n" + kBody + "\r\n  \t" + kMore + "\n\nx\n");
  std::uint32_t last = 0;
  for (const Block& block : document.blocks) {
    CHECK(block.range.begin >= last);
    CHECK(block.range.begin < block.range.end);
    last = block.range.end;
  }
  CHECK(last <= document.text.size());
}

TEST_CASE("lines wrapped at a fixed width are one paragraph", "[blocks]") {
  CHECK(classified("The ministry said on Monday that it had recalled its envoy from the\n"
                   "city, and that talks about the border would go on in the coming week\n"
                   "while the two sides had met in the old town last month, but did not\n"
                   "find a way.\n\nThey left.\n")
            .blocks.size() == 2);
}
