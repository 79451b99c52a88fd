// SPDX-License-Identifier: ISC
#include "store/value.h"

#include "rdf/xsd.h"

#include <cmath>

#include <catch2/catch.hpp>

using namespace entente::store;
namespace rdf = entente::rdf;

namespace {

Value typed(std::string_view text, std::string_view type) {
  static std::string datatype;  // views of a value point here until the next call
  datatype = std::string(rdf::kXsdNamespace) + std::string(type);
  return value_of({TermKind::Literal, text, datatype, {}});
}

}  // namespace

TEST_CASE("decimals compute exactly", "[decimal]") {
  const auto d = [](std::string_view text) { return *Decimal::parse(text); };
  CHECK(add(d("0.1"), d("0.2"))->to_string() == "0.3");
  CHECK(subtract(d("1"), d("1.000000000000000001"))->to_string() == "-0.000000000000000001");
  CHECK(multiply(d("-12345678.9"), d("1000.001"))->to_string() == "-12345691245.6789");
  CHECK(divide(d("1"), d("3"))->to_string() == "0.333333333333333333");
  CHECK(divide(d("-7"), d("2"))->to_string() == "-3.5");
  CHECK_FALSE(divide(d("1"), d("0")));
  CHECK_FALSE(multiply(d("99999999999999999999"), d("99999999999999999999")));
  CHECK(d("-2.5").round().to_string() == "-2");
  CHECK(d("2.5").round().to_string() == "3");
  CHECK(d("-2.1").floor().to_string() == "-3");
  CHECK(d("-2.9").ceil().to_string() == "-2");
  for (const auto* bad : {"", ".", "+", "1e3", "1.2.3", "--1", "1 "})
    CHECK_FALSE(Decimal::parse(bad));
}

TEST_CASE("doubles print canonically", "[value]") {
  CHECK(double_text(1) == "1.0E0");
  CHECK(double_text(-0.00125) == "-1.25E-3");
  CHECK(double_text(1e300 * 1e10) == "INF");
  CHECK(double_text(std::nan("")) == "NaN");
  CHECK(float_text(0.1F) == "1.0E-1");
}

TEST_CASE("lexical forms are checked", "[value]") {
  CHECK(typed("12", "integer").kind == ValueKind::Integer);
  CHECK(typed("+12", "int").integer == 12);
  CHECK(typed("12x", "integer").kind == ValueKind::Other);
  CHECK(typed("nan", "double").kind == ValueKind::Other);
  CHECK(typed("-inf", "double").kind == ValueKind::Other);
  CHECK(typed("2022-02-29", "date").kind == ValueKind::Other);
  CHECK(typed("2024-02-29", "date").kind == ValueKind::Date);
  CHECK(typed("2022-02-03T24:00:00Z", "dateTime").time.day == 4);
  CHECK(typed("2022-02-03T25:00:00Z", "dateTime").kind == ValueKind::Other);
}

TEST_CASE("times compare by the instant", "[value]") {
  const Value noon = typed("2022-02-03T12:00:00Z", "dateTime");
  CHECK(equals(noon, typed("2022-02-03T14:00:00+02:00", "dateTime")) == true);
  CHECK(compare_values(noon, typed("2022-02-03T12:00:00.5Z", "dateTime")) == -1);
  // Without a zone the difference may be up to fourteen hours.
  CHECK_FALSE(compare_values(noon, typed("2022-02-03T13:00:00", "dateTime")));
  CHECK(compare_values(noon, typed("2022-02-05T13:00:00", "dateTime")) == -1);
}

TEST_CASE("values of unknown datatypes are neither equal nor unequal", "[value]") {
  const Value one = value_of({TermKind::Literal, "a", "x:t", {}});
  const Value two = value_of({TermKind::Literal, "b", "x:t", {}});
  CHECK(equals(one, one) == true);
  CHECK_FALSE(equals(one, two));
  CHECK(equals(one, value_of({TermKind::Iri, "a", {}, {}})) == false);
}

TEST_CASE("the order of ORDER BY is total", "[value]") {
  std::vector<Value> values{error_value(),       value_of({TermKind::BlankNode, "b", {}, {}}),
                            iri_value("a:a"),    string_value("a"),
                            string_value("b"),   boolean_value(false),
                            boolean_value(true), integer_value(1),
                            double_value(1.5),   integer_value(2)};
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t k = 0; k < values.size(); ++k) {
      CHECK((order_of(values[i], values[k]) < 0) == (i < k));
    }
  }
}
