// SPDX-License-Identifier: ISC
#include "render/text_layout.h"

#include "text/utf8.h"

#include <algorithm>

namespace entente {

namespace {

bool is_control(unsigned char c) {
  return c < 0x20 || c == 0x7F;
}

// C1 controls are U+0080 to U+009F, in UTF-8 C2 80 to C2 9F: some terminals obey them.
bool is_c1_control(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) == 0xC2 && at + 1 < text.size() &&
         static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

std::string collapse(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (is_c1_control(text, i)) {
      ++i;
    } else if (c == ' ' || is_control(c)) {
      const bool space = c == ' ' || (c >= '\t' && c <= '\r');
      if (space && !result.empty() && result.back() != ' ') result += ' ';
    } else {
      result += text[i];
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

// Byte offset of the code point `count` of `text`, or its end.
std::size_t byte_at(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (count-- > 0 && at < text.size()) next_code_point(text, at);
  return at;
}

// Where the word behind the one at `from` begins, at most `to`.
std::size_t next_word(std::string_view text, std::size_t from, std::size_t to) {
  const std::size_t space = text.find(' ', from);
  return space == std::string_view::npos ? to : std::min(space + 1, to);
}

// Where the word at `to` begins, less the space before it; at least `from`.
std::size_t end_of_word_before(std::string_view text, std::size_t from, std::size_t to) {
  const std::size_t space = text.rfind(' ', to);
  return space == std::string_view::npos ? to : std::max(space, from);
}

}  // namespace

std::size_t columns(std::string_view text) {
  return count_code_points(text);
}

std::string pad(std::string_view text, std::size_t width) {
  const std::size_t used = columns(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent,
                 std::string_view lead) {
  const std::string words = collapse(text);
  const std::string margin(indent, ' ');
  std::string result = lead.empty() ? margin : pad(lead, indent);
  std::size_t used = columns(result);
  bool fresh = true;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string_view word = std::string_view(words).substr(begin, end - begin);
    const std::size_t needed = columns(word) + (fresh ? 0 : 1);
    if (!fresh && used + needed > width) {
      result += '\n' + margin;
      used = indent;
      fresh = true;
    }
    if (!fresh) result += ' ';
    result += word;
    used += columns(word) + (fresh ? 0 : 1);
    fresh = false;
    begin = end + 1;
  }
  return result + '\n';
}

std::string excerpt(std::string_view text, std::size_t begin, std::size_t end, std::size_t width) {
  const std::size_t length = count_code_points(text);
  if (length <= width) return std::string(text);
  const std::size_t middle = (std::min(begin, length) + std::min(end, length)) / 2;
  std::size_t first = middle > width / 2 ? middle - width / 2 : 0;
  first = std::min(first, length - width);
  std::size_t from = byte_at(text, first);
  std::size_t to = byte_at(text, first + width);
  // Not within a word.
  if (from > 0 && text[from - 1] != ' ') from = next_word(text, from, to);
  if (to < text.size() && text[to] != ' ') to = end_of_word_before(text, from, to);
  std::string result = from > 0 ? "…" : "";
  result += text.substr(from, to - from);
  return to < text.size() ? result + "…" : result;
}

}  // namespace entente
