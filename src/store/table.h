// SPDX-License-Identifier: ISC
/// @file
/// Solutions of a query while it runs, and what it may use.
#pragma once

#include "store/dictionary.h"
#include "store/query.h"

#include <chrono>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <vector>

namespace entente::store {

/// A query met one of its limits; what() says which and what can be done.
class QueryLimit : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Counts memory and time of one query. Throws QueryLimit when one of them is used up.
class Budget {
 public:
  /// Zero means no limit.
  Budget(double timeout_s, std::size_t memory_bytes);

  void grow(std::size_t bytes) {
    used_ += bytes;
    if (used_ > memory_bytes_) refuse_memory();
  }
  void shrink(std::size_t bytes) { used_ -= bytes; }
  /// To be called once for every few rows of work. Looks at the clock now and then.
  void tick() {
    if ((++ticks_ & 0xFFF) == 0) check_time();
  }

 private:
  [[noreturn]] void refuse_memory() const;
  void check_time() const;

  double timeout_s_;
  std::size_t memory_bytes_;
  std::size_t used_ = 0;
  std::uint64_t ticks_ = 0;
  std::chrono::steady_clock::time_point start_;
};

/// Rows of terms under variables. A cell of kNoTerm is unbound.
class Table {
 public:
  Table(Budget& budget, std::vector<Var> columns);
  Table(Table&& other) noexcept;
  Table& operator=(Table&& other) noexcept;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  ~Table() { release(); }

  const std::vector<Var>& columns() const { return columns_; }
  std::size_t width() const { return columns_.size(); }
  std::size_t size() const { return rows_; }
  /// Column of a variable, -1 if it has none.
  int find(Var variable) const;

  std::span<const TermId> row(std::size_t index) const {
    return {cells_.data() + index * width(), width()};
  }
  TermId at(std::size_t row, int column) const { return cells_[row * width() + column]; }
  void set(std::size_t row, int column, TermId term) { cells_[row * width() + column] = term; }

  /// A new row, to be filled at once.
  std::span<TermId> add_row() {
    budget_->tick();
    const std::size_t begin = cells_.size();
    if (begin + width() > cells_.capacity()) reserve_more();
    cells_.resize(begin + width());
    ++rows_;
    return {cells_.data() + begin, width()};
  }
  void add_row(std::span<const TermId> row) {
    const auto cells = add_row();
    std::copy(row.begin(), row.end(), cells.begin());
  }
  /// Forgets the last row.
  void drop_row() {
    cells_.resize(cells_.size() - width());
    --rows_;
  }

  /// Whether cells of a column can be unbound. Operators keep this true to their results.
  bool maybe_unbound(int column) const { return maybe_unbound_[column]; }
  void set_maybe_unbound(int column, bool value) { maybe_unbound_[column] = value; }

  /// Keeps the rows for which `keep[row]` is true.
  void filter(const std::vector<char>& keep);
  /// The rows in another order, or some of them.
  void rearrange(std::span<const std::uint32_t> rows);
  void truncate(std::size_t rows);
  Budget& budget() const { return *budget_; }

 private:
  void reserve_more();
  void release();

  Budget* budget_;
  std::vector<Var> columns_;
  std::vector<char> maybe_unbound_;
  std::vector<TermId> cells_;
  std::size_t rows_ = 0;
  std::size_t charged_ = 0;
};

}  // namespace entente::store
