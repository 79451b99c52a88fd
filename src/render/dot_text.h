// SPDX-License-Identifier: ISC
/// @file
/// Strings of the DOT language.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// A quoted string that Graphviz shows as `text`: quotation marks, backslashes and ampersands are
/// escaped (labels know backslash escapes and HTML entities), other control characters than line
/// feeds are dropped.
std::string dot_string(std::string_view text);

/// For HTML-like labels: as text between tags.
std::string dot_html(std::string_view text);

/// `text` in lines of about `width` code points, broken at spaces.
std::string break_lines(std::string_view text, std::size_t width);

/// `url` if it is http or https and has no characters that a URL cannot have, else nothing: a graph
/// may come from anywhere, and a picture's links are followed.
std::string safe_url(std::string_view url);

}  // namespace entente
