// SPDX-License-Identifier: ISC
#include "text/written_date.h"

#include "text/characters.h"

#include <array>
#include <vector>

namespace entente {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

// A run of digits or of letters, and what stands before it.
struct Piece {
  bool is_number = false;
  int value = 0;  // of a number; the month of a month's name, else 0
  std::size_t digits = 0;
  char before = ' ';
};

int read_digits(std::string_view run) {
  int value = 0;
  for (const char c : run.substr(0, 8)) value = value * 10 + (c - '0');
  return value;
}

std::vector<Piece> split_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size() && pieces.size() < 64;) {
    const bool number = is_digit(text[i]);
    if (!number && !is_ascii_letter(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && (number ? is_digit(text[end]) : is_ascii_letter(text[end]))) ++end;
    const std::string_view run = text.substr(i, end - i);
    pieces.push_back({number, number ? read_digits(run) : parse_month(run), run.size(),
                      i > 0 ? text[i - 1] : ' '});
    i = end;
  }
  return pieces;
}

bool is_year(const Piece& piece) {
  return piece.is_number && piece.digits == 4 && piece.value >= 1000;
}
bool is_day(const Piece& piece) {
  return piece.is_number && piece.digits <= 2;
}
bool is_month_name(const Piece& piece) {
  return !piece.is_number && piece.value > 0;
}
bool is_ordinal_ending(const Piece& piece) {
  return !piece.is_number && piece.value == 0 && piece.digits == 2 && is_digit(piece.before);
}

std::optional<Date> if_valid(int year, int month, int day) {
  const Date date{year, month, day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

// "August 5, 2022", "5 August 2022", "5th of August 2022": pieces around the month's name.
std::optional<Date> read_named(const std::vector<Piece>& pieces, std::size_t month) {
  const auto at = [&](std::size_t i) { return i < pieces.size() ? pieces[i] : Piece{}; };
  std::size_t next = month + 1;
  if (is_year(at(next)) && month > 0) {
    std::size_t day = month - 1;
    while (day > 0 && !pieces[day].is_number && month - day < 3) --day;
    if (is_day(pieces[day])) return if_valid(at(next).value, at(month).value, pieces[day].value);
  }
  if (!is_day(at(next))) return std::nullopt;
  const int day = at(next).value;
  ++next;
  if (is_ordinal_ending(at(next))) ++next;
  return is_year(at(next)) ? if_valid(at(next).value, at(month).value, day) : std::nullopt;
}

std::optional<Date> read_numeric(const Piece& a, const Piece& b, const Piece& c) {
  const bool same_mark =
      b.before == c.before && (b.before == '/' || b.before == '.' || b.before == '-');
  if (!same_mark || !is_day(b)) return std::nullopt;
  if (is_year(a) && is_day(c)) return if_valid(a.value, b.value, c.value);
  if (!is_day(a) || !is_year(c)) return std::nullopt;
  if (a.value > 12) return if_valid(c.value, b.value, a.value);
  if (b.value > 12) return if_valid(c.value, a.value, b.value);
  return a.value == b.value ? if_valid(c.value, a.value, b.value) : std::nullopt;
}

}  // namespace

int parse_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3) return 0;
  for (std::size_t m = 0; m < kMonths.size(); ++m) {
    const bool short_form = word.size() <= 4 && kMonths[m].size() >= word.size() &&
                            equals_ignoring_case(word, kMonths[m].substr(0, word.size()));
    if (short_form || equals_ignoring_case(word, kMonths[m])) return static_cast<int>(m) + 1;
  }
  return 0;
}

std::optional<Date> parse_written_date(std::string_view text) {
  const std::vector<Piece> pieces = split_pieces(text);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    std::optional<Date> date;
    if (is_month_name(piece)) {
      date = read_named(pieces, i);
    } else if (piece.is_number && piece.digits == 8) {
      date = if_valid(piece.value / 10000, piece.value / 100 % 100, piece.value % 100);
      if (date && (date->year < 1900 || date->year > 2100)) date.reset();
    } else if (piece.is_number && i + 2 < pieces.size() && pieces[i + 1].is_number &&
               pieces[i + 2].is_number) {
      date = read_numeric(piece, pieces[i + 1], pieces[i + 2]);
    }
    if (date) return date;
  }
  return std::nullopt;
}

}  // namespace entente
