// SPDX-License-Identifier: ISC
/// @file
/// Random numbers that are the same everywhere for a seed (splitmix64).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace entente::train {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  /// In [0, 1).
  float uniform() { return static_cast<float>(next() >> 40) * 0x1p-24F; }
  /// In [0, bound). Requires: bound > 0.
  std::size_t below(std::size_t bound) { return next() % bound; }
  bool chance(float probability) { return uniform() < probability; }
  template <typename Value>
  void shuffle(std::vector<Value>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace entente::train
