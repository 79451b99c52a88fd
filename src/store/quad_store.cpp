// SPDX-License-Identifier: ISC
// Every order is made from another by one stable counting sort by its first field: SPOG from the
// quads as they came (which leaves only each subject's own rows to sort), OSPG from SPOG, POSG from
// OSPG, and the orders with the graph first from those with the graph last.
#include "store/quad_store.h"

#include <algorithm>
#include <stdexcept>

#include <tbb/parallel_invoke.h>

namespace entente::store {

namespace {

/// Rows that are not cleared before they are written.
class RowArray {
 public:
  explicit RowArray(std::size_t size = 0)
      : memory_(std::make_unique_for_overwrite<Row[]>(size)), size_(size) {}
  Row* data() { return memory_.get(); }
  std::span<Row> rows() { return {memory_.get(), size_}; }
  /// Keeps the first rows. Requires: size <= that of now.
  void shrink(std::size_t size) { size_ = size; }

 private:
  std::unique_ptr<Row[]> memory_;
  std::size_t size_;
};

// How many rows come before those of each term; one number more than there are terms.
using Starts = std::vector<std::uint32_t>;

void count(const Row& row, int field, Starts& counts) {
  ++counts[row[field] + 1];
}

void add_up(Starts& counts) {
  for (std::size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
}

// The rows sorted by field A, which is their first from now on; B, C and D follow. Stable.
template <int A, int B, int C, int D>
RowArray sorted_by(std::span<const Row> from, Starts next) {
  RowArray to(from.size());
  Row* const out = to.data();
  for (const Row& row : from) out[next[row[A]]++] = {row[A], row[B], row[C], row[D]};
  return to;
}

// From SPOG to OSPG, and from there to POSG.
constexpr auto by_third = sorted_by<2, 0, 1, 3>;
constexpr auto by_graph = sorted_by<3, 0, 1, 2>;

bool less_behind_first(const Row& a, const Row& b) {
  const auto two = [](const Row& row) { return std::uint64_t{row[1]} << 32 | row[2]; };
  return two(a) != two(b) ? two(a) < two(b) : a[3] < b[3];
}

// Sorts the rows of each subject and drops what is said twice.
std::size_t sort_subjects(std::span<Row> rows) {
  std::size_t kept = 0;
  for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
    while (end < rows.size() && rows[end][0] == rows[begin][0]) ++end;
    const auto group = rows.subspan(begin, end - begin);
    if (!std::ranges::is_sorted(group, less_behind_first)) {
      std::ranges::sort(group, less_behind_first);
    }
    for (const Row& row : group) {
      if (kept == 0 || rows[kept - 1] != row) rows[kept++] = row;
    }
  }
  return kept;
}

class MemoryStore : public QuadStore {
 public:
  MemoryStore(const rdf::TermDictionary& terms, std::vector<Row> quads) {
    Starts subjects(terms.size() + 1), objects(subjects), predicates(subjects), graphs(subjects);
    for (const Row& row : quads) count(row, kSubject, subjects);
    add_up(subjects);
    data_[0] = sorted_by<0, 1, 2, 3>(quads, std::move(subjects));
    std::vector<Row>().swap(quads);
    data_[0].shrink(sort_subjects(data_[0].rows()));
    const std::span<const Row> spog = data_[0].rows();
    for (const Row& row : spog) {
      count(row, kPredicate, predicates);
      count(row, kObject, objects);
      count(row, kGraph, graphs);
    }
    add_up(predicates);
    add_up(objects);
    add_up(graphs);
    const bool has_graphs =
        std::ranges::any_of(spog, [&](const Row& row) { return row[3] != spog[0][3]; });
    const auto graph_first = [&](int order) {
      if (has_graphs) data_[order + 3] = by_graph(data_[order].rows(), graphs);
    };
    tbb::parallel_invoke([&] { words_ = freeze(terms); },
                         [&] {
                           data_[2] = by_third(spog, std::move(objects));
                           tbb::parallel_invoke([&] { graph_first(2); },
                                                [&] {
                                                  data_[1] = by_third(data_[2].rows(),
                                                                      std::move(predicates));
                                                  graph_first(1);
                                                });
                         },
                         [&] { graph_first(0); });
    for (std::size_t i = 0; i < kOrders; ++i) orders_[i] = data_[i].rows();
    dictionary_ = words_.dictionary();
    finish();
  }

 private:
  DictionaryData words_;
  std::array<RowArray, kOrders> data_;
};

std::vector<std::uint32_t> starts_of(std::span<const Row> rows, std::size_t terms) {
  std::vector<std::uint32_t> starts(terms + 1);
  for (const Row& row : rows) ++starts[row[0] + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  return starts;
}

std::uint64_t count_used(const std::vector<std::uint32_t>& starts) {
  std::uint64_t used = 0;
  for (std::size_t i = 1; i < starts.size(); ++i) used += starts[i] != starts[i - 1] ? 1 : 0;
  return used;
}

}  // namespace

std::span<const Row> QuadStore::range(Order order, const Row& prefix, int length) const {
  std::span<const Row> found = rows(order);
  int known = 0;
  if (length == 0) return found;
  if (const auto index = static_cast<std::size_t>(order); index < starts_.size()) {
    if (prefix[0] >= dictionary_.size()) return {};
    const auto& starts = starts_[index];
    found = found.subspan(starts[prefix[0]], starts[prefix[0] + 1] - starts[prefix[0]]);
    known = 1;
  }
  if (known == length) return found;
  const auto less = [&](const Row& a, const Row& b) {
    for (int i = known; i < length; ++i) {
      if (a[i] != b[i]) return a[i] < b[i];
    }
    return false;
  };
  const auto first = std::lower_bound(found.begin(), found.end(), prefix, less);
  // What matches is mostly short: look for its end from its beginning, in doubling steps.
  std::size_t step = 1;
  const auto left = static_cast<std::size_t>(found.end() - first);
  while (step < left && !less(prefix, first[step])) step *= 2;
  const auto last = std::upper_bound(first + step / 2, first + std::min(step, left), prefix, less);
  return {first, last};
}

const PredicateStatistics* QuadStore::statistics(TermId predicate) const {
  const auto at =
      std::lower_bound(predicates_.begin(), predicates_.end(), predicate,
                       [](const PredicateStatistics& s, TermId key) { return s.predicate < key; });
  return at != predicates_.end() && at->predicate == predicate ? &*at : nullptr;
}

void QuadStore::finish() {
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    starts_[i] = starts_of(orders_[i], dictionary_.size());
  }
  subjects_ = count_used(starts_[0]);
  objects_ = count_used(starts_[2]);
  std::vector<std::uint64_t> subjects_of(dictionary_.size());
  std::vector<bool> is_graph(dictionary_.size());
  const auto spog = rows(Order::SPOG);
  for (std::size_t i = 0; i < spog.size(); ++i) {
    is_graph[spog[i][3]] = true;
    const bool again = i > 0 && spog[i][0] == spog[i - 1][0] && spog[i][1] == spog[i - 1][1];
    if (!again) ++subjects_of[spog[i][1]];
  }
  for (TermId id = 0; id < is_graph.size(); ++id) {
    if (is_graph[id]) graphs_.push_back(id);
  }
  const auto posg = rows(Order::POSG);
  for (std::size_t i = 0; i < posg.size(); ++i) {
    const bool new_predicate = i == 0 || posg[i][0] != posg[i - 1][0];
    if (new_predicate) predicates_.push_back({posg[i][0], 0, subjects_of[posg[i][0]], 0});
    ++predicates_.back().quads;
    if (new_predicate || posg[i][1] != posg[i - 1][1]) ++predicates_.back().objects;
  }
}

std::unique_ptr<QuadStore> build_store(const rdf::TermDictionary& terms, std::vector<Row> quads) {
  if (quads.size() >= 0xFFFFFFFF) throw std::length_error("more quads than a store can hold");
  return std::make_unique<MemoryStore>(terms, std::move(quads));
}

}  // namespace entente::store
