// SPDX-License-Identifier: ISC
/// @file
/// Finds the actor of a graph whom an analyst means.
#pragma once

#include "analysis/network.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct ActorMatch {
  std::vector<ActorNumber> actors;       ///< best first; empty if the name is nobody's
  std::vector<std::string> suggestions;  ///< labels of like names, nearest first; only on a miss
};

/// Reads a name as it stands in news: id ("BLR"), label, other names, acronym, capital ("Minsk"),
/// seat, surname, demonym or adjective, in this order of preference; of equals the one most spoken
/// of. Case, accents and hyphens do not matter (entities/fold.h). Cost: all names of the graph.
ActorMatch find_actors(const KnowledgeGraph& graph, std::string_view name);

inline constexpr std::size_t kMostSuggestions = 3;

}  // namespace entente
