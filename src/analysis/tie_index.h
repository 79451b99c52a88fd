// SPDX-License-Identifier: ISC
/// @file
/// What of a graph's ties does not depend on the question: made once after loading, asked often.
#pragma once

#include "analysis/evidence.h"
#include "analysis/network.h"
#include "graph/id_index.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// What situations of one type and action make of those they tie.
struct TieType {
  std::string_view name;       ///< Tie::relation
  std::uint32_t relation = 0;  ///< number of `name` in the order of the names
  const TypeWeight* weight = nullptr;
};

/// What one situation gives to one tie.
struct TiePart {
  ActorNumber from = 0, to = 0;
  std::uint32_t order = 0;  ///< of the relation and of how the situation stands
  std::uint32_t type = 0;   ///< index into TieIndex::types
  SituationNumber situation = 0;
  Grounds grounds;
};

/// Parts of all ties that any question may ask for. Read-only; keeps references to the graph and
/// the weights, which must stay where they are.
struct TieIndex {
  /// Requires: `graph` is consolidated. Cost: claims + situations x log situations.
  TieIndex(const KnowledgeGraph& graph, const Weights& weights);

  /// Number of ties, if every situation counts.
  std::size_t size() const { return first_part.size() - 1; }
  std::span<const TiePart> parts_of(std::size_t tie) const {
    return std::span(parts).subspan(first_part[tie], first_part[tie + 1] - first_part[tie]);
  }

  /// The ties from one actor to another, as the first and the one after the last.
  std::pair<std::size_t, std::size_t> between(ActorNumber from, ActorNumber to) const;

  const KnowledgeGraph& graph;
  const Weights& weights;
  IdIndex actors;
  std::optional<Date> last_report;
  std::vector<TieType> types;
  std::vector<TiePart> parts;             ///< by from, to, order, situation
  std::vector<std::uint32_t> first_part;  ///< size() + 1 offsets into parts
};

}  // namespace entente
