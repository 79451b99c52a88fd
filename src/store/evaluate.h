// SPDX-License-Identifier: ISC
/// @file
/// Runs a query over a store.
#pragma once

#include "rdf/term.h"
#include "store/date_time.h"
#include "store/merge_join.h"
#include "store/quad_store.h"
#include "store/query.h"
#include "store/table.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace entente::store {

struct QueryOptions {
  /// Patterns outside GRAPH see the triples of all graphs, each once, if there is no FROM.
  bool union_default_graph = false;
  double timeout_s = 0;          ///< 0: none
  std::size_t memory_bytes = 0;  ///< for intermediate results; 0: no limit
  DateTime now;                  ///< for NOW()
  std::uint64_t seed = 0;        ///< for RAND() and UUID()
  /// Joins every triple pattern so that can be, whatever it costs: to test and to measure.
  std::optional<JoinMethod> join;
};

/// How many triple patterns were joined by each JoinMethod.
using JoinCounts = std::array<std::size_t, 3>;

struct QueryResult {
  Query::Form form = Query::Form::Select;
  std::vector<std::string> variables;        ///< Select: names of the columns
  std::vector<std::vector<rdf::Term>> rows;  ///< Select: terms of kind None are unbound
  bool boolean = false;                      ///< Ask
  std::vector<rdf::Quad> triples;            ///< Construct, Describe: each once, in order of making
  JoinCounts joins{};
};

/// Pure: the same store, query and options give the same result. Throws QueryLimit.
QueryResult evaluate(const QuadStore& store, const Query& query, const QueryOptions& options = {});

}  // namespace entente::store
