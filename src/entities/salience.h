// SPDX-License-Identifier: ISC
/// @file
/// Which of the actors spoken of before is most likely meant by a pronoun or a definite phrase.
/// Scores follow the classic preferences of pronoun resolution (Lappin and Leass 1994: recency,
/// subjecthood, parallel roles, frequency), with weights of our own judgement.
/// Internal to src/entities.
#pragma once

#include "entities/reading.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace entente {

/// Where something is referred back from.
struct Anaphor {
  std::uint32_t sentence = 0;
  std::uint16_t word = 0;   ///< head word
  bool subject = false;     ///< it is a subject itself
  bool possessive = false;  ///< "his", "its"
  bool bound = false;       ///< a plain object pronoun: not the subject of its own clause
};

/// Nouns that are no actors, but that a pronoun may well mean: if one of them is best, there is no
/// antecedent among the actors.
enum class Rivals : std::uint8_t { None, Things, PluralNouns, Men, Women };

struct SearchOptions {
  double sentences = 3;   ///< how far back, in sentences; quoted ones count less
  double margin = 0.25;   ///< how much better than the second best it must be
  bool modifiers = true;  ///< adjectives and places count as mentions
  Rivals rivals = Rivals::None;
  double per_doubling = 0.3;           ///< what twice as many earlier mentions add
  bool groups = false;                 ///< coordinations count as one plural antecedent
  std::uint32_t own_quotation = 0;     ///< what it says itself: who is named there is somebody else
  std::vector<ActorIndex> spoke = {};  ///< who spoke right before
};

/// True for actors that the anaphor can stand for; `plural` if the mention is a plural noun.
using ActorTest = std::function<bool(const Actor&, bool plural)>;

/// The actors of the best antecedent; empty if there is none or none is clearly best.
std::vector<ActorIndex> find_antecedent(const Reading& reading, const Anaphor& anaphor,
                                        const ActorTest& fits, const SearchOptions& options);

/// The states that the text before a word speaks of, best first, with their scores.
struct ScoredActor {
  ActorIndex actor = 0;
  double score = 0;
};
std::vector<ScoredActor> rank_states(const Reading& reading, const Anaphor& anaphor,
                                     double sentences);

/// Index of the state that an actor acts for (itself, if it is one); nothing if not known.
std::optional<ActorIndex> state_of(Reading& reading, ActorIndex actor);

}  // namespace entente
