// SPDX-License-Identifier: ISC
/// @file
/// Quads as numbers in sorted arrays: three orders of (subject, predicate, object), each with the
/// graph last and, if there is more than one graph, each with the graph first. Between them every
/// pattern of given terms is a prefix of one order. Read-only once built; any number of threads.
#pragma once

#include "rdf/read_lines.h"
#include "store/dictionary.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace entente::store {

/// Number of the default graph: the term of kind None, which every store holds first.
inline constexpr TermId kDefaultGraph = 0;

/// Positions in a quad.
enum Field : std::uint8_t { kSubject, kPredicate, kObject, kGraph };

using rdf::QuadIds;  ///< subject, predicate, object, graph

/// The orders; the fields of a row of the array lie in the order of the name.
enum class Order : std::uint8_t { SPOG, POSG, OSPG, GSPO, GPOS, GOSP };
inline constexpr std::size_t kOrders = 6;
inline constexpr std::array<std::array<Field, 4>, kOrders> kFields = {{
    {kSubject, kPredicate, kObject, kGraph},
    {kPredicate, kObject, kSubject, kGraph},
    {kObject, kSubject, kPredicate, kGraph},
    {kGraph, kSubject, kPredicate, kObject},
    {kGraph, kPredicate, kObject, kSubject},
    {kGraph, kObject, kSubject, kPredicate},
}};

/// A row of one order.
using Row = std::array<TermId, 4>;

/// Numbers for the choice of join orders.
struct PredicateStatistics {
  TermId predicate = kNoTerm;
  std::uint64_t quads = 0, subjects = 0, objects = 0;  ///< different ones
};

class QuadStore {
 public:
  virtual ~QuadStore() = default;
  QuadStore() = default;
  QuadStore(const QuadStore&) = delete;
  QuadStore& operator=(const QuadStore&) = delete;

  const Dictionary& dictionary() const { return dictionary_; }
  std::size_t size() const { return orders_[0].size(); }

  /// All rows of an order. The orders with the graph first are empty if has_graph_orders() is
  /// false.
  std::span<const Row> rows(Order order) const { return orders_[static_cast<std::size_t>(order)]; }
  bool has_graph_orders() const { return graphs_.size() > 1; }

  /// The rows that begin with the first `length` of `prefix`. Cost: one look-up for the first
  /// field, then logarithmic in what it leaves.
  std::span<const Row> range(Order order, const Row& prefix, int length) const;

  /// Graphs that hold a quad, in the order of their numbers; the default graph is one of them.
  std::span<const TermId> graphs() const { return graphs_; }
  std::span<const PredicateStatistics> predicates() const { return predicates_; }
  const PredicateStatistics* statistics(TermId predicate) const;
  std::uint64_t subject_count() const { return subjects_; }
  std::uint64_t object_count() const { return objects_; }

 protected:
  /// To be called when dictionary_ and orders_ stand.
  void finish();

  Dictionary dictionary_;
  std::array<std::span<const Row>, kOrders> orders_;

 private:
  // Where the rows of each first term begin, for the first three orders.
  std::array<std::vector<std::uint32_t>, 3> starts_;
  std::vector<TermId> graphs_;
  std::vector<PredicateStatistics> predicates_;
  std::uint64_t subjects_ = 0, objects_ = 0;
};

/// Sorts, removes duplicates and builds the orders. Requires: kDefaultGraph is the None term.
/// Throws std::length_error beyond 2^32 - 1 quads. Cost: about a dozen passes over the quads.
std::unique_ptr<QuadStore> build_store(const rdf::TermDictionary& terms, std::vector<Row> spog);

}  // namespace entente::store
