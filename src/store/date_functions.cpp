// SPDX-License-Identifier: ISC
#include "rdf/xsd.h"
#include "store/functions.h"

namespace entente::store {

namespace {

constexpr std::string_view kDayTimeDuration = "http://www.w3.org/2001/XMLSchema#dayTimeDuration";

bool has_date(const Value& value) {
  return value.kind == ValueKind::DateTime || value.kind == ValueKind::Date;
}

bool has_time(const Value& value) {
  return value.kind == ValueKind::DateTime || value.kind == ValueKind::Time;
}

Value zone_of(const Value& value, FunctionContext& context) {
  if (!value.time.has_zone) return error_value();
  const std::string_view text = context.arena->keep(zone_duration(value.time));
  return value_of({TermKind::Literal, text, kDayTimeDuration, {}});
}

}  // namespace

Value call_date_function(Op op, std::span<const Value> arguments, FunctionContext& context) {
  if (op == Op::Now) {
    Value now;
    now.kind = ValueKind::DateTime;
    now.time = context.now;
    return now;
  }
  const Value& value = arguments[0];
  const DateTime& time = value.time;
  if (!has_date(value) && !has_time(value)) return error_value();
  switch (op) {
    case Op::Year:
      return has_date(value) ? integer_value(time.year) : error_value();
    case Op::Month:
      return has_date(value) ? integer_value(time.month) : error_value();
    case Op::Day:
      return has_date(value) ? integer_value(time.day) : error_value();
    case Op::Hours:
      return has_time(value) ? integer_value(time.hour) : error_value();
    case Op::Minutes:
      return has_time(value) ? integer_value(time.minute) : error_value();
    case Op::Seconds:
      return has_time(value) ? decimal_value(Decimal::from_nanos(time.nanos)) : error_value();
    case Op::Timezone:
      return zone_of(value, context);
    default:
      return string_value(context.arena->keep(zone_text(time)));
  }
}

}  // namespace entente::store
