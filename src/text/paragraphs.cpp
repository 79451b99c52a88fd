// SPDX-License-Identifier: ISC
#include "text/paragraphs.h"

#include "text/characters.h"

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

// Does the next line go on with what this one began? A wrapped line would have had no room for the
// next line's first word.
bool is_wrapped(std::string_view text, const std::vector<Paragraph>& lines, std::size_t i,
                std::size_t width) {
  if (lines[i + 1].after_empty_line) return false;
  const std::string_view next = lines[i + 1].range.in(text);
  const std::size_t word = std::min(next.find(' '), next.size());
  return lines[i].range.size() + 1 + word > width;
}

// The width at which the text is wrapped; 0 if it is not.
std::size_t find_width(std::string_view text, const std::vector<Paragraph>& lines) {
  std::size_t width = 0;
  for (const Paragraph& line : lines) {
    if (line.range.size() > kMaxWidth + 4) return 0;
    width = std::max<std::size_t>(width, line.range.size());
  }
  if (width < kMinWidth) return 0;
  std::size_t inner = 0;
  std::size_t wrapped = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_empty_line) continue;
    ++inner;
    wrapped += is_wrapped(text, lines, i, width - 8);
  }
  return wrapped >= kMinWrappedLines && wrapped * 10 >= inner * 6 ? width - 8 : 0;
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
