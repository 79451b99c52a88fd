// SPDX-License-Identifier: ISC
#include "graph/sketch.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace entente {

namespace {

// FNV-1a, 64 bits; then folded by the finaliser of MurmurHash3, since bottom-k needs all bits
// mixed.
constexpr std::uint64_t kFnvOffset = 14695981039346656037ULL;
constexpr std::uint64_t kFnvPrime = 1099511628211ULL;

std::uint32_t fold(std::uint64_t hash) {
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdULL;
  hash ^= hash >> 33;
  return static_cast<std::uint32_t>(hash >> 32);
}

bool is_word_byte(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::vector<std::uint64_t> hash_words(std::string_view text) {
  std::vector<std::uint64_t> hashes;
  std::uint64_t hash = kFnvOffset;
  bool in_word = false;
  for (const char character : text) {
    auto c = static_cast<unsigned char>(character);
    if (is_word_byte(c)) {
      if (c >= 'A' && c <= 'Z') c = static_cast<unsigned char>(c + ('a' - 'A'));
      hash = (hash ^ c) * kFnvPrime;
      in_word = true;
    } else if (in_word) {
      hashes.push_back(hash);
      hash = kFnvOffset;
      in_word = false;
    }
  }
  if (in_word) hashes.push_back(hash);
  return hashes;
}

// How many hashes up to `limit` are in the sketch.
std::ptrdiff_t count_up_to(std::span<const std::uint32_t> sketch, std::uint32_t limit) {
  return std::upper_bound(sketch.begin(), sketch.end(), limit) - sketch.begin();
}

struct Overlap {
  std::ptrdiff_t shared = 0, shorter = 0;
};

// Up to the smaller of the last hashes both sketches are complete samples of their texts, except
// that a sketch that is not full is complete everywhere.
Overlap overlap(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  if (a.empty() || b.empty()) return {};
  const auto limit_of = [](std::span<const std::uint32_t> s) {
    return s.size() < kSketchSize ? 0xFFFFFFFFU : s.back();
  };
  const std::uint32_t limit = std::min(limit_of(a), limit_of(b));
  Overlap result;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end() && *x <= limit && *y <= limit) {
    if (*x == *y) ++result.shared;
    const bool step_x = *x <= *y;
    if (*y <= *x) ++y;
    if (step_x) ++x;
  }
  result.shorter = std::min(count_up_to(a, limit), count_up_to(b, limit));
  return result;
}

}  // namespace

std::vector<std::uint32_t> make_sketch(std::string_view text) {
  const std::vector<std::uint64_t> words = hash_words(text);
  std::vector<std::uint32_t> shingles;
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    std::uint64_t hash = kFnvOffset;
    for (std::size_t k = i; k < i + kShingleWords; ++k) hash = (hash ^ words[k]) * kFnvPrime;
    shingles.push_back(fold(hash));
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  if (shingles.size() > kSketchSize) shingles.resize(kSketchSize);
  return shingles;
}

double containment(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  const Overlap found = overlap(a, b);
  return found.shorter == 0
             ? 0.0
             : static_cast<double>(found.shared) / static_cast<double>(found.shorter);
}

bool same_text(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  return overlap(a, b).shared >= kMinSharedHashes && containment(a, b) >= kSameTextContainment;
}

}  // namespace entente
