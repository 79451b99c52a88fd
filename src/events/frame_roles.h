// SPDX-License-Identifier: ISC
/// @file
/// Who takes the parts that a frame gives: initiator and recipient.
#pragma once

#include "events/frame_words.h"

#include <optional>
#include <string>

namespace entente {

struct Role {
  Participants actors;
  Words words;
  Words open;  ///< the first words in its place, if they name nobody
  std::string trace;
};

struct Roles {
  Role initiator, recipient;
};

/// Both parts of a frame at its trigger, or nothing where the frame cannot be meant: it asks for
/// actors of other types, or has two sides of which one is not known.
std::optional<Roles> fill_roles(const FrameContext& in, const Frame& frame, WordNumber trigger);

}  // namespace entente
