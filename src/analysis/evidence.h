// SPDX-License-Identifier: ISC
/// @file
/// How much the claims about a situation bear out, before its type is weighed.
#pragma once

#include "analysis/weights.h"
#include "graph/knowledge_graph.h"

#include <cstdint>
#include <optional>

namespace entente {

/// The day of the newest article; nothing if none is dated.
std::optional<Date> last_report(const KnowledgeGraph& graph);

/// True if it had begun by that day and, of a relation, was not over; without a date, if it had
/// been reported.
bool is_known_by(const SituationRecord& situation, Date day);

/// What bears out a situation on any day.
struct Grounds {
  double support = 0;     ///< times certainty, in (0, 1]
  std::int32_t day = 0;   ///< day number from which its age counts
  bool is_dated = false;  ///< else it has no age
  bool is_relation = false;
  Status status = Status::SingleSource;
};

/// Certainty is the mean confidence of the claims that affirm, or of all where none does.
Grounds grounds_of(const KnowledgeGraph& graph, const SituationRecord& situation,
                   const Weights& weights);

/// Support x certainty x recency x standing, in (0, 1]. `today` is the day number up to which age
/// counts; without one nothing ages.
double evidence_of(const Grounds& grounds, std::optional<std::int64_t> today,
                   const Weights& weights);

}  // namespace entente
