// SPDX-License-Identifier: ISC
/// @file
/// Memory for the pieces of text that a reader has to make (unescaped strings, spelt-out names).
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace entente::rdf {

/// Hands out characters that stay where they are until clear(). Not thread-safe.
class Arena {
 public:
  char* take(std::size_t size) {
    if (size > left_) grow(size);
    char* const memory = next_;
    next_ += size;
    left_ -= size;
    return memory;
  }

  std::string_view keep(std::string_view text) { return join(text, {}); }

  std::string_view join(std::string_view head, std::string_view tail) {
    char* const memory = take(head.size() + tail.size());
    if (!head.empty()) std::memcpy(memory, head.data(), head.size());
    if (!tail.empty()) std::memcpy(memory + head.size(), tail.data(), tail.size());
    return {memory, head.size() + tail.size()};
  }

  /// Frees everything but one block, which is used again.
  void clear() {
    if (blocks_.size() > 1) blocks_.resize(1);
    next_ = blocks_.empty() ? nullptr : blocks_[0].get();
    left_ = blocks_.empty() ? 0 : kBlock;
  }

 private:
  static constexpr std::size_t kBlock = 1 << 16;

  void grow(std::size_t size) {
    // The first block always has the usual size, so that clear() knows it.
    if (blocks_.empty() && size > kBlock) blocks_.push_back(std::make_unique<char[]>(kBlock));
    const std::size_t length = std::max(size, kBlock);
    blocks_.push_back(std::make_unique<char[]>(length));
    next_ = blocks_.back().get();
    left_ = length;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace entente::rdf
