// SPDX-License-Identifier: ISC
/// @file
/// xsd:decimal with 18 digits behind the point and 20 before it (XML Schema asks for 18 in all).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

__extension__ using Int128 = __int128;

class Decimal {
 public:
  Decimal() = default;
  explicit Decimal(std::int64_t whole) : scaled_(static_cast<Int128>(whole) * kScale) {}

  /// Digits beyond the 18th behind the point are dropped. Nothing for other text or too large ones.
  static std::optional<Decimal> parse(std::string_view text);
  static std::optional<Decimal> from_double(double value);
  /// `units` times 10^-9.
  static Decimal from_nanos(std::int64_t units);

  double to_double() const;
  /// Nothing if it does not fit; what is behind the point is dropped.
  std::optional<std::int64_t> to_integer() const;
  /// Canonical (XML Schema 1.1): no point in whole numbers, no zeros at the end.
  std::string to_string() const;

  Decimal floor() const;
  Decimal ceil() const;
  Decimal round() const;  ///< halves upwards, as fn:round
  Decimal negated() const { return Decimal(-scaled_, 0); }
  bool is_zero() const { return scaled_ == 0; }

  /// Nothing on overflow or division by zero.
  friend std::optional<Decimal> add(Decimal a, Decimal b);
  friend std::optional<Decimal> subtract(Decimal a, Decimal b);
  friend std::optional<Decimal> multiply(Decimal a, Decimal b);
  friend std::optional<Decimal> divide(Decimal a, Decimal b);
  friend std::strong_ordering operator<=>(Decimal a, Decimal b) { return a.scaled_ <=> b.scaled_; }
  friend bool operator==(Decimal a, Decimal b) { return a.scaled_ == b.scaled_; }

 private:
  static constexpr Int128 kScale = 1000000000000000000;
  Decimal(Int128 scaled, int) : scaled_(scaled) {}

  Int128 scaled_ = 0;
};

}  // namespace entente::store
