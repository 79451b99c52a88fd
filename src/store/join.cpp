// SPDX-License-Identifier: ISC
// Joins of tables by hash, OPTIONAL and MINUS, and the choice of the order in which the parts of a
// group are joined: always the part that promises the fewest rows next, by the rows that are really
// there, not by a plan made beforehand.
#include "store/evaluation.h"
#include "store/parse_query.h"

#include <algorithm>
#include <bit>

namespace entente::store {

namespace {

constexpr std::uint32_t kNoRow = 0xFFFFFFFF;

// Rows of a table by the terms in some columns; rows of equal terms in their order.
class HashIndex {
 public:
  HashIndex(const Table& table, std::vector<int> columns)
      : table_(table), columns_(std::move(columns)), next_(table.size(), kNoRow) {
    heads_.assign(std::bit_ceil(table.size() * 2 + 1), kNoRow);
    for (std::size_t i = table.size(); i-- > 0;) {
      std::uint32_t& head = heads_[slot(table.row(i), columns_)];
      next_[i] = head;
      head = static_cast<std::uint32_t>(i);
    }
  }

  // Calls found(row) for each row whose columns equal those of `key`.
  template <typename Found>
  void look_up(std::span<const TermId> key, const std::vector<int>& key_columns,
               Found found) const {
    for (std::uint32_t i = heads_[slot(key, key_columns)]; i != kNoRow; i = next_[i]) {
      bool equal = true;
      for (std::size_t c = 0; c < columns_.size() && equal; ++c) {
        equal = table_.at(i, columns_[c]) == key[key_columns[c]];
      }
      if (equal && !found(i)) return;
    }
  }

 private:
  std::size_t slot(std::span<const TermId> row, const std::vector<int>& columns) const {
    std::uint64_t hash = 0;
    for (const int column : columns) {
      hash = (hash ^ row[column]) * 0x9E3779B97F4A7C15;
      hash ^= hash >> 29;
    }
    return hash & (heads_.size() - 1);
  }

  const Table& table_;
  std::vector<int> columns_;
  std::vector<std::uint32_t> heads_, next_;
};

// Columns that two tables share: `certain` ones are bound in every row of both.
struct SharedColumns {
  std::vector<int> left_certain, right_certain;
  std::vector<std::pair<int, int>> uncertain;
};

SharedColumns shared_columns(const Table& left, const Table& right) {
  SharedColumns shared;
  for (std::size_t c = 0; c < right.width(); ++c) {
    const auto r = static_cast<int>(c);
    const int l = left.find(right.columns()[c]);
    if (l < 0) continue;
    if (left.maybe_unbound(l) || right.maybe_unbound(r)) {
      shared.uncertain.emplace_back(l, r);
    } else {
      shared.left_certain.push_back(l);
      shared.right_certain.push_back(r);
    }
  }
  return shared;
}

bool compatible(std::span<const TermId> left, std::span<const TermId> right,
                const std::vector<std::pair<int, int>>& columns) {
  return std::all_of(columns.begin(), columns.end(), [&](const auto& pair) {
    const TermId a = left[pair.first], b = right[pair.second];
    return a == b || a == kNoTerm || b == kNoTerm;
  });
}

}  // namespace

Table Evaluation::join(Table left, const Table& right) {
  if (left.width() == 0 && left.size() == 1) {
    Table copy(budget_, right.columns());
    for (std::size_t c = 0; c < right.width(); ++c) {
      copy.set_maybe_unbound(static_cast<int>(c), right.maybe_unbound(static_cast<int>(c)));
    }
    for (std::size_t i = 0; i < right.size(); ++i) copy.add_row(right.row(i));
    return copy;
  }
  const SharedColumns shared = shared_columns(left, right);
  std::vector<Var> columns = left.columns();
  std::vector<int> right_only;
  for (std::size_t c = 0; c < right.width(); ++c) {
    if (left.find(right.columns()[c]) >= 0) continue;
    right_only.push_back(static_cast<int>(c));
    columns.push_back(right.columns()[c]);
  }
  Table out(budget_, columns);
  for (std::size_t c = 0; c < left.width(); ++c) {
    const auto column = static_cast<int>(c);
    const int r = right.find(left.columns()[c]);
    out.set_maybe_unbound(column, left.maybe_unbound(column) && (r < 0 || right.maybe_unbound(r)));
  }
  for (std::size_t c = 0; c < right_only.size(); ++c) {
    out.set_maybe_unbound(static_cast<int>(left.width() + c), right.maybe_unbound(right_only[c]));
  }
  const HashIndex index(right, shared.right_certain);
  for (std::size_t i = 0; i < left.size(); ++i) {
    const auto from = left.row(i);
    index.look_up(from, shared.left_certain, [&](std::uint32_t match) {
      budget_.tick();
      const auto with = right.row(match);
      if (!compatible(from, with, shared.uncertain)) return true;
      const auto row = out.add_row();
      std::copy(from.begin(), from.end(), row.begin());
      for (const auto& [l, r] : shared.uncertain) {
        if (row[l] == kNoTerm) row[l] = with[r];
      }
      for (std::size_t c = 0; c < right_only.size(); ++c)
        row[from.size() + c] = with[right_only[c]];
      return true;
    });
  }
  return out;
}

Table Evaluation::numbered(Table table) {
  std::vector<Var> columns = table.columns();
  columns.push_back(static_cast<Var>(query_.variables.size()) + hidden_++);
  Table out(budget_, columns);
  for (std::size_t c = 0; c < table.width(); ++c) {
    out.set_maybe_unbound(static_cast<int>(c), table.maybe_unbound(static_cast<int>(c)));
  }
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = out.add_row();
    std::copy(table.row(i).begin(), table.row(i).end(), row.begin());
    row.back() = static_cast<TermId>(i);
  }
  return out;
}

Table Evaluation::left_join(Table input, const Pattern& pattern, const Scope& scope) {
  Table left = numbered(extend(std::move(input), pattern.children[0], scope));
  const Var number = left.columns().back();
  const std::size_t rows = left.size();
  std::vector<char> matched(rows, 0);
  Table kept(budget_, left.columns());
  for (std::size_t c = 0; c < left.width(); ++c) {
    kept.set_maybe_unbound(static_cast<int>(c), left.maybe_unbound(static_cast<int>(c)));
  }
  for (std::size_t i = 0; i < rows; ++i) kept.add_row(left.row(i));
  Table out = extend(std::move(left), pattern.children[1], scope);
  if (pattern.has_expression) apply_filter(out, pattern.expression, scope);
  const int number_column = out.find(number);
  for (std::size_t i = 0; i < out.size(); ++i) matched[out.at(i, number_column)] = 1;
  std::vector<int> from;
  for (std::size_t c = 0; c < out.width(); ++c) {
    from.push_back(kept.find(out.columns()[c]));
    const bool unbound = from[c] < 0 || kept.maybe_unbound(from[c]);
    const auto column = static_cast<int>(c);
    out.set_maybe_unbound(column, out.maybe_unbound(column) || unbound);
  }
  for (std::size_t i = 0; i < rows; ++i) {
    if (matched[i] != 0) continue;
    const auto row = out.add_row();
    for (std::size_t c = 0; c < row.size(); ++c)
      row[c] = from[c] < 0 ? kNoTerm : kept.at(i, from[c]);
  }
  std::vector<Var> columns = out.columns();
  std::erase(columns, number);
  return project(out, columns);
}

// Rows stay unless a solution of the right side is compatible and shares a bound variable.
Table Evaluation::minus(Table input, const Pattern& pattern, const Scope& scope) {
  Table left = extend(std::move(input), pattern.children[0], scope);
  Scope inside = scope;
  inside.substitute = false;
  const std::vector<Var> visible = visible_variables(pattern.children[1]);
  const std::vector<Var> certain = certain_variables(pattern.children[1]);
  std::vector<Var> keys;
  bool simple = true;
  for (const Var variable : visible) {
    const int column = left.find(variable);
    if (column < 0) continue;
    keys.push_back(variable);
    simple &=
        !left.maybe_unbound(column) && std::binary_search(certain.begin(), certain.end(), variable);
  }
  if (keys.empty()) return left;
  Table right = unit();
  if (simple) {  // only what can meet a row of the left side needs to be looked for
    Table known = project(left, keys);
    distinct(known);
    right = extend(std::move(known), pattern.children[1], inside);
  } else {
    right = extend(unit(), pattern.children[1], inside);
  }
  const SharedColumns shared = shared_columns(left, right);
  const HashIndex index(right, shared.right_certain);
  std::vector<char> keep(left.size(), 1);
  for (std::size_t i = 0; i < left.size(); ++i) {
    const auto from = left.row(i);
    index.look_up(from, shared.left_certain, [&](std::uint32_t match) {
      budget_.tick();
      const auto with = right.row(match);
      if (!compatible(from, with, shared.uncertain)) return true;
      const bool meets =
          !shared.left_certain.empty() ||
          std::any_of(shared.uncertain.begin(), shared.uncertain.end(), [&](const auto& p) {
            return from[p.first] != kNoTerm && with[p.second] != kNoTerm;
          });
      if (meets) keep[i] = 0;
      return !meets;
    });
  }
  left.filter(keep);
  return left;
}

double Evaluation::estimate(const Pattern& pattern, const std::vector<Var>& bound,
                            const Scope& scope) {
  const auto child = [&](std::size_t i) { return estimate(pattern.children[i], bound, scope); };
  switch (pattern.kind) {
    case Pattern::Kind::Bgp: {
      double least = pattern.triples.empty() ? 1 : 1e30;
      for (const TriplePattern& triple : pattern.triples) {
        least = std::min(least, estimate(make_scan(triple, scope), bound));
      }
      return least;
    }
    case Pattern::Kind::Union: {
      double sum = 0;
      for (std::size_t i = 0; i < pattern.children.size(); ++i) sum += child(i);
      return sum;
    }
    case Pattern::Kind::Join: {
      double least = 1e30;
      for (std::size_t i = 0; i < pattern.children.size(); ++i) least = std::min(least, child(i));
      return least;
    }
    case Pattern::Kind::Graph: {
      Scope inside = scope;
      inside.kind = Scope::Kind::Variable;
      inside.variable = pattern.graph.variable;
      return estimate(pattern.children[0], bound, inside);
    }
    case Pattern::Kind::Values:
      return static_cast<double>(pattern.data.rows.size());
    case Pattern::Kind::SubSelect:
      return 1000;  // what it gives is known when it has run
    default:
      return child(0);
  }
}

// A group's parts, flattened: triple patterns, and patterns of other kinds.
void Evaluation::collect_parts(const std::vector<const Pattern*>& parts, const Scope& scope,
                               JoinParts& found) {
  for (const Pattern* const part : parts) {
    if (part->kind == Pattern::Kind::Bgp) {
      for (const TriplePattern& triple : part->triples) {
        found.scans.push_back(make_scan(triple, scope));
      }
    } else if (part->kind == Pattern::Kind::Join) {
      std::vector<const Pattern*> children;
      for (const Pattern& child : part->children) children.push_back(&child);
      collect_parts(children, scope, found);
    } else {
      found.others.push_back(part);
    }
  }
}

// Filters run as soon as all they read is bound for good; at the end all that are left run.
void Evaluation::run_filters(Table& table, Filters& filters, const Scope& scope, bool all) {
  std::erase_if(filters, [&](const Expression* filter) {
    std::vector<Var> used;
    collect_variables_of(*filter, used);
    const bool ready = !has_exists(*filter) && std::all_of(used.begin(), used.end(), [&](Var v) {
      const int column = table.find(v);
      return column >= 0 && !table.maybe_unbound(column);
    });
    if (ready || all) apply_filter(table, *filter, scope);
    return ready || all;
  });
}

// Patterns about one thing that is not known yet, two or more of whose other ends are known: looked
// up one by one, the first would match far too much where its end is met often. They are joined
// among themselves and then, by hash, with the rows on all ends at once. Empty if that is no gain.
std::vector<std::size_t> Evaluation::find_star(const Table& table, const std::vector<Scan>& scans,
                                               std::size_t best, double matches) const {
  const Var hub = scans[best].variables[kSubject];
  if (hub == kNoVar || table.find(hub) >= 0 || scans[best].path) return {};
  std::vector<std::size_t> star;
  std::size_t known_ends = 0;
  double rows = 1e300;
  for (std::size_t i = 0; i < scans.size(); ++i) {
    if (scans[i].variables[kSubject] != hub || scans[i].path) continue;
    star.push_back(i);
    const Var end = scans[i].variables[kObject];
    if (end != kNoVar && table.find(end) >= 0) ++known_ends;
    rows = std::min(rows, static_cast<double>(count(scans[i])));
  }
  const double looked_up = matches * static_cast<double>(table.size());
  const bool gains = known_ends >= 2 && looked_up > 2 * rows * static_cast<double>(star.size());
  return gains ? star : std::vector<std::size_t>{};
}

Table Evaluation::extend_star(Table input, std::vector<Scan>& scans,
                              const std::vector<std::size_t>& star) {
  JoinParts parts;
  for (std::size_t i = star.size(); i-- > 0;) {
    parts.scans.push_back(scans[star[i]]);
    scans.erase(scans.begin() + static_cast<std::ptrdiff_t>(star[i]));
  }
  Table alone = extend_parts(unit(), std::move(parts), {}, {});
  return join(std::move(input), alone);
}

Table Evaluation::extend_next_scan(Table table, std::vector<Scan>& scans, std::size_t best,
                                   double matches, std::size_t cap) {
  const auto star = find_star(table, scans, best, matches);
  if (!star.empty()) return extend_star(std::move(table), scans, star);
  const Scan scan = scans[best];
  scans.erase(scans.begin() + static_cast<std::ptrdiff_t>(best));
  return join_scan(std::move(table), scan, cap);
}

Table Evaluation::join_scan(Table table, const Scan& scan, std::size_t cap) {
  const auto merge = find_merge(table, scan);
  JoinMethod method = JoinMethod::NestedLoops;
  if (!scan.path && table.width() > 0) {
    method = options_.join ? *options_.join
                           : cheapest_join(table.size(), count(scan), merge.has_value());
    if (method == JoinMethod::Merge && !merge) method = JoinMethod::NestedLoops;
    ++joins_[static_cast<std::size_t>(method)];
  }
  if (method == JoinMethod::Hash) return join(std::move(table), scan_alone(scan));
  row_cap_ = cap;
  table = method == JoinMethod::Merge ? merge_scan(table, scan, *merge)
                                      : extend_scan(std::move(table), scan);
  row_cap_ = kNoCap;
  return table;
}

Table Evaluation::extend_parts(Table table, JoinParts parts, Filters filters, const Scope& scope) {
  const std::size_t cap = std::exchange(row_cap_, kNoCap);
  run_filters(table, filters, scope, false);
  while (!parts.scans.empty() || !parts.others.empty()) {
    double least = 1e300;
    std::size_t best = 0;
    for (std::size_t i = 0; i < parts.scans.size() + parts.others.size(); ++i) {
      const bool is_scan = i < parts.scans.size();
      const double matches =
          is_scan ? estimate(parts.scans[i], table.columns())
                  : estimate(*parts.others[i - parts.scans.size()], table.columns(), scope);
      if (matches < least) {
        least = matches;
        best = i;
      }
    }
    const bool last = parts.scans.size() + parts.others.size() == 1 && filters.empty();
    if (best < parts.scans.size()) {
      table = extend_next_scan(std::move(table), parts.scans, best, least, last ? cap : kNoCap);
    } else {
      const auto at = parts.others.begin() + static_cast<std::ptrdiff_t>(best - parts.scans.size());
      const Pattern* const part = *at;
      parts.others.erase(at);
      table = extend(std::move(table), *part, scope);
    }
    run_filters(table, filters, scope, false);
  }
  run_filters(table, filters, scope, true);
  return table;
}

Table Evaluation::extend_join(Table input, const std::vector<const Pattern*>& parts,
                              Filters filters, const Scope& scope) {
  JoinParts found;
  collect_parts(parts, scope, found);
  return extend_parts(std::move(input), std::move(found), std::move(filters), scope);
}

}  // namespace entente::store
