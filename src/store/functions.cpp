// SPDX-License-Identifier: ISC
#include "store/functions.h"

#include "rdf/iri.h"
#include "rdf/xsd.h"

#include <cmath>

#include <fmt/format.h>

namespace entente::store {

namespace {

Value iri_function(const Value& value, const FunctionContext& context) {
  if (value.kind == ValueKind::Iri) return value;
  if (value.kind != ValueKind::String) return error_value();
  if (rdf::is_absolute_iri(value.text)) return iri_value(value.text);
  if (context.base.empty()) return error_value();
  return iri_value(context.arena->keep(rdf::resolve_iri(context.base, value.text)));
}

Value blank_function(std::span<const Value> arguments, FunctionContext& context) {
  const auto fresh = [&] { return fmt::format("q{}", ++context.blank_count); };
  Value value;
  value.kind = ValueKind::Blank;
  if (arguments.empty()) {
    value.text = context.arena->keep(fresh());
    return value;
  }
  if (arguments[0].kind != ValueKind::String) return error_value();
  std::string& name = context.blank_names[{context.row, std::string(arguments[0].text)}];
  if (name.empty()) name = fresh();
  value.text = context.arena->keep(name);
  return value;
}

Value datatype_function(const Value& value, rdf::Arena& arena) {
  if (!value.is_literal()) return error_value();
  return iri_value(term_of(value, arena).datatype);
}

Value typed_function(const Value& text, const Value& datatype) {
  if (text.kind != ValueKind::String || datatype.kind != ValueKind::Iri) return error_value();
  return value_of({TermKind::Literal, text.text, datatype.text, {}});
}

std::string uuid(FunctionContext& context) {
  const std::uint64_t a = context.random(), b = context.random();
  return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}", a >> 32, a >> 16 & 0xFFFF, a & 0xFFF,
                     0x8000 | (b >> 48 & 0x3FFF), b & 0xFFFFFFFFFFFF);
}

Value str_function(const Value& value, rdf::Arena& arena) {
  if (value.is_error() || value.kind == ValueKind::Blank) return error_value();
  return string_value(lexical_form(value, arena));
}

// XML Schema lets white space stand around numbers, dates and booleans.
std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

// fn:string of a number: plain digits where they are few, else the canonical form.
std::string number_string(double number, bool wide) {
  if (number == 0) return std::signbit(number) ? "-0" : "0";
  const double size = std::abs(number);
  if (!(size >= 1e-6 && size < 1e6)) return wide ? double_text(number) : float_text(number);
  return wide ? fmt::format("{}", number) : fmt::format("{}", static_cast<float>(number));
}

Value cast_to_string(const Value& value, rdf::Arena& arena) {
  switch (value.kind) {
    case ValueKind::Boolean:
      return string_value(value.boolean ? "true" : "false");
    case ValueKind::Integer:
      return string_value(arena.keep(std::to_string(value.integer)));
    case ValueKind::Decimal:
      return string_value(arena.keep(value.decimal.to_string()));
    case ValueKind::Float:
    case ValueKind::Double:
      return string_value(arena.keep(number_string(value.number, value.kind == ValueKind::Double)));
    default:
      return str_function(value, arena);
  }
}

Value cast_to_boolean(const Value& value) {
  if (value.is_numeric() || value.kind == ValueKind::Boolean)
    return boolean_value(*boolean_of(value));
  const std::string_view text = trimmed(value.text);
  if (text == "true" || text == "1") return boolean_value(true);
  return text == "false" || text == "0" ? boolean_value(false) : error_value();
}

Value cast_to_integer(const Value& value) {
  switch (value.kind) {
    case ValueKind::Integer:
      return integer_value(value.integer);
    case ValueKind::Boolean:
      return integer_value(value.boolean ? 1 : 0);
    case ValueKind::Decimal:
    case ValueKind::Float:
    case ValueKind::Double: {
      const bool fits = std::isfinite(as_double(value)) && std::abs(as_double(value)) < 9.2e18;
      if (!fits) return error_value();
      if (value.kind != ValueKind::Decimal)
        return integer_value(static_cast<std::int64_t>(value.number));
      const auto whole = value.decimal.to_integer();
      return whole ? integer_value(*whole) : error_value();
    }
    default:
      break;
  }
  const auto integer = parse_integer(trimmed(value.text));
  return integer ? integer_value(*integer) : error_value();
}

Value cast_to_decimal(const Value& value) {
  if (value.is_numeric()) return decimal_value(as_decimal(value));
  if (value.kind == ValueKind::Boolean) return decimal_value(Decimal(value.boolean ? 1 : 0));
  return decimal_value(Decimal::parse(trimmed(value.text)));
}

Value cast_to_float(const Value& value, bool wide) {
  const auto make = wide ? &double_value : &float_value;
  if (value.is_numeric()) return make(as_double(value));
  if (value.kind == ValueKind::Boolean) return make(value.boolean ? 1 : 0);
  const auto number = parse_double(trimmed(value.text));
  return number ? make(*number) : error_value();
}

Value cast_to_time(const Value& value, ValueKind kind) {
  Value cast;
  cast.kind = kind;
  if (value.kind == ValueKind::DateTime || value.kind == ValueKind::Date) {
    cast.time = value.time;
    return cast;
  }
  if (value.kind != ValueKind::String) return error_value();
  const std::string_view text = trimmed(value.text);
  const auto time = kind == ValueKind::Date ? parse_date(text) : parse_date_time(text);
  if (!time) return error_value();
  cast.time = *time;
  return cast;
}

}  // namespace

Value cast(std::string_view datatype, const Value& value, FunctionContext& context) {
  if (value.is_error() || value.kind == ValueKind::Blank) return error_value();
  if (datatype == rdf::kXsdString) return cast_to_string(value, *context.arena);
  const bool castable = value.is_numeric() || value.kind == ValueKind::String ||
                        value.kind == ValueKind::Boolean || value.kind == ValueKind::DateTime ||
                        value.kind == ValueKind::Date;
  if (!castable) return error_value();
  const bool is_time = value.kind == ValueKind::DateTime || value.kind == ValueKind::Date;
  if (datatype == rdf::kXsdDateTime) return cast_to_time(value, ValueKind::DateTime);
  if (datatype == rdf::kXsdDate) return cast_to_time(value, ValueKind::Date);
  if (is_time) return error_value();
  if (datatype == rdf::kXsdBoolean) return cast_to_boolean(value);
  if (datatype == rdf::kXsdInteger) return cast_to_integer(value);
  if (datatype == rdf::kXsdDecimal) return cast_to_decimal(value);
  if (datatype == rdf::kXsdFloat) return cast_to_float(value, false);
  return datatype == rdf::kXsdDouble ? cast_to_float(value, true) : error_value();
}

Value call_function(Op op, std::span<const Value> arguments, FunctionContext& context) {
  for (const Value& argument : arguments) {
    if (argument.is_error()) return error_value();
  }
  const auto argument = [&](std::size_t i) -> const Value& { return arguments[i]; };
  switch (op) {
    case Op::Str:
      return str_function(argument(0), *context.arena);
    case Op::Lang:
      return argument(0).is_literal() ? string_value(argument(0).language) : error_value();
    case Op::Datatype:
      return datatype_function(argument(0), *context.arena);
    case Op::Iri:
      return iri_function(argument(0), context);
    case Op::BNode:
      return blank_function(arguments, context);
    case Op::StrDt:
      return typed_function(argument(0), argument(1));
    case Op::SameTerm:
      return boolean_value(same_term(argument(0), argument(1), *context.arena));
    case Op::IsIri:
      return boolean_value(argument(0).kind == ValueKind::Iri);
    case Op::IsBlank:
      return boolean_value(argument(0).kind == ValueKind::Blank);
    case Op::IsLiteral:
      return boolean_value(argument(0).is_literal());
    case Op::IsNumeric:
      return boolean_value(argument(0).is_numeric());
    case Op::Uuid:
      return iri_value(context.arena->keep("urn:uuid:" + uuid(context)));
    case Op::StrUuid:
      return string_value(context.arena->keep(uuid(context)));
    case Op::Rand:
      return double_value(static_cast<double>(context.random() >> 11) * 0x1p-53);
    case Op::Abs:
    case Op::Ceil:
    case Op::Floor:
    case Op::Round:
      return call_number_function(op, arguments, context);
    case Op::Year:
    case Op::Month:
    case Op::Day:
    case Op::Hours:
    case Op::Minutes:
    case Op::Seconds:
    case Op::Timezone:
    case Op::Tz:
    case Op::Now:
      return call_date_function(op, arguments, context);
    case Op::Md5:
    case Op::Sha1:
    case Op::Sha256:
    case Op::Sha384:
    case Op::Sha512:
      return call_hash_function(op, arguments, context);
    default:
      return call_string_function(op, arguments, context);
  }
}

}  // namespace entente::store
