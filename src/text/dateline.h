// SPDX-License-Identifier: ISC
/// @file
/// Datelines: where and when a report was filed, and by which agency, before its first sentence.
#pragma once

#include "text/date.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace entente {

/// Bytes of the dateline at the start of a paragraph, its dash included; 0 if there is none:
/// "KYIV, July 5 (Reuters) -", "Kyiv, Ukraine –", "MOSCOW, July 5. /TASS/.", "YEREVAN, July 5:".
/// It has words in capitals and numbers only, and a word with a capital follows.
std::size_t dateline_size(std::string_view paragraph);

/// The day in a dateline. Nothing if it gives no year.
std::optional<Date> dateline_date(std::string_view paragraph);

}  // namespace entente
