// SPDX-License-Identifier: ISC
// GROUP BY and the aggregates (18.5.1). Groups come in the order of their first rows.
#include "store/evaluation.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace entente::store {

namespace {

struct HashRow {
  std::size_t operator()(const std::vector<TermId>& row) const {
    return rdf::hash_bytes(
        {reinterpret_cast<const char*>(row.data()), row.size() * sizeof(TermId)});
  }
};

// SUM and AVG; an error as soon as one value is no number.
Value sum_of(const std::vector<Value>& values) {
  Value sum = integer_value(0);
  for (const Value& value : values) sum = arithmetic(Op::Add, sum, value);
  return sum;
}

Value average_of(const std::vector<Value>& values) {
  if (values.empty()) return integer_value(0);
  return arithmetic(Op::Divide, sum_of(values),
                    integer_value(static_cast<std::int64_t>(values.size())));
}

Value extreme_of(const std::vector<Value>& values, bool largest) {
  if (values.empty()) return error_value();
  const Value* best = values.data();
  for (const Value& value : values) {
    const int order = order_of(value, *best);
    if (largest ? order > 0 : order < 0) best = &value;
  }
  return *best;
}

// COUNT of a variable needs no values.
std::int64_t count_terms(const Table& table, int column, std::span<const std::uint32_t> rows,
                         bool distinct) {
  if (column < 0) return 0;
  std::vector<TermId> terms;
  for (const std::uint32_t row : rows) {
    if (table.at(row, column) != kNoTerm) terms.push_back(table.at(row, column));
  }
  if (distinct) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  }
  return static_cast<std::int64_t>(terms.size());
}

}  // namespace

Value Evaluation::aggregate(const Aggregate& aggregate, const Table& table,
                            std::span<const std::uint32_t> rows, const ExistsResults& exists) {
  if (aggregate.star) {
    if (!aggregate.distinct) return integer_value(static_cast<std::int64_t>(rows.size()));
    std::set<std::vector<TermId>> different;
    for (const std::uint32_t row : rows)
      different.emplace(table.row(row).begin(), table.row(row).end());
    return integer_value(static_cast<std::int64_t>(different.size()));
  }
  if (aggregate.kind == Aggregate::Kind::Count && aggregate.argument.op == Op::Variable) {
    return integer_value(
        count_terms(table, table.find(aggregate.argument.variable), rows, aggregate.distinct));
  }
  // A value lives in the store, in local_ or in arena_, which is not cleared before the group ends.
  std::vector<Value> values;
  std::unordered_map<TermId, bool> seen;
  bool error = false;
  for (const std::uint32_t row : rows) {
    budget_.tick();
    Value value = eval(aggregate.argument, {&table, row, &exists});
    if (value.is_error()) {
      error = true;
      continue;
    }
    if (aggregate.distinct && !seen.try_emplace(intern(value), true).second) continue;
    values.push_back(value);
  }
  switch (aggregate.kind) {
    case Aggregate::Kind::Count:
      return integer_value(static_cast<std::int64_t>(values.size()));
    case Aggregate::Kind::Sum:
      return error ? error_value() : sum_of(values);
    case Aggregate::Kind::Avg:
      return error ? error_value() : average_of(values);
    case Aggregate::Kind::Min:
      return error ? error_value() : extreme_of(values, false);
    case Aggregate::Kind::Max:
      return error ? error_value() : extreme_of(values, true);
    case Aggregate::Kind::Sample:
      return values.empty() ? error_value() : values[0];
    case Aggregate::Kind::GroupConcat:
      break;
  }
  if (error) return error_value();
  std::string joined;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].kind == ValueKind::Blank) return error_value();
    if (i > 0) joined += aggregate.separator;
    joined += lexical_form(values[i], arena_);
  }
  return string_value(arena_.keep(joined));
}

Table Evaluation::group(Table table, const Select& select, const Scope& scope) {
  for (const Projected& key : select.group_by) {
    if (key.expression) table = bind(std::move(table), key.variable, *key.expression, scope);
  }
  std::vector<int> key_columns;
  std::vector<Var> columns;
  for (const Projected& key : select.group_by) {
    key_columns.push_back(table.find(key.variable));
    columns.push_back(key.variable);
  }
  std::vector<std::vector<std::uint32_t>> groups;
  std::vector<std::vector<TermId>> keys;
  std::unordered_map<std::vector<TermId>, std::size_t, HashRow> known;
  std::vector<TermId> key(key_columns.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (std::size_t c = 0; c < key.size(); ++c) {
      key[c] = key_columns[c] < 0 ? kNoTerm : table.at(i, key_columns[c]);
    }
    const auto [at, is_new] = known.try_emplace(key, groups.size());
    if (is_new) {
      groups.emplace_back();
      keys.push_back(key);
    }
    groups[at->second].push_back(static_cast<std::uint32_t>(i));
  }
  if (groups.empty() && select.group_by.empty()) {  // no rows are one group
    groups.emplace_back();
    keys.emplace_back();
  }
  ExistsResults exists;
  for (const Aggregate& a : select.aggregates) {
    columns.push_back(a.result);
    prepare_exists(a.argument, table, scope, exists);
  }
  Table out(budget_, columns);
  for (std::size_t c = 0; c < columns.size(); ++c) out.set_maybe_unbound(static_cast<int>(c), true);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    std::vector<TermId> cells = keys[g];
    for (const Aggregate& a : select.aggregates) {
      fresh_solution(g);
      cells.push_back(intern(aggregate(a, table, groups[g], exists)));
    }
    out.add_row(cells);
  }
  return out;
}

}  // namespace entente::store
