// SPDX-License-Identifier: ISC
/// @file
/// The learned weights of the sentence splitter.
#pragma once

#include <string_view>

namespace entente {

/// One printable character for each feature: its weight is (character - kZeroWeight) * a common
/// factor, which does not matter for the sign of a sum. Size: kSentenceWeights.
extern const std::string_view kSentenceWeightTable;
inline constexpr char kZeroWeight = 'P';
/// Added to the sum of a gap's weights; a sentence ends there if the result is positive.
extern const int kSentenceBias;

}  // namespace entente
