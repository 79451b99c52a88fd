// SPDX-License-Identifier: ISC
/// @file
/// Text that is written once and then shared. A graph says the same few words millions of times:
/// ids of actors and articles, types, rules.
#pragma once

#include <atomic>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <fmt/core.h>

namespace entente {

/// Immutable text in one pointer. A copy shares the characters of its origin; equal texts that were
/// made apart do not. Copies may live in different threads, and may outlive their origin. The empty
/// text owns nothing. At most 4 GiB.
class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string_view text) : block_(make(text)) {}    // NOLINT: a text for a text
  SharedText(const std::string& text) : block_(make(text)) {}  // NOLINT
  SharedText(const char* text) : block_(make(text)) {}         // NOLINT
  SharedText(const SharedText& other) noexcept : block_(other.block_) {
    if (block_ != nullptr) block_->uses.fetch_add(1, std::memory_order_relaxed);
  }
  SharedText(SharedText&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  SharedText& operator=(SharedText other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~SharedText() {
    if (block_ != nullptr && block_->uses.fetch_sub(1, std::memory_order_acq_rel) == 1) free();
  }

  std::string_view view() const {
    return block_ == nullptr ? std::string_view() : std::string_view(block_->text(), block_->size);
  }
  operator std::string_view() const { return view(); }  // NOLINT: meant to be read as text
  std::string str() const { return std::string(view()); }
  bool empty() const { return block_ == nullptr; }
  /// Where the characters are: the same for copies. Null for the empty text.
  const void* address() const { return block_; }
  std::size_t size() const { return block_ == nullptr ? 0 : block_->size; }

  friend bool operator==(const SharedText& a, const SharedText& b) {
    return a.block_ == b.block_ || a.view() == b.view();
  }
  friend std::strong_ordering operator<=>(const SharedText& a, const SharedText& b) {
    if (a.block_ == b.block_) return std::strong_ordering::equal;
    return a.view() <=> b.view();
  }
  template <std::convertible_to<std::string_view> Text>
  friend bool operator==(const SharedText& a, const Text& b) {
    return a.view() == std::string_view(b);
  }
  template <std::convertible_to<std::string_view> Text>
  friend std::strong_ordering operator<=>(const SharedText& a, const Text& b) {
    return a.view() <=> std::string_view(b);
  }
  friend std::string operator+(std::string a, const SharedText& b) {
    return std::move(a.append(b.view()));
  }
  friend std::ostream& operator<<(std::ostream& out, const SharedText& text) {
    return out << text.view();
  }

 private:
  struct Block {
    std::atomic<std::uint32_t> uses;
    std::uint32_t size;
    char* text() { return reinterpret_cast<char*>(this + 1); }
  };

  static Block* make(std::string_view text);
  void free() noexcept;

  Block* block_ = nullptr;
};

}  // namespace entente

template <>
struct std::hash<entente::SharedText> {
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
  using is_transparent = void;
};

namespace entente {

/// Gives equal texts the same characters. Not thread-safe.
class TextPool {
 public:
  SharedText share(std::string_view text) {
    const auto known = texts_.find(text);
    return known != texts_.end() ? *known : *texts_.emplace(text).first;
  }

 private:
  std::unordered_set<SharedText, std::hash<SharedText>, std::equal_to<>> texts_;
};

}  // namespace entente

template <>
struct fmt::formatter<entente::SharedText> : fmt::formatter<fmt::string_view> {
  template <typename Context>
  auto format(const entente::SharedText& text, Context& context) const {
    const std::string_view view = text.view();
    return fmt::formatter<fmt::string_view>::format({view.data(), view.size()}, context);
  }
};
