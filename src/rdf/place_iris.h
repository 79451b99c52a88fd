// SPDX-License-Identifier: ISC
/// @file
/// What a place is called: a whole state is its actor, other places have IRIs of their own.
#pragma once

#include "graph/knowledge_graph.h"
#include "rdf/graph_iris.h"
#include "rdf/resource.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente::rdf {

/// Keeps references to both.
class PlaceIris {
 public:
  PlaceIris(const KnowledgeGraph& graph, const GraphIris& iris);

  const GraphIris& iris() const { return iris_; }
  /// True if the place is an actor of the graph as a whole (of a situation: without label).
  bool is_state(const PlaceRecord& place) const;
  std::string iri_of(const PlaceRecord& place) const;
  /// Null if there is none of that id.
  const Actor* find_actor(std::string_view id) const;

 private:
  const GraphIris& iris_;
  std::unordered_map<std::string_view, const Actor*> actors_;
};

/// Adds place, place of launch and date of a situation or claim.
template <typename Record>
void add_circumstances(const Record& record, const PlaceIris& places, Resource& resource) {
  const auto add_place = [&](std::string_view predicate, const std::optional<PlaceRecord>& place) {
    if (place) resource.add_iri(predicate, places.iri_of(*place));
  };
  add_place(vocab::ent::kPlace, record.place);
  add_place(vocab::ent::kLaunchedFrom, record.launched_from);
  if (!record.date) return;
  resource.add(vocab::ent::kNotBefore, date(record.date->from));
  resource.add(vocab::ent::kNotAfter, date(record.date->to));
}

}  // namespace entente::rdf
