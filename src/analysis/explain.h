// SPDX-License-Identifier: ISC
/// @file
/// What is said of whom.
#pragma once

#include "analysis/network.h"

#include <optional>
#include <vector>

namespace entente {

enum class Scope : std::uint8_t {
  Exact,        ///< the actor alone
  Represented,  ///< of a state: also those who act for it; else the actor alone
};

/// Situations in which `one` takes part, or stands on the other side from `other` (or beside it);
/// newest first: by last report, then by date of the event, then by id.
std::vector<SituationNumber> situations_of(const KnowledgeGraph& graph, ActorNumber one,
                                           std::optional<ActorNumber> other, Scope scope);

}  // namespace entente
