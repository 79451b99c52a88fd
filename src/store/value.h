// SPDX-License-Identifier: ISC
/// @file
/// What expressions compute with: terms with their lexical forms turned into values.
#pragma once

#include "rdf/arena.h"
#include "rdf/read_rdf.h"
#include "store/date_time.h"
#include "store/decimal.h"
#include "store/dictionary.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

enum class ValueKind : std::uint8_t {
  Error,  ///< a type error, or an unbound variable
  Blank,
  Iri,
  String,
  LangString,
  Boolean,
  Integer,
  Decimal,
  Float,
  Double,
  DateTime,
  Date,
  Time,
  Other,  ///< a literal of another datatype, or one whose lexical form is not of its datatype
};

/// Views point into a store, a query's dictionary or the arena of the computation.
struct Value {
  ValueKind kind = ValueKind::Error;
  bool boolean = false;
  TermId id = kNoTerm;        ///< the term that it is; kNoTerm if it was computed
  std::string_view text;      ///< IRI, label, string or lexical form; empty for computed numbers
  std::string_view language;  ///< of a LangString
  std::string_view datatype;  ///< IRI, of literals that come from terms and of Other
  std::int64_t integer = 0;
  double number = 0;  ///< Float and Double
  Decimal decimal;
  DateTime time;

  bool is_error() const { return kind == ValueKind::Error; }
  bool is_literal() const { return kind >= ValueKind::String; }
  bool is_numeric() const { return kind >= ValueKind::Integer && kind <= ValueKind::Double; }
  /// xsd:string or language-tagged.
  bool is_text() const { return kind == ValueKind::String || kind == ValueKind::LangString; }
};

Value value_of(const TermView& term, TermId id = kNoTerm);

Value error_value();
Value boolean_value(bool value);
Value integer_value(std::int64_t value);
Value decimal_value(std::optional<Decimal> value);  ///< error for nothing
Value double_value(double value);
Value float_value(double value);
Value string_value(std::string_view text);
/// `text` with the language and datatype of `like`.
Value text_like(const Value& like, std::string_view text);
Value iri_value(std::string_view iri);

/// The term of a value; computed forms go into `arena`. None for errors.
TermView term_of(const Value& value, rdf::Arena& arena);
/// Its lexical form, or IRI.
std::string_view lexical_form(const Value& value, rdf::Arena& arena);

double as_double(const Value& numeric);
std::optional<Decimal> as_decimal(const Value& numeric);

/// Effective boolean value (17.2.2); nothing for a type error.
std::optional<bool> boolean_of(const Value& value);
/// Operator "=" (17.3); nothing for a type error.
std::optional<bool> equals(const Value& a, const Value& b);
/// Operators "<" and ">"; nothing for a type error or values that cannot be compared.
std::optional<int> compare_values(const Value& a, const Value& b);
bool same_term(const Value& a, const Value& b, rdf::Arena& arena);
/// The total order of ORDER BY: unbound, blank nodes, IRIs, literals.
int order_of(const Value& a, const Value& b);

/// Shortest digits that give the number back, canonical: "1.5E3", "INF", "NaN".
std::string double_text(double value);
std::string float_text(double value);

/// Lexical forms of xsd:double and xsd:integer, white space around them not allowed.
std::optional<double> parse_double(std::string_view text);
std::optional<std::int64_t> parse_integer(std::string_view text);

}  // namespace entente::store
