// SPDX-License-Identifier: ISC
/// @file
/// Where a text speaks of whom.
#pragma once

#include "entities/actor.h"
#include "text/byte_range.h"

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// Index into Entities::actors.
using ActorIndex = std::uint32_t;

enum class MentionKind : std::uint8_t {
  Name,       ///< "Lukashenko", "NATO", "Belarus"
  Nominal,    ///< "the Belarusian leader", "Russian troops", "his regime"
  Pronoun,    ///< "he", "it", "we", possessives too
  Adjective,  ///< "Belarusian" in "Belarusian airfields"; "Moscow" in "Moscow-backed"
  Place,      ///< a place that does not act here: "in Minsk". `actors` holds its state, if known
};

/// A phrase and the actors that it stands for. Word numbers count from 1, both ends included.
/// Mentions may nest: "[[Putin]'s military]". Sorted by sentence, first, then longest first.
struct Mention {
  std::uint32_t sentence = 0;  ///< index into the article's sentences
  std::uint16_t first = 0, last = 0;
  std::uint16_t head = 0;  ///< the word on which the phrase hangs in the tree
  MentionKind kind = MentionKind::Name;
  std::vector<ActorIndex> actors;  ///< several for "both sides", "Russian and Belarusian officials"
  std::string
      place;  ///< name of the place for Place mentions (and for acting capitals); else empty
  double confidence = 1.0;  ///< in [0, 1]; not a calibrated probability
};

/// "Viktor Khrenin, the defence minister of Belarus": a relation that a phrase states by itself.
struct StatedPost {
  std::uint32_t sentence = 0;
  ActorIndex person = 0, body = 0;
  bool leads = false;                 ///< else affiliatedWith
  bool former = false;                ///< "ex-president", "a former diplomat"
  std::string role;                   ///< "defence minister"
  std::uint16_t first = 0, last = 0;  ///< the words that say so
};

/// Who is in the article. `actors` holds copies of the vetted ones that are mentioned and those
/// found here, in order of first mention.
struct Entities {
  std::vector<Actor> actors;
  std::vector<Mention> mentions;
  std::vector<StatedPost> posts;
};

}  // namespace entente
