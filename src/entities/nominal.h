// SPDX-License-Identifier: ISC
/// @file
/// Phrases that stand for actors by their role: "Russian troops", "the Belarusian president",
/// "Putin's military", "government forces", "the alliance". Internal to src/entities.
#pragma once

#include "entities/reading.h"

#include <cstdint>
#include <optional>

namespace entente {

/// Adds the mention of the phrase around a role noun, if it can be told for whom it stands, and
/// the posts that it states ("X, the president of Y"). Requires: everything before it is resolved.
void link_nominal(Reading& reading, std::uint32_t sentence, const RoleMatch& match);

/// "the island of Crete", "the two sides of the coin": the phrase behind the noun says which one.
/// "accused the country of torture" does not.
bool is_told_apart(const SentenceView& view, std::uint16_t noun);

/// "BBC's Jonathan Marcus": a person named as an organisation's own is one of its people.
void link_employer(Reading& reading, std::uint32_t sentence, std::uint16_t word);

/// "both sides", "the two countries", "the three republics", "the trio", "the two leaders": adds a
/// mention of the last so many states or people spoken of together.
void link_group(Reading& reading, std::uint32_t sentence, std::uint16_t word);

/// "the Guards" after "Iran's Revolutionary Guards": whose fuller name before ended so.
std::optional<ActorIndex> named_in_full(const Reading& reading, std::uint32_t sentence,
                                        std::uint16_t word);

/// "the island", "the Central American country", "the bloc", "its neighbour": adds a mention of the
/// last actor spoken of that is called so.
void link_epithet(Reading& reading, std::uint32_t sentence, std::uint16_t word);

}  // namespace entente
