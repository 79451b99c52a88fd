// SPDX-License-Identifier: ISC
/// @file
/// The ways to join the rows so far with the matches of a triple pattern, the choice among them,
/// and the one that needs both sides sorted: a merge join that skips, in doubling steps, what the
/// other side does not have (the galloping search of Bentley and Yao 1976).
#pragma once

#include "rdf/term_dictionary.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace entente::store {

enum class JoinMethod : std::uint8_t {
  NestedLoops,  ///< each row looks its matches up in the index
  Hash,         ///< the matches are found alone and hashed; each row looks among them
  Merge,        ///< rows and matches, both in the order of the shared variable, side by side
};

/// The cheapest method for `rows` rows and a pattern that alone has `matches` matches. `mergeable`:
/// both are in the order of the one variable they share.
JoinMethod cheapest_join(std::size_t rows, std::size_t matches, bool mergeable);

/// Terms that lie `stride` apart: a column of a table, or a field of the rows of an order. A view.
struct KeyColumn {
  const rdf::TermId* first = nullptr;
  std::size_t size = 0, stride = 1;

  rdf::TermId operator[](std::size_t index) const { return first[index * stride]; }
};

bool is_ascending(const KeyColumn& keys);

/// The first index from `from` on whose key is not less than `key`; keys.size if there is none.
/// Requires: ascending keys, from <= keys.size. Cost: logarithmic in what is skipped.
std::size_t skip_to(const KeyColumn& keys, std::size_t from, rdf::TermId key);

/// Calls found(l, begin, end) for each l, in ascending order, whose key stands at the non-empty
/// [begin, end) of `right`; stops when it returns false. Requires: both ascending; keys may repeat
/// on either side. Cost: what is found, and n log(m / n) for n keys on the smaller side, m on the
/// larger.
template <typename Found>
void merge_keys(const KeyColumn& left, const KeyColumn& right, Found found) {
  std::size_t l = 0, begin = 0;
  while (l < left.size) {
    begin = skip_to(right, begin, left[l]);
    if (begin == right.size) return;
    const rdf::TermId key = right[begin];
    l = skip_to(left, l, key);
    if (l == left.size || left[l] != key) continue;
    std::size_t end = begin + 1;
    while (end < right.size && right[end] == key) ++end;
    for (; l < left.size && left[l] == key; ++l) {
      if (!found(l, begin, end)) return;
    }
    begin = end;
  }
}

}  // namespace entente::store
