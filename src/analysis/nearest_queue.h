// SPDX-License-Identifier: ISC
/// @file
/// The queue of Dijkstra's algorithm (E. W. Dijkstra 1959). Only for sources of this folder.
#pragma once

#include "analysis/network.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace entente {

/// Gives actors nearest first, of equally near ones the first by number. An actor may be pushed
/// again when it turns out to be nearer; its older entries come out later and are to be passed
/// over. A heap of four children a node: half as deep as a binary one, and the children share a
/// cache line.
class NearestQueue {
 public:
  struct Entry {
    double distance;
    ActorNumber actor;
    friend bool operator<(const Entry& a, const Entry& b) {
      return a.distance < b.distance || (a.distance == b.distance && a.actor < b.actor);
    }
  };

  bool empty() const { return heap_.empty(); }
  void clear() { heap_.clear(); }

  void push(double distance, ActorNumber actor) {
    heap_.push_back({distance, actor});
    std::size_t at = heap_.size() - 1;
    const Entry entry = heap_[at];
    for (std::size_t up = (at - 1) / 4; at > 0 && entry < heap_[up]; up = (at - 1) / 4) {
      heap_[at] = heap_[up];
      at = up;
    }
    heap_[at] = entry;
  }

  /// Requires: !empty().
  Entry pop() {
    const Entry nearest = heap_.front();
    const Entry last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) sink(last);
    return nearest;
  }

 private:
  void sink(const Entry& entry) {
    std::size_t at = 0;
    for (std::size_t first = 1; first < heap_.size(); first = at * 4 + 1) {
      const std::size_t end = std::min(first + 4, heap_.size());
      const auto child = static_cast<std::size_t>(
          std::min_element(heap_.begin() + static_cast<std::ptrdiff_t>(first),
                           heap_.begin() + static_cast<std::ptrdiff_t>(end)) -
          heap_.begin());
      if (!(heap_[child] < entry)) break;
      heap_[at] = heap_[child];
      at = child;
    }
    heap_[at] = entry;
  }

  std::vector<Entry> heap_;
};

}  // namespace entente
