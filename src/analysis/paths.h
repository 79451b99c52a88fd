// SPDX-License-Identifier: ISC
/// @file
/// How one actor is tied to another: the strongest simple paths, what would break them, and through
/// whom they all run.
#pragma once

#include "analysis/network.h"

#include <cstdint>
#include <vector>

namespace entente {

/// Link numbers from the first actor to the last; no actor comes twice.
struct Path {
  std::vector<std::uint32_t> links;  ///< indices into ActorNetwork::links
  double strength = 0;               ///< product of the links' strengths
};

struct PathOptions {
  std::size_t count = 5;
  std::size_t max_steps = 6;
};

/// The `count` strongest paths of at most `max_steps` links, strongest first; of equals the one
/// with fewer links, then the one whose links come first. Yen's algorithm (J. Yen 1971) over -log
/// strength; every deviation is found by A* (Hart et al. 1968), guided by the distances to `to`
/// from one run of Dijkstra. Empty if `from` == `to` or no path exists.
std::vector<Path> find_paths(const ActorNetwork& network, ActorNumber from, ActorNumber to,
                             const PathOptions& options);

/// 1 - product of (1 - strength) over paths taken from the strongest on, passing over those that
/// share a link with one already taken: what is shared counts once.
double combined_strength(const ActorNetwork& network, const std::vector<Path>& paths);

/// What holds two actors together.
struct Bottleneck {
  std::vector<std::uint32_t> cut;       ///< links of a minimum cut, by number
  double cut_strength = 0;              ///< their summed strength
  std::vector<ActorNumber> dominators;  ///< actors on every path, in its order; ends left out
  bool whole = true;  ///< false: the network was too large, and only `paths` was looked at
};

/// Minimum cut (Boykov and Kolmogorov 2004) and dominators (Lengauer and Tarjan 1979) of the links
/// that lie on walks from `from` to `to` of at most `max_steps` links. If these are more than
/// kMaxCutLinks, only links of `paths` count; links weaker than `least` count only if `paths` use
/// them.
Bottleneck find_bottleneck(const ActorNetwork& network, ActorNumber from, ActorNumber to,
                           std::size_t max_steps, const std::vector<Path>& paths, double least = 0);

inline constexpr std::size_t kMaxCutLinks = 50'000;

/// Links on walks from `from` to `to` of at most `max_steps` links that pass neither of them on the
/// way, by number; stops early and
/// returns more than `limit` numbers if there are more than that.
std::vector<std::uint32_t> links_between(const ActorNetwork& network, ActorNumber from,
                                         ActorNumber to, std::size_t max_steps, std::size_t limit);

}  // namespace entente
