// SPDX-License-Identifier: ISC
// Triple patterns: which order of the store serves them, how much they match, the index nested loop
// that looks them up row by row, and the merge with rows that come in the same order.
#include "store/evaluation.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::store {

namespace {

// Serves each set of known fields (bits: subject 1, predicate 2, object 4).
struct Access {
  Order order;
  int length;
};
constexpr std::array<Access, 8> kAccess = {{{Order::SPOG, 0},
                                            {Order::SPOG, 1},
                                            {Order::POSG, 1},
                                            {Order::SPOG, 2},
                                            {Order::OSPG, 1},
                                            {Order::OSPG, 2},
                                            {Order::POSG, 2},
                                            {Order::SPOG, 3}}};

bool repeats(const Scan& scan) {
  for (int a = 0; a < 4; ++a) {
    for (int b = a + 1; b < 4; ++b) {
      if (scan.variables[a] != kNoVar && scan.variables[a] == scan.variables[b]) return true;
    }
  }
  return false;
}

QuadIds quad_of(Order order, const Row& row) {
  const auto& fields = kFields[static_cast<std::size_t>(order)];
  QuadIds quad;
  for (int f = 0; f < 4; ++f) quad[fields[f]] = row[f];
  return quad;
}

// An empty table of the input's columns and those that the pattern adds.
Table empty_result(const Table& input, const Scan& scan) {
  std::vector<Var> columns = input.columns();
  for (const Var variable : scan.variables) {
    const bool known = std::find(columns.begin(), columns.end(), variable) != columns.end();
    if (variable != kNoVar && !known) columns.push_back(variable);
  }
  Table out(input.budget(), columns);
  for (std::size_t c = 0; c < input.width(); ++c) {
    const auto now_bound =
        std::find(scan.variables.begin(), scan.variables.end(), columns[c]) != scan.variables.end();
    const auto column = static_cast<int>(c);
    out.set_maybe_unbound(column, !now_bound && input.maybe_unbound(column));
  }
  return out;
}

// The column of each field's variable; -1 where the field has none or the table has it not.
std::array<int, 4> columns_of(const Scan& scan, const Table& table) {
  std::array<int, 4> columns{-1, -1, -1, -1};
  for (int f = 0; f < 4; ++f) {
    if (scan.variables[f] != kNoVar) columns[f] = table.find(scan.variables[f]);
  }
  return columns;
}

}  // namespace

Scan Evaluation::make_scan(const TriplePattern& triple, const Scope& scope) {
  Scan scan;
  scan.path = triple.path;
  const Node* const nodes[] = {&triple.subject, &triple.predicate, &triple.object};
  for (int i = 0; i < 3; ++i) {
    if (nodes[i]->is_variable()) {
      scan.variables[i] = nodes[i]->variable;
    } else if (i != 1 || !triple.path) {
      scan.constants[i] = find_constant(nodes[i]->term);
      scan.impossible |= scan.constants[i] >= store_.dictionary().size() && !triple.path;
    }
  }
  switch (scope.kind) {
    case Scope::Kind::Named:
      scan.constants[kGraph] = scope.graph;
      break;
    case Scope::Kind::Variable:
      scan.variables[kGraph] = scope.variable;
      break;
    case Scope::Kind::Default:
      if (has_from_) {
        scan.drop_graph = default_graphs_.size() > 1;
        scan.impossible |= default_graphs_.empty();
        if (default_graphs_.size() == 1) scan.constants[kGraph] = default_graphs_[0];
      } else if (options_.union_default_graph) {
        scan.drop_graph = store_.has_graph_orders();
        const bool one = store_.graphs().size() == 1;
        if (!scan.drop_graph) scan.constants[kGraph] = one ? store_.graphs()[0] : kDefaultGraph;
      } else {
        scan.constants[kGraph] = kDefaultGraph;
      }
  }
  return scan;
}

bool Evaluation::allows_graph(TermId graph, bool named) const {
  if (has_from_) {
    const auto& graphs = named ? named_graphs_ : default_graphs_;
    return std::binary_search(graphs.begin(), graphs.end(), graph);
  }
  return !named || graph != kDefaultGraph;
}

// The quads that have the known terms, in the order that serves them.
Run Evaluation::run_of(const QuadIds& known) const {
  const int mask =
      (known[0] != kNoTerm ? 1 : 0) | (known[1] != kNoTerm ? 2 : 0) | (known[2] != kNoTerm ? 4 : 0);
  auto [order, length] = kAccess[mask];
  if (known[kGraph] != kNoTerm) {
    if (store_.has_graph_orders()) {
      order = static_cast<Order>(static_cast<int>(order) + 3);
      ++length;
    } else if (store_.graphs().empty() || store_.graphs()[0] != known[kGraph]) {
      return {order, length, {}};
    }
  }
  const auto& fields = kFields[static_cast<std::size_t>(order)];
  Row prefix{};
  for (int i = 0; i < length; ++i) prefix[i] = known[fields[i]];
  return {order, length, store_.range(order, prefix, length)};
}

// True if the pattern may match in the graph, where that is not one of its constants.
bool Evaluation::allows_graph_of(const Scan& scan, const QuadIds& quad) const {
  if (scan.variables[kGraph] != kNoVar) return allows_graph(quad[kGraph], true);
  return !has_from_ || allows_graph(quad[kGraph], false);
}

// Calls visit(quad) for every quad that has the known terms; stops when it returns false.
template <typename Visit>
void Evaluation::visit(const Scan& scan, const QuadIds& known, Visit visit) const {
  const bool graph_known = known[kGraph] != kNoTerm;
  const bool named = scan.variables[kGraph] != kNoVar;
  if (graph_known && named && !allows_graph(known[kGraph], true)) return;
  const Run run = run_of(known);
  for (const Row& row : run.rows) {
    const QuadIds quad = quad_of(run.order, row);
    if (!graph_known && !allows_graph_of(scan, quad)) continue;
    if (!visit(quad)) return;
  }
}

std::size_t Evaluation::count(const Scan& scan) const {
  return scan.impossible ? 0 : run_of(scan.constants).rows.size();
}

// Expected matches for one row that binds the variables `bound`.
double Evaluation::estimate(const Scan& scan, const std::vector<Var>& bound) const {
  const auto is_bound = [&](int field) {
    return scan.variables[field] != kNoVar &&
           std::find(bound.begin(), bound.end(), scan.variables[field]) != bound.end();
  };
  if (scan.path) {
    const bool from = scan.variables[0] == kNoVar || is_bound(0);
    const bool to = scan.variables[2] == kNoVar || is_bound(2);
    return from && to ? 1 : from || to ? 20 : 10.0 * static_cast<double>(store_.size() + 1);
  }
  auto matches = static_cast<double>(count(scan));
  const PredicateStatistics* statistics =
      scan.constants[1] == kNoTerm ? nullptr : store_.statistics(scan.constants[1]);
  const auto divide = [&](std::uint64_t by) {
    matches /= static_cast<double>(std::max<std::uint64_t>(by, 1));
  };
  if (is_bound(0)) divide(statistics != nullptr ? statistics->subjects : store_.subject_count());
  if (is_bound(2)) divide(statistics != nullptr ? statistics->objects : store_.object_count());
  if (is_bound(1)) divide(store_.predicates().size());
  if (is_bound(3)) divide(store_.graphs().size());
  return matches;
}

Table Evaluation::scan_alone(const Scan& scan) {
  return extend_scan(unit(), scan);
}

Table Evaluation::extend_scan(Table input, const Scan& scan) {
  if (scan.path) return extend_path(std::move(input), scan);
  Table out = empty_result(input, scan);
  const std::array<int, 4> old_column = columns_of(scan, input), column = columns_of(scan, out);
  if (scan.impossible) return out;
  const auto known_terms = static_cast<TermId>(store_.dictionary().size());
  const bool must_compare = repeats(scan);
  const std::size_t cap = std::exchange(row_cap_, kNoCap);
  for (std::size_t i = 0; i < input.size() && out.size() < cap; ++i) {
    QuadIds known = scan.constants;
    bool possible = true;
    for (int f = 0; f < 4; ++f) {
      if (old_column[f] < 0) continue;
      known[f] = input.at(i, old_column[f]);
      possible &= known[f] == kNoTerm || known[f] < known_terms;
    }
    if (!possible) continue;
    const auto source = input.row(i);
    QuadIds last{kNoTerm, kNoTerm, kNoTerm, kNoTerm};
    visit(scan, known, [&](const QuadIds& quad) {
      budget_.tick();
      if (scan.drop_graph) {
        if (std::equal(quad.begin(), quad.begin() + 3, last.begin())) return true;
        last = quad;
      }
      const auto row = out.add_row();
      std::copy(source.begin(), source.end(), row.begin());
      if (must_compare) {
        std::fill(row.begin() + static_cast<std::ptrdiff_t>(source.size()), row.end(), kNoTerm);
      }
      for (int f = 0; f < 4; ++f) {
        if (column[f] < 0) continue;
        TermId& cell = row[column[f]];
        if (must_compare && cell != kNoTerm && cell != quad[f]) {
          out.drop_row();
          return true;
        }
        cell = quad[f];
      }
      return out.size() < cap;
    });
  }
  return out;
}

std::optional<Merge> Evaluation::find_merge(const Table& input, const Scan& scan) const {
  if (scan.path || scan.impossible || repeats(scan) || input.size() == 0) return std::nullopt;
  int shared = -1;
  for (int f = 0; f < 4; ++f) {
    if (scan.variables[f] == kNoVar || input.find(scan.variables[f]) < 0) continue;
    if (shared >= 0) return std::nullopt;
    shared = f;
  }
  if (shared < 0) return std::nullopt;
  const Run run = run_of(scan.constants);
  if (kFields[static_cast<std::size_t>(run.order)][run.length] != shared) return std::nullopt;
  const int column = input.find(scan.variables[shared]);
  if (input.maybe_unbound(column)) return std::nullopt;
  const KeyColumn keys{&input.row(0)[column], input.size(), input.width()};
  if (!is_ascending(keys)) return std::nullopt;
  return Merge{run, keys};
}

Table Evaluation::merge_scan(const Table& input, const Scan& scan, const Merge& merge) {
  Table out = empty_result(input, scan);
  const std::array<int, 4> column = columns_of(scan, out);
  const Run& run = merge.matches;
  if (run.rows.empty()) return out;
  const KeyColumn matches{&run.rows[0][run.length], run.rows.size(), run.rows[0].size()};
  const bool graph_known = scan.constants[kGraph] != kNoTerm;
  const std::size_t cap = std::exchange(row_cap_, kNoCap);
  merge_keys(merge.rows, matches, [&](std::size_t i, std::size_t begin, std::size_t end) {
    const auto source = input.row(i);
    QuadIds last{kNoTerm, kNoTerm, kNoTerm, kNoTerm};
    for (std::size_t m = begin; m < end && out.size() < cap; ++m) {
      const QuadIds quad = quad_of(run.order, run.rows[m]);
      if (!graph_known && !allows_graph_of(scan, quad)) continue;
      if (scan.drop_graph && std::equal(quad.begin(), quad.begin() + 3, last.begin())) continue;
      last = quad;
      const auto row = out.add_row();
      std::copy(source.begin(), source.end(), row.begin());
      for (int f = 0; f < 4; ++f) {
        if (column[f] >= 0) row[column[f]] = quad[f];
      }
    }
    return out.size() < cap;
  });
  return out;
}

}  // namespace entente::store
