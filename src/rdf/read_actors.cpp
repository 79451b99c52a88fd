// SPDX-License-Identifier: ISC
// The files are first read into one table, so that a local file can add to a shipped
// actor, and then turned into structs, kind by kind. Whether a named actor exists can only be told
// at the end.
#include "rdf/did_you_mean.h"
#include "rdf/load_actors.h"
#include "rdf/triple_table.h"
#include "rdf/vocab.h"

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

constexpr std::array<std::string_view, 14> kClasses = {
    "State", "Person", "Organization", "Alliance",   "ArmedForce", "Government", "ArmedGroup",
    "Party", "Media",  "Company",      "Population", "RoleNoun",   "Place",      "GivenName"};

constexpr std::array<std::string_view, 17> kActorTerms = {
    "acronym",       "surname",    "adjective",   "demonym", "capitalName", "seat",
    "ambiguousName", "actsFor",    "countryCode", "iso3166", "sector",      "gender",
    "vetted",        "heldOffice", "memberOf",    "borders", "epithet"};
constexpr std::array<std::string_view, 5> kOfficeTerms = {"role", "of", "headsBody", "from",
                                                          "until"};
constexpr std::array<std::string_view, 3> kMembershipTerms = {"in", "from", "until"};
constexpr std::array<std::string_view, 7> kRoleTerms = {
    "sector", "actorType", "isOffice", "headsBody", "standsForForce", "ofAlliance", "isRelation"};
constexpr std::array<std::string_view, 1> kGivenNameTerms = {"gender"};
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
  const Statement* fact = nullptr;
};

class ActorReader {
 public:
  ActorReader(ActorReading& out, const TripleTable& table) : out_(out), table_(table) {}

  void read() {
    for (const Node subject : table_.all_subjects()) {
      if (table_.kind(subject) == TermKind::BlankNode) continue;  // read with what it belongs to
      read_subject(std::string(table_.text(subject)), table_.statements(subject));
    }
    std::sort(knowledge().actors.begin(), knowledge().actors.end(),
              [](const Actor& a, const Actor& b) { return a.id < b.id; });
    check_references();
    for (Actor& actor : knowledge().actors) actor.country = country_of(actor);
    sort_the_rest();
  }

 private:
  ActorKnowledge& knowledge() { return out_.knowledge; }

  void say(Severity severity, const Statement& fact, std::string message) {
    const Position at = fact.position;
    out_.diagnostics.push_back(
        {severity, table_.files()[fact.file], at.line, at.column, std::move(message)});
  }

  /// The one that stands first in its file.
  static const Statement& first_of(std::span<const Statement> facts) {
    return *std::min_element(facts.begin(), facts.end(), [](const auto& a, const auto& b) {
      return std::tie(a.file, a.position.line, a.position.column) <
             std::tie(b.file, b.position.line, b.position.column);
    });
  }

  void error(const Statement& fact, std::string message) {
    say(Severity::Error, fact, std::move(message));
  }

  std::string_view predicate_of(const Statement& fact) const { return table_.text(fact.predicate); }
  std::string_view object_of(const Statement& fact) const { return table_.text(fact.object); }
  std::string_view term_of(const Statement& fact) const { return ent_name(predicate_of(fact)); }

  // --- one subject -----------------------------------------------------------------------------

  void read_subject(const std::string& subject, std::span<const Statement> facts) {
    const std::string_view type = class_of(subject, facts);
    if (type.empty()) return;
    if (type == "RoleNoun") return read_role(facts);
    if (type == "Place") return read_place(facts);
    if (type == "GivenName") return read_given_names(facts);
    read_actor(subject, facts, *parse_actor_type(type));
  }

  /// The last class that is said; empty for things that are not ours, and for mistakes (told).
  std::string_view class_of(const std::string& subject, std::span<const Statement> facts) {
    const bool ours = subject.starts_with(kActorBase) || subject.starts_with(kRoleBase) ||
                      subject.starts_with(kPlaceBase);
    std::string_view type;
    bool has_type = false;
    for (const Statement& fact : facts) {
      if (predicate_of(fact) != kType) continue;
      has_type = true;
      const std::string_view name = ent_name(object_of(fact));
      if (is_one_of(name, kClasses)) {
        type = name;
      } else if (ours && !name.empty()) {
        error(fact, fmt::format("no class of actors is called \"{}\"{}", name,
                                did_you_mean(name, kClasses)));
      }
    }
    if (ours && !has_type && !only_rulings(facts)) {
      error(first_of(facts), fmt::format("<{}> has no class, expected \"a ent:Person\" or the like",
                                         last_part(subject)));
    }
    return type;
  }

  /// True if nothing but "same as" and "different from" is said: then it need not be an actor of
  /// ours.
  bool only_rulings(std::span<const Statement> facts) {
    for (const Statement& fact : facts) {
      if (predicate_of(fact) != kSameAs && predicate_of(fact) != kDifferentFrom) return false;
    }
    return true;
  }

  void read_actor(const std::string& subject, std::span<const Statement> facts, ActorType type) {
    Actor actor;
    actor.id = last_part(subject);
    actor.type = type;
    actor.vetted = true;
    std::set<std::string, std::less<>> ambiguous;
    for (const Statement& fact : facts) {
      if (term_of(fact) == "ambiguousName") ambiguous.emplace(object_of(fact));
      read_actor_fact(actor, fact);
    }
    if (actor.label.empty()) {
      error(first_of(facts), fmt::format("<{}> has no rdfs:label", actor.id));
      return;
    }
    add_name(actor, actor.label, NameKind::Label);
    std::stable_sort(actor.names.begin(), actor.names.end(),
                     [](const ActorName& a, const ActorName& b) { return a.kind < b.kind; });
    for (ActorName& name : actor.names) name.ambiguous = ambiguous.contains(name.text);
    for (const std::string& name : ambiguous) warn_of_unknown_name(actor, name, facts);
    knowledge().actors.push_back(std::move(actor));
  }

  void warn_of_unknown_name(const Actor& actor, const std::string& name,
                            std::span<const Statement> facts) {
    for (const ActorName& known : actor.names) {
      if (known.text == name) return;
    }
    for (const Statement& fact : facts) {
      if (term_of(fact) == "ambiguousName" && object_of(fact) == name) {
        say(Severity::Warning, fact,
            fmt::format("\"{}\" is not among the names of <{}>", name, actor.id));
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

  void read_actor_fact(Actor& actor, const Statement& fact) {
    if (predicate_of(fact) == kLabel) return read_label(actor, fact);
    if (predicate_of(fact) == kAltLabel) return read_name(actor, fact, NameKind::Alternative);
    if (predicate_of(fact) == kSameAs) return read_same_as(actor, fact);
    if (predicate_of(fact) == kDifferentFrom) return add_ruling(actor.id, fact, false);
    const std::string_view term = term_of(fact);
    if (term.empty()) return;
    for (const NameTerm& known : kNameTerms) {
      if (known.term == term) return read_name(actor, fact, known.kind);
    }
    read_actor_property(actor, fact, term);
  }

  void read_actor_property(Actor& actor, const Statement& fact, std::string_view term) {
    if (term == "actsFor") {
      actor.acts_for = reference(fact);
    } else if (term == "countryCode") {
      actor.country = text_of(fact);
    } else if (term == "iso3166") {
      const std::string code = code_of(fact, "ISO 3166 alpha-3 code");
      if (actor.country.empty()) actor.country = code;  // ent:countryCode wins
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
    } else if (term == "epithet") {
      if (std::string text = text_of(fact); !text.empty())
        actor.epithets.push_back(std::move(text));
    } else if (!is_one_of(term, kActorTerms)) {
      unknown_property(fact, term, kActorTerms);
    }
  }

  void unknown_property(const Statement& fact, std::string_view term,
                        std::span<const std::string_view> known) {
    error(fact, fmt::format("unknown property ent:{}{}", term, did_you_mean(term, known)));
  }

  // --- names, rulings --------------------------------------------------------------------------

  /// In a later file a new label takes the place of the old one, which stays as another name.
  void read_label(Actor& actor, const Statement& fact) {
    const std::string text = text_of(fact);
    if (text.empty() || text == actor.label) return;
    if (!actor.label.empty()) add_name(actor, actor.label, NameKind::Alternative);
    actor.label = text;
  }

  void read_name(Actor& actor, const Statement& fact, NameKind kind) {
    if (std::string text = text_of(fact); !text.empty()) add_name(actor, std::move(text), kind);
  }

  void read_same_as(Actor& actor, const Statement& fact) {
    if (object_of(fact).starts_with(kWikidata)) {
      actor.wikidata = object_of(fact).substr(kWikidata.size());
    } else {
      add_ruling(actor.id, fact, true);
    }
  }

  void add_ruling(const std::string& one, const Statement& fact, bool same) {
    if (table_.kind(fact.object) != TermKind::Iri) {
      return error(fact, "an actor is expected here, as <alexander-lukashenko>");
    }
    knowledge().rulings.push_back({one, std::string(last_part(object_of(fact))), same});
  }

  // --- offices, memberships --------------------------------------------------------------------

  void read_office(Actor& actor, const Statement& fact) {
    if (table_.kind(fact.object) != TermKind::BlankNode) {
      return error(fact, "an office is written as [ ent:role \"...\" ; ent:of <...> ]");
    }
    Office office;
    for (const Statement& part : table_.statements(fact.object)) {
      const std::string_view term = term_of(part);
      if (term == "role")
        office.role = text_of(part);
      else if (term == "of")
        office.of = reference(part);
      else if (term == "headsBody")
        office.leads = boolean_of(part);
      else if (!read_end(office.from, office.until, part, term) && !term.empty())
        unknown_property(part, term, kOfficeTerms);
    }
    if (office.role.empty()) error(fact, "an office without ent:role");
    if (office.of.empty()) error(fact, "an office without ent:of");
    check_order(office.from, office.until, fact);
    actor.offices.push_back(std::move(office));
  }

  void read_membership(Actor& actor, const Statement& fact) {
    Membership membership;
    if (table_.kind(fact.object) == TermKind::BlankNode) {
      for (const Statement& part : table_.statements(fact.object)) {
        const std::string_view term = term_of(part);
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
  bool read_end(std::optional<Date>& from, std::optional<Date>& until, const Statement& fact,
                std::string_view term) {
    if (term == "from") return from = date_of(fact, false), true;
    if (term == "until") return until = date_of(fact, true), true;
    return false;
  }

  void check_order(const std::optional<Date>& from, const std::optional<Date>& until,
                   const Statement& fact) {
    if (from && until && *until < *from) {
      error(fact,
            fmt::format("until {} is before from {}", to_iso_string(*until), to_iso_string(*from)));
    }
  }

  // --- role nouns, places ----------------------------------------------------------------------

  void read_role(std::span<const Statement> facts) {
    RoleNoun noun;
    std::set<std::string> lemmas;
    for (const Statement& fact : facts) {
      const std::string_view term = term_of(fact);
      if (predicate_of(fact) == kLabel || predicate_of(fact) == kAltLabel)
        lemmas.insert(text_of(fact));
      else if (term == "sector")
        noun.sector = code_of(fact, "sector");
      else if (term == "actorType")
        noun.type = actor_type_of(fact);
      else if (term == "isOffice")
        noun.office = boolean_of(fact);
      else if (term == "headsBody")
        noun.leads = boolean_of(fact);
      else if (term == "standsForForce")
        noun.stands_for_force = boolean_of(fact);
      else if (term == "ofAlliance")
        noun.of_alliance = boolean_of(fact);
      else if (term == "isRelation")
        noun.relational = boolean_of(fact);
      else if (!term.empty())
        unknown_property(fact, term, kRoleTerms);
    }
    if (lemmas.empty()) return error(first_of(facts), "a role noun has no rdfs:label");
    for (const std::string& lemma : lemmas) {
      noun.lemma = lemma;
      knowledge().role_nouns.push_back(noun);
    }
  }

  void read_given_names(std::span<const Statement> facts) {
    std::vector<std::string> names;
    Gender gender = Gender::Unknown;
    for (const Statement& fact : facts) {
      const std::string_view term = term_of(fact);
      if (predicate_of(fact) == kLabel || predicate_of(fact) == kAltLabel)
        names.push_back(text_of(fact));
      else if (term == "gender")
        gender = gender_of(fact);
      else if (!term.empty())
        unknown_property(fact, term, kGivenNameTerms);
    }
    for (const std::string& name : names) knowledge().given_names.push_back({name, gender});
  }

  void read_place(std::span<const Statement> facts) {
    std::vector<std::string> names;
    std::set<std::string, std::less<>> ambiguous;
    std::string country;
    for (const Statement& fact : facts) {
      const std::string_view term = term_of(fact);
      if (predicate_of(fact) == kLabel || predicate_of(fact) == kAltLabel)
        names.push_back(text_of(fact));
      else if (term == "ambiguousName")
        ambiguous.insert(text_of(fact));
      else if (term == "locatedIn")
        country = reference(fact);
      else if (!term.empty())
        unknown_property(fact, term, kPlaceTerms);
    }
    if (names.empty()) return error(first_of(facts), "a place has no rdfs:label");
    for (std::string& name : names) {
      const bool doubt = ambiguous.contains(name);
      knowledge().places.push_back({std::move(name), country, doubt});
    }
  }

  // --- values ----------------------------------------------------------------------------------

  std::string text_of(const Statement& fact) {
    if (table_.kind(fact.object) == TermKind::Literal && !object_of(fact).empty())
      return std::string(object_of(fact));
    error(fact, "a text in quotation marks is expected here");
    return {};
  }

  std::string code_of(const Statement& fact, std::string_view what) {
    std::string code = text_of(fact);
    if (!code.empty() && !is_three_capitals(code)) {
      error(fact, fmt::format("\"{}\" is no {}: three capital letters are expected", code, what));
    }
    return code;
  }

  bool boolean_of(const Statement& fact) {
    if (object_of(fact) == "true" || object_of(fact) == "1") return true;
    if (object_of(fact) != "false" && object_of(fact) != "0")
      error(fact, "true or false is expected here");
    return false;
  }

  Gender gender_of(const Statement& fact) {
    const std::string_view name = ent_name(object_of(fact));
    if (name == "Feminine") return Gender::Feminine;
    if (name == "Masculine") return Gender::Masculine;
    error(fact, "ent:Feminine or ent:Masculine is expected here");
    return Gender::Unknown;
  }

  ActorType actor_type_of(const Statement& fact) {
    const std::string_view name = ent_name(object_of(fact));
    if (const auto type = parse_actor_type(name)) return *type;
    error(fact, fmt::format("\"{}\" is no class of actors{}", name, did_you_mean(name, kClasses)));
    return ActorType::Person;
  }

  /// A year or a month stands for its first day, or for its last one if it ends something.
  std::optional<Date> date_of(const Statement& fact, bool as_end) {
    std::string text(object_of(fact));
    const bool year = table_.term(fact.object).datatype == fmt::format("{}gYear", kXsd);
    const bool month = table_.term(fact.object).datatype == fmt::format("{}gYearMonth", kXsd);
    if (year) text += as_end ? "-12" : "-01";
    if (year || month) text += "-01";
    auto date = text.size() == 10 ? parse_iso_date(text) : std::nullopt;
    if (!date) {
      error(fact,
            fmt::format("\"{}\" is no date, expected \"2022-07-01\"^^xsd:date", object_of(fact)));
    } else if (as_end && (year || month)) {
      date->day = days_in_month(date->year, date->month);
    }
    return date;
  }

  std::string reference(const Statement& fact) {
    if (table_.kind(fact.object) != TermKind::Iri) {
      error(fact, "an actor is expected here, as <BLR>");
      return {};
    }
    std::string id(last_part(object_of(fact)));
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
  void sort_the_rest() {
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
  const TripleTable& table_;
  std::vector<Reference> references_;
};

}  // namespace

ActorReading read_actors(std::span<const TurtleText> texts) {
  ActorReading reading;
  TripleTableBuilder builder;
  for (const TurtleText& text : texts) {
    try {
      builder.read_text(text.text, text.file, Format::Turtle,
                        {.base = std::string(vocab::kDefaultBase)});
    } catch (const ConfigError& error) {
      reading.diagnostics.push_back(error.diagnostic());
    }
  }
  const TripleTable table = builder.finish();
  ActorReader(reading, table).read();
  std::stable_sort(reading.diagnostics.begin(), reading.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
                   });
  return reading;
}

}  // namespace entente::rdf
