// SPDX-License-Identifier: ISC
// What an algebra binds and reads, and rewrites of it that keep its meaning.
#include "store/evaluation.h"
#include "store/parse_query.h"

#include <algorithm>

namespace entente::store {

namespace {

void collect_variables_of_pattern(const Pattern& pattern, std::vector<Var>& found) {
  const auto add = [&](Var variable) {
    if (variable != kNoVar) found.push_back(variable);
  };
  for (const TriplePattern& triple : pattern.triples) {
    add(triple.subject.variable);
    add(triple.predicate.variable);
    add(triple.object.variable);
  }
  add(pattern.graph.variable);
  add(pattern.variable);
  for (const Var variable : pattern.data.variables) add(variable);
  collect_variables_of(pattern.expression, found);
  for (const Pattern& child : pattern.children) collect_variables_of_pattern(child, found);
  if (pattern.select) {
    collect_variables_of_pattern(pattern.select->where, found);
    for (const Projected& item : pattern.select->projection) add(item.variable);
  }
}

std::vector<Var> sorted(std::vector<Var> variables) {
  std::sort(variables.begin(), variables.end());
  variables.erase(std::unique(variables.begin(), variables.end()), variables.end());
  return variables;
}

std::vector<Var> united(const std::vector<Var>& a, const std::vector<Var>& b) {
  std::vector<Var> all = a;
  all.insert(all.end(), b.begin(), b.end());
  return sorted(std::move(all));
}

std::vector<Var> certain_of_values(const InlineData& data) {
  std::vector<Var> certain;
  for (std::size_t c = 0; c < data.variables.size(); ++c) {
    const bool bound = std::all_of(data.rows.begin(), data.rows.end(), [&](const auto& row) {
      return row[c].kind != rdf::TermKind::None;
    });
    if (bound) certain.push_back(data.variables[c]);
  }
  return sorted(std::move(certain));
}

std::vector<Var> certain_of_select(const Select& select) {
  if (select.grouped) return {};
  const auto inside = certain_variables(select.where);
  if (select.star) return inside;
  std::vector<Var> certain;
  for (const Projected& item : select.projection) {
    if (!item.expression && std::binary_search(inside.begin(), inside.end(), item.variable)) {
      certain.push_back(item.variable);
    }
  }
  return sorted(std::move(certain));
}

// True if the filter means the same on `pattern` as around what is made of it.
bool fits(const Expression& filter, const Pattern& pattern) {
  if (has_exists(filter)) return false;
  std::vector<Var> used;
  collect_variables_of(filter, used);
  const auto certain = certain_variables(pattern);
  return std::all_of(used.begin(), used.end(),
                     [&](Var v) { return std::binary_search(certain.begin(), certain.end(), v); });
}

// Moves the filter at the top of `pattern` below what stands under it, as far as it goes.
void sink(Pattern& pattern) {
  Pattern& child = pattern.children[0];
  const bool passes = child.kind == Pattern::Kind::LeftJoin || child.kind == Pattern::Kind::Minus ||
                      child.kind == Pattern::Kind::Extend;
  if (!passes || !fits(pattern.expression, child.children[0])) return;
  Pattern filter;
  filter.kind = Pattern::Kind::Filter;
  filter.expression = std::move(pattern.expression);
  Pattern below = std::move(child);
  filter.children.push_back(std::move(below.children[0]));
  sink(filter);
  below.children[0] = std::move(filter);
  pattern = std::move(below);
}

}  // namespace

void collect_variables_of(const Expression& expression, std::vector<Var>& found) {
  if (expression.variable != kNoVar) found.push_back(expression.variable);
  for (const Expression& argument : expression.arguments) collect_variables_of(argument, found);
  if (expression.pattern) collect_variables_of_pattern(*expression.pattern, found);
}

bool has_exists(const Expression& expression) {
  return expression.op == Op::Exists || expression.op == Op::NotExists ||
         std::any_of(expression.arguments.begin(), expression.arguments.end(), has_exists);
}

std::vector<Var> certain_variables(const Pattern& pattern) {
  switch (pattern.kind) {
    case Pattern::Kind::Bgp:
      return visible_variables(pattern);
    case Pattern::Kind::Values:
      return certain_of_values(pattern.data);
    case Pattern::Kind::SubSelect:
      return certain_of_select(*pattern.select);
    case Pattern::Kind::Join: {
      std::vector<Var> all;
      for (const Pattern& child : pattern.children) all = united(all, certain_variables(child));
      return all;
    }
    case Pattern::Kind::Union: {
      std::vector<Var> common = certain_variables(pattern.children[0]);
      for (const Pattern& child : pattern.children) {
        const auto other = certain_variables(child);
        std::erase_if(common,
                      [&](Var v) { return !std::binary_search(other.begin(), other.end(), v); });
      }
      return common;
    }
    case Pattern::Kind::Graph: {
      std::vector<Var> all = certain_variables(pattern.children[0]);
      if (pattern.graph.is_variable()) all.push_back(pattern.graph.variable);
      return sorted(std::move(all));
    }
    default:
      return certain_variables(pattern.children[0]);
  }
}

void push_filters(Pattern& pattern) {
  for (Pattern& child : pattern.children) push_filters(child);
  if (pattern.select) push_filters(pattern.select->where);
  if (pattern.kind == Pattern::Kind::Filter) sink(pattern);
}

}  // namespace entente::store
