// SPDX-License-Identifier: ISC
/// @file
/// Sorting of records, which are large and many.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <tbb/parallel_sort.h>

namespace entente {

/// A record's place before sorting, with the head of its id: most comparisons need no more.
struct IdKey {
  std::array<unsigned char, 8> head{};
  std::uint32_t number = 0;
};

/// Sorts in place by id; records of one id keep their order. Cost: n log n comparisons of a few
/// bytes, then one move a record; nothing but a look at each if they are sorted.
template <typename Record>
void sort_by_id(std::vector<Record>& records) {
  const auto id = [&](std::uint32_t number) -> std::string_view { return records[number].id; };
  const auto comes_first = [&](const IdKey& a, const IdKey& b) {
    if (a.head != b.head) return a.head < b.head;
    const auto compared = id(a.number) <=> id(b.number);
    return compared < 0 || (compared == 0 && a.number < b.number);
  };
  std::vector<IdKey> order(records.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const std::string_view text = id(i);
    if (!text.empty()) {
      std::memcpy(order[i].head.data(), text.data(), std::min(text.size(), order[i].head.size()));
    }
    order[i].number = i;
  }
  if (std::is_sorted(order.begin(), order.end(), comes_first)) return;
  tbb::parallel_sort(order, comes_first);
  for (std::uint32_t start = 0; start < order.size(); ++start) {
    if (order[start].number == start) continue;
    Record first = std::move(records[start]);
    std::uint32_t to = start;
    for (std::uint32_t from = order[to].number; from != start; from = order[to].number) {
      records[to] = std::move(records[from]);
      order[to].number = to;
      to = from;
    }
    records[to] = std::move(first);
    order[to].number = to;
  }
}

}  // namespace entente
