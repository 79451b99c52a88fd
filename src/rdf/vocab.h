// SPDX-License-Identifier: ISC
/// @file
/// The terms that the program writes and reads, as absolute IRIs. Ours are defined in
/// ontology/entente.ttl; a test holds the two against each other. Event types, military actions,
/// relations, modes, contexts and units are domain knowledge: they live in the ontology alone and
/// come here by name (see event_class and its neighbours in rdf/graph_iris.h).
#pragma once

#include <array>
#include <string_view>

namespace entente::rdf {

/// A namespace under the prefix that it has in all files that the program writes.
struct Prefix {
  std::string_view name, iri;
};

namespace vocab {

inline constexpr std::string_view kDefaultBase = "https://w3id.org/entente/";

#define ENTENTE_NS "https://w3id.org/entente/ontology#"
#define ENTENTE_TERM(constant, name) inline constexpr std::string_view constant = ENTENTE_NS name

namespace ent {
inline constexpr std::string_view kNamespace = ENTENTE_NS;

// Actors and what is known of them.
ENTENTE_TERM(kActor, "Actor");
ENTENTE_TERM(kState, "State");
ENTENTE_TERM(kPerson, "Person");
ENTENTE_TERM(kOrganization, "Organization");
ENTENTE_TERM(kAlliance, "Alliance");
ENTENTE_TERM(kArmedForce, "ArmedForce");
ENTENTE_TERM(kGovernment, "Government");
ENTENTE_TERM(kArmedGroup, "ArmedGroup");
ENTENTE_TERM(kParty, "Party");
ENTENTE_TERM(kMedia, "Media");
ENTENTE_TERM(kCompany, "Company");
ENTENTE_TERM(kPopulation, "Population");
ENTENTE_TERM(kOffice, "Office");
ENTENTE_TERM(kMembership, "Membership");
ENTENTE_TERM(kAcronym, "acronym");
ENTENTE_TERM(kSurname, "surname");
ENTENTE_TERM(kAdjective, "adjective");
ENTENTE_TERM(kDemonym, "demonym");
ENTENTE_TERM(kCapitalName, "capitalName");
ENTENTE_TERM(kSeat, "seat");
ENTENTE_TERM(kEpithet, "epithet");
ENTENTE_TERM(kAmbiguousName, "ambiguousName");
ENTENTE_TERM(kCountryCode, "countryCode");
ENTENTE_TERM(kIso3166, "iso3166");
ENTENTE_TERM(kSector, "sector");
ENTENTE_TERM(kActsFor, "actsFor");
ENTENTE_TERM(kVetted, "vetted");
ENTENTE_TERM(kBorders, "borders");
ENTENTE_TERM(kGender, "gender");
ENTENTE_TERM(kFeminine, "Feminine");
ENTENTE_TERM(kMasculine, "Masculine");
ENTENTE_TERM(kHeldOffice, "heldOffice");
ENTENTE_TERM(kMemberOf, "memberOf");
ENTENTE_TERM(kRole, "role");
ENTENTE_TERM(kIn, "in");
ENTENTE_TERM(kOf, "of");
ENTENTE_TERM(kHeadsBody, "headsBody");
ENTENTE_TERM(kFrom, "from");
ENTENTE_TERM(kUntil, "until");

// Articles and claims.
ENTENTE_TERM(kArticle, "Article");
ENTENTE_TERM(kInputId, "inputId");
ENTENTE_TERM(kSha256, "sha256");
ENTENTE_TERM(kLength, "length");
ENTENTE_TERM(kAgency, "agency");
ENTENTE_TERM(kSketch, "sketch");
ENTENTE_TERM(kClaim, "Claim");
ENTENTE_TERM(kAbout, "about");
ENTENTE_TERM(kEventType, "eventType");
ENTENTE_TERM(kAction, "action");
ENTENTE_TERM(kClaimedRelation, "relation");
ENTENTE_TERM(kMode, "mode");
ENTENTE_TERM(kContext, "context");
ENTENTE_TERM(kInitiator, "initiator");
ENTENTE_TERM(kRecipient, "recipient");
ENTENTE_TERM(kMention, "mention");
ENTENTE_TERM(kMentionClass, "Mention");
ENTENTE_TERM(kActorOf, "actor");
ENTENTE_TERM(kPart, "part");
ENTENTE_TERM(kInitiatorPart, "Initiator");
ENTENTE_TERM(kRecipientPart, "Recipient");
ENTENTE_TERM(kAssertedBy, "assertedBy");
ENTENTE_TERM(kQuotedBy, "quotedBy");
ENTENTE_TERM(kPolarity, "polarity");
ENTENTE_TERM(kAffirmed, "Affirmed");
ENTENTE_TERM(kDenied, "Denied");
ENTENTE_TERM(kModality, "modality");
ENTENTE_TERM(kConfidence, "confidence");
ENTENTE_TERM(kEvidence, "evidence");
ENTENTE_TERM(kQuantity, "quantity");
ENTENTE_TERM(kQuantityClass, "Quantity");
ENTENTE_TERM(kUnit, "unit");
ENTENTE_TERM(kLow, "low");
ENTENTE_TERM(kHigh, "high");
ENTENTE_TERM(kTrace, "trace");
ENTENTE_TERM(kTraceClass, "Trace");
ENTENTE_TERM(kRule, "rule");
ENTENTE_TERM(kTreePath, "treePath");

// Situations.
ENTENTE_TERM(kEvent, "Event");
ENTENTE_TERM(kRelation, "Relation");
ENTENTE_TERM(kPlace, "place");
ENTENTE_TERM(kPlaceClass, "Place");
ENTENTE_TERM(kLocatedIn, "locatedIn");
ENTENTE_TERM(kLaunchedFrom, "launchedFrom");
ENTENTE_TERM(kNotBefore, "notBefore");
ENTENTE_TERM(kNotAfter, "notAfter");
ENTENTE_TERM(kStatus, "status");
ENTENTE_TERM(kClaimCount, "claimCount");
ENTENTE_TERM(kArticleCount, "articleCount");
ENTENTE_TERM(kSourceCount, "sourceCount");
ENTENTE_TERM(kFirstReported, "firstReported");
ENTENTE_TERM(kLastReported, "lastReported");
ENTENTE_TERM(kDifference, "difference");
ENTENTE_TERM(kDifferenceClass, "Difference");
ENTENTE_TERM(kAspect, "aspect");
ENTENTE_TERM(kSpan, "span");
ENTENTE_TERM(kVersion, "version");
ENTENTE_TERM(kVersionClass, "Version");
ENTENTE_TERM(kValue, "value");
ENTENTE_TERM(kSaidIn, "saidIn");
ENTENTE_TERM(kRival, "rival");

// Analysis.
ENTENTE_TERM(kDependencePath, "DependencePath");
ENTENTE_TERM(kPathFrom, "pathFrom");
ENTENTE_TERM(kPathTo, "pathTo");
ENTENTE_TERM(kSteps, "steps");
ENTENTE_TERM(kPathStep, "PathStep");
ENTENTE_TERM(kStepFrom, "stepFrom");
ENTENTE_TERM(kStepTo, "stepTo");
ENTENTE_TERM(kAlong, "along");
ENTENTE_TERM(kRestsOn, "restsOn");
ENTENTE_TERM(kStrength, "strength");
}  // namespace ent

#undef ENTENTE_TERM
#undef ENTENTE_NS

namespace oa {
inline constexpr std::string_view kNamespace = "http://www.w3.org/ns/oa#";
inline constexpr std::string_view kSpecificResource = "http://www.w3.org/ns/oa#SpecificResource";
inline constexpr std::string_view kHasSource = "http://www.w3.org/ns/oa#hasSource";
inline constexpr std::string_view kHasSelector = "http://www.w3.org/ns/oa#hasSelector";
inline constexpr std::string_view kTextPositionSelector =
    "http://www.w3.org/ns/oa#TextPositionSelector";
inline constexpr std::string_view kTextQuoteSelector = "http://www.w3.org/ns/oa#TextQuoteSelector";
inline constexpr std::string_view kStart = "http://www.w3.org/ns/oa#start";
inline constexpr std::string_view kEnd = "http://www.w3.org/ns/oa#end";
inline constexpr std::string_view kExact = "http://www.w3.org/ns/oa#exact";
inline constexpr std::string_view kPrefix = "http://www.w3.org/ns/oa#prefix";
inline constexpr std::string_view kSuffix = "http://www.w3.org/ns/oa#suffix";
}  // namespace oa

namespace owl {
inline constexpr std::string_view kNamespace = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view kSameAs = "http://www.w3.org/2002/07/owl#sameAs";
}  // namespace owl

namespace prov {
inline constexpr std::string_view kNamespace = "http://www.w3.org/ns/prov#";
inline constexpr std::string_view kWasDerivedFrom = "http://www.w3.org/ns/prov#wasDerivedFrom";
}  // namespace prov

namespace rdf {
inline constexpr std::string_view kNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view kSubject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr std::string_view kPredicate =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr std::string_view kObject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
inline constexpr std::string_view kFirst = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr std::string_view kRest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr std::string_view kNil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
}  // namespace rdf

namespace rdfs {
inline constexpr std::string_view kNamespace = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view kLabel = "http://www.w3.org/2000/01/rdf-schema#label";
}  // namespace rdfs

namespace schema {
inline constexpr std::string_view kNamespace = "http://schema.org/";
inline constexpr std::string_view kHeadline = "http://schema.org/headline";
inline constexpr std::string_view kDatePublished = "http://schema.org/datePublished";
inline constexpr std::string_view kPublisher = "http://schema.org/publisher";
inline constexpr std::string_view kAuthor = "http://schema.org/author";
inline constexpr std::string_view kUrl = "http://schema.org/url";
inline constexpr std::string_view kInLanguage = "http://schema.org/inLanguage";
}  // namespace schema

namespace skos {
inline constexpr std::string_view kNamespace = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view kAltLabel = "http://www.w3.org/2004/02/skos/core#altLabel";
}  // namespace skos

namespace wd {
inline constexpr std::string_view kNamespace = "http://www.wikidata.org/entity/";
}  // namespace wd

namespace xsd {
inline constexpr std::string_view kNamespace = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view kBoolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view kDate = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view kDecimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view kInteger = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view kString = "http://www.w3.org/2001/XMLSchema#string";
}  // namespace xsd

/// Declared on top of every Turtle and TriG file of ours, by name.
inline constexpr std::array<Prefix, 10> kPrefixes = {{
    {"ent", ent::kNamespace},
    {"oa", oa::kNamespace},
    {"owl", owl::kNamespace},
    {"prov", prov::kNamespace},
    {"rdf", rdf::kNamespace},
    {"rdfs", rdfs::kNamespace},
    {"schema", schema::kNamespace},
    {"skos", skos::kNamespace},
    {"wd", wd::kNamespace},
    {"xsd", xsd::kNamespace},
}};

}  // namespace vocab
}  // namespace entente::rdf
