// SPDX-License-Identifier: ISC
// Rules over words, tried at each position, longest first. The vocabulary is the calendar's (a
// closed class of English); values follow the TimeML guidelines 1.2.1.
#include "events/timex.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace entente {

namespace {

using Strings = std::vector<std::string>;

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kCounts = {"one",  "two", "three",  "four",
                                                      "five", "six", "seven",  "eight",
                                                      "nine", "ten", "eleven", "twelve"};
constexpr std::array<std::string_view, 4> kOrdinals = {"first", "second", "third", "fourth"};

/// 1-based place in a list of names, abbreviations of three letters or more included ("Sept."); 0.
template <std::size_t N>
int index_of(const std::array<std::string_view, N>& names, std::string word) {
  while (!word.empty() && word.back() == '.') word.pop_back();
  for (std::size_t i = 0; i < N; ++i) {
    const bool short_form =
        word.size() >= 3 && word.size() <= 4 && names[i].size() > 4 && names[i].starts_with(word);
    if (names[i] == word || short_form) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || text.empty()) return {};
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th") return value;
  return {};
}

bool is_year(const std::string& text) {
  const auto n = number(text);
  return text.size() == 4 && n && *n >= 1800 && *n <= 2100;
}

std::string padded(const char* format, int a, int b) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), format, a, b);
  return out.data();
}

DateInterval month_days(int year, int month) {
  return {{year, month, 1}, {year, month, days_in_month(year, month)}};
}

DateInterval year_days(int year) {
  return {{year, 1, 1}, {year, 12, 31}};
}

/// A rule's result before its words are known.
struct Reading {
  int length = 0;  ///< words
  std::optional<DateInterval> days;
  std::string value;
};

std::optional<Reading> day_reading(int length, Date date) {
  if (!is_valid(date) || date.year < 1800) return {};
  return Reading{length, DateInterval{date, date}, to_iso_string(date)};
}

Reading month_reading(int length, int year, int month) {
  return {length, month_days(year, month), padded("%04d-%02d", year, month)};
}

Reading year_reading(int length, int year) {
  return {length, year_days(year), padded("%04d", year, 0)};
}

Reading week_reading(int length, Date any) {
  const Date monday = add_days(any, 1 - iso_weekday(any));
  const Date thursday = add_days(monday, 3);
  const auto week = (to_day_number(thursday) - to_day_number({thursday.year, 1, 1})) / 7 + 1;
  return {length, DateInterval{monday, add_days(monday, 6)},
          padded("%04d-W%02d", thursday.year, static_cast<int>(week))};
}

Reading quarter_reading(int length, int year, int quarter) {
  const int first = 3 * quarter - 2;
  return {length, DateInterval{{year, first, 1}, month_days(year, first + 2).to},
          padded("%04d-Q%d", year, quarter)};
}

Date add_months(Date date, int months) {
  const int all = date.year * 12 + date.month - 1 + months;
  const int year = all / 12, month = all % 12 + 1;
  return {year, month, std::min(date.day, days_in_month(year, month))};
}

/// A sentence's words and what the rules must know beside them.
struct Reader {
  const Strings& words;  // lower case
  std::optional<Date> published;
  bool future = false;  ///< the clause speaks of the future

  const std::string& at(std::size_t i) const {
    static const std::string kNone;
    return i < words.size() ? words[i] : kNone;
  }

  /// A day of a month without its year: the one closest to the day of publication.
  std::optional<Date> closest(int month, int day) const {
    if (!published) return {};
    std::optional<Date> best;
    for (int year = published->year - 1; year <= published->year + 1; ++year) {
      const Date date{year, month, day};
      if (!is_valid(date)) continue;
      const auto distance = std::abs(to_day_number(date) - to_day_number(*published));
      if (!best || distance < std::abs(to_day_number(*best) - to_day_number(*published)))
        best = date;
    }
    return best;
  }

  std::optional<Reading> full_date(std::size_t i) const {
    if (const auto date = parse_iso_date(at(i)); date && at(i).size() == 10) {
      return day_reading(1, *date);
    }
    // "18 January 2005", "18 January"
    if (const auto day = number(at(i)); day && *day >= 1 && *day <= 31) {
      const bool of = at(i + 1) == "of";
      const std::size_t m = i + (of ? 2 : 1);
      const int month = index_of(kMonths, at(m));
      if (month != 0) return with_year(static_cast<int>(m - i) + 1, i + (m - i) + 1, month, *day);
    }
    // "January 18, 2005", "January 18"
    if (const int month = index_of(kMonths, at(i)); month != 0) {
      const auto day = number(at(i + 1));
      if (day && *day >= 1 && *day <= 31 && at(i + 1).size() <= 4) {
        return with_year(2, i + 2, month, *day);
      }
    }
    return {};
  }

  std::optional<Reading> with_year(int length, std::size_t next, int month, int day) const {
    const bool comma = at(next) == ",";
    const std::string& year = at(next + (comma ? 1 : 0));
    if (is_year(year)) return day_reading(length + (comma ? 2 : 1), {*number(year), month, day});
    if (const auto date = closest(month, day)) return day_reading(length, *date);
    return {};
  }

  std::optional<Reading> month(std::size_t i) const {
    const int m = index_of(kMonths, at(i));
    // "may" and "march" are verbs more often than months.
    const bool doubtful = at(i) == "may" || at(i) == "march" || at(i).size() == 3;
    if (m == 0) return {};
    const bool joined = at(i + 1) == "of" || at(i + 1) == ",";
    const std::string& year = at(i + (joined ? 2 : 1));
    if (is_year(year)) return month_reading(joined ? 3 : 2, *number(year), m);
    if (!published) return {};
    if (doubtful && (i == 0 || !is_time_preposition(at(i - 1)))) return {};
    const bool last = i > 0 && at(i - 1) == "last";
    const bool next = i > 0 && at(i - 1) == "next";
    int y = published->year;
    if ((future || next) && m < published->month) ++y;
    if (!future && !next && m > published->month) --y;
    if (last && m == published->month) --y;
    return month_reading(1, y, m);
  }

  static bool is_time_preposition(const std::string& word) {
    for (const std::string_view p :
         {"in", "since", "until", "till", "by", "from", "before", "after", "during", "early",
          "late", "mid", "last", "next", "this", "of", "between", "and", "to"}) {
      if (word == p) return true;
    }
    return false;
  }

  std::optional<Reading> weekday(std::size_t i) const {
    const int day = index_of(kDays, at(i));
    if (day == 0 || !published || at(i).size() < 4) return {};
    const bool next = i > 0 && at(i - 1) == "next";
    const bool last = i > 0 && at(i - 1) == "last";
    int back = (iso_weekday(*published) - day + 7) % 7;
    if (last && back == 0) back = 7;
    if ((future || next) && !last) {
      int ahead = (day - iso_weekday(*published) + 7) % 7;
      if (next && ahead == 0) ahead = 7;
      return day_reading(1, add_days(*published, ahead));
    }
    return day_reading(1, add_days(*published, -back));
  }

  std::optional<Reading> named_day(std::size_t i) const {
    if (!published) return {};
    if (at(i) == "today" || at(i) == "tonight") return day_reading(1, *published);
    if (at(i) == "yesterday") return day_reading(1, add_days(*published, -1));
    if (at(i) == "tomorrow") return day_reading(1, add_days(*published, 1));
    if (at(i) == "this" &&
        (at(i + 1) == "morning" || at(i + 1) == "afternoon" || at(i + 1) == "evening")) {
      return day_reading(2, *published);
    }
    if (at(i) == "last" && at(i + 1) == "night") return day_reading(2, add_days(*published, -1));
    if (at(i) == "the" && at(i + 1) == "weekend")
      return unit_reading(2, "weekend", future ? 0 : -1);
    return {};
  }

  /// "last month", "this year", "next week", "the previous quarter"
  std::optional<Reading> relative_unit(std::size_t i) const {
    if (!published) return {};
    int shift = 0;
    if (at(i) == "last" || at(i) == "previous" || at(i) == "past")
      shift = -1;
    else if (at(i) == "next" || at(i) == "coming")
      shift = 1;
    else if (at(i) != "this" && at(i) != "current")
      return {};
    return unit_reading(2, at(i + 1), shift);
  }

  std::optional<Reading> unit_reading(int length, const std::string& unit, int shift) const {
    if (unit == "week") return week_reading(length, add_days(*published, 7 * shift));
    if (unit == "month") {
      const Date date = add_months(*published, shift);
      return month_reading(length, date.year, date.month);
    }
    if (unit == "year") return year_reading(length, published->year + shift);
    if (unit == "quarter") {
      const Date date = add_months(*published, 3 * shift);
      return quarter_reading(length, date.year, (date.month + 2) / 3);
    }
    if (unit == "decade" && shift < 0) {
      const int start = published->year / 10 * 10 - 10;
      return Reading{length, DateInterval{{start, 1, 1}, {start + 9, 12, 31}},
                     std::to_string(start / 10)};
    }
    if (unit == "weekend") {
      const Date sunday = add_days(*published, 7 - iso_weekday(*published) + 7 * shift);
      Reading out = week_reading(length, sunday);
      return Reading{length, DateInterval{add_days(sunday, -1), sunday}, out.value + "-WE"};
    }
    return season(length, unit, published->year, shift);
  }

  std::optional<Reading> season(int length, const std::string& name, int year, int shift) const {
    static constexpr std::array<std::string_view, 4> kSeasons = {"spring", "summer", "autumn",
                                                                 "winter"};
    static constexpr std::array<std::string_view, 4> kCodes = {"SP", "SU", "FA", "WI"};
    const std::string key = name == "fall" ? "autumn" : name;
    for (std::size_t k = 0; k < 4; ++k) {
      if (kSeasons[k] != key) continue;
      int y = year;
      const int start = static_cast<int>(3 * k + 3);
      if (shift < 0 && published && start >= published->month) --y;
      if (shift > 0 && published && start <= published->month) ++y;
      const Date from{y, start, 1};
      const Date end = add_months(from, 2);
      return Reading{length, DateInterval{from, month_days(end.year, end.month).to},
                     padded("%04d-", y, 0) + std::string(kCodes[k])};
    }
    return {};
  }

  std::optional<Reading> season_of_year(std::size_t i) const {
    const std::size_t y = at(i + 1) == "of" ? i + 2 : i + 1;
    if (!is_year(at(y))) return {};
    return season(static_cast<int>(y - i) + 1, at(i), *number(at(y)), 0);
  }

  /// "three days ago", "a week earlier"
  std::optional<Reading> ago(std::size_t i) const {
    if (!published) return {};
    int count = index_of(kCounts, at(i));
    if (at(i) == "a" || at(i) == "an") count = 1;
    if (const auto n = number(at(i)); n && *n < 1000) count = *n;
    if (count == 0 || at(i + 2) != "ago") return {};
    const std::string& unit = at(i + 1);
    if (unit == "day" || unit == "days") return day_reading(3, add_days(*published, -count));
    if (unit == "week" || unit == "weeks") {
      return week_reading(3, add_days(*published, -7 * count));
    }
    if (unit == "month" || unit == "months") {
      const Date date = add_months(*published, -count);
      return month_reading(3, date.year, date.month);
    }
    if (unit == "year" || unit == "years") return year_reading(3, published->year - count);
    return {};
  }

  /// "the third quarter of 2009", "Q3 2009", "third-quarter"
  std::optional<Reading> quarter(std::size_t i) const {
    int which = 0;
    std::size_t next = i + 1;
    if (at(i).size() == 2 && at(i)[0] == 'q' && at(i)[1] >= '1' && at(i)[1] <= '4') {
      which = at(i)[1] - '0';
    } else if (at(i).ends_with("-quarter")) {
      which = index_of(kOrdinals, at(i).substr(0, at(i).size() - 8));
    } else if (at(i + 1) == "quarter" || (at(i + 1) == "-" && at(i + 2) == "quarter")) {
      which = index_of(kOrdinals, at(i));
      next = at(i + 1) == "-" ? i + 3 : i + 2;
    }
    if (which == 0) return {};
    if (at(next) == "of") ++next;
    if (is_year(at(next))) {
      return quarter_reading(static_cast<int>(next - i) + 1, *number(at(next)), which);
    }
    if (!published) return {};
    const int now = (published->month + 2) / 3;
    const int year = published->year - (which > now && !future ? 1 : 0);
    return quarter_reading(static_cast<int>(next - i), year, which);
  }

  std::optional<Reading> year(std::size_t i) const {
    if (is_year(at(i))) {
      const bool money = i > 0 && (at(i - 1) == "$" || at(i - 1) == "€" || at(i - 1) == "£");
      const bool bare = i == 0 || is_time_preposition(at(i - 1)) || at(i - 1) == "," ||
                        at(i - 1) == "(" || at(i - 1) == "the" || at(i - 1) == "year";
      if (!money && bare) return year_reading(1, *number(at(i)));
    }
    return decade(at(i));
  }

  /// "the 1990s", "the 90s"
  static std::optional<Reading> decade(const std::string& word) {
    if (!word.ends_with("0s") || (word.size() != 5 && word.size() != 3)) return {};
    const auto digits = number(word.substr(0, word.size() - 1));
    if (!digits) return {};
    const int start = word.size() == 3 ? 1900 + *digits : *digits;
    if (start < 1800 || start > 2100) return {};
    return Reading{1, DateInterval{{start, 1, 1}, {start + 9, 12, 31}}, std::to_string(start / 10)};
  }

  /// "mid-2011": around the middle of the year, at the precision of a month.
  std::optional<Reading> mid_year(std::size_t i) const {
    const std::string& word = at(i);
    const bool joined = word.starts_with("mid-") && is_year(word.substr(4));
    const bool apart = word == "mid" && at(i + 1) == "-" && is_year(at(i + 2));
    if (!joined && !apart) return {};
    const int year = *number(joined ? word.substr(4) : at(i + 2));
    return Reading{joined ? 1 : 3, DateInterval{{year, 5, 1}, {year, 8, 31}},
                   padded("%04d-06-XX", year, 0)};
  }

  /// "now", "recently", "soon": before, at or after the day of publication, no more is said.
  std::optional<Reading> vague(std::size_t i) const {
    const std::string& word = at(i);
    const auto is_any = [&](std::initializer_list<std::string_view> words_of) {
      return std::find(words_of.begin(), words_of.end(), word) != words_of.end();
    };
    if (is_any({"now", "currently", "presently", "nowadays", "current", "ongoing"})) {
      std::optional<DateInterval> days;
      if (published) days = DateInterval{*published, *published};
      return Reading{1, days, "PRESENT_REF"};
    }
    if (is_any({"recently", "formerly"})) return Reading{1, {}, "PAST_REF"};
    if (word == "recent" && (at(i + 1) == "years" || at(i + 1) == "months" ||
                             at(i + 1) == "weeks" || at(i + 1) == "days")) {
      return Reading{2, {}, "PAST_REF"};
    }
    if (word == "soon" || (word == "future" && i > 0 && at(i - 1) == "the")) {
      return Reading{1, {}, "FUTURE_REF"};
    }
    if (at(i + 1) == "term" && (word == "long" || word == "near" || word == "short")) {
      return Reading{2, {}, "FUTURE_REF"};
    }
    return {};
  }

  /// "in spring": the last one that began.
  std::optional<Reading> bare_season(std::size_t i) const {
    if (!published || at(i) == "fall") return {};
    auto reading = season(1, at(i), published->year, 0);
    if (reading && reading->days->from > *published && !future) {
      reading = season(1, at(i), published->year - 1, 0);
    }
    return reading;
  }

  std::optional<Reading> read(std::size_t i) const {
    for (const auto rule :
         {&Reader::full_date, &Reader::mid_year, &Reader::quarter, &Reader::season_of_year,
          &Reader::month, &Reader::relative_unit, &Reader::ago, &Reader::named_day,
          &Reader::weekday, &Reader::year, &Reader::bare_season, &Reader::vague}) {
      if (auto reading = (this->*rule)(i)) return reading;
    }
    return {};
  }
};

/// "early", "mid", "late" narrow the days; the value stays.
void narrow(Reading& reading, const std::string& before) {
  if (!reading.days) return;
  const auto days = to_day_number(reading.days->to) - to_day_number(reading.days->from) + 1;
  if (days < 20) return;
  const Date from = reading.days->from;
  if (before == "early") reading.days->to = add_days(from, days / 3);
  if (before == "late") reading.days->from = add_days(from, days - days / 3);
  if (before == "mid" || before == "mid-") {
    reading.days = DateInterval{add_days(from, days / 3), add_days(from, days - days / 3)};
  }
}

/// The clause of a word speaks of the future.
bool is_future(const Sentence& sentence, WordNumber n) {
  const auto children = children_of(sentence);
  for (WordNumber at = n; at != 0; at = sentence.word(at).head) {
    const std::string lemma = lower_ascii(sentence.word(at).lemma);
    for (const std::string_view word : {"expect", "schedule", "plan", "due", "set", "slate"}) {
      if (lemma == word && at != n) return true;
    }
    for (const WordNumber c : children[at]) {
      const std::string form = lower_ascii(sentence.word(c).form);
      if (base_relation(sentence.word(c).deprel) == "aux" &&
          (form == "will" || form == "'ll" || form == "’ll" || form == "shall")) {
        return true;
      }
    }
    if (sentence.word(at).upos == Upos::VERB && at != n) return false;
  }
  return false;
}

}  // namespace

std::vector<Timex> find_timexes(const Sentence& sentence, std::optional<Date> published) {
  Strings words;
  for (const Word& word : sentence.words) words.push_back(lower_ascii(word.form));
  std::vector<Timex> out;
  for (std::size_t i = 0; i < words.size();) {
    const auto number_of = [](std::size_t k) { return static_cast<WordNumber>(k + 1); };
    const Reader reader{words, published, is_future(sentence, number_of(i))};
    auto reading = reader.read(i);
    if (!reading) {
      ++i;
      continue;
    }
    if (i > 0) narrow(*reading, words[i - 1]);
    out.push_back({number_of(i), number_of(i + static_cast<std::size_t>(reading->length) - 1),
                   reading->days, reading->value});
    i += static_cast<std::size_t>(reading->length);
  }
  return out;
}

}  // namespace entente
