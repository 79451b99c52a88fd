// SPDX-License-Identifier: ISC
/// @file
/// Titles and other role nouns with what they belong to: "Belarusian President", "defence minister
/// of Belarus". Internal to src/entities.
#pragma once

#include "entities/reading.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace entente {

/// A role noun with its surroundings.
struct Title {
  WordSpan span;                     ///< from the first modifier to the noun (and its of-phrase)
  const RoleMatch* match = nullptr;  ///< the noun
  std::uint16_t behind = 0;        ///< last word of the noun with its of-phrase: a name may follow
  std::vector<ActorIndex> bodies;  ///< whose it is: "Russian", "of Belarus", "Putin's"
  bool by_person = false;          ///< the body was given as a person ("Putin's military")
  bool owned = false;              ///< "his", "Putin's": has an owner, even if it is not known who
  bool former = false;
  bool definite = false;    ///< "the", "this", "that"
  bool indefinite = false;  ///< "a", "some", a number, or a bare plural
};

/// The title whose noun ends right before word `name` ("President" before "Putin", honorifics in
/// between); nothing if there is none.
std::optional<Title> title_before(const Reading& reading, std::uint32_t sentence,
                                  std::uint16_t name);

/// What belongs to a role noun, read from the mentions found so far.
Title read_title(const Reading& reading, std::uint32_t sentence, const RoleMatch& match);

}  // namespace entente
