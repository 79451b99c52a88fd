// SPDX-License-Identifier: ISC
/// @file
/// Time expressions and the days that they mean. Terms follow TimeML (TIMEX3).
#pragma once

#include "events/tree.h"
#include "text/date.h"

#include <optional>
#include <string>
#include <vector>

namespace entente {

/// A time expression: words first to last, and the days that it covers.
struct Timex {
  WordNumber first = 0, last = 0;
  std::optional<DateInterval> days;  ///< absent: cannot be told ("recently")
  std::string value;  ///< TIMEX3 value at its precision: "2008-09-17", "2009-Q3", "2008-W50",
                      ///< "2006", "PRESENT_REF"
};

/// The time expressions of a sentence, in text order. Those that count from
/// now ("on Friday", "last month") need `published`; without it only full dates are found. A bare
/// weekday or month is the last one unless a verb in the future says otherwise.
std::vector<Timex> find_timexes(const Sentence& sentence, std::optional<Date> published);

}  // namespace entente
