// SPDX-License-Identifier: ISC
#include "store/table.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace entente::store {

Budget::Budget(double timeout_s, std::size_t memory_bytes)
    : timeout_s_(timeout_s),
      memory_bytes_(memory_bytes == 0 ? std::numeric_limits<std::size_t>::max() : memory_bytes),
      start_(std::chrono::steady_clock::now()) {}

void Budget::refuse_memory() const {
  throw QueryLimit(
      fmt::format("the query needs more than {} MB for its intermediate results; add "
                  "patterns or filters, or allow more memory",
                  memory_bytes_ >> 20));
}

void Budget::check_time() const {
  if (timeout_s_ <= 0) return;
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
  if (spent.count() > timeout_s_) {
    throw QueryLimit(
        fmt::format("the query took longer than {:g} s; add patterns or filters, or "
                    "allow more time",
                    timeout_s_));
  }
}

Table::Table(Budget& budget, std::vector<Var> columns)
    : budget_(&budget), columns_(std::move(columns)), maybe_unbound_(columns_.size(), 0) {}

Table::Table(Table&& other) noexcept
    : budget_(other.budget_),
      columns_(std::move(other.columns_)),
      maybe_unbound_(std::move(other.maybe_unbound_)),
      cells_(std::move(other.cells_)),
      rows_(std::exchange(other.rows_, 0)),
      charged_(std::exchange(other.charged_, 0)) {}

Table& Table::operator=(Table&& other) noexcept {
  release();
  budget_ = other.budget_;
  columns_ = std::move(other.columns_);
  maybe_unbound_ = std::move(other.maybe_unbound_);
  cells_ = std::move(other.cells_);
  rows_ = std::exchange(other.rows_, 0);
  charged_ = std::exchange(other.charged_, 0);
  return *this;
}

void Table::release() {
  budget_->shrink(charged_);
  charged_ = 0;
}

void Table::reserve_more() {
  const std::size_t capacity = std::max<std::size_t>(cells_.capacity() * 2, width() * 16);
  const std::size_t bytes = capacity * sizeof(TermId);
  budget_->grow(bytes - charged_);
  charged_ = bytes;
  cells_.reserve(capacity);
}

int Table::find(Var variable) const {
  const auto at = std::find(columns_.begin(), columns_.end(), variable);
  return at == columns_.end() ? -1 : static_cast<int>(at - columns_.begin());
}

void Table::filter(const std::vector<char>& keep) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows_; ++i) {
    if (keep[i] == 0) continue;
    if (kept != i) {
      std::copy_n(cells_.begin() + i * width(), width(), cells_.begin() + kept * width());
    }
    ++kept;
  }
  truncate(kept);
}

void Table::rearrange(std::span<const std::uint32_t> rows) {
  Table moved(*budget_, columns_);
  moved.maybe_unbound_ = maybe_unbound_;
  for (const std::uint32_t index : rows) moved.add_row(row(index));
  *this = std::move(moved);
}

void Table::truncate(std::size_t rows) {
  if (rows >= rows_) return;
  rows_ = rows;
  cells_.resize(rows * width());
}

}  // namespace entente::store
