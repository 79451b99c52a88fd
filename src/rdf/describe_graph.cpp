// SPDX-License-Identifier: ISC
#include "rdf/describe_graph.h"

#include "graph/situations.h"
#include "rdf/describe_parts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <tbb/parallel_sort.h>

namespace entente::rdf {

namespace {

namespace ent = vocab::ent;

bool holds(const SituationRecord& situation) {
  return situation.is_relation &&
         (situation.status == Status::Corroborated || situation.status == Status::SingleSource);
}

}  // namespace

/// Describes things of one part; one call of the sink for each.
class Describer {
 public:
  Describer(const GraphDescription& all, const ResourceSink& sink)
      : all_(all), graph_(all.graph_), iris_(all.iris_), sink_(sink) {}

  void describe(const GraphDescription::Part& part) {
    for (std::size_t i = part.begin; i < part.end; ++i) describe(part.kind, i);
  }

 private:
  using Kind = GraphDescription::Kind;

  void describe(Kind kind, std::size_t i) {
    switch (kind) {
      case Kind::Actors:
        return describe_actor(graph_.actors[i], iris_, sink_, sheet_);
      case Kind::Places:
        return describe_place(all_.places_[i].first, *all_.places_[i].second);
      case Kind::Situations:
        return describe_situation(graph_.situations[i],
                                  all_.differences_.find(graph_.situations[i]), all_.place_iris_,
                                  sink_, sheet_);
      case Kind::Relations:
        return describe(all_.relations_[i]);
      case Kind::Articles:
        return describe_with_claims(graph_.articles[i]);
    }
  }

  void describe_place(const std::string& name, const PlaceRecord& place) {
    Resource resource(name, iris_.graph(kPlacesGraph), sheet_);
    resource.add_iri(vocab::rdf::kType, ent::kPlaceClass);
    resource.add(vocab::rdfs::kLabel, english(place.label));
    if (!place.country.empty()) resource.add_iri(ent::kLocatedIn, iris_.actor(place.country));
    resource.hand_to(sink_);
  }

  void describe(const GraphDescription::Relation& plain) {
    const auto& [subject, relation, object] = plain;
    const std::string predicate = ontology_term(relation);
    Resource resource(iris_.actor(subject), iris_.graph(kSituationsGraph), sheet_);
    resource.add_iri(predicate, iris_.actor(object));
    resource.hand_to(sink_);
  }

  void describe_with_claims(const ArticleRecord& article) {
    describe_article(article, iris_, sink_, sheet_);
    const auto article_of = [&](std::uint32_t i) -> std::string_view {
      return graph_.claims[i].article;
    };
    const auto first = std::ranges::lower_bound(all_.claims_, article.id.view(), {}, article_of);
    const auto last = std::ranges::upper_bound(all_.claims_, article.id.view(), {}, article_of);
    for (auto i = first; i != last; ++i) {
      describe_claim(graph_.claims[*i], all_.place_iris_, sink_, sheet_);
    }
  }

  const GraphDescription& all_;
  const KnowledgeGraph& graph_;
  const GraphIris& iris_;
  const ResourceSink& sink_;
  Sheet sheet_;
};

namespace {

// Sizes of parts: small enough to keep all threads busy, large enough that a part is worth it.
constexpr std::size_t kActorsInPart = 500, kPlacesInPart = 5000, kSituationsInPart = 1000;
constexpr std::size_t kArticlesInPart = 8;

}  // namespace

GraphDescription::GraphDescription(const KnowledgeGraph& graph, const GraphIris& iris)
    : graph_(graph), iris_(iris), differences_(graph), place_iris_(graph, iris) {
  note_places();
  note_relations();
  sort_claims();
  add_parts(Kind::Actors, graph.actors.size(), kActorsInPart);
  add_parts(Kind::Places, places_.size(), kPlacesInPart);
  add_parts(Kind::Situations, graph.situations.size(), kSituationsInPart);
  add_parts(Kind::Relations, relations_.size(), relations_.size());  // one subject has several
  add_parts(Kind::Articles, graph.articles.size(), kArticlesInPart);
}

void GraphDescription::add_parts(Kind kind, std::size_t count, std::size_t per_part) {
  for (std::size_t begin = 0; begin < count; begin += per_part) {
    parts_.push_back({kind, begin, std::min(count, begin + per_part)});
  }
}

void GraphDescription::note_places() {
  std::set<PlaceRecord> seen;
  std::map<std::string, const PlaceRecord*> places;
  const auto note = [&](const std::optional<PlaceRecord>& place) {
    if (!place || !seen.insert(*place).second) return;
    if (!place_iris_.is_state(*place)) places.emplace(iris_.place(*place), &*place);
  };
  for (const SituationRecord& situation : graph_.situations) {
    note(situation.place);
    note(situation.launched_from);
  }
  for (const ClaimRecord& claim : graph_.claims) {
    note(claim.place);
    note(claim.launched_from);
  }
  places_.assign(places.begin(), places.end());
}

/// The borders of a vetted actor are all known; a plain triple could not be told from them.
bool GraphDescription::is_known_border(std::string_view subject, std::string_view relation) const {
  if (relation != "borders") return false;
  const Actor* actor = place_iris_.find_actor(subject);
  return actor != nullptr && actor->vetted;
}

void GraphDescription::note_relations() {
  const auto note = [&](std::string_view subject, std::string_view type, std::string_view object) {
    if (!is_known_border(subject, type)) relations_.emplace_back(subject, type, object);
  };
  for (const SituationRecord& situation : graph_.situations) {
    if (!holds(situation)) continue;
    for (const SharedText& subject : situation.initiators) {
      for (const SharedText& object : situation.recipients) {
        note(subject, situation.type, object);
        if (is_symmetric(situation.type)) note(object, situation.type, subject);
      }
    }
  }
  std::ranges::sort(relations_);
  relations_.erase(std::unique(relations_.begin(), relations_.end()), relations_.end());
}

void GraphDescription::sort_claims() {
  claims_.resize(graph_.claims.size());
  std::iota(claims_.begin(), claims_.end(), 0U);
  const auto key = [&](std::uint32_t i) {
    const ClaimRecord& claim = graph_.claims[i];
    return std::tie(claim.article, claim.start, claim.quote_start, claim.id);
  };
  tbb::parallel_sort(claims_, [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
}

void GraphDescription::describe(std::size_t part, const ResourceSink& sink) const {
  Describer(*this, sink).describe(parts_[part]);
}

std::string GraphDescription::last_graph(std::size_t part) const {
  switch (parts_[part].kind) {
    case Kind::Actors:
      return iris_.graph(kActorsGraph);
    case Kind::Places:
      return iris_.graph(kPlacesGraph);
    case Kind::Situations:
    case Kind::Relations:
      return iris_.graph(kSituationsGraph);
    case Kind::Articles:
      break;
  }
  return iris_.article(graph_.articles[parts_[part].end - 1].id);
}

void describe_graph(const KnowledgeGraph& graph, const GraphIris& iris, const ResourceSink& sink) {
  const GraphDescription description(graph, iris);
  for (std::size_t i = 0; i < description.parts(); ++i) description.describe(i, sink);
}

}  // namespace entente::rdf
