// SPDX-License-Identifier: ISC
#include "rdf/place_iris.h"

namespace entente::rdf {

PlaceIris::PlaceIris(const KnowledgeGraph& graph, const GraphIris& iris) : iris_(iris) {
  for (const Actor& actor : graph.actors) actors_.emplace(actor.id, &actor);
}

const Actor* PlaceIris::find_actor(std::string_view id) const {
  const auto found = actors_.find(id);
  return found == actors_.end() ? nullptr : found->second;
}

bool PlaceIris::is_state(const PlaceRecord& place) const {
  const Actor* actor = find_actor(place.country);
  return actor != nullptr && (place.label.empty() || place.label == actor->label);
}

std::string PlaceIris::iri_of(const PlaceRecord& place) const {
  return is_state(place) ? iris_.actor(place.country) : iris_.place(place);
}

}  // namespace entente::rdf
