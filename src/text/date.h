// SPDX-License-Identifier: ISC
/// @file
/// Calendar days and intervals of days (proleptic Gregorian). No clock is ever read.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// One calendar day.
struct Date {
  int year = 0;   ///< 1 to 9999
  int month = 0;  ///< 1 to 12
  int day = 0;    ///< 1 to 31
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// Both ends are part of the interval; a single day has from == to.
struct DateInterval {
  Date from;
  Date to;
  friend auto operator<=>(const DateInterval&, const DateInterval&) = default;
};

/// True if the month has such a day.
bool is_valid(Date date);

/// Days since 1970-01-01 (negative before). Requires: is_valid(date).
std::int64_t to_day_number(Date date);
Date from_day_number(std::int64_t days);
Date add_days(Date date, std::int64_t days);

/// 1 = Monday ... 7 = Sunday (ISO 8601).
int iso_weekday(Date date);
int days_in_month(int year, int month);

/// "2022-07-01".
std::string to_iso_string(Date date);

/// Reads "2022-07-01", also as the head of a longer time stamp ("2022-07-01T10:00:00Z");
/// nothing if it is no valid day.
std::optional<Date> parse_iso_date(std::string_view text);

}  // namespace entente
