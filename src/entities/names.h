// SPDX-License-Identifier: ISC
/// @file
/// Whose name it is: ties names to actors over the whole article. Internal to src/entities.
#pragma once

#include "entities/phrase.h"
#include "entities/reading.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace entente {

/// Adds a mention for every name that can be tied to an actor or a place. Full names come first,
/// wherever they stand; then short ones are read in their light. A name that several actors share
/// and nothing decides gets no mention.
void link_names(Reading& reading);

}  // namespace entente
