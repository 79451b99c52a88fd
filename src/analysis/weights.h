// SPDX-License-Identifier: ISC
/// @file
/// What relations and events weigh in the network. Filled from ontology/weights.ttl by rdf/; this
/// folder knows no RDF. doc/analysis.md explains the rules and works one example through.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace entente {

enum class Sign : std::int8_t { Conflict = -1, Neutral = 0, Cooperation = 1 };

std::string_view to_string(Sign sign);  ///< "Cooperation"

/// Whose dependence on whom a relation or event shows, if any.
enum class Dependence : std::uint8_t {
  None,
  OfInitiator,  ///< "A depends on B": of the subject on the object
  OfRecipient,  ///< "A aids B": of the one who receives on the one who gives
  Mutual,
};

/// How much one type counts, and how it reads along a path.
struct TypeWeight {
  Sign sign = Sign::Neutral;
  double strength = 0.1;  ///< in (0, 1]: of one certain, recent, well supported situation
  Dependence dependence = Dependence::None;
  double dependence_strength = 0;  ///< in [0, 1]: the same, where dependence is asked for
  bool representation = false;     ///< ties a person or body to what it stands for
  std::string says;                ///< initiator to recipient: "depends on"
  std::string says_back;           ///< recipient to initiator: "is depended on by"

  /// True if it reads alike from both ends.
  bool is_mutual() const { return !says.empty() && says == says_back; }
};

/// All weights. Every field has the meaning of the property of the same name in the ontology.
struct Weights {
  /// By local name: relations ("dependsOn"), PLOVER types ("ASSAULT"), military actions
  /// ("MissileStrike"; these come before their PLOVER type) and the ties that come from what is
  /// known of actors ("actsFor", "leads", "memberOf", "borders") or from acting together
  /// ("actsWith").
  std::map<std::string, TypeWeight, std::less<>> types;
  TypeWeight other;                  ///< for types that are not listed
  double source_reliability = 0.7;   ///< one source: this; n sources: 1 - (1 - this)^n
  double probable = 0.8;             ///< factor of claims that are probable
  double prospective = 0.4;          ///< factor of situations that are only prospective
  double contested = 0.5;            ///< factor of situations that are contested
  double event_half_life = 365;      ///< days until an event counts half
  double relation_half_life = 3650;  ///< days until a relation last reported counts half
  double least_recency = 0.3;        ///< old news keeps this
  double most = 0.95;                ///< no tie is surer than this

  /// The action's weight, else the type's, else `other`.
  const TypeWeight& of(std::string_view type, std::string_view action = {}) const;
};

}  // namespace entente
