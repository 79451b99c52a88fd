// SPDX-License-Identifier: ISC
/// @file
/// The IRIs of a knowledge graph's things, and back from IRIs to ids.
#pragma once

#include "graph/knowledge_graph.h"
#include "rdf/vocab.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente::rdf {

/// IRIs of individuals under one base. Ids are percent-encoded where they must be.
class GraphIris {
 public:
  explicit GraphIris(std::string base = std::string(vocab::kDefaultBase))
      : base_(std::move(base)) {}

  const std::string& base() const { return base_; }
  std::string actor(std::string_view id) const { return individual("actor/", id); }
  std::string article(std::string_view id) const { return individual("article/", id); }
  std::string claim(std::string_view id) const { return individual("claim/", id); }
  std::string situation(std::string_view id) const { return individual("situation/", id); }
  std::string graph(std::string_view name) const { return individual("graph/", name); }
  /// <place/UKR/Kyiv>; <place/-/Narnia> where the country is not known.
  std::string place(const PlaceRecord& place) const;

 private:
  std::string individual(std::string_view kind, std::string_view id) const;

  std::string base_;
};

/// What an individual's IRI says: kind "actor", id "BLR", under a base.
struct IndividualName {
  std::string base, kind, id;
};

/// The same as pieces of the IRI, the id still percent-encoded.
struct IndividualPieces {
  std::string_view base, kind, segment;
};

/// Nothing if `iri` does not end in KIND/ID, where KIND is one of those above ("place": without).
std::optional<IndividualName> parse_individual(std::string_view iri);
std::optional<IndividualPieces> split_individual(std::string_view iri);

// Terms of the ontology that are known by name only.
std::string event_class(std::string_view type);     ///< "ASSAULT" -> ent:Assault
std::string event_type(std::string_view local);     ///< "Assault" -> "ASSAULT"
std::string ontology_term(std::string_view local);  ///< "dependsOn" -> ent:dependsOn
std::string mode_iri(std::string_view mode);        ///< "heavy-weapons" -> ent:mode-heavy-weapons
std::string context_iri(std::string_view context);  ///< "military" -> ent:context-military
std::string unit_iri(std::string_view unit);        ///< "troops" -> ent:unit-troops
std::string aspect_iri(std::string_view aspect);    ///< "toll" -> ent:aspect-toll

/// "ent:" + `prefix` taken off; nothing if `iri` does not begin so. Undoes the above.
std::optional<std::string> ontology_name(std::string_view iri, std::string_view prefix = "");

inline constexpr std::string_view kModePrefix = "mode-";
inline constexpr std::string_view kContextPrefix = "context-";
inline constexpr std::string_view kUnitPrefix = "unit-";
inline constexpr std::string_view kAspectPrefix = "aspect-";

/// Names of the graphs that hold what belongs to no single article.
inline constexpr std::string_view kActorsGraph = "actors";
inline constexpr std::string_view kPlacesGraph = "places";
inline constexpr std::string_view kSituationsGraph = "situations";
inline constexpr std::string_view kAnalysisGraph = "analysis";

}  // namespace entente::rdf
