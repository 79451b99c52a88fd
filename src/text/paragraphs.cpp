// SPDX-License-Identifier: ISC
#include "text/paragraphs.h"

#include "text/characters.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>

namespace entente {

namespace {

// Lines wrapped by a program end close to a common width, and most go on in the next line.
// Judgement, from mail (72), books (65 to 80) and treebanks' raw texts (80).
constexpr std::size_t kMinWidth = 40;
constexpr std::size_t kMaxWidth = 100;
constexpr std::size_t kMinWrappedLines = 3;

std::vector<Paragraph> split_lines(std::string_view text, ByteRange part) {
  std::vector<Paragraph> lines;
  std::uint32_t begin = part.end;  // of the visible text of the line; part.end: none yet
  std::uint32_t end = 0;
  bool empty_line = true;
  const auto finish = [&](std::uint32_t) {
    if (begin < end) {
      lines.push_back({{begin, end}, empty_line});
      empty_line = false;
    } else {
      empty_line = true;
    }
    begin = part.end;
    end = 0;
  };
  for (std::size_t at = part.begin; at < part.end;) {
    const Char c = char_at(text, at);
    at = c.end;
    if (c.kind == CharClass::LineEnd) {
      if (c.code_point == '\r' && at < part.end && text[at] == '\n') ++at;
      finish(c.begin);
    } else if (c.kind != CharClass::Space) {
      begin = std::min(begin, c.begin);
      end = c.end;
    }
  }
  finish(part.end);
  return lines;
}

std::size_t length_of(std::string_view text, const Paragraph& line) {
  return count_code_points(line.range.in(text));
}

// Does the next line go on with what this one began? A wrapped line would have had no room for the
// next line's first word.
bool is_wrapped(std::string_view text, const std::vector<Paragraph>& lines, std::size_t i,
                std::size_t width) {
  if (lines[i + 1].after_empty_line) return false;
  const std::string_view next = lines[i + 1].range.in(text);
  const std::string_view word = next.substr(0, std::min(next.find(' '), next.size()));
  return length_of(text, lines[i]) + 1 + count_code_points(word) > width;
}

// Nearly all lines that have a line right behind them keep this length; 0 if there are none or if
// too many lines are longer than any page is wide (a few may be: addresses cannot be wrapped).
std::size_t usual_length(std::string_view text, const std::vector<Paragraph>& lines) {
  std::vector<std::size_t> lengths;
  std::size_t too_long = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::size_t length = length_of(text, lines[i]);
    too_long += length > kMaxWidth;
    if (!lines[i + 1].after_empty_line) lengths.push_back(length);
  }
  if (lengths.size() < kMinWrappedLines || too_long * 20 > lines.size()) return 0;
  const auto rank = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 95 / 100);
  std::nth_element(lengths.begin(), rank, lengths.end());
  return *rank;
}

// Lines shorter than this, with the next word, were ended on purpose; 0 if the text is not wrapped.
std::size_t find_width(std::string_view text, const std::vector<Paragraph>& lines) {
  constexpr std::size_t kRagged = 8;  // judgement: how far wrapped lines fall short of the width
  const std::size_t longest = usual_length(text, lines);
  if (longest < kMinWidth || longest > kMaxWidth) return 0;
  const std::size_t width = longest - kRagged;
  std::size_t inner = 0;
  std::size_t wrapped = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_empty_line) continue;
    ++inner;
    wrapped += is_wrapped(text, lines, i, width);
  }
  return wrapped >= kMinWrappedLines && wrapped * 10 >= inner * 6 ? width : 0;
}

}  // namespace

std::vector<Paragraph> split_paragraphs(std::string_view text, ByteRange part) {
  std::vector<Paragraph> lines = split_lines(text, part);
  const std::size_t width = find_width(text, lines);
  if (width == 0) return lines;
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool goes_on = i > 0 && is_wrapped(text, lines, i - 1, width);
    if (goes_on) {
      paragraphs.back().range.end = lines[i].range.end;
    } else {
      paragraphs.push_back(lines[i]);
    }
  }
  return paragraphs;
}

}  // namespace entente
