// SPDX-License-Identifier: ISC
/// @file
/// Which of a sentence's time expressions dates an event.
#pragma once

#include "events/article.h"
#include "text/date.h"

#include <cstdint>
#include <optional>

namespace entente {

/// When the event of that word took place: the time expression closest to it in the tree, in its
/// own clause before those above it. Nothing if the text does not say. What is `lasting` (a
/// relation) and told in passing is not dated by the clause: "Turkey, Baku's ally, left in 1993".
std::optional<DateInterval> date_of(const Article& article, std::uint32_t sentence,
                                    WordNumber trigger, bool lasting = false);

}  // namespace entente
