// SPDX-License-Identifier: ISC
/// @file
/// Friends of friends and enemies of enemies: structural balance of the signed network
/// (D. Cartwright and F. Harary 1956), and the camps into which it falls.
#pragma once

#include "analysis/network.h"

#include <array>
#include <vector>

namespace entente {

/// Two parties and what is between them: summed up strength of cooperation less that of conflict,
/// in (-1, 1).
struct SignedPair {
  ActorNumber a = 0, b = 0;  ///< a < b
  double value = 0;
};

/// Three parties of whom each is bound to each other by a sign.
struct Triad {
  std::array<ActorNumber, 3> parties{};  ///< ascending
  int negative = 0;                      ///< how many of the three signs are conflict
  double weight = 0;                     ///< the least of the three absolute values
  bool is_balanced() const { return negative % 2 == 0; }
};

/// A party that is drawn to more than one camp, or at odds within its own.
struct Torn {
  ActorNumber party = 0;
  std::size_t own_camp = 0, other_camp = 0;  ///< indices into Balance::camps
  double share = 0;  ///< of its summed absolute values: friends elsewhere and foes at home
};

struct Balance {
  std::vector<SignedPair> pairs;  ///< by a, b
  std::vector<Triad> triads;      ///< unbalanced ones first, then by weight; at most kMostTriads
  std::size_t balanced_triads = 0, unbalanced_triads = 0;  ///< of all triads
  std::vector<std::vector<ActorNumber>> camps;             ///< largest first; members ascending
  std::vector<Torn> torn;                                  ///< most torn first
  double frustration =
      0;  ///< share of all absolute values that the camps do not explain, in [0, 1]
};

/// Parties are states with all who act for them, and actors that act for none. Only what is claimed
/// binds them, not memberships that are known beforehand. Pairs whose absolute
/// value is under kLeastValue have no sign. Camps: relocation after P. Doreian and A. Mrvar (1996),
/// which moves one party at a time, and then joins two camps, as long as that lessens the
/// frustration; a local optimum, the same for the same graph. Who has no signed pair has no camp.
/// Cost: of the triads, links x the square root of the links at most.
Balance find_balance(const KnowledgeGraph& graph, const std::vector<Tie>& ties);

inline constexpr double kLeastValue = 0.05;
inline constexpr std::size_t kMostTriads = 1000;

}  // namespace entente
