// SPDX-License-Identifier: ISC
#include "graph/hash.h"
#include "rdf/describe_parts.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace entente::rdf {

namespace {

namespace ent = vocab::ent;

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

std::string day(const std::optional<Date>& date) {
  return date ? to_iso_string(*date) : "";
}

void add_names(const Actor& actor, Resource& resource) {
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

void add_posts(const Actor& actor, const GraphIris& iris, Resource& resource) {
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
      if (!office.of.empty()) resource.add_iri(ent::kOf, iris.actor(office.of));
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
      resource.add_iri(ent::kIn, iris.actor(membership.in));
      resource.add_date(ent::kFrom, membership.from);
      resource.add_date(ent::kUntil, membership.until);
    });
  }
}

}  // namespace

void describe_actor(Actor actor, const GraphIris& iris, const ResourceSink& sink, Sheet& sheet) {
  sort_lists(actor);
  Resource resource(iris.actor(actor.id), iris.graph(kActorsGraph), sheet);
  resource.add_iri(vocab::rdf::kType, class_of(actor.type));
  resource.add(vocab::rdfs::kLabel, english(actor.label));
  add_names(actor, resource);
  if (actor.type == ActorType::State && is_iso3166_alpha3(actor.id)) {
    resource.add_text(ent::kIso3166, actor.id);
  }
  resource.add_text(ent::kCountryCode, actor.country);
  resource.add_text(ent::kSector, actor.sector);
  if (!actor.acts_for.empty()) resource.add_iri(ent::kActsFor, iris.actor(actor.acts_for));
  if (actor.gender == Gender::Feminine) {
    resource.add_iri(ent::kGender, ent::kFeminine);
  } else if (actor.gender == Gender::Masculine) {
    resource.add_iri(ent::kGender, ent::kMasculine);
  }
  add_posts(actor, iris, resource);
  for (const std::string& id : actor.borders) resource.add_iri(ent::kBorders, iris.actor(id));
  resource.add(ent::kVetted, boolean(actor.vetted));
  if (!actor.wikidata.empty()) {
    resource.add_iri(vocab::owl::kSameAs, std::string(vocab::wd::kNamespace) + actor.wikidata);
  }
  resource.hand_to(sink);
}

}  // namespace entente::rdf
