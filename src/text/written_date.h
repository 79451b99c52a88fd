// SPDX-License-Identifier: ISC
/// @file
/// Days as people and servers write them, for headers and <meta> values.
#pragma once

#include "text/date.h"

#include <optional>
#include <string_view>

namespace entente {

/// Reads "2022-08-05", "2022-08-05T10:00:00Z", "20220805", "August 5, 2022", "5th Aug. 2022",
/// "Fri, 05 Aug 2022 10:00:00 GMT", "05-Aug-2022", "25/12/2022". Words around a date do no harm
/// ("Published: 5 August 2022 at 10 am"). Nothing if there is no year, no such day, or if day and
/// month could be exchanged ("02/03/2022").
std::optional<Date> parse_written_date(std::string_view text);

/// 1 to 12 for an English month's name or its abbreviation ("September", "Sept."), else 0.
int parse_month(std::string_view word);

}  // namespace entente
