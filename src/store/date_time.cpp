// SPDX-License-Identifier: ISC
#include "store/date_time.h"

#include <cstdlib>

#include <fmt/format.h>

namespace entente::store {

namespace {

constexpr std::int64_t kNanos = 1000000000;
constexpr std::int64_t kDay = 86400;

// Reads the parts of a lexical form from left to right.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  bool accept(char c) {
    if (at >= text.size() || text[at] != c) return false;
    ++at;
    return true;
  }
  bool digits(int count, int& value) {
    value = 0;
    for (int i = 0; i < count; ++i, ++at) {
      if (at >= text.size() || text[at] < '0' || text[at] > '9') return false;
      value = value * 10 + (text[at] - '0');
    }
    return true;
  }
  bool at_end() const { return at == text.size(); }
};

bool is_leap(std::int64_t year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(std::int64_t year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

bool read_year(Cursor& in, std::int64_t& year) {
  const bool negative = in.accept('-');
  const std::size_t begin = in.at;
  year = 0;
  while (in.at < in.text.size() && in.text[in.at] >= '0' && in.text[in.at] <= '9') {
    if (in.at - begin >= 9) return false;
    year = year * 10 + (in.text[in.at++] - '0');
  }
  const std::size_t length = in.at - begin;
  if (length < 4 || (length > 4 && in.text[begin] == '0')) return false;
  if (negative) year = -year;
  return true;
}

bool read_date(Cursor& in, DateTime& time) {
  return read_year(in, time.year) && in.accept('-') && in.digits(2, time.month) && in.accept('-') &&
         in.digits(2, time.day) && time.month >= 1 && time.month <= 12 && time.day >= 1 &&
         time.day <= days_in(time.year, time.month);
}

// Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms").
std::int64_t day_number(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void next_day(DateTime& time) {
  if (++time.day <= days_in(time.year, time.month)) return;
  time.day = 1;
  if (++time.month <= 12) return;
  time.month = 1;
  ++time.year;
}

bool read_time(Cursor& in, DateTime& time) {
  int seconds = 0;
  if (!in.digits(2, time.hour) || !in.accept(':') || !in.digits(2, time.minute) ||
      !in.accept(':') || !in.digits(2, seconds)) {
    return false;
  }
  time.nanos = seconds * kNanos;
  if (in.accept('.')) {
    const std::size_t begin = in.at;
    for (std::int64_t unit = kNanos / 10; in.at < in.text.size(); unit /= 10, ++in.at) {
      const char c = in.text[in.at];
      if (c < '0' || c > '9') break;
      time.nanos += (c - '0') * unit;
    }
    if (in.at == begin) return false;
  }
  const bool midnight = time.hour == 24 && time.minute == 0 && time.nanos == 0;
  if (midnight) {
    time.hour = 0;
    next_day(time);
    return true;
  }
  return time.hour < 24 && time.minute < 60 && seconds < 60;
}

bool read_zone(Cursor& in, DateTime& time) {
  if (in.at_end()) return true;
  time.has_zone = true;
  if (in.accept('Z')) return in.at_end();
  const bool east = in.accept('+');
  int hours = 0, minutes = 0;
  if (!east && !in.accept('-')) return false;
  if (!in.digits(2, hours) || !in.accept(':') || !in.digits(2, minutes)) return false;
  time.zone = (hours * 60 + minutes) * (east ? 1 : -1);
  return minutes < 60 && hours * 60 + minutes <= 14 * 60 && in.at_end();
}

}  // namespace

std::int64_t DateTime::instant() const {
  return day_number(year, month, day) * kDay + hour * 3600 + (minute - zone) * 60 + nanos / kNanos;
}

std::optional<DateTime> parse_date_time(std::string_view text) {
  Cursor in{text};
  DateTime time;
  const bool good =
      read_date(in, time) && in.accept('T') && read_time(in, time) && read_zone(in, time);
  return good ? std::optional(time) : std::nullopt;
}

std::optional<DateTime> parse_date(std::string_view text) {
  Cursor in{text};
  DateTime time;
  const bool good = read_date(in, time) && read_zone(in, time);
  return good ? std::optional(time) : std::nullopt;
}

std::optional<DateTime> parse_time(std::string_view text) {
  Cursor in{text};
  DateTime time;
  const bool good = read_time(in, time) && read_zone(in, time);
  time.year = 1972;
  time.month = 12;
  time.day = 31;
  return good ? std::optional(time) : std::nullopt;
}

std::optional<int> compare(const DateTime& a, const DateTime& b) {
  constexpr std::int64_t kUncertain = 14 * 3600;
  const std::int64_t seconds = a.instant() - b.instant();
  if (a.has_zone != b.has_zone) {
    if (std::abs(seconds) <= kUncertain) return std::nullopt;
    return seconds < 0 ? -1 : 1;
  }
  const std::int64_t difference = seconds != 0 ? seconds : a.sub_second() - b.sub_second();
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

std::string zone_text(const DateTime& time) {
  if (!time.has_zone) return "";
  if (time.zone == 0) return "Z";
  const int size = std::abs(time.zone);
  return fmt::format("{}{:02}:{:02}", time.zone < 0 ? '-' : '+', size / 60, size % 60);
}

std::string zone_duration(const DateTime& time) {
  if (time.zone == 0) return "PT0S";
  const int size = std::abs(time.zone);
  std::string text = time.zone < 0 ? "-PT" : "PT";
  if (size / 60 > 0) text += fmt::format("{}H", size / 60);
  if (size % 60 > 0) text += fmt::format("{}M", size % 60);
  return text;
}

std::string date_text(const DateTime& time) {
  return fmt::format("{}{:04}-{:02}-{:02}{}", time.year < 0 ? "-" : "", std::abs(time.year),
                     time.month, time.day, zone_text(time));
}

std::string date_time_text(const DateTime& time) {
  std::string seconds = fmt::format("{:02}", time.nanos / kNanos);
  if (time.sub_second() != 0) {
    seconds += fmt::format(".{:09}", time.sub_second());
    seconds.erase(seconds.find_last_not_of('0') + 1);
  }
  return fmt::format("{}{:04}-{:02}-{:02}T{:02}:{:02}:{}{}", time.year < 0 ? "-" : "",
                     std::abs(time.year), time.month, time.day, time.hour, time.minute, seconds,
                     zone_text(time));
}

}  // namespace entente::store
