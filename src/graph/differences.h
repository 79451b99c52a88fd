// SPDX-License-Identifier: ISC
/// @file
/// What exactly differs where sources contradict each other.
#pragma once

#include "graph/knowledge_graph.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace entente {

enum class Aspect : std::uint8_t {
  Occurrence,  ///< some say that it is or was so, some that it is not
  Actor,       ///< the same thing laid to another's charge
  Place,
  Date,
  Toll,  ///< numbers: killed, missiles ...
};

std::string_view to_string(Aspect aspect);  ///< "occurrence"

/// One of the answers that are given.
struct Version {
  std::string value;               ///< "Kyiv"; ISO dates; "20 to 30"; actor ids; "affirmed"
  std::vector<SharedText> claims;  ///< ids of the claims that say so, sorted
};

/// A question on which the claims of a situation, or of it and its rivals, disagree.
struct Difference {
  Aspect aspect = Aspect::Occurrence;
  std::string unit;                ///< of a toll: "killed"
  double low = 0, high = 0;        ///< of a toll: the range over all versions
  std::vector<Version> versions;   ///< two or more, by value
  std::vector<SharedText> rivals;  ///< other situations that tell of the same thing; of an actor
};

/// Finds the differences of situations of one graph, to which it keeps a reference.
class DifferenceFinder {
 public:
  /// Cost: linear in the situations.
  explicit DifferenceFinder(const KnowledgeGraph& graph);

  /// The differences among the claims of one situation, by aspect and unit; empty if they agree.
  /// Dates differ if they have no day in common, places if the towns do, tolls if the ranges do not
  /// touch. Requires: the situation is one of the graph.
  std::vector<Difference> find(const SituationRecord& situation) const;

 private:
  const KnowledgeGraph& graph_;
  /// By deed, victim and town: those that may tell of one thing.
  std::unordered_map<std::string, std::vector<const SituationRecord*>> same_deed_;
};

/// The same for a single situation.
std::vector<Difference> find_differences(const KnowledgeGraph& graph,
                                         const SituationRecord& situation);

}  // namespace entente
