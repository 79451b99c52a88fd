// SPDX-License-Identifier: ISC
#include "store/value.h"

#include "rdf/characters.h"
#include "rdf/xsd.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace entente::store {

namespace {

// Datatypes derived from xsd:integer compute as integers.
constexpr std::array<std::string_view, 13> kIntegers = {"integer",
                                                        "int",
                                                        "long",
                                                        "short",
                                                        "byte",
                                                        "nonNegativeInteger",
                                                        "positiveInteger",
                                                        "nonPositiveInteger",
                                                        "negativeInteger",
                                                        "unsignedLong",
                                                        "unsignedInt",
                                                        "unsignedShort",
                                                        "unsignedByte"};

ValueKind kind_of_datatype(std::string_view datatype) {
  if (!datatype.starts_with(rdf::kXsdNamespace)) return ValueKind::Other;
  const std::string_view name = datatype.substr(rdf::kXsdNamespace.size());
  if (name == "string") return ValueKind::String;
  if (name == "boolean") return ValueKind::Boolean;
  if (name == "decimal") return ValueKind::Decimal;
  if (name == "double") return ValueKind::Double;
  if (name == "float") return ValueKind::Float;
  if (name == "dateTime") return ValueKind::DateTime;
  if (name == "date") return ValueKind::Date;
  if (name == "time") return ValueKind::Time;
  const bool integer = std::find(kIntegers.begin(), kIntegers.end(), name) != kIntegers.end();
  return integer ? ValueKind::Integer : ValueKind::Other;
}

template <typename T>
bool assign(T& to, const std::optional<T>& from) {
  if (from) to = *from;
  return from.has_value();
}

// Fills in what the lexical form says; false if it is not of the kind.
bool read_lexical(Value& value) {
  const std::string_view text = value.text;
  switch (value.kind) {
    case ValueKind::Boolean:
      value.boolean = text == "true" || text == "1";
      return value.boolean || text == "false" || text == "0";
    case ValueKind::Integer:
      return assign(value.integer, parse_integer(text));
    case ValueKind::Decimal:
      return assign(value.decimal, Decimal::parse(text));
    case ValueKind::Double:
      return assign(value.number, parse_double(text));
    case ValueKind::Float: {
      const bool good = assign(value.number, parse_double(text));
      value.number = static_cast<float>(value.number);
      return good;
    }
    case ValueKind::DateTime:
      return assign(value.time, parse_date_time(text));
    case ValueKind::Date:
      return assign(value.time, parse_date(text));
    case ValueKind::Time:
      return assign(value.time, parse_time(text));
    default:
      return true;
  }
}

Value literal_of(const TermView& term, TermId id) {
  Value value;
  value.id = id;
  value.text = term.value;
  value.datatype = term.datatype;
  if (!term.language.empty()) {
    value.kind = ValueKind::LangString;
    value.language = term.language;
    return value;
  }
  value.kind = kind_of_datatype(term.datatype);
  if (!read_lexical(value)) value.kind = ValueKind::Other;
  return value;
}

std::string exponent_text(std::string_view digits) {
  // to_chars gives "1.5e+03"; the canonical form is "1.5E3".
  const std::size_t e = digits.find('e');
  std::string mantissa(digits.substr(0, e));
  if (mantissa.find('.') == std::string::npos) mantissa += ".0";
  int exponent = 0;
  std::string_view rest = digits.substr(e + 1);
  if (rest.starts_with('+')) rest.remove_prefix(1);
  std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
  return mantissa + "E" + std::to_string(exponent);
}

template <typename Number>
std::string number_text(Number value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-INF" : "INF";
  char buffer[64];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
  return exponent_text({buffer, static_cast<std::size_t>(end.ptr - buffer)});
}

std::string_view datatype_of(const Value& value) {
  if (!value.datatype.empty()) return value.datatype;
  switch (value.kind) {
    case ValueKind::String:
      return rdf::kXsdString;
    case ValueKind::LangString:
      return rdf::kRdfLangString;
    case ValueKind::Boolean:
      return rdf::kXsdBoolean;
    case ValueKind::Integer:
      return rdf::kXsdInteger;
    case ValueKind::Decimal:
      return rdf::kXsdDecimal;
    case ValueKind::Float:
      return rdf::kXsdFloat;
    case ValueKind::Double:
      return rdf::kXsdDouble;
    case ValueKind::DateTime:
      return rdf::kXsdDateTime;
    case ValueKind::Date:
      return rdf::kXsdDate;
    default:
      return {};
  }
}

std::string computed_form(const Value& value) {
  switch (value.kind) {
    case ValueKind::Boolean:
      return value.boolean ? "true" : "false";
    case ValueKind::Integer:
      return std::to_string(value.integer);
    case ValueKind::Decimal:
      return value.decimal.to_string();
    case ValueKind::Float:
      return float_text(value.number);
    case ValueKind::Double:
      return double_text(value.number);
    case ValueKind::DateTime:
      return date_time_text(value.time);
    case ValueKind::Date:
      return date_text(value.time);
    default:
      return std::string(value.text);
  }
}

int sign(std::strong_ordering order) {
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

// Nothing where a NaN is compared.
std::optional<int> compare_numbers(const Value& a, const Value& b) {
  if (a.kind == ValueKind::Integer && b.kind == ValueKind::Integer) {
    return sign(a.integer <=> b.integer);
  }
  const bool exact = a.kind <= ValueKind::Decimal && b.kind <= ValueKind::Decimal;
  if (exact) return sign(*as_decimal(a) <=> *as_decimal(b));
  double x = as_double(a), y = as_double(b);
  if (a.kind <= ValueKind::Float && b.kind <= ValueKind::Float) {
    x = static_cast<float>(x);
    y = static_cast<float>(y);
  }
  if (std::isnan(x) || std::isnan(y)) return std::nullopt;
  return x < y ? -1 : x > y ? 1 : 0;
}

// Place among literals in ORDER BY.
int order_rank(const Value& value) {
  if (value.is_numeric()) return 10;
  return static_cast<int>(value.kind);
}

}  // namespace

std::optional<double> parse_double(std::string_view text) {
  if (text == "INF" || text == "+INF") return std::numeric_limits<double>::infinity();
  if (text == "-INF") return -std::numeric_limits<double>::infinity();
  if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !(rdf::is(text[0], rdf::kDigit) || text[0] == '-' || text[0] == '.'))
    return std::nullopt;
  const std::size_t digit = text[0] == '-' ? 1 : 0;  // keeps "-inf" and "-nan" out
  if (digit >= text.size() || !(rdf::is(text[digit], rdf::kDigit) || text[digit] == '.'))
    return std::nullopt;
  double number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end.ptr != text.data() + text.size()) return std::nullopt;
  if (end.ec == std::errc::result_out_of_range) {  // from_chars leaves the number alone
    const bool tiny = text.find("e-") != text.npos || text.find("E-") != text.npos;
    number = tiny ? 0 : std::numeric_limits<double>::infinity();
    return digit == 1 ? -number : number;
  }
  return end.ec == std::errc{} ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  std::int64_t integer = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), integer);
  const bool whole = end.ec == std::errc{} && end.ptr == text.data() + text.size();
  return whole && !text.empty() ? std::optional(integer) : std::nullopt;
}

Value value_of(const TermView& term, TermId id) {
  if (term.kind == TermKind::Literal) return literal_of(term, id);
  Value value;
  value.id = id;
  value.text = term.value;
  value.kind = term.kind == TermKind::Iri         ? ValueKind::Iri
               : term.kind == TermKind::BlankNode ? ValueKind::Blank
                                                  : ValueKind::Error;
  return value;
}

Value error_value() {
  return {};
}

Value boolean_value(bool boolean) {
  Value value;
  value.kind = ValueKind::Boolean;
  value.boolean = boolean;
  return value;
}

Value integer_value(std::int64_t integer) {
  Value value;
  value.kind = ValueKind::Integer;
  value.integer = integer;
  return value;
}

Value decimal_value(std::optional<Decimal> decimal) {
  Value value;
  if (!decimal) return value;
  value.kind = ValueKind::Decimal;
  value.decimal = *decimal;
  return value;
}

Value double_value(double number) {
  Value value;
  value.kind = ValueKind::Double;
  value.number = number;
  return value;
}

Value float_value(double number) {
  Value value;
  value.kind = ValueKind::Float;
  value.number = static_cast<float>(number);
  return value;
}

Value string_value(std::string_view text) {
  Value value;
  value.kind = ValueKind::String;
  value.text = text;
  return value;
}

Value text_like(const Value& like, std::string_view text) {
  Value value = string_value(text);
  value.kind = like.kind;
  value.language = like.language;
  return value;
}

Value iri_value(std::string_view iri) {
  Value value;
  value.kind = ValueKind::Iri;
  value.text = iri;
  return value;
}

std::string_view lexical_form(const Value& value, rdf::Arena& arena) {
  const bool has_text = value.id != kNoTerm || value.kind <= ValueKind::LangString ||
                        value.kind == ValueKind::Other || !value.text.empty();
  return has_text ? value.text : arena.keep(computed_form(value));
}

TermView term_of(const Value& value, rdf::Arena& arena) {
  switch (value.kind) {
    case ValueKind::Error:
      return {};
    case ValueKind::Blank:
      return {TermKind::BlankNode, value.text, {}, {}};
    case ValueKind::Iri:
      return {TermKind::Iri, value.text, {}, {}};
    default:
      break;
  }
  return {TermKind::Literal, lexical_form(value, arena), datatype_of(value), value.language};
}

double as_double(const Value& value) {
  if (value.kind == ValueKind::Integer) return static_cast<double>(value.integer);
  return value.kind == ValueKind::Decimal ? value.decimal.to_double() : value.number;
}

std::optional<Decimal> as_decimal(const Value& value) {
  if (value.kind == ValueKind::Integer) return Decimal(value.integer);
  return value.kind == ValueKind::Decimal ? value.decimal : Decimal::from_double(value.number);
}

std::optional<bool> boolean_of(const Value& value) {
  switch (value.kind) {
    case ValueKind::Boolean:
      return value.boolean;
    case ValueKind::String:
      return !value.text.empty();
    case ValueKind::Integer:
      return value.integer != 0;
    case ValueKind::Decimal:
      return !value.decimal.is_zero();
    case ValueKind::Float:
    case ValueKind::Double:
      return value.number != 0 && !std::isnan(value.number);
    default:
      break;
  }
  // Ill-typed numbers and booleans are false.
  const ValueKind meant = kind_of_datatype(value.datatype);
  const bool ill =
      meant == ValueKind::Boolean || (meant >= ValueKind::Integer && meant <= ValueKind::Double);
  return value.kind == ValueKind::Other && ill ? std::optional(false) : std::nullopt;
}

std::optional<bool> equals(const Value& a, const Value& b) {
  if (a.is_error() || b.is_error()) return std::nullopt;
  if (a.is_numeric() && b.is_numeric()) {
    const auto order = compare_numbers(a, b);
    return order.has_value() && *order == 0;
  }
  if (a.kind == ValueKind::Other || b.kind == ValueKind::Other) {
    if (a.kind == b.kind && a.text == b.text && a.datatype == b.datatype) return true;
    if (a.kind == ValueKind::LangString || b.kind == ValueKind::LangString) return false;
    return a.is_literal() && b.is_literal() ? std::nullopt : std::optional(false);
  }
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case ValueKind::Boolean:
      return a.boolean == b.boolean;
    case ValueKind::DateTime:
    case ValueKind::Date:
    case ValueKind::Time: {
      const auto order = compare(a.time, b.time);
      return order ? std::optional(*order == 0) : std::nullopt;
    }
    default:
      return a.text == b.text && a.language == b.language;
  }
}

std::optional<int> compare_values(const Value& a, const Value& b) {
  if (a.is_numeric() && b.is_numeric()) return compare_numbers(a, b);
  if (a.kind != b.kind) return std::nullopt;
  switch (a.kind) {
    case ValueKind::String:
      return a.text.compare(b.text) < 0 ? -1 : a.text == b.text ? 0 : 1;
    case ValueKind::Boolean:
      return static_cast<int>(a.boolean) - static_cast<int>(b.boolean);
    case ValueKind::DateTime:
    case ValueKind::Date:
    case ValueKind::Time:
      return compare(a.time, b.time);
    default:
      return std::nullopt;
  }
}

bool same_term(const Value& a, const Value& b, rdf::Arena& arena) {
  if (a.id != kNoTerm && b.id != kNoTerm) return a.id == b.id;
  return term_of(a, arena) == term_of(b, arena);
}

int order_of(const Value& a, const Value& b) {
  const int ranks = order_rank(a) - order_rank(b);
  if (ranks != 0) return ranks;
  if (const auto order = compare_values(a, b); order && *order != 0) return *order;
  if (a.kind >= ValueKind::DateTime && a.kind <= ValueKind::Time) {
    const std::int64_t seconds = a.time.instant() - b.time.instant();
    if (seconds != 0) return seconds < 0 ? -1 : 1;
  }
  if (a.is_numeric() && !compare_values(a, b)) {  // NaN comes first
    const bool nan_a = std::isnan(as_double(a)), nan_b = std::isnan(as_double(b));
    return static_cast<int>(nan_b) - static_cast<int>(nan_a);
  }
  if (const int text = a.text.compare(b.text); text != 0) return text;
  if (const int language = a.language.compare(b.language); language != 0) return language;
  return datatype_of(a).compare(datatype_of(b));
}

std::string double_text(double value) {
  return number_text(value);
}
std::string float_text(double value) {
  return number_text(static_cast<float>(value));
}

}  // namespace entente::store
