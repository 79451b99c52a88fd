// SPDX-License-Identifier: ISC
/// @file
/// Situations and ties in words.
#pragma once

#include "analysis/network.h"

#include <string>
#include <vector>

namespace entente {

/// "Belarus", "the id itself" for an actor that the graph does not hold.
std::string label_of(const KnowledgeGraph& graph, std::string_view actor);

/// "Russia, Belarus and Armenia".
std::string list_labels(const KnowledgeGraph& graph, const std::vector<SharedText>& actors);

/// "Russia fires missiles at Ukraine"; passive if nobody is known to do it; without what is done to
/// whom if nobody is known to suffer it.
std::string describe(const KnowledgeGraph& graph, const Weights& weights,
                     const SituationRecord& situation);

/// "in Kyiv, from Belarus, July 2022"; empty if neither place nor date is known.
std::string describe_circumstances(const KnowledgeGraph& graph, const SituationRecord& situation);

/// "1 July 2022", "July 2022", "2022", "24 to 28 February 2022", "1 March to 2 April 2022".
std::string to_words(const DateInterval& interval);
std::string to_words(Date date);

/// "corroborated", "single source" ...
std::string_view to_words(Status status);

/// "depends on", or "is depended on by" against the direction of the tie.
std::string words_of(const Weights& weights, const Tie& tie, bool forward);

/// "1 claim", "2 claims".
std::string count_of(std::size_t count, std::string_view noun);

}  // namespace entente
