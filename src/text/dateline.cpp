// SPDX-License-Identifier: ISC
#include "text/dateline.h"

#include "text/written_date.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::size_t kLongest = 80;         // bytes: place, day and agency
constexpr std::size_t kFirstSentence = 300;  // bytes in which a second dash may follow
constexpr std::array<std::string_view, 4> kDashes = {" — ", " – ", " -- ", " - "};

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// No word in small letters: "KYIV, July 5 (Reuters)", "Port-au-Prince, Haiti".
bool has_capitals_only(std::string_view head) {
  bool starts_word = true;
  for (const char c : head) {
    if (starts_word && is_lower(c)) return false;
    starts_word = c == ' ';
  }
  return !head.empty() && (is_upper(head[0]) || head[0] == '(');
}

bool is_in_capitals(std::string_view head) {
  return head.size() > 1 && is_upper(head[0]) && is_upper(head[1]);
}

/// Bytes of the paragraph up to and with `end`, if what stands before it can be a dateline.
std::size_t size_with_end(std::string_view paragraph, std::string_view end) {
  const std::size_t at = paragraph.substr(0, kLongest + end.size()).find(end);
  if (at == std::string_view::npos || !has_capitals_only(paragraph.substr(0, at))) return 0;
  const std::size_t behind = at + end.size();
  if (behind >= paragraph.size() || is_lower(paragraph[behind])) return 0;
  return behind - (end.ends_with(' ') ? 1 : 0);
}

/// "Moscow – Putin's seat – is quiet": an aside between two dashes.
bool opens_aside(std::string_view paragraph, std::size_t size, std::string_view dash) {
  const std::string_view rest = paragraph.substr(size, kFirstSentence);
  return rest.substr(0, rest.find(". ")).find(dash) != std::string_view::npos;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::size_t dateline_size(std::string_view paragraph) {
  for (const std::string_view dash : kDashes) {
    const std::size_t size = size_with_end(paragraph, dash);
    if (size == 0) continue;
    const std::string_view head = paragraph.substr(0, size);
    const bool agency = head.find('(') != std::string_view::npos;
    if (agency || is_in_capitals(head) || !opens_aside(paragraph, size, dash)) return size;
  }
  if (const std::size_t size = size_with_end(paragraph, "/. "); size != 0) return size;
  const std::size_t size = size_with_end(paragraph, ": ");
  const std::string_view head = paragraph.substr(0, size);
  return is_in_capitals(head) && has_digit(head) ? size : 0;
}

std::optional<Date> dateline_date(std::string_view paragraph) {
  return parse_written_date(paragraph.substr(0, dateline_size(paragraph)));
}

}  // namespace entente
