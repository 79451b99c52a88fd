// SPDX-License-Identifier: ISC
/// @file
/// xsd:dateTime, xsd:date and xsd:time as SPARQL needs them (XML Schema 1.1 part 2, appendix D).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

struct DateTime {
  std::int64_t year = 1972;  ///< proleptic Gregorian; of a time: a leap year
  int month = 12, day = 31;
  int hour = 0, minute = 0;
  std::int64_t nanos = 0;  ///< of the minute: seconds times 10^9
  bool has_zone = false;
  int zone = 0;  ///< minutes east of Greenwich

  /// Seconds since 1970-01-01T00:00:00Z, as if in UTC without a zone; nanoseconds apart.
  std::int64_t instant() const;
  std::int64_t sub_second() const { return nanos % 1000000000; }
};

std::optional<DateTime> parse_date_time(std::string_view text);
std::optional<DateTime> parse_date(std::string_view text);
std::optional<DateTime> parse_time(std::string_view text);

/// Negative, zero, positive; nothing where it depends on the unknown zone of one of them.
std::optional<int> compare(const DateTime& a, const DateTime& b);

/// "Z", "-05:00" or "".
std::string zone_text(const DateTime& time);
/// "PT0S", "-PT5H30M": the zone as xsd:dayTimeDuration. Requires: has_zone.
std::string zone_duration(const DateTime& time);

std::string date_time_text(const DateTime& time);
std::string date_text(const DateTime& time);

}  // namespace entente::store
