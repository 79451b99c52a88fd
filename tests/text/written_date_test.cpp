// SPDX-License-Identifier: ISC
#include "text/written_date.h"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("dates are read in the shapes that people write", "[date]") {
  struct Case {
    const char* text;
    Date date;
  };
  const auto [text, date] = GENERATE(values<Case>({
      {"2022-08-05", {2022, 8, 5}},
      {"2022-08-05T23:59:00+02:00", {2022, 8, 5}},
      {"20220805", {2022, 8, 5}},
      {"2022/8/5", {2022, 8, 5}},
      {"August 5, 2022", {2022, 8, 5}},
      {"Aug. 5th, 2022", {2022, 8, 5}},
      {"5 August 2022", {2022, 8, 5}},
      {"the 5th of August 2022", {2022, 8, 5}},
      {"Fri, 05 Aug 2022 10:00:00 GMT", {2022, 8, 5}},
      {"05-Aug-2022", {2022, 8, 5}},
      {"Published: 5 August 2022 at 10:00", {2022, 8, 5}},
      {"25/12/2022", {2022, 12, 25}},
      {"12/25/2022", {2022, 12, 25}},
      {"25.12.2022", {2022, 12, 25}},
      {"03/03/2022", {2022, 3, 3}},
      {"Sept 11, 2001", {2001, 9, 11}},
  }));
  CAPTURE(text);
  CHECK(parse_written_date(text) == date);
}

TEST_CASE("a date that could be two days, or none, is not read", "[date]") {
  const char* text = GENERATE("02/03/2022", "31 February 2022", "August 2022", "5 August",
                              "1234567", "yesterday", "", "32/13/2022", "99999999");
  CAPTURE(text);
  CHECK_FALSE(parse_written_date(text));
}
