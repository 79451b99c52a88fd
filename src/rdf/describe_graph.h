// SPDX-License-Identifier: ISC
/// @file
/// A knowledge graph as statements: the model of doc/rdf.md. read_graph turns them back.
#pragma once

#include "graph/differences.h"
#include "graph/knowledge_graph.h"
#include "rdf/graph_iris.h"
#include "rdf/place_iris.h"
#include "rdf/resource.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace entente::rdf {

/// The statements of a graph in parts that can be made at the same time: actors (graph/actors),
/// places (graph/places), situations and plain relations (graph/situations), then every article
/// with its claims (in the article's own graph, by place in the text). No statement comes twice,
/// not even if graphs are left out. Parts and their order depend on `graph` alone; no part is
/// empty, and none shares a subject with its neighbour. Memory: some 8 bytes a claim; the places;
/// the plain relations. Keeps references to both.
class GraphDescription {
 public:
  GraphDescription(const KnowledgeGraph& graph, const GraphIris& iris);

  std::size_t parts() const { return parts_.size(); }
  /// Describes one part, thing by thing.
  void describe(std::size_t part, const ResourceSink& sink) const;
  /// IRI of the named graph in which the part's last statement is.
  std::string last_graph(std::size_t part) const;

 private:
  friend class Describer;
  enum class Kind : std::uint8_t { Actors, Places, Situations, Relations, Articles };
  struct Part {
    Kind kind;
    std::size_t begin, end;  // in the list of that kind
  };
  using Relation = std::tuple<std::string_view, std::string_view, std::string_view>;

  void add_parts(Kind kind, std::size_t count, std::size_t per_part);
  bool is_known_border(std::string_view subject, std::string_view relation) const;
  void note_places();
  void note_relations();
  void sort_claims();

  const KnowledgeGraph& graph_;
  const GraphIris& iris_;
  DifferenceFinder differences_;
  PlaceIris place_iris_;
  std::vector<std::pair<std::string, const PlaceRecord*>> places_;  // by IRI
  std::vector<Relation> relations_;    // subject, predicate, object; sorted
  std::vector<std::uint32_t> claims_;  // by article, then by place in the text
  std::vector<Part> parts_;
};

/// All parts in order.
void describe_graph(const KnowledgeGraph& graph, const GraphIris& iris, const ResourceSink& sink);

}  // namespace entente::rdf
