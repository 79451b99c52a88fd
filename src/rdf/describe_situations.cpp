// SPDX-License-Identifier: ISC
#include "rdf/describe_parts.h"

namespace entente::rdf {

namespace {

namespace ent = vocab::ent;

void add_what(const SituationRecord& situation, const GraphIris& iris, Resource& resource) {
  if (situation.is_relation) {
    resource.add_iri(vocab::rdf::kType, ent::kRelation);
    for (const auto& id : situation.initiators) {
      resource.add_iri(vocab::rdf::kSubject, iris.actor(id));
    }
    resource.add_iri(vocab::rdf::kPredicate, ontology_term(situation.type));
    for (const auto& id : situation.recipients) {
      resource.add_iri(vocab::rdf::kObject, iris.actor(id));
    }
  } else {
    resource.add_iri(vocab::rdf::kType, ent::kEvent);
    resource.add_iri(vocab::rdf::kType, event_class(situation.type));
    if (!situation.action.empty()) {
      resource.add_iri(vocab::rdf::kType, ontology_term(situation.action));
      resource.add_iri(ent::kAction, ontology_term(situation.action));
    }
    for (const auto& id : situation.initiators) {
      resource.add_iri(ent::kInitiator, iris.actor(id));
    }
    for (const auto& id : situation.recipients) {
      resource.add_iri(ent::kRecipient, iris.actor(id));
    }
  }
}

void add_span(const Difference& toll, const SituationRecord& situation, std::size_t number,
              Resource& resource) {
  resource.add_nested(ent::kSpan, label("s", situation.id, number), [&] {
    resource.add_iri(vocab::rdf::kType, ent::kQuantityClass);
    resource.add_iri(ent::kUnit, unit_iri(toll.unit));
    resource.add(ent::kLow, decimal(toll.low));
    resource.add(ent::kHigh, decimal(toll.high));
  });
}

void add_differences(const SituationRecord& situation, const std::vector<Difference>& differences,
                     const GraphIris& iris, Resource& resource) {
  std::size_t number = 0, versions = 0;
  for (const Difference& difference : differences) {
    resource.add_nested(ent::kDifference, label("d", situation.id, number++), [&] {
      resource.add_iri(vocab::rdf::kType, ent::kDifferenceClass);
      resource.add_iri(ent::kAspect, aspect_iri(to_string(difference.aspect)));
      if (difference.aspect == Aspect::Toll) add_span(difference, situation, number, resource);
      for (const SharedText& rival : difference.rivals) {
        resource.add_iri(ent::kRival, iris.situation(rival));
      }
      for (const Version& version : difference.versions) {
        resource.add_nested(ent::kVersion, label("v", situation.id, versions++), [&] {
          resource.add_iri(vocab::rdf::kType, ent::kVersionClass);
          resource.add_text(ent::kValue, version.value);
          for (const SharedText& claim : version.claims) {
            resource.add_iri(ent::kSaidIn, iris.claim(claim));
          }
        });
      }
    });
  }
}

}  // namespace

void describe_situation(const SituationRecord& situation,
                        const std::vector<Difference>& differences, const PlaceIris& places,
                        const ResourceSink& sink, Sheet& sheet) {
  const GraphIris& iris = places.iris();
  Resource resource(iris.situation(situation.id), iris.graph(kSituationsGraph), sheet);
  add_what(situation, iris, resource);
  add_circumstances(situation, places, resource);
  resource.add_iri(ent::kStatus, ontology_term(to_string(situation.status)));
  resource.add_count(ent::kClaimCount, situation.claim_count);
  resource.add_count(ent::kArticleCount, situation.article_count);
  resource.add_count(ent::kSourceCount, situation.source_count);
  resource.add_date(ent::kFirstReported, situation.first_reported);
  resource.add_date(ent::kLastReported, situation.last_reported);
  add_differences(situation, differences, iris, resource);
  resource.hand_to(sink);
}

}  // namespace entente::rdf
