// SPDX-License-Identifier: ISC
/// @file
/// UTF-8: counting, stepping, and the map from bytes to code points that offsets in RDF need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// True for well-formed UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF).
bool is_valid_utf8(std::string_view text);

/// Bytes before the first one that is not part of well-formed UTF-8; text.size() if all are.
std::size_t valid_utf8_prefix(std::string_view text);

/// Bytes of the well-formed sequence that starts at byte `at`; 0 if there is none there.
/// Requires: at < text.size(); the text may be anything.
std::size_t utf8_sequence_length(std::string_view text, std::size_t at);

/// Number of code points. Requires: valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// The code point that starts at byte `at`, which moves behind it. Requires: valid UTF-8, at <
/// size.
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& out, char32_t code_point);

/// Turns byte offsets of one text into code point offsets. Cost: building reads the text once;
/// a look-up reads at most 256 bytes.
class CodePointIndex {
 public:
  /// Keeps a view of `text`, which must outlive the index. Requires: valid UTF-8.
  explicit CodePointIndex(std::string_view text);
  /// Code points before byte `offset`. Requires: offset <= text.size(), on a character boundary.
  std::uint32_t at_byte(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> counts_;  // code points before each 256-byte block
};

}  // namespace entente
