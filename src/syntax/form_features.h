// SPDX-License-Identifier: ISC
/// @file
/// What the network sees of a word: its normalised form, affixes, shape and character n-grams, the
/// latter three hashed into a table of fixed size.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Lower case, digits as 0, typographic quotes and dashes as plain ones: the key of the vocabulary.
std::string normalize_form(std::string_view form);

/// Rows of the hashed table.
struct FormFeatures {
  std::vector<std::uint32_t> single;  ///< affixes and shape: added as they are
  std::vector<std::uint32_t> grams;   ///< 3- to 5-grams: added, divided by the root of their number
};

/// Replaces `features` by those of `form`. Every row is below `rows`. Requires: valid UTF-8.
void find_features(std::string_view form, std::uint32_t rows, FormFeatures& features);

}  // namespace entente
