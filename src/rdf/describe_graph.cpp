// SPDX-License-Identifier: ISC
#include "rdf/describe_graph.h"

#include "graph/hash.h"
#include "graph/situations.h"
#include "rdf/arena.h"
#include "rdf/literal.h"
#include "text/utf8.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>
#include <tbb/parallel_sort.h>

namespace entente::rdf {

namespace {

namespace ent = vocab::ent;

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

/// Statements that are gathered and handed over thing by thing, in memory that is used again.
struct Sheet {
  Arena arena;
  std::vector<QuadView> quads;
};

/// Collects the statements about one thing on a sheet, which it clears.
class Resource {
 public:
  Resource(std::string_view subject, std::string_view graph, Sheet& sheet) : sheet_(sheet) {
    sheet_.arena.clear();
    sheet_.quads.clear();
    subject_ = iri_view(keep(subject));
    graph_ = iri_view(keep(graph));
  }

  /// `predicate` must live as long as the sheet's quads; everything else is copied.
  void add(std::string_view predicate, const Term& object) {
    sheet_.quads.push_back({subject_, iri_view(predicate), keep(object), graph_});
  }
  void add_iri(std::string_view predicate, std::string_view object) {
    sheet_.quads.push_back({subject_, iri_view(predicate), iri_view(keep(object)), graph_});
  }
  /// Nothing is added for an empty text.
  void add_text(std::string_view predicate, std::string_view text) {
    if (!text.empty()) add_string(predicate, text);
  }
  void add_string(std::string_view predicate, std::string_view text) {
    const TermView object{TermKind::Literal, keep(text), vocab::xsd::kString, {}};
    sheet_.quads.push_back({subject_, iri_view(predicate), object, graph_});
  }
  void add_date(std::string_view predicate, const std::optional<Date>& day) {
    if (day) add(predicate, date(*day));
  }
  void add_count(std::string_view predicate, std::uint32_t count) {
    add(predicate, integer(count));
  }

  /// `describe` adds the statements of a blank node that hangs on this thing.
  template <typename Describe>
  void add_nested(std::string_view predicate, std::string_view blank_label, Describe describe) {
    TermView node = blank_view(keep(blank_label));
    sheet_.quads.push_back({subject_, iri_view(predicate), node, graph_});
    std::swap(subject_, node);
    describe();
    std::swap(subject_, node);
  }

  /// An rdf:List of IRIs.
  void add_list(std::string_view predicate, std::string_view kind, std::string_view id,
                const std::vector<std::string>& items) {
    TermView cell = subject_;
    std::string_view link = predicate;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const TermView next = blank_view(keep(label(kind, id, i)));
      sheet_.quads.push_back({cell, iri_view(link), next, graph_});
      sheet_.quads.push_back(
          {next, iri_view(vocab::rdf::kFirst), iri_view(keep(items[i])), graph_});
      cell = next;
      link = vocab::rdf::kRest;
    }
    if (items.empty()) return;
    sheet_.quads.push_back({cell, iri_view(link), iri_view(vocab::rdf::kNil), graph_});
  }

  void hand_to(const ResourceSink& sink) const { sink(sheet_.quads); }

 private:
  static TermView iri_view(std::string_view iri) { return {TermKind::Iri, iri, {}, {}}; }
  static TermView blank_view(std::string_view label) {
    return {TermKind::BlankNode, label, {}, {}};
  }
  std::string_view keep(std::string_view text) { return sheet_.arena.keep(text); }
  TermView keep(const Term& term) {
    return {term.kind, keep(term.value), keep(term.datatype), keep(term.language)};
  }

  Sheet& sheet_;
  TermView subject_, graph_;
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
        return describe(graph_.actors[i]);
      case Kind::Places:
        return describe_place(all_.places_[i].first, *all_.places_[i].second);
      case Kind::Situations:
        return describe(graph_.situations[i]);
      case Kind::Relations:
        return describe(all_.relations_[i]);
      case Kind::Articles:
        return describe_with_claims(graph_.articles[i]);
    }
  }

  // Actors ----------------------------------------------------------------------------------

  void describe(Actor actor) {
    sort_lists(actor);
    Resource resource(iris_.actor(actor.id), iris_.graph(kActorsGraph), sheet_);
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
    resource.hand_to(sink_);
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

  void add_place(std::string_view predicate, const std::optional<EventPlace>& place,
                 Resource& resource) const {
    if (!place) return;
    resource.add_iri(predicate,
                     all_.is_state(*place) ? iris_.actor(place->country) : iris_.place(*place));
  }

  void describe_place(const std::string& name, const EventPlace& place) {
    Resource resource(name, iris_.graph(kPlacesGraph), sheet_);
    resource.add_iri(vocab::rdf::kType, ent::kPlaceClass);
    resource.add(vocab::rdfs::kLabel, english(place.label));
    if (!place.country.empty()) resource.add_iri(ent::kLocatedIn, iris_.actor(place.country));
    resource.hand_to(sink_);
  }

  // Situations ------------------------------------------------------------------------------

  void describe(const SituationRecord& situation) {
    Resource resource(iris_.situation(situation.id), iris_.graph(kSituationsGraph), sheet_);
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
    add_differences(situation, resource);
    resource.hand_to(sink_);
  }

  void add_differences(const SituationRecord& situation, Resource& resource) const {
    std::size_t number = 0, versions = 0;
    for (const Difference& difference : all_.differences_.find(situation)) {
      resource.add_nested(ent::kDifference, label("d", situation.id, number++), [&] {
        resource.add_iri(vocab::rdf::kType, ent::kDifferenceClass);
        resource.add_iri(ent::kAspect, aspect_iri(to_string(difference.aspect)));
        if (difference.aspect == Aspect::Toll) add_span(difference, situation, number, resource);
        for (const std::string& rival : difference.rivals) {
          resource.add_iri(ent::kRival, iris_.situation(rival));
        }
        for (const Version& version : difference.versions) {
          resource.add_nested(ent::kVersion, label("v", situation.id, versions++), [&] {
            resource.add_iri(vocab::rdf::kType, ent::kVersionClass);
            resource.add_text(ent::kValue, version.value);
            for (const std::string& claim : version.claims) {
              resource.add_iri(ent::kSaidIn, iris_.claim(claim));
            }
          });
        }
      });
    }
  }

  static void add_span(const Difference& toll, const SituationRecord& situation, std::size_t number,
                       Resource& resource) {
    resource.add_nested(ent::kSpan, label("s", situation.id, number), [&] {
      resource.add_iri(vocab::rdf::kType, ent::kQuantityClass);
      resource.add_iri(ent::kUnit, unit_iri(toll.unit));
      resource.add(ent::kLow, decimal(toll.low));
      resource.add(ent::kHigh, decimal(toll.high));
    });
  }

  template <typename Record>
  void add_circumstances(const Record& record, Resource& resource) const {
    add_place(ent::kPlace, record.place, resource);
    add_place(ent::kLaunchedFrom, record.launched_from, resource);
    if (!record.date) return;
    resource.add(ent::kNotBefore, date(record.date->from));
    resource.add(ent::kNotAfter, date(record.date->to));
  }

  void describe(const GraphDescription::Relation& plain) {
    const auto& [subject, relation, object] = plain;
    const std::string predicate = ontology_term(relation);
    Resource resource(iris_.actor(subject), iris_.graph(kSituationsGraph), sheet_);
    resource.add_iri(predicate, iris_.actor(object));
    resource.hand_to(sink_);
  }

  // Articles and claims ---------------------------------------------------------------------

  void describe_with_claims(const ArticleRecord& article) {
    describe(article);
    const auto article_of = [&](std::uint32_t i) -> std::string_view {
      return graph_.claims[i].article;
    };
    const auto first = std::ranges::lower_bound(all_.claims_, article.id, {}, article_of);
    const auto last = std::ranges::upper_bound(all_.claims_, article.id, {}, article_of);
    for (auto i = first; i != last; ++i) describe(graph_.claims[*i]);
  }

  void describe(const ArticleRecord& article) {
    const std::string subject = iris_.article(article.id);
    Resource resource(subject, subject, sheet_);
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
    resource.hand_to(sink_);
  }

  void describe(const ClaimRecord& claim) {
    Resource resource(iris_.claim(claim.id), iris_.article(claim.article), sheet_);
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
    resource.hand_to(sink_);
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
        resource.add_string(vocab::oa::kExact, claim.quote);
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
    : graph_(graph), iris_(iris), differences_(graph) {
  for (const Actor& actor : graph.actors) actors_.emplace(actor.id, &actor);
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

/// A whole state (of a situation: without label) is its actor; other places have their own IRIs.
bool GraphDescription::is_state(const EventPlace& place) const {
  const auto found = actors_.find(place.country);
  return found != actors_.end() && (place.label.empty() || found->second->label == place.label);
}

void GraphDescription::note_places() {
  std::set<EventPlace> seen;
  std::map<std::string, const EventPlace*> places;
  const auto note = [&](const std::optional<EventPlace>& place) {
    if (!place || !seen.insert(*place).second) return;
    if (!is_state(*place)) places.emplace(iris_.place(*place), &*place);
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
  const auto found = actors_.find(subject);
  return relation == "borders" && found != actors_.end() && found->second->vetted;
}

void GraphDescription::note_relations() {
  const auto note = [&](std::string_view subject, std::string_view type, std::string_view object) {
    if (!is_known_border(subject, type)) relations_.emplace_back(subject, type, object);
  };
  for (const SituationRecord& situation : graph_.situations) {
    if (!holds(situation)) continue;
    for (const std::string& subject : situation.initiators) {
      for (const std::string& object : situation.recipients) {
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
