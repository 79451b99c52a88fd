// SPDX-License-Identifier: ISC
/// @file
/// From ids to numbers, for those who look up millions.
#pragma once

#include "graph/shared_text.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace entente {

/// Numbers of records by their ids. The ids must stay where they are as long as the index is asked.
class IdIndex {
 public:
  /// Of two records of one id the first counts. Cost: linear.
  template <typename Record>
  explicit IdIndex(const std::vector<Record>& records)
      : slots_(std::bit_ceil(2 * records.size() + 1)) {
    ids_.reserve(records.size());
    for (const Record& record : records) add(record.id);
  }

  /// Index of the record; nothing if there is none of that id. Cost: constant.
  std::optional<std::uint32_t> find(std::string_view id) const {
    const std::uint64_t hash = std::hash<std::string_view>()(id);
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].number != kFree;
         at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.hash == hash >> 32 && ids_[slot.number] == id) return slot.number;
    }
    return std::nullopt;
  }

 private:
  // Open addressing with linear probing; the upper half of the hash spares most comparisons.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = kFree;
  };
  static constexpr std::uint32_t kFree = 0xFFFFFFFFU;

  void add(std::string_view id) {
    const std::uint64_t hash = std::hash<std::string_view>()(id);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(ids_.size())};
    ids_.push_back(id);
  }

  std::vector<Slot> slots_;
  std::vector<std::string_view> ids_;
};

/// An index for one thread's many look-ups of shared ids: what was found once is known by where the
/// id lies, without reading it. The index, and the ids that are asked for, must stay where they
/// are.
class IdMemo {
 public:
  /// With room for about `count` ids; where more are asked for, some are looked up again.
  IdMemo(const IdIndex& index, std::size_t count)
      : index_(index), slots_(std::bit_ceil(count + 1)) {}

  std::optional<std::uint32_t> find(const SharedText& id) {
    Slot& slot = slots_[slot_of(id.address())];
    if (slot.address != id.address() || slot.address == nullptr) {
      const auto number = index_.find(id);
      if (!number) return std::nullopt;
      slot = {id.address(), *number};
    }
    return slot.number;
  }

 private:
  struct Slot {
    const void* address = nullptr;
    std::uint32_t number = 0;
  };

  std::size_t slot_of(const void* address) const {
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;  // 2^64 over the golden ratio
    const std::uint64_t product = reinterpret_cast<std::uintptr_t>(address) * kSpread;
    return static_cast<std::size_t>(product >> 32) & (slots_.size() - 1);
  }

  const IdIndex& index_;
  std::vector<Slot> slots_;
};

}  // namespace entente
