// SPDX-License-Identifier: ISC
// Facts are first gathered by subject over all files, so that a local file can add to a shipped
// actor, and then turned into structs, kind by kind. Whether a named actor exists can only be told
// at the end.
#include "rdf/did_you_mean.h"
#include "rdf/fact_table.h"
#include "rdf/load_actors.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

constexpr std::string_view kEnt = "https://w3id.org/entente/ontology#";
constexpr std::string_view kActorBase = "https://w3id.org/entente/actor/";
constexpr std::string_view kRoleBase = "https://w3id.org/entente/role/";
constexpr std::string_view kPlaceBase = "https://w3id.org/entente/place/";
constexpr std::string_view kWikidata = "http://www.wikidata.org/entity/";
constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view kLabel = "http://www.w3.org/2000/01/rdf-schema#label";
constexpr std::string_view kAltLabel = "http://www.w3.org/2004/02/skos/core#altLabel";
constexpr std::string_view kSameAs = "http://www.w3.org/2002/07/owl#sameAs";
constexpr std::string_view kDifferentFrom = "http://www.w3.org/2002/07/owl#differentFrom";
constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";

constexpr std::array<std::string_view, 13> kClasses = {
    "State", "Person", "Organization", "Alliance",   "ArmedForce", "Government", "ArmedGroup",
    "Party", "Media",  "Company",      "Population", "RoleNoun",   "Place"};

constexpr std::array<std::string_view, 16> kActorTerms = {
    "acronym",       "surname",    "adjective",   "demonym", "capitalName", "seat",
    "ambiguousName", "actsFor",    "countryCode", "iso3166", "sector",      "gender",
    "vetted",        "heldOffice", "memberOf",    "borders"};
constexpr std::array<std::string_view, 5> kOfficeTerms = {"role", "of", "leads", "from", "until"};
constexpr std::array<std::string_view, 3> kMembershipTerms = {"in", "from", "until"};
constexpr std::array<std::string_view, 5> kRoleTerms = {"sector", "actorType", "isOffice", "leads",
                                                        "standsForForce"};
constexpr std::array<std::string_view, 2> kPlaceTerms = {"locatedIn", "ambiguousName"};

struct NameTerm {
  std::string_view term;
  NameKind kind;
};
constexpr std::array<NameTerm, 6> kNameTerms = {{{"acronym", NameKind::Acronym},
                                                 {"surname", NameKind::Surname},
                                                 {"adjective", NameKind::Adjective},
                                                 {"demonym", NameKind::Demonym},
                                                 {"capitalName", NameKind::Capital},
                                                 {"seat", NameKind::Seat}}};

/// The local name of a term of our ontology, or nothing.
std::string_view ent_name(std::string_view iri) {
  return iri.starts_with(kEnt) ? iri.substr(kEnt.size()) : std::string_view();
}

std::string_view last_part(std::string_view iri) {
  const auto at = iri.find_last_of("/#");
  return at == std::string_view::npos ? iri : iri.substr(at + 1);
}

bool is_one_of(std::string_view name, std::span<const std::string_view> known) {
  return std::find(known.begin(), known.end(), name) != known.end();
}

/// Three capitals, as ISO 3166 alpha-3 and PLOVER sectors are written.
bool is_three_capitals(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// An id that a fact names, to be looked up when all actors are known.
struct Reference {
  std::string id;
  const Fact* fact = nullptr;
};

class ActorReader {
 public:
  explicit ActorReader(ActorReading& out) : out_(out) {}

  void add(const TurtleText& text) {
    if (auto error = add_facts(table_, text.file, text.text)) say(std::move(*error));
  }

  void read() {
    for (const auto& [subject, facts] : table_.subjects) read_subject(subject, facts);
    std::sort(knowledge().actors.begin(), knowledge().actors.end(),
              [](const Actor& a, const Actor& b) { return a.id < b.id; });
    check_references();
    for (Actor& actor : knowledge().actors) actor.country = country_of(actor);
    finish_places();
    std::stable_sort(
        out_.diagnostics.begin(), out_.diagnostics.end(), [](const auto& a, const auto& b) {
          return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
        });
  }

 private:
  ActorKnowledge& knowledge() { return out_.knowledge; }
  void say(Diagnostic diagnostic) { out_.diagnostics.push_back(std::move(diagnostic)); }
  void error(const Fact& fact, std::string message) { say(table_.error(fact, std::move(message))); }

  // --- one subject -----------------------------------------------------------------------------

  void read_subject(const std::string& subject, const Facts& facts) {
    if (subject.starts_with("_:")) return;  // read with the subject that it belongs to
    const std::string_view type = class_of(subject, facts);
    if (type.empty()) return;
    if (type == "RoleNoun") return read_role(facts);
    if (type == "Place") return read_place(facts);
    read_actor(subject, facts, *parse_actor_type(type));
  }

  /// The last class that is said; empty for things that are not ours, and for mistakes (told).
  std::string_view class_of(const std::string& subject, const Facts& facts) {
    const bool ours = subject.starts_with(kActorBase) || subject.starts_with(kRoleBase) ||
                      subject.starts_with(kPlaceBase);
    std::string_view type;
    bool has_type = false;
    for (const Fact& fact : facts) {
      if (fact.predicate != kType) continue;
      has_type = true;
      const std::string_view name = ent_name(fact.object.value);
      if (is_one_of(name, kClasses)) {
        type = name;
      } else if (ours && !name.empty()) {
        error(fact, fmt::format("no class of actors is called \"{}\"{}", name,
                                did_you_mean(name, kClasses)));
      }
    }
    if (ours && !has_type && !only_rulings(facts)) {
      error(facts.front(), fmt::format("<{}> has no class, expected \"a ent:Person\" or the like",
                                       last_part(subject)));
    }
    return type;
  }

  /// True if nothing but "same as" and "different from" is said: then it need not be an actor of
  /// ours.
  bool only_rulings(const Facts& facts) {
    for (const Fact& fact : facts) {
      if (fact.predicate != kSameAs && fact.predicate != kDifferentFrom) return false;
    }
    return true;
  }

  void read_actor(const std::string& subject, const Facts& facts, ActorType type) {
    Actor actor;
    actor.id = last_part(subject);
    actor.type = type;
    actor.vetted = true;
    std::set<std::string, std::less<>> ambiguous;
    for (const Fact& fact : facts) {
      if (ent_name(fact.predicate) == "ambiguousName") ambiguous.insert(fact.object.value);
      read_actor_fact(actor, fact);
    }
    if (actor.label.empty()) {
      error(facts.front(), fmt::format("<{}> has no rdfs:label", actor.id));
      return;
    }
    add_name(actor, actor.label, NameKind::Label);
    std::stable_sort(actor.names.begin(), actor.names.end(),
                     [](const ActorName& a, const ActorName& b) { return a.kind < b.kind; });
    for (ActorName& name : actor.names) name.ambiguous = ambiguous.contains(name.text);
    for (const std::string& name : ambiguous) warn_of_unknown_name(actor, name, facts);
    knowledge().actors.push_back(std::move(actor));
  }

  void warn_of_unknown_name(const Actor& actor, const std::string& name, const Facts& facts) {
    for (const ActorName& known : actor.names) {
      if (known.text == name) return;
    }
    for (const Fact& fact : facts) {
      if (ent_name(fact.predicate) == "ambiguousName" && fact.object.value == name) {
        say(table_.warning(fact,
                           fmt::format("\"{}\" is not among the names of <{}>", name, actor.id)));
      }
    }
  }

  static void add_name(Actor& actor, std::string text, NameKind kind) {
    for (ActorName& known : actor.names) {
      if (known.text != text) continue;
      if (known.kind == kind) return;
      if (kind == NameKind::Label && known.kind == NameKind::Alternative) {
        known.kind = kind;
        return;
      }
    }
    actor.names.push_back({std::move(text), kind});
  }

  void read_actor_fact(Actor& actor, const Fact& fact) {
    if (fact.predicate == kLabel) return read_label(actor, fact);
    if (fact.predicate == kAltLabel) return read_name(actor, fact, NameKind::Alternative);
    if (fact.predicate == kSameAs) return read_same_as(actor, fact);
    if (fact.predicate == kDifferentFrom) return add_ruling(actor.id, fact, false);
    const std::string_view term = ent_name(fact.predicate);
    if (term.empty()) return;
    for (const NameTerm& known : kNameTerms) {
      if (known.term == term) return read_name(actor, fact, known.kind);
    }
    read_actor_property(actor, fact, term);
  }

  void read_actor_property(Actor& actor, const Fact& fact, std::string_view term) {
    if (term == "actsFor") {
      actor.acts_for = reference(fact);
    } else if (term == "countryCode") {
      actor.country = text_of(fact);
    } else if (term == "iso3166") {
      actor.country = code_of(fact, "ISO 3166 alpha-3 code");
    } else if (term == "sector") {
      actor.sector = code_of(fact, "sector");
    } else if (term == "gender") {
      actor.gender = gender_of(fact);
    } else if (term == "vetted") {
      actor.vetted = boolean_of(fact);
    } else if (term == "heldOffice") {
      read_office(actor, fact);
    } else if (term == "memberOf") {
      read_membership(actor, fact);
    } else if (term == "borders") {
      if (std::string id = reference(fact); !id.empty()) actor.borders.push_back(std::move(id));
    } else if (!is_one_of(term, kActorTerms)) {
      unknown_property(fact, term, kActorTerms);
    }
  }

  void unknown_property(const Fact& fact, std::string_view term,
                        std::span<const std::string_view> known) {
    error(fact, fmt::format("unknown property ent:{}{}", term, did_you_mean(term, known)));
  }

  // --- names, rulings --------------------------------------------------------------------------

  /// In a later file a new label takes the place of the old one, which stays as another name.
  void read_label(Actor& actor, const Fact& fact) {
    const std::string text = text_of(fact);
    if (text.empty() || text == actor.label) return;
    if (!actor.label.empty()) add_name(actor, actor.label, NameKind::Alternative);
    actor.label = text;
  }

  void read_name(Actor& actor, const Fact& fact, NameKind kind) {
    if (std::string text = text_of(fact); !text.empty()) add_name(actor, std::move(text), kind);
  }

  void read_same_as(Actor& actor, const Fact& fact) {
    if (fact.object.value.starts_with(kWikidata)) {
      actor.wikidata = fact.object.value.substr(kWikidata.size());
    } else {
      add_ruling(actor.id, fact, true);
    }
  }

  void add_ruling(const std::string& one, const Fact& fact, bool same) {
    if (fact.object.kind != TermKind::Iri) {
      return error(fact, "an actor is expected here, as <alexander-lukashenko>");
    }
    knowledge().rulings.push_back({one, std::string(last_part(fact.object.value)), same});
  }

  // --- offices, memberships --------------------------------------------------------------------

  void read_office(Actor& actor, const Fact& fact) {
    const Facts* facts = table_.find(subject_key(fact.object));
    if (facts == nullptr)
      return error(fact, "an office is written as [ ent:role \"...\" ; ent:of <...> ]");
    Office office;
    for (const Fact& part : *facts) {
      const std::string_view term = ent_name(part.predicate);
      if (term == "role")
        office.role = text_of(part);
      else if (term == "of")
        office.of = reference(part);
      else if (term == "leads")
        office.leads = boolean_of(part);
      else if (!read_end(office.from, office.until, part, term) && !term.empty())
        unknown_property(part, term, kOfficeTerms);
    }
    if (office.role.empty()) error(fact, "an office without ent:role");
    if (office.of.empty()) error(fact, "an office without ent:of");
    check_order(office.from, office.until, fact);
    actor.offices.push_back(std::move(office));
  }

  void read_membership(Actor& actor, const Fact& fact) {
    Membership membership;
    if (fact.object.kind == TermKind::BlankNode) {
      const Facts* facts = table_.find(subject_key(fact.object));
      for (const Fact& part : facts != nullptr ? *facts : Facts()) {
        const std::string_view term = ent_name(part.predicate);
        if (term == "in")
          membership.in = reference(part);
        else if (!read_end(membership.from, membership.until, part, term) && !term.empty())
          unknown_property(part, term, kMembershipTerms);
      }
    } else {
      membership.in = reference(fact);
    }
    if (membership.in.empty()) return error(fact, "a membership without ent:in");
    check_order(membership.from, membership.until, fact);
    actor.memberships.push_back(std::move(membership));
  }

  /// True if `term` is one of the two ends of a time.
  bool read_end(std::optional<Date>& from, std::optional<Date>& until, const Fact& fact,
                std::string_view term) {
    if (term == "from") return from = date_of(fact, false), true;
    if (term == "until") return until = date_of(fact, true), true;
    return false;
  }

  void check_order(const std::optional<Date>& from, const std::optional<Date>& until,
                   const Fact& fact) {
    if (from && until && *until < *from) {
      error(fact,
            fmt::format("until {} is before from {}", to_iso_string(*until), to_iso_string(*from)));
    }
  }

  // --- role nouns, places ----------------------------------------------------------------------

  void read_role(const Facts& facts) {
    RoleNoun noun;
    std::vector<std::string> lemmas;
    for (const Fact& fact : facts) {
      const std::string_view term = ent_name(fact.predicate);
      if (fact.predicate == kLabel || fact.predicate == kAltLabel)
        lemmas.push_back(text_of(fact));
      else if (term == "sector")
        noun.sector = code_of(fact, "sector");
      else if (term == "actorType")
        noun.type = actor_type_of(fact);
      else if (term == "isOffice")
        noun.office = boolean_of(fact);
      else if (term == "leads")
        noun.leads = boolean_of(fact);
      else if (term == "standsForForce")
        noun.stands_for_force = boolean_of(fact);
      else if (!term.empty())
        unknown_property(fact, term, kRoleTerms);
    }
    if (lemmas.empty()) return error(facts.front(), "a role noun has no rdfs:label");
    for (std::string& lemma : lemmas) {
      noun.lemma = std::move(lemma);
      knowledge().role_nouns.push_back(noun);
    }
  }

  void read_place(const Facts& facts) {
    std::vector<std::string> names;
    std::set<std::string, std::less<>> ambiguous;
    std::string country;
    for (const Fact& fact : facts) {
      const std::string_view term = ent_name(fact.predicate);
      if (fact.predicate == kLabel || fact.predicate == kAltLabel)
        names.push_back(text_of(fact));
      else if (term == "ambiguousName")
        ambiguous.insert(text_of(fact));
      else if (term == "locatedIn")
        country = reference(fact);
      else if (!term.empty())
        unknown_property(fact, term, kPlaceTerms);
    }
    if (names.empty()) return error(facts.front(), "a place has no rdfs:label");
    for (std::string& name : names) {
      const bool doubt = ambiguous.contains(name);
      knowledge().places.push_back({std::move(name), country, doubt});
    }
  }

  // --- values ----------------------------------------------------------------------------------

  std::string text_of(const Fact& fact) {
    if (fact.object.kind == TermKind::Literal && !fact.object.value.empty())
      return fact.object.value;
    error(fact, "a text in quotation marks is expected here");
    return {};
  }

  std::string code_of(const Fact& fact, std::string_view what) {
    std::string code = text_of(fact);
    if (!code.empty() && !is_three_capitals(code)) {
      error(fact, fmt::format("\"{}\" is no {}: three capital letters are expected", code, what));
    }
    return code;
  }

  bool boolean_of(const Fact& fact) {
    if (fact.object.value == "true" || fact.object.value == "1") return true;
    if (fact.object.value != "false" && fact.object.value != "0")
      error(fact, "true or false is expected here");
    return false;
  }

  Gender gender_of(const Fact& fact) {
    const std::string_view name = ent_name(fact.object.value);
    if (name == "Feminine") return Gender::Feminine;
    if (name == "Masculine") return Gender::Masculine;
    error(fact, "ent:Feminine or ent:Masculine is expected here");
    return Gender::Unknown;
  }

  ActorType actor_type_of(const Fact& fact) {
    const std::string_view name = ent_name(fact.object.value);
    if (const auto type = parse_actor_type(name)) return *type;
    error(fact, fmt::format("\"{}\" is no class of actors{}", name, did_you_mean(name, kClasses)));
    return ActorType::Person;
  }

  /// A year or a month stands for its first day, or for its last one if it ends something.
  std::optional<Date> date_of(const Fact& fact, bool as_end) {
    std::string text = fact.object.value;
    const bool year = fact.object.datatype == fmt::format("{}gYear", kXsd);
    const bool month = fact.object.datatype == fmt::format("{}gYearMonth", kXsd);
    if (year) text += as_end ? "-12" : "-01";
    if (year || month) text += "-01";
    auto date = text.size() == 10 ? parse_iso_date(text) : std::nullopt;
    if (!date) {
      error(fact,
            fmt::format("\"{}\" is no date, expected \"2022-07-01\"^^xsd:date", fact.object.value));
    } else if (as_end && (year || month)) {
      date->day = days_in_month(date->year, date->month);
    }
    return date;
  }

  std::string reference(const Fact& fact) {
    if (fact.object.kind != TermKind::Iri) {
      error(fact, "an actor is expected here, as <BLR>");
      return {};
    }
    std::string id(last_part(fact.object.value));
    references_.push_back({id, &fact});
    return id;
  }

  // --- when all are known ----------------------------------------------------------------------

  void check_references() {
    std::vector<std::string_view> ids;
    for (const Actor& actor : knowledge().actors) ids.push_back(actor.id);
    for (const Reference& named : references_) {
      if (knowledge().find(named.id) != nullptr) continue;
      error(*named.fact,
            fmt::format("there is no actor <{}>{}", named.id, did_you_mean(named.id, ids)));
    }
  }

  /// Its own code, or that of the actor for which it acts, or so on. A body that stands for no
  /// state and has no code goes by its own id, if that is written like a code.
  std::string country_of(const Actor& actor) {
    const Actor* at = &actor;
    for (int steps = 0; at != nullptr && steps < kMaxSteps; ++steps) {
      if (!at->country.empty()) return at->country;
      if (at->acts_for.empty()) break;
      at = knowledge().find(at->acts_for);
    }
    const bool is_code = at != nullptr && std::none_of(at->id.begin(), at->id.end(),
                                                       [](char c) { return c >= 'a' && c <= 'z'; });
    return is_code ? at->id : std::string();
  }

  /// Places are located in states; tables want their code.
  void finish_places() {
    for (Place& place : knowledge().places) {
      if (const Actor* state = knowledge().find(place.country)) place.country = state->country;
    }
    std::stable_sort(knowledge().places.begin(), knowledge().places.end(),
                     [](const Place& a, const Place& b) {
                       return std::tie(a.name, a.country) < std::tie(b.name, b.country);
                     });
    std::stable_sort(knowledge().role_nouns.begin(), knowledge().role_nouns.end(),
                     [](const RoleNoun& a, const RoleNoun& b) { return a.lemma < b.lemma; });
  }

  /// Longest chain of "acts for" that is followed; a circle ends there.
  static constexpr int kMaxSteps = 8;

  ActorReading& out_;
  FactTable table_;
  std::vector<Reference> references_;
};

}  // namespace

ActorReading read_actors(std::span<const TurtleText> texts) {
  ActorReading reading;
  ActorReader reader(reading);
  for (const TurtleText& text : texts) reader.add(text);
  reader.read();
  return reading;
}

}  // namespace entente::rdf
