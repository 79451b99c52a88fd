// SPDX-License-Identifier: ISC
#include "store/functions.h"

#include <cmath>

namespace entente::store {

namespace {

Value whole_arithmetic(Op op, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  bool overflow = false;
  switch (op) {
    case Op::Add:
      overflow = __builtin_add_overflow(a, b, &result);
      break;
    case Op::Subtract:
      overflow = __builtin_sub_overflow(a, b, &result);
      break;
    case Op::Multiply:
      overflow = __builtin_mul_overflow(a, b, &result);
      break;
    default:
      return decimal_value(divide(Decimal(a), Decimal(b)));  // integers divide to decimals
  }
  return overflow ? error_value() : integer_value(result);
}

Value exact_arithmetic(Op op, Decimal a, Decimal b) {
  switch (op) {
    case Op::Add:
      return decimal_value(add(a, b));
    case Op::Subtract:
      return decimal_value(subtract(a, b));
    case Op::Multiply:
      return decimal_value(multiply(a, b));
    default:
      return decimal_value(divide(a, b));
  }
}

double inexact_arithmetic(Op op, double a, double b) {
  switch (op) {
    case Op::Add:
      return a + b;
    case Op::Subtract:
      return a - b;
    case Op::Multiply:
      return a * b;
    default:
      return a / b;
  }
}

double round_double(Op op, double number) {
  switch (op) {
    case Op::Abs:
      return std::abs(number);
    case Op::Ceil:
      return std::ceil(number);
    case Op::Floor:
      return std::floor(number);
    default:
      return std::floor(number + 0.5);  // fn:round: halves upwards
  }
}

Decimal round_decimal(Op op, Decimal number) {
  switch (op) {
    case Op::Abs:
      return number < Decimal() ? number.negated() : number;
    case Op::Ceil:
      return number.ceil();
    case Op::Floor:
      return number.floor();
    default:
      return number.round();
  }
}

}  // namespace

Value arithmetic(Op op, const Value& a, const Value& b) {
  if (!a.is_numeric() || !b.is_numeric()) return error_value();
  const ValueKind kind = std::max(a.kind, b.kind);
  if (kind == ValueKind::Integer) return whole_arithmetic(op, a.integer, b.integer);
  if (kind == ValueKind::Decimal) return exact_arithmetic(op, *as_decimal(a), *as_decimal(b));
  const double result = inexact_arithmetic(op, as_double(a), as_double(b));
  return kind == ValueKind::Float ? float_value(result) : double_value(result);
}

Value call_number_function(Op op, std::span<const Value> arguments, FunctionContext&) {
  const Value& number = arguments[0];
  switch (number.kind) {
    case ValueKind::Integer: {
      const bool negative = op == Op::Abs && number.integer < 0;
      if (negative && number.integer == INT64_MIN) return error_value();
      return integer_value(negative ? -number.integer : number.integer);
    }
    case ValueKind::Decimal:
      return decimal_value(round_decimal(op, number.decimal));
    case ValueKind::Float:
      return float_value(round_double(op, number.number));
    case ValueKind::Double:
      return double_value(round_double(op, number.number));
    default:
      return error_value();
  }
}

}  // namespace entente::store
