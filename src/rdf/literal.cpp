// SPDX-License-Identifier: ISC
#include "rdf/literal.h"

#include "rdf/vocab.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

Term typed(std::string lexical_form, std::string_view datatype) {
  return literal(std::move(lexical_form), std::string(datatype));
}

bool is_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_sign(std::string_view text) {
  return text.starts_with('+') || text.starts_with('-') ? text.substr(1) : text;
}

}  // namespace

Term decimal(double value) {
  // Digits before the point are taken from those that may follow it.
  const double magnitude = std::fabs(value);
  const int before = magnitude < 1 ? 1 : static_cast<int>(std::floor(std::log10(magnitude))) + 1;
  std::string text = fmt::format("{:.{}f}", value, std::max(0, kDecimalDigits - before));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return typed(text == "-0" ? "0" : text, vocab::xsd::kDecimal);
}

Term integer(std::int64_t value) {
  return typed(fmt::format("{}", value), vocab::xsd::kInteger);
}

Term boolean(bool value) {
  return typed(value ? "true" : "false", vocab::xsd::kBoolean);
}

Term date(Date value) {
  return typed(to_iso_string(value), vocab::xsd::kDate);
}

Term english(std::string_view text) {
  return language_literal(std::string(text), "en");
}

bool can_stand_bare(const TermView& literal) {
  const std::string_view text = literal.value;
  if (literal.datatype == vocab::xsd::kBoolean) return text == "true" || text == "false";
  const std::string_view number = without_sign(text);
  if (literal.datatype == vocab::xsd::kInteger) return !number.empty() && is_digits(number);
  if (literal.datatype != vocab::xsd::kDecimal) return false;
  const std::size_t point = number.find('.');
  return point != std::string_view::npos && point + 1 < number.size() &&
         is_digits(number.substr(0, point)) && is_digits(number.substr(point + 1));
}

}  // namespace entente::rdf
