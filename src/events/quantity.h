// SPDX-License-Identifier: ISC
/// @file
/// Numbers that matter: troops, dead, wounded, prisoners, weapons.
#pragma once

#include "events/article.h"
#include "events/claim.h"

#include <optional>
#include <string_view>
#include <vector>

namespace entente {

/// The counts among the arguments of a trigger ("deployed 120,000 soldiers", "killing 50"), in
/// text order.
std::vector<Quantity> quantities_of(const Article& article, std::uint32_t sentence,
                                    WordNumber trigger);

/// A number as written: "120,000", "5.7", "two", "dozens" (24 to 99), "thousands".
struct NumberRange {
  double low = 0, high = 0;
};
std::optional<NumberRange> parse_number(std::string_view text);

}  // namespace entente
