// SPDX-License-Identifier: ISC
/// @file
/// A piece of Document::text.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// [begin, end) in UTF-8 bytes of Document::text, from 0. Always on character boundaries.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(ByteRange other) const {
    return begin <= other.begin && other.end <= end;
  }
  constexpr bool overlaps(ByteRange other) const { return begin < other.end && other.begin < end; }
  /// The words themselves. Requires: the range lies inside `text`. The view lives as long as
  /// `text`.
  constexpr std::string_view in(std::string_view text) const { return text.substr(begin, size()); }
  friend constexpr auto operator<=>(const ByteRange&, const ByteRange&) = default;
};

}  // namespace entente
