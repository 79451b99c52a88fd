// SPDX-License-Identifier: ISC
/// @file
/// Who can act: states, people, organisations, and what is known of them before any article is
/// read. Filled from ontology/actors/*.ttl by rdf/; this folder knows no RDF.
#pragma once

#include "text/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Classes of actors, named as in the ontology (`ent:State` ...).
enum class ActorType : std::uint8_t {
  State,
  Person,
  Organization,
  Alliance,
  ArmedForce,
  Government,
  ArmedGroup,
  Party,
  Media,
  Company,
  Population,
};

std::string_view to_string(ActorType type);
std::optional<ActorType> parse_actor_type(std::string_view name);

/// What kind of name it is decides how it may be read in a sentence.
enum class NameKind : std::uint8_t {
  Label,        ///< the preferred name: "Belarus"
  Alternative,  ///< other names and spellings: "Lukashenka", "Republic of Belarus"
  Acronym,      ///< "SDF": matched in capitals only
  Surname,    ///< "Putin": alone enough to name this actor where nobody else in the article has it
  Adjective,  ///< "Belarusian": relates a noun to the state
  Demonym,    ///< "Belarusians": the people
  Capital,    ///< "Minsk": the state when it acts, else a place
  Seat,       ///< "the Kremlin", "Bankova": the government when it acts, else a place
};

struct ActorName {
  std::string text;
  NameKind kind = NameKind::Alternative;
  bool ambiguous = false;  ///< also a common word or another's name ("May", "Turkey", "Georgia"):
                           ///< needs support from its surroundings
  friend auto operator<=>(const ActorName&, const ActorName&) = default;
};

/// A post held for a time. Open ends are absent.
struct Office {
  std::string role;    ///< lower-case title: "president", "foreign minister"
  std::string of;      ///< id of the actor whose post it is ("BLR", "NATO")
  bool leads = false;  ///< head of it (`leads`), else one of its people (`affiliatedWith`)
  std::optional<Date> from, until;
  friend auto operator<=>(const Office&, const Office&) = default;
};

struct Membership {
  std::string in;  ///< id of the alliance or organisation
  std::optional<Date> from, until;
  friend auto operator<=>(const Membership&, const Membership&) = default;
};

enum class Gender : std::uint8_t { Unknown, Feminine, Masculine };

/// An actor. `id` is the last part of its IRI and never changes: "BLR", "alexander-lukashenko".
struct Actor {
  std::string id;
  std::string label;  ///< preferred name in English
  ActorType type = ActorType::Organization;
  std::string country;   ///< ISO 3166 alpha-3 (or NATO, EU, UN ...) that it acts for; may be empty
  std::string sector;    ///< PLOVER sector: GOV, MIL, OPP, REB, CVL, MED, IGO ...; may be empty
  std::string acts_for;  ///< id of the actor that it represents; may be empty
  std::string wikidata;  ///< "Q184"; empty where not certain
  Gender gender = Gender::Unknown;  ///< of a person
  bool vetted = false;              ///< known beforehand; false: found in an article ("nominal")
  std::vector<ActorName> names;
  std::vector<Office> offices;
  std::vector<Membership> memberships;
  std::vector<std::string> borders;   ///< ids of states with a common land border
  std::vector<std::string> epithets;  ///< "island", "Central American", "bloc": what it is called
                                      ///< after "the" once it was named; lower case
  friend bool operator==(const Actor&, const Actor&) = default;
};

/// A noun that stands for people by their role: "president", "troops", "foreign ministry".
struct RoleNoun {
  std::string lemma;                   ///< lower case, may have several words
  std::string sector;                  ///< what it makes of "Russian ...": GOV, MIL, ...
  ActorType type = ActorType::Person;  ///< what kind of actor the whole phrase is
  bool office = false;                 ///< a post that one person holds: look it up by date
  bool leads = false;                  ///< whose holder leads the body
  bool stands_for_force = false;       ///< "troops", "army", "jets": the state's armed forces
  bool of_alliance = false;            ///< "coalition forces": of the alliance spoken of last
  bool relational = false;  ///< "ally", "critic": somebody else than the one it is called after
};

/// A given name that hardly anybody but women, or but men, bears.
struct GivenName {
  std::string name;
  Gender gender = Gender::Unknown;
};

/// A town or region that is no actor: gives `place` its country.
struct Place {
  std::string name;
  std::string country;  ///< ISO 3166 alpha-3
  bool ambiguous = false;
};

/// "These two ids are one" (or are not), said by the analyst; wins over the machine.
struct IdentityRuling {
  std::string one, other;
  bool same = false;
};

/// All that is known beforehand. Actors are sorted by id.
struct ActorKnowledge {
  std::vector<Actor> actors;
  std::vector<RoleNoun> role_nouns;
  std::vector<Place> places;
  std::vector<GivenName> given_names;
  std::vector<IdentityRuling> rulings;

  /// Null if there is none of that id. Cost: logarithmic.
  const Actor* find(std::string_view id) const;
};

/// IRI part for an actor that is not known beforehand: "Martti Magnus" -> "martti-magnus"
/// (NFKD without marks, lower case, other characters become single hyphens).
std::string make_actor_id(std::string_view name);

}  // namespace entente
