// SPDX-License-Identifier: ISC
#include "render/dot_text.h"

#include "render/text_layout.h"

#include <algorithm>

namespace entente {

std::string dot_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        quoted += "\\\"";
        break;
      case '\\':
        quoted += "\\\\";
        break;
      case '&':
        quoted += "&amp;";
        break;
      case '\n':
        quoted += "\\n";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) quoted += c;
    }
  }
  return quoted + '"';
}

std::string dot_html(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '&':
        escaped += "&amp;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) escaped += c;
    }
  }
  return escaped;
}

std::string break_lines(std::string_view text, std::size_t width) {
  std::string lines = wrap(text, width, 0);
  lines.pop_back();
  return lines;
}

std::string safe_url(std::string_view url) {
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  const bool clean = std::all_of(url.begin(), url.end(), [](char c) {
    return c > 0x20 && c < 0x7F &&
           std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
  });
  return web && clean ? std::string(url) : std::string();
}

}  // namespace entente
