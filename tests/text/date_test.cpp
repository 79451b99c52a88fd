// SPDX-License-Identifier: ISC
#include "text/date.h"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("a day number turns back into its day", "[date]") {
  for (std::int64_t days = -700000; days < 2000000; days += 97) {
    const Date date = from_day_number(days);
    REQUIRE(is_valid(date));
    REQUIRE(to_day_number(date) == days);
  }
}

TEST_CASE("weekdays are those of the calendar", "[date]") {
  CHECK(iso_weekday({1970, 1, 1}) == 4);
  CHECK(iso_weekday({2022, 2, 24}) == 4);
  CHECK(iso_weekday({2000, 2, 29}) == 2);
  CHECK(iso_weekday({1945, 5, 8}) == 2);
}

TEST_CASE("ISO dates are read, also at the head of a time stamp", "[date]") {
  CHECK(parse_iso_date("2022-02-24") == Date{2022, 2, 24});
  CHECK(parse_iso_date("2022-02-24T05:00:00Z") == Date{2022, 2, 24});
  CHECK_FALSE(parse_iso_date("2022-02-30"));
  CHECK_FALSE(parse_iso_date("2022-02-245"));
  CHECK_FALSE(parse_iso_date("24/02/2022"));
}
