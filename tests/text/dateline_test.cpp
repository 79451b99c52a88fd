// SPDX-License-Identifier: ISC
#include "text/dateline.h"

#include <string_view>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::string_view dateline(std::string_view paragraph) {
  return paragraph.substr(0, dateline_size(paragraph));
}

}  // namespace

TEST_CASE("a dateline ends with its dash", "[dateline]") {
  struct Case {
    const char *paragraph, *line;
  };
  const auto [paragraph, line] = GENERATE(values<Case>({
      {"KYIV, July 5 (Reuters) - The army said", "KYIV, July 5 (Reuters) -"},
      {"New York — Russia vetoed the draft", "New York —"},
      {"Kyiv, Ukraine – Russia shelled the town", "Kyiv, Ukraine –"},
      {"WASHINGTON, D.C. -- Poland sent tanks", "WASHINGTON, D.C. --"},
      {"MOSCOW, July 5. /TASS/. Belarus agreed", "MOSCOW, July 5. /TASS/."},
      {"YEREVAN, Feb. 13, 2024: Four soldiers died", "YEREVAN, Feb. 13, 2024:"},
  }));
  CHECK(dateline(paragraph) == line);
}

TEST_CASE("other beginnings with a dash or a colon are no datelines", "[dateline]") {
  const char* paragraph = GENERATE(
      "Moscow – the Kremlin – denied it", "Russia – Minsk's closest ally – sent troops",
      "On July 5, 2022 — a Tuesday — it rained", "Lukashenko: Belarus will not fight",
      "NATO met on July 5, 2022", "The talks in Geneva - Russia stayed away", "", "A", "KYIV - ");
  CAPTURE(paragraph);
  CHECK(dateline(paragraph).empty());
}

TEST_CASE("a dateline with a year dates the report", "[dateline]") {
  CHECK(dateline_date("KYIV, July 5, 2022 (Reuters) — The army said") == Date{2022, 7, 5});
  CHECK(dateline_date("NIAMEY (17 March 2024) - The junta said") == Date{2024, 3, 17});
  CHECK_FALSE(dateline_date("KYIV, July 5 (Reuters) — The army said on August 1, 2022"));
}
