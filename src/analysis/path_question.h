// SPDX-License-Identifier: ISC
/// @file
/// "How is A tied to B?" answered in full.
#pragma once

#include "analysis/network.h"
#include "analysis/paths.h"

#include <vector>

namespace entente {

/// Judgement: weaker paths are chains of small talk.
inline constexpr double kFaintPath = 0.05;

struct PathQuestion {
  ActorNumber from = 0, to = 0;
  Kind kind = Kind::Dependence;
  PathOptions paths;
  TieOptions ties;
  double min_strength = 0;  ///< 0 to 1: weaker paths are left out, but for the strongest
};

struct PathAnswer {
  ActorNetwork network;
  std::vector<Path> paths;
  std::size_t left_out = 0;  ///< of the paths found, those that were too weak
  double strength = 0;       ///< combined_strength of the paths
  Bottleneck bottleneck;
  /// Contested and denied situations between the two ends themselves, then between neighbours on
  /// the paths, in the order of the paths.
  std::vector<SituationNumber> disputed;
};

PathAnswer answer(const KnowledgeGraph& graph, const Weights& weights,
                  const PathQuestion& question);

/// The same from what was prepared, for those who ask more than once.
PathAnswer answer(const TieIndex& index, const PathQuestion& question);

/// The claims of a situation, best evidence first: those that affirm before those that deny, then
/// facts before prospects, then by confidence, the newest article, and id.
std::vector<const ClaimRecord*> best_evidence(const KnowledgeGraph& graph,
                                              const SituationRecord& situation);

/// The claims behind a tie, the strongest situation's best first, at most one of each situation
/// before any gets its second.
std::vector<const ClaimRecord*> best_evidence(const KnowledgeGraph& graph, const Tie& tie);

}  // namespace entente
