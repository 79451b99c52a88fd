// SPDX-License-Identifier: ISC
/// @file
/// How far every actor is from one, by strength and by steps.
#pragma once

#include "analysis/network.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace entente {

/// One entry an actor.
struct Distances {
  std::vector<double> cost;          ///< least sum of -log strength; infinity if there is no way
  std::vector<std::uint32_t> steps;  ///< fewest links; kNoWay if there is no way
};

inline constexpr std::uint32_t kNoWay = 1U << 30;

/// Distances from every actor to `to`. Cost: Dijkstra over the whole network.
Distances distances_to(const ActorNetwork& network, ActorNumber to);

/// Fewest links from `from` (or to `to`, against the links), up to `max_steps`; kNoWay beyond. No
/// way goes on from `barrier`.
std::vector<std::uint32_t> steps_from(const ActorNetwork& network, ActorNumber from,
                                      std::size_t max_steps, std::optional<ActorNumber> barrier);
std::vector<std::uint32_t> steps_to(const ActorNetwork& network, ActorNumber to,
                                    std::size_t max_steps, std::optional<ActorNumber> barrier);

}  // namespace entente
