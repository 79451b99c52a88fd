// SPDX-License-Identifier: ISC
// What follows a pattern: VALUES, groups, SELECT expressions, ORDER BY, DISTINCT, LIMIT
// (18.2.4, 18.2.5).
#include "store/evaluation.h"
#include "store/parse_query.h"

#include <algorithm>
#include <numeric>

namespace entente::store {

std::vector<Var> Evaluation::projected(const Select& select) const {
  std::vector<Var> variables;
  if (!select.star) {
    for (const Projected& item : select.projection) variables.push_back(item.variable);
    return variables;
  }
  variables = visible_variables(select.where);
  if (select.values) {
    for (const Var variable : select.values->variables) {
      if (std::find(variables.begin(), variables.end(), variable) == variables.end())
        variables.push_back(variable);
    }
  }
  std::erase_if(variables, [&](Var v) { return query_.variables[v][0] == '.'; });
  return variables;
}

Table Evaluation::project(const Table& table, const std::vector<Var>& variables) {
  Table out(budget_, variables);
  std::vector<int> from;
  for (std::size_t c = 0; c < variables.size(); ++c) {
    from.push_back(table.find(variables[c]));
    out.set_maybe_unbound(static_cast<int>(c), from[c] < 0 || table.maybe_unbound(from[c]));
  }
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = out.add_row();
    for (std::size_t c = 0; c < from.size(); ++c)
      row[c] = from[c] < 0 ? kNoTerm : table.at(i, from[c]);
  }
  return out;
}

// Keeps the first of equal rows.
void Evaluation::distinct(Table& table) {
  std::vector<std::uint32_t> slots(std::max<std::size_t>(16, table.size() * 2), 0);
  std::vector<char> keep(table.size(), 0);
  for (std::size_t i = 0; i < table.size(); ++i) {
    budget_.tick();
    const auto row = table.row(i);
    std::size_t slot =
        rdf::hash_bytes({reinterpret_cast<const char*>(row.data()), row.size_bytes()}) %
        slots.size();
    while (slots[slot] != 0 &&
           !std::equal(row.begin(), row.end(), table.row(slots[slot] - 1).begin())) {
      slot = slot + 1 == slots.size() ? 0 : slot + 1;
    }
    if (slots[slot] != 0) continue;
    slots[slot] = static_cast<std::uint32_t>(i + 1);
    keep[i] = 1;
  }
  table.filter(keep);
}

void Evaluation::order(Table& table, const Select& select, const Scope& scope) {
  ExistsResults exists;
  for (const OrderKey& key : select.order_by) prepare_exists(key.expression, table, scope, exists);
  // Keys are terms first, so that values of equal terms are made once and nothing dangles.
  const std::size_t width = select.order_by.size();
  std::vector<TermId> keys;
  keys.reserve(table.size() * width);
  for (std::size_t i = 0; i < table.size(); ++i) {
    fresh_solution(i);
    for (const OrderKey& key : select.order_by) {
      keys.push_back(intern(eval(key.expression, {&table, i, &exists})));
    }
  }
  std::vector<TermId> different = keys;
  std::sort(different.begin(), different.end());
  different.erase(std::unique(different.begin(), different.end()), different.end());
  std::vector<Value> values;
  for (const TermId id : different) values.push_back(value(id));
  std::vector<std::uint32_t> by_value(different.size());
  std::iota(by_value.begin(), by_value.end(), 0);
  std::stable_sort(by_value.begin(), by_value.end(), [&](std::uint32_t a, std::uint32_t b) {
    budget_.tick();
    return order_of(values[a], values[b]) < 0;
  });
  std::vector<std::uint32_t> rank(different.size());
  for (std::size_t i = 0; i < by_value.size(); ++i) {
    const bool same = i > 0 && order_of(values[by_value[i - 1]], values[by_value[i]]) == 0;
    rank[by_value[i]] = same ? rank[by_value[i - 1]] : static_cast<std::uint32_t>(i);
  }
  std::vector<std::uint32_t> ranks;
  for (const TermId key : keys) {
    const auto at = std::lower_bound(different.begin(), different.end(), key);
    ranks.push_back(rank[static_cast<std::size_t>(at - different.begin())]);
  }
  std::vector<std::uint32_t> rows(table.size());
  std::iota(rows.begin(), rows.end(), 0);
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    for (std::size_t k = 0; k < width; ++k) {
      const std::uint32_t x = ranks[a * width + k], y = ranks[b * width + k];
      if (x != y) return (x < y) != select.order_by[k].descending;
    }
    return false;
  });
  table.rearrange(rows);
}

Table Evaluation::solve(const Select& select, const Scope& scope, bool with_projection) {
  const bool plain = !select.values && !select.grouped && select.having.empty() &&
                     select.order_by.empty() && !select.distinct && !select.reduced;
  const bool is_group = select.where.kind == Pattern::Kind::Bgp ||
                        select.where.kind == Pattern::Kind::Join ||
                        select.where.kind == Pattern::Kind::Filter;
  row_cap_ = plain && is_group && select.limit ? select.offset + *select.limit : kNoCap;
  Table table = extend(unit(), select.where, scope);
  row_cap_ = kNoCap;
  if (select.values) table = extend_values(std::move(table), *select.values);
  if (select.grouped) {
    table = group(std::move(table), select, scope);
  }
  for (const Expression& having : select.having) apply_filter(table, having, scope);
  functions_.blank_names.clear();
  for (const Projected& item : select.projection) {
    if (item.expression) table = bind(std::move(table), item.variable, *item.expression, scope);
  }
  if (!select.order_by.empty()) order(table, select, scope);
  if (with_projection) {
    // In a sub-query the graph of GRAPH ?g is looked up pattern by pattern, so it stays known.
    std::vector<Var> variables = projected(select);
    const bool keeps_graph =
        scope.kind == Scope::Kind::Variable && table.find(scope.variable) >= 0 &&
        std::find(variables.begin(), variables.end(), scope.variable) == variables.end();
    if (keeps_graph) variables.push_back(scope.variable);
    table = project(table, variables);
  }
  if (select.distinct || select.reduced) distinct(table);
  if (select.offset > 0 && table.size() > 0) {
    std::vector<char> keep(table.size(), 1);
    std::fill_n(keep.begin(), std::min<std::uint64_t>(select.offset, table.size()), 0);
    table.filter(keep);
  }
  if (select.limit) table.truncate(*select.limit);
  return table;
}

}  // namespace entente::store
