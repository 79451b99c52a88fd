// SPDX-License-Identifier: ISC
/// @file
/// The queue of a Dijkstra's algorithm that looks far ahead. Only for sources of this folder.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace entente {

/// A radix heap (R. K. Ahuja, K. Mehlhorn, J. B. Orlin and R. E. Tarjan 1990): entries lie in
/// buckets by the highest bit in which their distance differs from the nearest one's, and are read
/// and written in order, where a heap would jump about in memory. Those that are nearer to each
/// other than the shortest step come out together: none of them can be reached through another.
class RadixQueue {
 public:
  struct Entry {
    std::uint32_t distance, item;
  };

  /// Starts anew at distance 0. `shortest_step` is at least 1.
  void start(std::uint32_t shortest_step) {
    for (std::vector<Entry>& bucket : buckets_) bucket.clear();
    nearest_ = 0;
    whole_ = static_cast<std::size_t>(std::bit_width(shortest_step));
  }

  /// Requires: `distance` is that of an entry which came out, or 0, and at least the shortest step.
  void push(std::uint32_t distance, std::uint32_t item) {
    buckets_[bucket_of(distance)].push_back({distance, item});
  }

  /// The nearest entries, in the order in which they were pushed; none if the queue is empty.
  /// `is_current` tells of an entry whether it still counts. Valid until the next call.
  template <typename IsCurrent>
  const std::vector<Entry>& pop(IsCurrent&& is_current) {
    nearest_entries_.clear();
    while (nearest_entries_.empty()) {
      const auto full = std::ranges::find_if(buckets_, [](const auto& b) { return !b.empty(); });
      if (full == buckets_.end()) break;
      std::erase_if(*full, [&](const Entry& entry) { return !is_current(entry); });
      if (full->empty()) continue;
      nearest_ = std::ranges::min(*full, {}, &Entry::distance).distance;
      if (static_cast<std::size_t>(full - buckets_.begin()) <= whole_) {
        nearest_entries_.swap(*full);
      } else {
        spread(*full);
      }
    }
    return nearest_entries_;
  }

 private:
  std::size_t bucket_of(std::uint32_t distance) const {
    return static_cast<std::size_t>(std::bit_width(distance ^ nearest_));
  }

  // Over the buckets before it.
  void spread(std::vector<Entry>& bucket) {
    for (const Entry& entry : bucket) buckets_[bucket_of(entry.distance)].push_back(entry);
    bucket.clear();
  }

  // Bucket b > 0 holds distances that have the same bits from bit b on, so 2^(b-1) of them.
  std::array<std::vector<Entry>, std::numeric_limits<std::uint32_t>::digits + 1> buckets_;
  std::vector<Entry> nearest_entries_;
  std::uint32_t nearest_ = 0;
  std::size_t whole_ = 0;  // last of the buckets that hold no more than the shortest step
};

}  // namespace entente
