// SPDX-License-Identifier: ISC
/// @file
/// Laying out words for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Breaks `text` at spaces into lines of at most `width` columns (code points), each after `indent`
/// spaces; the first line begins with `lead` instead, set flush with the indent. White space within
/// the text becomes single spaces, control characters are dropped: articles cannot steer the
/// terminal. Ends with a line feed.
std::string wrap(std::string_view text, std::size_t width, std::size_t indent,
                 std::string_view lead = {});

/// At most `width` code points around [begin, end) (code points of `text`), with "…" where text was
/// left out.
std::string excerpt(std::string_view text, std::size_t begin, std::size_t end, std::size_t width);

/// Columns that the text takes: its code points.
std::size_t columns(std::string_view text);

/// Filled with spaces up to `width` columns.
std::string pad(std::string_view text, std::size_t width);

}  // namespace entente
