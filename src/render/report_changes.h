// SPDX-License-Identifier: ISC
/// @file
/// Changes and balance as text for a terminal.
#pragma once

#include "analysis/balance.h"
#include "analysis/changes.h"
#include "analysis/weights.h"

#include <string>

namespace entente {

/// "Belarus depends on Russia: was single source, is corroborated; 2 claims more". "nothing
/// changed" if that is so.
std::string report_changes(const KnowledgeGraph& before, const KnowledgeGraph& after,
                           const Weights& weights, const Changes& changes, std::size_t width);

/// Camps, who is torn between them, and the triads; at most `most` of the latter two.
std::string report_balance(const KnowledgeGraph& graph, const Balance& balance, std::size_t most,
                           std::size_t width);

}  // namespace entente
