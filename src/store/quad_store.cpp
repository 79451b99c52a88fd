// SPDX-License-Identifier: ISC
// Orders are made from one another by stable counting sorts (least significant digit first):
// SPOG is sorted whole; POSG and OSPG need only their first fields sorted, and the orders with the
// graph first only the graph, because the rest is in order already.
#include "store/quad_store.h"

#include <algorithm>
#include <stdexcept>

#include <tbb/parallel_invoke.h>

namespace entente::store {

namespace {

constexpr int kDigitBits = 11;
constexpr std::size_t kBuckets = 1 << kDigitBits;

// Stable sort by one field of the row.
void sort_by(std::vector<Row>& rows, std::vector<Row>& spare, int field) {
  TermId largest = 0;
  for (const Row& row : rows) largest = std::max(largest, row[field]);
  for (int shift = 0; shift < 32 && largest >> shift != 0; shift += kDigitBits) {
    const auto digit = [&](const Row& row) { return row[field] >> shift & (kBuckets - 1); };
    std::array<std::size_t, kBuckets> next{};
    bool in_order = true;
    std::size_t last = 0;
    for (const Row& row : rows) {
      ++next[digit(row)];
      in_order &= last <= digit(row);
      last = digit(row);
    }
    if (in_order) continue;
    std::size_t sum = 0;
    for (std::size_t& count : next) sum += std::exchange(count, sum);
    spare.resize(rows.size());
    for (const Row& row : rows) spare[next[digit(row)]++] = row;
    rows.swap(spare);
  }
}

// The rows with their fields moved to other places: row[i] = from[fields[i]].
std::vector<Row> rearranged(const std::vector<Row>& from, std::array<int, 4> fields) {
  std::vector<Row> rows;
  rows.reserve(from.size());
  for (const Row& row : from) {
    rows.push_back({row[fields[0]], row[fields[1]], row[fields[2]], row[fields[3]]});
  }
  return rows;
}

class MemoryStore : public QuadStore {
 public:
  MemoryStore(const rdf::TermDictionary& terms, std::vector<Row> spog) {
    std::vector<Row> spare;
    for (int field = 3; field >= 0; --field) sort_by(spog, spare, field);
    spog.erase(std::unique(spog.begin(), spog.end()), spog.end());
    spog.shrink_to_fit();
    const bool graphs =
        std::any_of(spog.begin(), spog.end(), [&](const Row& r) { return r[3] != spog[0][3]; });
    data_[0] = std::move(spog);
    tbb::parallel_invoke([&] { words_ = freeze(terms); },
                         [&] {
                           data_[1] = rearranged(data_[0], {1, 2, 0, 3});
                           std::vector<Row> room;
                           sort_by(data_[1], room, 1);
                           sort_by(data_[1], room, 0);
                           if (graphs) graph_first(1, room);
                         },
                         [&] {
                           data_[2] = rearranged(data_[0], {2, 0, 1, 3});
                           std::vector<Row> room;
                           sort_by(data_[2], room, 0);
                           if (graphs) graph_first(2, room);
                         },
                         [&] {
                           std::vector<Row> room;
                           if (graphs) graph_first(0, room);
                         });
    for (std::size_t i = 0; i < kOrders; ++i) orders_[i] = data_[i];
    dictionary_ = words_.dictionary();
    finish();
  }

 private:
  void graph_first(int order, std::vector<Row>& room) {
    data_[order + 3] = rearranged(data_[order], {3, 0, 1, 2});
    sort_by(data_[order + 3], room, 0);
  }

  DictionaryData words_;
  std::array<std::vector<Row>, kOrders> data_;
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

std::unique_ptr<QuadStore> build_store(const rdf::TermDictionary& terms, std::vector<Row> spog) {
  if (spog.size() >= 0xFFFFFFFF) throw std::length_error("more quads than a store can hold");
  return std::make_unique<MemoryStore>(terms, std::move(spog));
}

}  // namespace entente::store
