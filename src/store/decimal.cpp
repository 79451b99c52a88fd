// SPDX-License-Identifier: ISC
#include "store/decimal.h"

#include <cmath>

namespace entente::store {

std::optional<Decimal> Decimal::parse(std::string_view text) {
  std::size_t i = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) ++i;
  Int128 scaled = 0;
  bool digits = false;
  int behind = -1;  // digits behind the point so far; -1 before the point
  for (; i < text.size(); ++i) {
    if (text[i] == '.' && behind < 0) {
      behind = 0;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    digits = true;
    if (behind >= 18) continue;
    if (behind >= 0) ++behind;
    if (__builtin_mul_overflow(scaled, Int128{10}, &scaled)) return std::nullopt;
    if (__builtin_add_overflow(scaled, Int128{text[i] - '0'}, &scaled)) return std::nullopt;
  }
  if (!digits) return std::nullopt;
  for (int k = behind < 0 ? 0 : behind; k < 18; ++k) {
    if (__builtin_mul_overflow(scaled, Int128{10}, &scaled)) return std::nullopt;
  }
  return Decimal(negative ? -scaled : scaled, 0);
}

std::optional<Decimal> Decimal::from_double(double value) {
  if (!std::isfinite(value) || std::abs(value) > 1e20) return std::nullopt;
  const double whole = std::trunc(value);
  const auto rest = static_cast<Int128>(std::llround((value - whole) * 1e15)) * 1000;
  return Decimal(static_cast<Int128>(whole) * kScale + rest, 0);
}

Decimal Decimal::from_nanos(std::int64_t units) {
  return Decimal(static_cast<Int128>(units) * 1000000000, 0);
}

double Decimal::to_double() const {
  const Int128 whole = scaled_ / kScale;
  const Int128 rest = scaled_ % kScale;
  return static_cast<double>(whole) + static_cast<double>(rest) / 1e18;
}

std::optional<std::int64_t> Decimal::to_integer() const {
  const Int128 whole = scaled_ / kScale;
  if (whole > INT64_MAX || whole < INT64_MIN) return std::nullopt;
  return static_cast<std::int64_t>(whole);
}

std::string Decimal::to_string() const {
  __extension__ using Unsigned = unsigned __int128;
  Unsigned rest = scaled_ < 0 ? -static_cast<Unsigned>(scaled_) : static_cast<Unsigned>(scaled_);
  std::string digits;  // backwards
  for (int i = 0; rest != 0 || i < 19; ++i) {
    if (i == 18) digits += '.';
    digits += static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  std::string text(digits.rbegin(), digits.rend());
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return scaled_ < 0 ? "-" + text : text;
}

Decimal Decimal::floor() const {
  Int128 rest = scaled_ % kScale;
  if (rest < 0) rest += kScale;
  return Decimal(scaled_ - rest, 0);
}

Decimal Decimal::ceil() const {
  return negated().floor().negated();
}

Decimal Decimal::round() const {
  return Decimal(scaled_ + kScale / 2, 0).floor();
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  Int128 sum = 0;
  if (__builtin_add_overflow(a.scaled_, b.scaled_, &sum)) return std::nullopt;
  return Decimal(sum, 0);
}

std::optional<Decimal> subtract(Decimal a, Decimal b) {
  return add(a, b.negated());
}

// (a + x)(b + y) with whole a, b and fractions x, y, each part of which fits.
std::optional<Decimal> multiply(Decimal left, Decimal right) {
  constexpr Int128 scale = Decimal::kScale;
  const Int128 a = left.scaled_ / scale, x = left.scaled_ % scale;
  const Int128 b = right.scaled_ / scale, y = right.scaled_ % scale;
  Int128 whole = 0, ay = 0, bx = 0, sum = 0;
  if (__builtin_mul_overflow(a, b, &whole) || __builtin_mul_overflow(whole, scale, &whole) ||
      __builtin_mul_overflow(a, y, &ay) || __builtin_mul_overflow(b, x, &bx) ||
      __builtin_add_overflow(whole, ay, &sum) || __builtin_add_overflow(sum, bx, &sum) ||
      __builtin_add_overflow(sum, x * y / scale, &sum)) {
    return std::nullopt;
  }
  return Decimal(sum, 0);
}

// Long division, a digit behind the point at a time.
std::optional<Decimal> divide(Decimal a, Decimal b) {
  if (b.scaled_ == 0) return std::nullopt;
  Int128 quotient = a.scaled_ / b.scaled_;
  Int128 rest = a.scaled_ % b.scaled_;
  for (int i = 0; i < 18; ++i) {
    if (__builtin_mul_overflow(rest, Int128{10}, &rest)) return std::nullopt;
    if (__builtin_mul_overflow(quotient, Int128{10}, &quotient)) return std::nullopt;
    quotient += rest / b.scaled_;
    rest %= b.scaled_;
  }
  return Decimal(quotient, 0);
}

}  // namespace entente::store
