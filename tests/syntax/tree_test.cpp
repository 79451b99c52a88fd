// SPDX-License-Identifier: ISC
#include "syntax/tree.h"

#include <functional>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

using Heads = std::vector<std::uint16_t>;

bool is_tree(const Heads& heads) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] == 0;
    std::size_t at = i + 1, steps = 0;
    while (at != 0 && steps++ <= heads.size()) at = heads[at - 1];
    if (at != 0) return false;
  }
  return roots == 1;
}

std::int64_t sum(const std::vector<std::int32_t>& scores, const Heads& heads) {
  std::int64_t total = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) total += scores[i * (heads.size() + 1) + heads[i]];
  return total;
}

// The best sum over all trees, by trying every combination of heads.
std::int64_t best_by_trial(const std::vector<std::int32_t>& scores, std::size_t n) {
  std::int64_t best = INT64_MIN;
  Heads heads(n, 0);
  const std::function<void(std::size_t)> fill = [&](std::size_t i) {
    if (i == n) {
      if (is_tree(heads)) best = std::max(best, sum(scores, heads));
      return;
    }
    for (std::size_t h = 0; h <= n; ++h) {
      heads[i] = static_cast<std::uint16_t>(h);
      if (h != i + 1) fill(i + 1);
    }
  };
  fill(0);
  return best;
}

}  // namespace

TEST_CASE("a single word is the root", "[syntax][tree]") {
  CHECK(best_tree(std::vector<std::int32_t>{-5, 0}, 1) == Heads{0});
}

TEST_CASE("only one word hangs on the root, whatever the scores", "[syntax][tree]") {
  // Both words would rather be root; the second loses less by hanging on the first.
  CHECK(best_tree(std::vector<std::int32_t>{10, 0, 1, /**/ 10, 5, 0}, 2) == Heads{0, 1});
}

TEST_CASE("a circle is broken where it costs least", "[syntax][tree]") {
  // Words 1 and 2 prefer each other.
  CHECK(best_tree(std::vector<std::int32_t>{3, 0, 9, /**/ 1, 9, 0}, 2) == Heads{0, 1});
}

TEST_CASE("no tree is better than the one found", "[syntax][tree]") {
  std::uint32_t state = 1;
  for (std::size_t round = 0; round < 400; ++round) {
    const std::size_t n = 1 + round % 5;
    std::vector<std::int32_t> scores(n * (n + 1));
    for (std::int32_t& score : scores) {
      state = state * 1664525U + 1013904223U;
      score = static_cast<std::int32_t>(state >> 28) - 8;
    }
    const Heads heads = best_tree(scores, n);
    REQUIRE(is_tree(heads));
    REQUIRE(sum(scores, heads) == best_by_trial(scores, n));
  }
}
