// SPDX-License-Identifier: ISC
/// @file
/// What changed from one graph to another.
#pragma once

#include "analysis/network.h"

#include <optional>
#include <string>
#include <vector>

namespace entente {

/// A situation of either graph, or of both.
struct Change {
  std::optional<SituationNumber> before, after;
};

struct Changes {
  std::vector<SharedText> articles_added, articles_gone;  ///< ids
  std::vector<Change> added, gone;                        ///< by the situation's number
  std::vector<Change> changed;                            ///< other status, claims or sides
  std::size_t unchanged = 0;
};

/// Ids of the situation's claims, sorted.
std::vector<SharedText> claim_ids(const KnowledgeGraph& graph, const SituationRecord& situation);

/// Situations are matched by id, and those left by the claims that they share: a claim that says
/// more than others before it gives an event another id.
Changes find_changes(const KnowledgeGraph& before, const KnowledgeGraph& after);

}  // namespace entente
