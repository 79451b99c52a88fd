// SPDX-License-Identifier: ISC
/// @file
/// Pronouns: who "he", "its", "they", "who" and, in quotations, "I" and "we" are.
/// Internal to src/entities.
#pragma once

#include "entities/reading.h"

#include <cstdint>

namespace entente {

/// Adds a mention for a third-person or relative pronoun whose actor can be told; nothing for other
/// words. Requires: everything before it is resolved.
void link_pronoun(Reading& reading, std::uint32_t sentence, std::uint16_t word);

/// Adds mentions for first-person pronouns inside quotations: "I" is the speaker, "we" what the
/// speaker stands for. Requires: everything else is resolved.
void link_first_person(Reading& reading);

}  // namespace entente
