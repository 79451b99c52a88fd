// SPDX-License-Identifier: ISC
// Expressions over the rows of a table. EXISTS is answered for all rows at once beforehand: the
// rows, numbered, are extended by its pattern; those that are left exist.
#include "store/evaluation.h"

#include <algorithm>
#include <array>

namespace entente::store {

namespace {

bool is_exists(const Expression& expression) {
  return expression.op == Op::Exists || expression.op == Op::NotExists;
}

Value truth(std::optional<bool> value) {
  return value ? boolean_value(*value) : error_value();
}

Value compared(Op op, const Value& a, const Value& b) {
  if (op == Op::Equal) return truth(equals(a, b));
  if (op == Op::NotEqual) {
    const auto equal = equals(a, b);
    return equal ? boolean_value(!*equal) : error_value();
  }
  // NaN compares as false with every number, but is no type error.
  const auto order = compare_values(a, b);
  if (!order) return a.is_numeric() && b.is_numeric() ? boolean_value(false) : error_value();
  switch (op) {
    case Op::Less:
      return boolean_value(*order < 0);
    case Op::LessEqual:
      return boolean_value(*order <= 0);
    case Op::Greater:
      return boolean_value(*order > 0);
    default:
      return boolean_value(*order >= 0);
  }
}

}  // namespace

void Evaluation::fresh_solution(std::size_t row) {
  arena_.clear();
  functions_.row = row;
}

void Evaluation::prepare_exists(const Expression& expression, const Table& table,
                                const Scope& scope, ExistsResults& results) {
  for (const Expression& argument : expression.arguments)
    prepare_exists(argument, table, scope, results);
  if (!is_exists(expression)) return;
  std::vector<char>& found = results[&expression];
  found.assign(table.size(), 0);
  if (table.size() == 0) return;
  std::vector<Var> used;
  collect_variables_of(expression, used);
  std::vector<Var> kept;
  for (const Var variable : table.columns()) {
    if (std::find(used.begin(), used.end(), variable) != used.end()) kept.push_back(variable);
  }
  Table rows = numbered(project(table, kept));
  const Var number = rows.columns().back();
  Scope inside = scope;
  inside.substitute = true;
  const Table left = extend(std::move(rows), *expression.pattern, inside);
  const int column = left.find(number);
  for (std::size_t i = 0; i < left.size(); ++i) found[left.at(i, column)] = 1;
  if (expression.op == Op::NotExists) {
    for (char& flag : found) flag = flag == 0 ? 1 : 0;
  }
}

void Evaluation::apply_filter(Table& table, const Expression& expression, const Scope& scope) {
  ExistsResults exists;
  prepare_exists(expression, table, scope, exists);
  std::vector<char> keep(table.size(), 0);
  for (std::size_t i = 0; i < table.size(); ++i) {
    budget_.tick();
    fresh_solution(i);
    keep[i] = boolean_of(eval(expression, {&table, i, &exists})).value_or(false) ? 1 : 0;
  }
  table.filter(keep);
}

// || and && give an answer where one side is an error, if the other decides (17.2).
Value Evaluation::eval_logic(const Expression& expression, const RowContext& at) {
  const bool decisive = expression.op == Op::Or;
  const auto left = boolean_of(eval(expression.arguments[0], at));
  if (left == decisive) return boolean_value(decisive);
  const auto right = boolean_of(eval(expression.arguments[1], at));
  if (right == decisive) return boolean_value(decisive);
  return left && right ? boolean_value(!decisive) : error_value();
}

Value Evaluation::eval_in(const Expression& expression, const RowContext& at) {
  const Value value = eval(expression.arguments[0], at);
  bool error = value.is_error();
  for (std::size_t i = 1; i < expression.arguments.size(); ++i) {
    const auto equal = equals(value, eval(expression.arguments[i], at));
    if (equal == true) return boolean_value(expression.op == Op::In);
    error |= !equal;
  }
  const bool empty = expression.arguments.size() == 1;
  if (error && !empty) return error_value();
  return boolean_value(expression.op == Op::NotIn);
}

Value Evaluation::eval(const Expression& expression, const RowContext& at) {
  const auto argument = [&](std::size_t i) { return eval(expression.arguments[i], at); };
  switch (expression.op) {
    case Op::Constant:
      return value_of(rdf::to_view(expression.term));
    case Op::Variable: {
      const int column = at.table->find(expression.variable);
      return column < 0 ? error_value() : value(at.table->at(at.row, column));
    }
    case Op::Bound: {
      const int column = at.table->find(expression.variable);
      return boolean_value(column >= 0 && at.table->at(at.row, column) != kNoTerm);
    }
    case Op::Or:
    case Op::And:
      return eval_logic(expression, at);
    case Op::Not: {
      const auto inner = boolean_of(argument(0));
      return inner ? boolean_value(!*inner) : error_value();
    }
    case Op::Equal:
    case Op::NotEqual:
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual:
      return compared(expression.op, argument(0), argument(1));
    case Op::In:
    case Op::NotIn:
      return eval_in(expression, at);
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
      return arithmetic(expression.op, argument(0), argument(1));
    case Op::UnaryMinus:
      return arithmetic(Op::Multiply, integer_value(-1), argument(0));
    case Op::UnaryPlus: {
      const Value operand = argument(0);
      return operand.is_numeric() ? operand : error_value();
    }
    case Op::Exists:
    case Op::NotExists:
      return boolean_value(at.exists->at(&expression)[at.row] != 0);
    case Op::Cast:
      return expression.arguments.size() == 1 ? cast(expression.term.value, argument(0), functions_)
                                              : error_value();
    case Op::Coalesce:
      for (std::size_t i = 0; i < expression.arguments.size(); ++i) {
        const Value found = argument(i);
        if (!found.is_error()) return found;
      }
      return error_value();
    case Op::If: {
      const auto condition = boolean_of(argument(0));
      return condition ? argument(*condition ? 1 : 2) : error_value();
    }
    default:
      break;
  }
  constexpr std::size_t kFew = 4;
  if (expression.arguments.size() <= kFew) {
    std::array<Value, kFew> few;
    for (std::size_t i = 0; i < expression.arguments.size(); ++i) few[i] = argument(i);
    return call_function(expression.op, {few.data(), expression.arguments.size()}, functions_);
  }
  std::vector<Value> many;
  for (std::size_t i = 0; i < expression.arguments.size(); ++i) many.push_back(argument(i));
  return call_function(expression.op, many, functions_);
}

}  // namespace entente::store
