// SPDX-License-Identifier: ISC
/// @file
/// How much the claims about a situation bear out, before its type is weighed.
#pragma once

#include "analysis/weights.h"
#include "graph/knowledge_graph.h"

#include <optional>

namespace entente {

/// The day of the newest article; nothing if none is dated.
std::optional<Date> last_report(const KnowledgeGraph& graph);

/// True if it had begun by that day and, of a relation, was not over; without a date, if it had
/// been reported.
bool is_known_by(const SituationRecord& situation, Date day);

/// Support x certainty x recency x standing, in (0, 1]. Certainty is the mean confidence of the
/// claims that affirm, or of all where none does. `now` is the day up to which age counts.
double evidence_of(const KnowledgeGraph& graph, const SituationRecord& situation,
                   std::optional<Date> now, const Weights& weights);

}  // namespace entente
