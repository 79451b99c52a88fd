// SPDX-License-Identifier: ISC
#include "rdf/describe_paths.h"

#include "graph/hash.h"
#include "rdf/literal.h"
#include "rdf/vocab.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

namespace ent = vocab::ent;

double round(double value) {
  return std::round(value * 1e4) / 1e4;
}  // more would pretend

class PathDescriber {
 public:
  PathDescriber(const KnowledgeGraph& graph, const GraphIris& iris, const ActorNetwork& network)
      : graph_(graph), iris_(iris), network_(network), analysis_(iri(iris.graph(kAnalysisGraph))) {}

  std::vector<Quad> describe(const PathQuestion& question, const Path& path) {
    quads_.clear();
    const std::string id = name_of(path);
    const Term self = iri(iris_.base() + "path/" + id);
    add(self, vocab::rdf::kType, iri(std::string(ent::kDependencePath)));
    add(self, ent::kPathFrom, actor(question.from));
    add(self, ent::kPathTo, actor(question.to));
    add(self, ent::kStrength, decimal(round(path.strength)));
    Term before = self;
    std::string_view link = ent::kSteps;
    for (std::size_t i = 0; i < path.links.size(); ++i) {
      const Term cell = blank(fmt::format("p{}l{}", id, i));
      const Term step = blank(fmt::format("p{}s{}", id, i));
      add(before, link, cell);
      add(cell, vocab::rdf::kFirst, step);
      describe_step(step, network_.links[path.links[i]]);
      before = cell;
      link = vocab::rdf::kRest;
    }
    add(before, link, iri(std::string(vocab::rdf::kNil)));
    return quads_;
  }

 private:
  void add(const Term& subject, std::string_view predicate, Term object) {
    quads_.push_back({subject, iri(std::string(predicate)), std::move(object), analysis_});
  }

  Term actor(ActorNumber number) const { return iri(iris_.actor(graph_.actors[number].id)); }

  // Types of events are classes and spelt otherwise than in claims; relations and actions are not.
  static std::string relation_iri(std::string_view relation) {
    const bool capitals =
        std::none_of(relation.begin(), relation.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return capitals ? event_class(relation) : ontology_term(relation);
  }

  void describe_step(const Term& step, const Link& link) {
    const auto uses = network_.uses_of(link);
    add(step, vocab::rdf::kType, iri(std::string(ent::kPathStep)));
    add(step, ent::kStepFrom, actor(link.from));
    add(step, ent::kStepTo, actor(link.to));
    add(step, ent::kAlong, iri(relation_iri(network_.ties[uses[0].tie].relation)));
    add(step, ent::kStrength, decimal(round(link.strength)));
    std::set<ClaimNumber> claims;
    for (const TieUse& use : uses) {
      for (const SituationNumber number : network_.ties[use.tie].situations) {
        const auto& ids = graph_.situations[number].claims;
        claims.insert(ids.begin(), ids.end());
      }
    }
    for (const ClaimNumber claim : claims) {
      add(step, ent::kRestsOn, iri(iris_.claim(graph_.claims[claim].id)));
    }
  }

  std::string name_of(const Path& path) const {
    std::string content = "path";
    for (const std::uint32_t number : path.links) {
      const Link& link = network_.links[number];
      content += '\n' + graph_.actors[link.from].id + '\n';
      content += network_.ties[network_.uses_of(link)[0].tie].relation;
    }
    content += '\n' + graph_.actors[network_.links[path.links.back()].to].id;
    return sha256_hex(content).substr(0, 16);
  }

  const KnowledgeGraph& graph_;
  const GraphIris& iris_;
  const ActorNetwork& network_;
  Term analysis_;
  std::vector<Quad> quads_;
};

}  // namespace

void describe_paths(const KnowledgeGraph& graph, const PathQuestion& question,
                    const PathAnswer& answer, const GraphIris& iris, const ResourceSink& sink) {
  PathDescriber describer(graph, iris, answer.network);
  for (const Path& path : answer.paths) {
    const std::vector<Quad> quads = describer.describe(question, path);
    std::vector<QuadView> views;
    for (const Quad& quad : quads) views.push_back(to_view(quad));
    sink(views);
  }
}

}  // namespace entente::rdf
