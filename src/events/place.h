// SPDX-License-Identifier: ISC
/// @file
/// Where an event happened, and where it was launched from.
#pragma once

#include "events/article.h"
#include "events/predicate.h"

#include <optional>

namespace entente {

/// The place in a locative phrase ("in", "at", "near", "across" ...) on the trigger, its object or
/// its clause.
std::optional<EventPlace> place_of(const Article& article, std::uint32_t sentence,
                                   const Predicate& predicate);

/// "shot rockets into Israel from Syria": the place behind "from", if it is a place or state
/// and no participant.
std::optional<EventPlace> launch_place_of(const Article& article, std::uint32_t sentence,
                                          const Predicate& predicate);

}  // namespace entente
