// SPDX-License-Identifier: ISC
/// @file
/// The model as a file: named matrices of 8-bit weights, vectors and lists of strings.
///
/// Layout, little-endian: "ENTENTE\n", u32 version, u64 length of the body, u64 checksum of the
/// body (FNV-1a over 8-byte words), body. The body has three sections (matrices, vectors, lists),
/// each a u32 count and its entries in order of name; a string is a u32 length and its bytes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

inline constexpr std::uint32_t kModelVersion = 1;

/// rows x cols weights; weight (r, c) is values[r * cols + c] * scales[r].
struct ModelMatrix {
  std::uint32_t rows = 0;
  std::uint32_t cols = 0;
  std::vector<std::int8_t> values;
  std::vector<float> scales;  ///< one per row
  friend bool operator==(const ModelMatrix&, const ModelMatrix&) = default;
};

struct ModelData {
  std::map<std::string, ModelMatrix, std::less<>> matrices;
  std::map<std::string, std::vector<float>, std::less<>> vectors;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  friend bool operator==(const ModelData&, const ModelData&) = default;
};

std::string write_model(const ModelData& data);

/// Throws ConfigError naming `file` if `bytes` is no model, truncated, damaged or of another
/// version.
ModelData read_model(std::string_view bytes, const std::string& file);

}  // namespace entente
