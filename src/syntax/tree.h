// SPDX-License-Identifier: ISC
/// @file
/// The best dependency tree for given scores of arcs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Heads of words 1..n (result[i - 1]; 0 is the root) of the tree with the greatest sum of scores
/// among those with exactly one word below the root. scores[(i - 1) * (n + 1) + h] is that of head
/// h for word i; entries with h == i are not read. Ties go to the lower head. Method: Chu and Liu
/// 1965, Edmonds 1967. Cost: mostly n^2, at worst n^3. Requires: n >= 1.
std::vector<std::uint16_t> best_tree(std::span<const std::int32_t> scores, std::size_t n);

}  // namespace entente
