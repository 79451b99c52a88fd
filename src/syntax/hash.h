// SPDX-License-Identifier: ISC
/// @file
/// Hashes that are the same on every machine. Internal to src/syntax.
#pragma once

#include <cstdint>

namespace entente {

constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t value =
      (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9ULL;
  return value ^ (value >> 31);
}

/// FNV-1a; of bytes or of code points.
template <typename Text>
std::uint64_t hash(const Text& text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const auto unit : text)
    value = (value ^ static_cast<std::uint32_t>(unit)) * 1099511628211ULL;
  return value ^ (value >> 29);
}

}  // namespace entente
