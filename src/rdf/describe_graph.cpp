// SPDX-License-Identifier: ISC
#include "rdf/describe_graph.h"

#include "graph/hash.h"
#include "rdf/literal.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

namespace ent = vocab::ent;

Term term(std::string_view text) {
  return iri(std::string(text));
}
Term text_literal(std::string_view text) {
  return literal(std::string(text));
}

/// A blank node's label: the same for the same content in every file.
std::string label(std::string_view kind, std::string_view id) {
  const bool plain = std::ranges::all_of(id, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return std::string(kind) + (plain ? std::string(id) : ContentName().add(id).id());
}

std::string label(std::string_view kind, std::string_view id, std::size_t number) {
  return label(kind, id) + "x" + std::to_string(number);
}

/// Collects the statements about one thing.
class Resource {
 public:
  Resource(std::string subject, std::string graph)
      : subject_(iri(std::move(subject))), graph_(iri(std::move(graph))) {}

  void add(std::string_view predicate, Term object) {
    quads_.push_back({subject_, term(predicate), std::move(object), graph_});
  }
  void add_iri(std::string_view predicate, std::string_view object) {
    add(predicate, term(object));
  }
  /// Nothing is added for an empty text.
  void add_text(std::string_view predicate, std::string_view text) {
    if (!text.empty()) add(predicate, text_literal(text));
  }
  void add_date(std::string_view predicate, const std::optional<Date>& day) {
    if (day) add(predicate, date(*day));
  }
  void add_count(std::string_view predicate, std::uint32_t count) {
    add(predicate, integer(count));
  }

  /// `describe` adds the statements of a blank node that hangs on this thing.
  template <typename Describe>
  void add_nested(std::string_view predicate, std::string blank_label, Describe describe) {
    Term node = blank(std::move(blank_label));
    add(predicate, node);
    std::swap(subject_, node);
    describe();
    std::swap(subject_, node);
  }

  /// An rdf:List of IRIs.
  void add_list(std::string_view predicate, std::string_view kind, std::string_view id,
                const std::vector<std::string>& items) {
    Term cell = subject_;
    std::string link(predicate);
    for (std::size_t i = 0; i < items.size(); ++i) {
      Term next = blank(label(kind, id, i));
      quads_.push_back({cell, iri(link), next, graph_});
      quads_.push_back({next, term(vocab::rdf::kFirst), iri(items[i]), graph_});
      cell = std::move(next);
      link = vocab::rdf::kRest;
    }
    if (!items.empty()) quads_.push_back({cell, iri(link), term(vocab::rdf::kNil), graph_});
  }

  std::span<const Quad> quads() const { return quads_; }

 private:
  Term subject_, graph_;
  std::vector<Quad> quads_;
};

std::string_view class_of(ActorType type) {
  switch (type) {
    case ActorType::State:
      return ent::kState;
    case ActorType::Person:
      return ent::kPerson;
    case ActorType::Organization:
      return ent::kOrganization;
    case ActorType::Alliance:
      return ent::kAlliance;
    case ActorType::ArmedForce:
      return ent::kArmedForce;
    case ActorType::Government:
      return ent::kGovernment;
    case ActorType::ArmedGroup:
      return ent::kArmedGroup;
    case ActorType::Party:
      return ent::kParty;
    case ActorType::Media:
      return ent::kMedia;
    case ActorType::Company:
      return ent::kCompany;
    case ActorType::Population:
      return ent::kPopulation;
  }
  return ent::kActor;
}

std::string_view property_of(NameKind kind) {
  switch (kind) {
    case NameKind::Label:
      return vocab::rdfs::kLabel;
    case NameKind::Alternative:
      return vocab::skos::kAltLabel;
    case NameKind::Acronym:
      return ent::kAcronym;
    case NameKind::Surname:
      return ent::kSurname;
    case NameKind::Adjective:
      return ent::kAdjective;
    case NameKind::Demonym:
      return ent::kDemonym;
    case NameKind::Capital:
      return ent::kCapitalName;
    case NameKind::Seat:
      return ent::kSeat;
  }
  return vocab::skos::kAltLabel;
}

bool is_iso3166_alpha3(std::string_view id) {
  return id.size() == 3 && std::ranges::all_of(id, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// What has no order in RDF is written in one order: names by kind (one kind is one property).
void sort_lists(Actor& actor) {
  std::ranges::sort(actor.names, {},
                    [](const ActorName& name) { return std::tie(name.kind, name.text); });
  std::ranges::sort(actor.offices);
  std::ranges::sort(actor.memberships);
  std::ranges::sort(actor.borders);
}

using Relation = std::tuple<std::string, std::string, std::string>;  // subject, predicate, object

/// Walks the graph; one call of the sink for each thing.
class Describer {
 public:
  Describer(const KnowledgeGraph& graph, const GraphIris& iris, const ResourceSink& sink)
      : graph_(graph), iris_(iris), sink_(sink) {
    for (const Actor& actor : graph.actors) actors_.emplace(actor.id, &actor);
  }

  void describe() {
    for (const Actor& actor : graph_.actors) describe(actor);
    describe_places();
    for (const SituationRecord& situation : graph_.situations) describe(situation);
    describe_plain_relations();
    const auto claims = claims_by_article();
    for (const ArticleRecord& article : graph_.articles) {
      describe(article);
      const auto found = claims.find(article.id);
      if (found == claims.end()) continue;
      for (const ClaimRecord* claim : found->second) describe(*claim);
    }
  }

 private:
  // Actors ----------------------------------------------------------------------------------

  void describe(Actor actor) {
    sort_lists(actor);
    Resource resource(iris_.actor(actor.id), iris_.graph(kActorsGraph));
    resource.add_iri(vocab::rdf::kType, class_of(actor.type));
    resource.add(vocab::rdfs::kLabel, english(actor.label));
    add_names(actor, resource);
    if (actor.type == ActorType::State && is_iso3166_alpha3(actor.id)) {
      resource.add_text(ent::kIso3166, actor.id);
    }
    resource.add_text(ent::kCountryCode, actor.country);
    resource.add_text(ent::kSector, actor.sector);
    if (!actor.acts_for.empty()) resource.add_iri(ent::kActsFor, iris_.actor(actor.acts_for));
    if (actor.gender == Gender::Feminine) {
      resource.add_iri(ent::kGender, ent::kFeminine);
    } else if (actor.gender == Gender::Masculine) {
      resource.add_iri(ent::kGender, ent::kMasculine);
    }
    add_posts(actor, resource);
    for (const std::string& id : actor.borders) resource.add_iri(ent::kBorders, iris_.actor(id));
    resource.add(ent::kVetted, boolean(actor.vetted));
    if (!actor.wikidata.empty()) {
      resource.add_iri(vocab::owl::kSameAs, std::string(vocab::wd::kNamespace) + actor.wikidata);
    }
    sink_(resource.quads());
  }

  static void add_names(const Actor& actor, Resource& resource) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const ActorName& name : actor.names) {
      if (name.kind == NameKind::Label && name.text == actor.label) continue;
      // A second label would make the first no longer the preferred one.
      const NameKind kind = name.kind == NameKind::Label ? NameKind::Alternative : name.kind;
      if (!seen.emplace(property_of(kind), name.text).second) continue;
      resource.add(property_of(kind), english(name.text));
    }
    for (const ActorName& name : actor.names) {
      if (!name.ambiguous || !seen.emplace(ent::kAmbiguousName, name.text).second) continue;
      resource.add(ent::kAmbiguousName, english(name.text));
    }
  }

  void add_posts(const Actor& actor, Resource& resource) const {
    for (const Office& office : actor.offices) {
      const std::string name = ContentName()
                                   .add("office")
                                   .add(actor.id)
                                   .add(office.role)
                                   .add(office.of)
                                   .add(office.leads ? "leads" : "")
                                   .add(day(office.from))
                                   .add(day(office.until))
                                   .id();
      resource.add_nested(ent::kHeldOffice, "o" + name, [&] {
        resource.add_iri(vocab::rdf::kType, ent::kOffice);
        resource.add_text(ent::kRole, office.role);
        if (!office.of.empty()) resource.add_iri(ent::kOf, iris_.actor(office.of));
        resource.add(ent::kHeadsBody, boolean(office.leads));
        resource.add_date(ent::kFrom, office.from);
        resource.add_date(ent::kUntil, office.until);
      });
    }
    for (const Membership& membership : actor.memberships) {
      const std::string name = ContentName()
                                   .add("membership")
                                   .add(actor.id)
                                   .add(membership.in)
                                   .add(day(membership.from))
                                   .add(day(membership.until))
                                   .id();
      resource.add_nested(ent::kMemberOf, "b" + name, [&] {
        resource.add_iri(vocab::rdf::kType, ent::kMembership);
        resource.add_iri(ent::kIn, iris_.actor(membership.in));
        resource.add_date(ent::kFrom, membership.from);
        resource.add_date(ent::kUntil, membership.until);
      });
    }
  }

  static std::string day(const std::optional<Date>& date) {
    return date ? to_iso_string(*date) : "";
  }

  // Places ----------------------------------------------------------------------------------

  /// A whole state (of a situation: without label) is its actor; other places have their own IRIs.
  bool is_state(const EventPlace& place) const {
    const auto found = actors_.find(place.country);
    return found != actors_.end() && (place.label.empty() || found->second->label == place.label);
  }

  void add_place(std::string_view predicate, const std::optional<EventPlace>& place,
                 Resource& resource) const {
    if (!place) return;
    resource.add_iri(predicate,
                     is_state(*place) ? iris_.actor(place->country) : iris_.place(*place));
  }

  void describe_places() {
    std::map<std::string, const EventPlace*> places;
    const auto note = [&](const std::optional<EventPlace>& place) {
      if (place && !is_state(*place)) places.emplace(iris_.place(*place), &*place);
    };
    for (const SituationRecord& situation : graph_.situations) {
      note(situation.place);
      note(situation.launched_from);
    }
    for (const ClaimRecord& claim : graph_.claims) {
      note(claim.place);
      note(claim.launched_from);
    }
    for (const auto& [name, place] : places) {
      Resource resource(name, iris_.graph(kPlacesGraph));
      resource.add_iri(vocab::rdf::kType, ent::kPlaceClass);
      resource.add(vocab::rdfs::kLabel, english(place->label));
      if (!place->country.empty()) {
        resource.add_iri(ent::kLocatedIn, iris_.actor(place->country));
      }
      sink_(resource.quads());
    }
  }

  // Situations ------------------------------------------------------------------------------

  void describe(const SituationRecord& situation) {
    Resource resource(iris_.situation(situation.id), iris_.graph(kSituationsGraph));
    if (situation.is_relation) {
      resource.add_iri(vocab::rdf::kType, ent::kRelation);
      for (const auto& id : situation.initiators) {
        resource.add_iri(vocab::rdf::kSubject, iris_.actor(id));
      }
      resource.add_iri(vocab::rdf::kPredicate, ontology_term(situation.type));
      for (const auto& id : situation.recipients) {
        resource.add_iri(vocab::rdf::kObject, iris_.actor(id));
      }
    } else {
      resource.add_iri(vocab::rdf::kType, ent::kEvent);
      resource.add_iri(vocab::rdf::kType, event_class(situation.type));
      if (!situation.action.empty()) {
        resource.add_iri(vocab::rdf::kType, ontology_term(situation.action));
        resource.add_iri(ent::kAction, ontology_term(situation.action));
      }
      for (const auto& id : situation.initiators) {
        resource.add_iri(ent::kInitiator, iris_.actor(id));
      }
      for (const auto& id : situation.recipients) {
        resource.add_iri(ent::kRecipient, iris_.actor(id));
      }
    }
    add_circumstances(situation, resource);
    resource.add_iri(ent::kStatus, ontology_term(to_string(situation.status)));
    resource.add_count(ent::kClaimCount, situation.claim_count);
    resource.add_count(ent::kArticleCount, situation.article_count);
    resource.add_count(ent::kSourceCount, situation.source_count);
    resource.add_date(ent::kFirstReported, situation.first_reported);
    resource.add_date(ent::kLastReported, situation.last_reported);
    sink_(resource.quads());
  }

  template <typename Record>
  void add_circumstances(const Record& record, Resource& resource) const {
    add_place(ent::kPlace, record.place, resource);
    add_place(ent::kLaunchedFrom, record.launched_from, resource);
    if (!record.date) return;
    resource.add(ent::kNotBefore, date(record.date->from));
    resource.add(ent::kNotAfter, date(record.date->to));
  }

  void describe_plain_relations() {
    std::set<Relation> relations;
    for (const SituationRecord& situation : graph_.situations) {
      if (!holds(situation)) continue;
      for (const std::string& subject : situation.initiators) {
        for (const std::string& object : situation.recipients) {
          relations.emplace(subject, situation.type, object);
          if (is_symmetric(situation.type)) relations.emplace(object, situation.type, subject);
        }
      }
    }
    for (const auto& [subject, relation, object] : relations) {
      if (is_known_border(subject, relation)) continue;
      Resource resource(iris_.actor(subject), iris_.graph(kSituationsGraph));
      resource.add_iri(ontology_term(relation), iris_.actor(object));
      sink_(resource.quads());
    }
  }

  static bool holds(const SituationRecord& situation) {
    return situation.is_relation &&
           (situation.status == Status::Corroborated || situation.status == Status::SingleSource);
  }

  /// The borders of a vetted actor are all known; a plain triple could not be told from them.
  bool is_known_border(const std::string& subject, const std::string& relation) const {
    const auto found = actors_.find(subject);
    return relation == "borders" && found != actors_.end() && found->second->vetted;
  }

  // Articles and claims ---------------------------------------------------------------------

  std::map<std::string_view, std::vector<const ClaimRecord*>> claims_by_article() const {
    std::map<std::string_view, std::vector<const ClaimRecord*>> claims;
    for (const ClaimRecord& claim : graph_.claims) claims[claim.article].push_back(&claim);
    for (auto& [article, found] : claims) {
      std::ranges::sort(found, {}, [](const ClaimRecord* claim) {
        return std::tie(claim->start, claim->quote_start, claim->id);
      });
    }
    return claims;
  }

  void describe(const ArticleRecord& article) {
    const std::string subject = iris_.article(article.id);
    Resource resource(subject, subject);
    resource.add_iri(vocab::rdf::kType, ent::kArticle);
    resource.add_text(vocab::schema::kHeadline, article.title);
    resource.add_date(vocab::schema::kDatePublished, article.date);
    resource.add_text(vocab::schema::kPublisher, article.publisher);
    resource.add_text(vocab::schema::kAuthor, article.author);
    resource.add_text(vocab::schema::kUrl, article.url);
    resource.add_text(vocab::schema::kInLanguage, article.language);
    resource.add_text(ent::kInputId, article.input_id);
    resource.add_text(ent::kSha256, article.sha256);
    resource.add_count(ent::kLength, article.length);
    if (!article.agency.empty()) resource.add_iri(ent::kAgency, iris_.actor(article.agency));
    if (!article.sketch.empty()) {
      resource.add_text(ent::kSketch, fmt::format("{:08x}", fmt::join(article.sketch, " ")));
    }
    sink_(resource.quads());
  }

  void describe(const ClaimRecord& claim) {
    Resource resource(iris_.claim(claim.id), iris_.article(claim.article));
    resource.add_iri(vocab::rdf::kType, ent::kClaim);
    resource.add_iri(ent::kAbout, iris_.situation(claim.situation));
    add_type(claim, resource);
    add_participants(claim, resource);
    add_circumstances(claim, resource);
    for (const std::string& id : claim.speakers) {
      resource.add_iri(ent::kAssertedBy, iris_.actor(id));
    }
    resource.add_iri(ent::kPolarity, ontology_term(to_string(claim.polarity)));
    resource.add_iri(ent::kModality, ontology_term(to_string(claim.modality)));
    resource.add(ent::kConfidence, decimal(claim.confidence));
    add_quantities(claim, resource);
    resource.add_iri(vocab::prov::kWasDerivedFrom, iris_.article(claim.article));
    add_evidence(claim, resource);
    add_trace(claim, resource);
    add_quoted_by(claim, resource);  // last: serd ends the subject after a list
    sink_(resource.quads());
  }

  static void add_type(const ClaimRecord& claim, Resource& resource) {
    if (claim.is_relation) {
      resource.add_iri(ent::kClaimedRelation, ontology_term(claim.type));
    } else {
      resource.add_iri(ent::kEventType, event_class(claim.type));
    }
    if (!claim.action.empty()) resource.add_iri(ent::kAction, ontology_term(claim.action));
    if (!claim.mode.empty()) resource.add_iri(ent::kMode, mode_iri(claim.mode));
    for (const auto& context : claim.contexts) {
      resource.add_iri(ent::kContext, context_iri(context));
    }
  }

  void add_participants(const ClaimRecord& claim, Resource& resource) const {
    add_actors(ent::kInitiator, claim.initiators, resource);
    add_actors(ent::kRecipient, claim.recipients, resource);
    std::size_t number = 0;
    for (const auto& participant : claim.initiators) {
      add_mention(claim, participant, ent::kInitiatorPart, number++, resource);
    }
    for (const auto& participant : claim.recipients) {
      add_mention(claim, participant, ent::kRecipientPart, number++, resource);
    }
  }

  void add_actors(std::string_view predicate, const std::vector<ParticipantRecord>& participants,
                  Resource& resource) const {
    std::set<std::string_view> seen;
    for (const auto& participant : participants) {
      if (!seen.insert(participant.actor).second) continue;
      resource.add_iri(predicate, iris_.actor(participant.actor));
    }
  }

  void add_mention(const ClaimRecord& claim, const ParticipantRecord& participant,
                   std::string_view part, std::size_t number, Resource& resource) const {
    resource.add_nested(ent::kMention, label("m", claim.id, number), [&] {
      resource.add_iri(vocab::rdf::kType, ent::kMentionClass);
      resource.add_iri(ent::kPart, part);
      resource.add_iri(ent::kActorOf, iris_.actor(participant.actor));
      resource.add_text(vocab::oa::kExact, participant.text);
    });
  }

  void add_quoted_by(const ClaimRecord& claim, Resource& resource) const {
    std::vector<std::string> chain;
    for (const std::string& id : claim.quoted_by) chain.push_back(iris_.actor(id));
    resource.add_list(ent::kQuotedBy, "l", claim.id, chain);
  }

  static void add_quantities(const ClaimRecord& claim, Resource& resource) {
    std::size_t number = 0;
    for (const auto& count : claim.quantities) {
      resource.add_nested(ent::kQuantity, label("n", claim.id, number++), [&] {
        resource.add_iri(vocab::rdf::kType, ent::kQuantityClass);
        resource.add_iri(ent::kUnit, unit_iri(count.unit));
        resource.add(ent::kLow, decimal(count.low));
        resource.add(ent::kHigh, decimal(count.high));
      });
    }
  }

  /// The position selector gives the sentence; the quote selector the words that carry the claim,
  /// with the rest of the sentence as prefix and suffix.
  void add_evidence(const ClaimRecord& claim, Resource& resource) const {
    const std::size_t before = byte_of(claim.sentence, claim.quote_start - claim.start);
    const std::string_view sentence = claim.sentence;
    resource.add_nested(ent::kEvidence, label("e", claim.id), [&] {
      resource.add_iri(vocab::rdf::kType, vocab::oa::kSpecificResource);
      resource.add_iri(vocab::oa::kHasSource, iris_.article(claim.article));
      resource.add_nested(vocab::oa::kHasSelector, label("p", claim.id), [&] {
        resource.add_iri(vocab::rdf::kType, vocab::oa::kTextPositionSelector);
        resource.add_count(vocab::oa::kStart, claim.start);
        resource.add_count(vocab::oa::kEnd, claim.end);
      });
      resource.add_nested(vocab::oa::kHasSelector, label("q", claim.id), [&] {
        resource.add_iri(vocab::rdf::kType, vocab::oa::kTextQuoteSelector);
        resource.add(vocab::oa::kExact, text_literal(claim.quote));
        resource.add_text(vocab::oa::kPrefix, sentence.substr(0, before));
        const std::size_t after = before + claim.quote.size();
        if (after <= sentence.size()) {
          resource.add_text(vocab::oa::kSuffix, sentence.substr(after));
        }
      });
    });
  }

  /// Byte at which the code point of that number starts.
  static std::size_t byte_of(std::string_view text, std::uint32_t code_points) {
    std::size_t at = 0;
    while (code_points-- > 0 && at < text.size()) next_code_point(text, at);
    return at;
  }

  static void add_trace(const ClaimRecord& claim, Resource& resource) {
    if (claim.rule.empty() && claim.path.empty()) return;
    resource.add_nested(ent::kTrace, label("t", claim.id), [&] {
      resource.add_iri(vocab::rdf::kType, ent::kTraceClass);
      resource.add_text(ent::kRule, claim.rule);
      resource.add_text(ent::kTreePath, claim.path);
    });
  }

  const KnowledgeGraph& graph_;
  const GraphIris& iris_;
  const ResourceSink& sink_;
  std::map<std::string_view, const Actor*> actors_;
};

}  // namespace

void describe_graph(const KnowledgeGraph& graph, const GraphIris& iris, const ResourceSink& sink) {
  Describer(graph, iris, sink).describe();
}

bool is_symmetric(std::string_view relation) {
  return relation == "alliedWith" || relation == "borders";
}

}  // namespace entente::rdf
