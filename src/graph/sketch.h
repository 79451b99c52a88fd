// SPDX-License-Identifier: ISC
/// @file
/// Which articles carry the same text: bottom-k sketches of word shingles (A. Broder 1997, "On the
/// resemblance and containment of documents").
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

inline constexpr int kShingleWords = 5;     ///< words that make a shingle
inline constexpr int kSketchSize = 128;     ///< the smallest hashes that are kept
inline constexpr int kMinSharedHashes = 8;  ///< fewer may be a quotation that both carry
/// Share of the shorter text's shingles that must be in the other. Judgement, not measured: a
/// rewritten agency report keeps more than half of its sentences.
inline constexpr double kSameTextContainment = 0.5;

/// The kSketchSize smallest distinct hashes of the shingles of `text`, ascending. Words are runs of
/// ASCII letters and digits or of other characters than ASCII; letters are compared without case.
/// Empty if the text has fewer than kShingleWords words.
std::vector<std::uint32_t> make_sketch(std::string_view text);

/// Estimated share of the shorter text that is also in the other, from hashes up to the smaller of
/// the two sketches' limits. In [0, 1]; 0 if either is empty. Requires: both are sorted.
double containment(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

/// True if the two sketches are of one text, whole or nearly so.
bool same_text(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

}  // namespace entente
