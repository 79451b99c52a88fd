// SPDX-License-Identifier: ISC
/// @file
/// Who matters in the network. Links of representation alone (a leader and the state), or of what
/// is known beforehand, carry PageRank and betweenness, but are no dependence, conflict or contact
/// of their own.
#pragma once

#include "analysis/network.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace entente {

enum class Measure : std::uint8_t { Dependence, PageRank, Betweenness, Degree, Conflict };

std::string_view to_string(Measure measure);  ///< "dependence"
std::optional<Measure> parse_measure(std::string_view name);

/// The kind of network that a measure is meant for.
Kind kind_of(Measure measure);

/// One value an actor:
/// - dependence: summed strength of the links of others that depend on the actor;
/// - pagerank: L. Page et al. 1999, weighted by strength, damping 0.85; sums to 1. Rank of actors
///   without links out is spread evenly;
/// - betweenness: U. Brandes 2001, shortest by -log strength, directed, ends not counted, not
///   normalised. Beyond kExactBetweenness actors times links it is estimated from kPivots actors
///   (Brandes and Pich 2007), evenly spread over the ids;
/// - degree: actors with a link to or from the actor;
/// - conflict: summed strength of the links of conflict.
std::vector<double> rank_actors(const ActorNetwork& network, Measure measure);

/// Summed strength of the actor's own links out; with a dependence network, how much it depends.
std::vector<double> strength_out(const ActorNetwork& network);

inline constexpr double kDamping = 0.85;
inline constexpr std::size_t kExactBetweenness = 50'000'000;
inline constexpr std::size_t kPivots = 32;

}  // namespace entente
