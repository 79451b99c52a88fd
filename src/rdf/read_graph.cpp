// SPDX-License-Identifier: ISC
#include "rdf/read_graph.h"

#include "rdf/file_text.h"
#include "rdf/graph_iris.h"
#include "rdf/triple_table.h"
#include "text/diagnostic.h"
#include "text/utf8.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

namespace ent = vocab::ent;
namespace oa = vocab::oa;

constexpr std::pair<std::string_view, NameKind> kNameProperties[] = {
    {vocab::skos::kAltLabel, NameKind::Alternative},
    {ent::kAcronym, NameKind::Acronym},
    {ent::kSurname, NameKind::Surname},
    {ent::kAdjective, NameKind::Adjective},
    {ent::kDemonym, NameKind::Demonym},
    {ent::kCapitalName, NameKind::Capital},
    {ent::kSeat, NameKind::Seat},
};

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The value of an enumeration that has this name; `last` is its last one.
template <typename Enum>
std::optional<Enum> parse_enum(std::string_view name, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (to_string(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

template <typename Record>
void sort_by_id(std::vector<Record>& records) {
  std::ranges::sort(records, {}, &Record::id);
}

/// Reads one kind of record after the other from the table of triples.
class GraphReader {
 public:
  explicit GraphReader(const TripleTable& table) : table_(table) {}

  GraphFile read() {
    for (int i = 0; i <= static_cast<int>(ActorType::Population); ++i) {
      const auto type = static_cast<ActorType>(i);
      for (const Node node : table_.subjects_of_type(ontology_term(to_string(type)))) {
        read_actor(node, type);
      }
    }
    for (const Node node : table_.subjects_of_type(ent::kArticle)) read_article(node);
    for (const Node node : table_.subjects_of_type(ent::kEvent)) read_situation(node, false);
    for (const Node node : table_.subjects_of_type(ent::kRelation)) read_situation(node, true);
    for (const Node node : table_.subjects_of_type(ent::kClaim)) read_claim(node);
    finish();
    return std::move(result_);
  }

 private:
  KnowledgeGraph& graph() { return result_.graph; }

  // Values ----------------------------------------------------------------------------------

  template <typename Value>
  Value expect(std::optional<Value> value, const Statement& at, std::string_view wanted) const {
    if (!value) {
      table_.fail(at, fmt::format("\"{}\" found, {} expected", table_.text(at.object), wanted));
    }
    return std::move(*value);
  }

  /// The one statement; null if there is none, an error if there are several.
  const Statement* find(Node subject, std::string_view predicate) const {
    table_.object(subject, predicate);  // throws at a second one
    const auto found = table_.statements(subject, predicate);
    return found.empty() ? nullptr : &found.front();
  }

  const Statement& require(Node subject, std::string_view predicate) const {
    table_.required(subject, predicate);
    return table_.statements(subject, predicate).front();
  }

  std::string text(Node subject, std::string_view predicate) const {
    return std::string(table_.text_of(subject, predicate));
  }

  std::optional<Date> date(Node subject, std::string_view predicate) const {
    const Statement* at = find(subject, predicate);
    if (at == nullptr) return std::nullopt;
    return expect(parse_iso_date(table_.text(at->object)), *at, "a date as 2024-02-29");
  }

  std::optional<DateInterval> interval(Node subject) const {
    const auto from = date(subject, ent::kNotBefore), to = date(subject, ent::kNotAfter);
    if (!from || !to) return std::nullopt;
    return DateInterval{*from, *to};
  }

  std::uint32_t count(Node subject, std::string_view predicate) const {
    const Statement& at = require(subject, predicate);
    return expect(parse_number<std::uint32_t>(table_.text(at.object)), at, "a whole number");
  }

  double number(Node subject, std::string_view predicate) const {
    const Statement& at = require(subject, predicate);
    return expect(parse_number<double>(table_.text(at.object)), at, "a number");
  }

  bool boolean(Node subject, std::string_view predicate) const {
    const Statement* at = find(subject, predicate);
    if (at == nullptr) return false;
    const std::string_view value = table_.text(at->object);
    if (value != "true" && value != "false" && value != "1" && value != "0") {
      table_.fail(*at, fmt::format("\"{}\" found, true or false expected", value));
    }
    return value == "true" || value == "1";
  }

  /// Local name of an object that is a term of the ontology.
  std::string term(const Statement& at, std::string_view prefix = "") const {
    return expect(ontology_name(table_.text(at.object), prefix), at,
                  fmt::format("a term ent:{}...", prefix));
  }

  std::vector<std::string> terms(Node subject, std::string_view predicate,
                                 std::string_view prefix) const {
    std::vector<std::string> names;
    for (const Statement& at : table_.statements(subject, predicate)) {
      names.push_back(term(at, prefix));
    }
    std::ranges::sort(names);
    return names;
  }

  std::string optional_term(Node subject, std::string_view predicate,
                            std::string_view prefix = "") const {
    const Statement* at = find(subject, predicate);
    return at == nullptr ? std::string() : term(*at, prefix);
  }

  // Individuals -----------------------------------------------------------------------------

  /// Id of the individual that `node` names; its base is noted.
  std::optional<std::string> id_of(Node node, std::string_view kind) {
    auto name = table_.kind(node) == TermKind::Iri ? parse_individual(table_.text(node))
                                                   : std::optional<IndividualName>();
    if (!name || name->kind != kind) return std::nullopt;
    if (result_.base.empty()) result_.base = name->base;
    return std::move(name->id);
  }

  std::string require_id(Node node, std::string_view kind) {
    auto id = id_of(node, kind);
    if (!id) table_.fail(node, fmt::format("the IRI should end in {}/ and an id", kind));
    return std::move(*id);
  }

  std::string object_id(const Statement& at, std::string_view kind) {
    return expect(id_of(at.object, kind), at,
                  fmt::format("an IRI that ends in {}/ and an id", kind));
  }

  /// An actor that the records speak of must be in the graph.
  std::string used_actor(const Statement& at) {
    std::string id = object_id(at, "actor");
    used_.insert(id);
    return id;
  }

  std::vector<std::string> used_actors(Node subject, std::string_view predicate) {
    std::vector<std::string> ids;
    for (const Statement& at : table_.statements(subject, predicate)) ids.push_back(used_actor(at));
    return ids;
  }

  // Actors ----------------------------------------------------------------------------------

  void read_actor(Node node, ActorType type) {
    auto id = id_of(node, "actor");
    if (!id) return;  // somebody else's
    Actor actor;
    actor.id = std::move(*id);
    actor.type = type;
    actor.label = table_.text(table_.required(node, vocab::rdfs::kLabel));
    actor.country = text(node, ent::kCountryCode);
    actor.sector = text(node, ent::kSector);
    if (const Statement* at = find(node, ent::kActsFor)) actor.acts_for = object_id(*at, "actor");
    actor.gender = gender(node);
    actor.vetted = boolean(node, ent::kVetted);
    actor.wikidata = wikidata(node);
    read_names(node, actor);
    read_posts(node, actor);
    if (actor.vetted) {  // of others, plain triples are claims' relations
      for (const Statement& at : table_.statements(node, ent::kBorders)) {
        actor.borders.push_back(object_id(at, "actor"));
      }
    }
    std::ranges::sort(actor.names);
    std::ranges::sort(actor.offices);
    std::ranges::sort(actor.memberships);
    std::ranges::sort(actor.borders);
    graph().actors.push_back(std::move(actor));
  }

  Gender gender(Node node) const {
    const Statement* at = find(node, ent::kGender);
    if (at == nullptr) return Gender::Unknown;
    const std::string_view value = table_.text(at->object);
    if (value == ent::kFeminine) return Gender::Feminine;
    if (value == ent::kMasculine) return Gender::Masculine;
    table_.fail(*at, "ent:Feminine or ent:Masculine expected");
  }

  std::string wikidata(Node node) const {
    for (const Statement& at : table_.statements(node, vocab::owl::kSameAs)) {
      const std::string_view iri = table_.text(at.object);
      if (iri.starts_with(vocab::wd::kNamespace)) {
        return std::string(iri.substr(vocab::wd::kNamespace.size()));
      }
    }
    return {};
  }

  void read_names(Node node, Actor& actor) const {
    std::set<std::string_view> ambiguous;
    for (const Statement& at : table_.statements(node, ent::kAmbiguousName)) {
      ambiguous.insert(table_.text(at.object));
    }
    const auto add = [&](std::string_view name, NameKind kind) {
      actor.names.push_back({std::string(name), kind, ambiguous.contains(name)});
    };
    add(actor.label, NameKind::Label);
    for (const auto& [property, kind] : kNameProperties) {
      for (const Statement& at : table_.statements(node, property))
        add(table_.text(at.object), kind);
    }
  }

  void read_posts(Node node, Actor& actor) {
    for (const Statement& at : table_.statements(node, ent::kHeldOffice)) {
      Office office;
      office.role = text(at.object, ent::kRole);
      if (const Statement* of = find(at.object, ent::kOf)) office.of = object_id(*of, "actor");
      office.leads = boolean(at.object, ent::kHeadsBody);
      office.from = date(at.object, ent::kFrom);
      office.until = date(at.object, ent::kUntil);
      actor.offices.push_back(std::move(office));
    }
    for (const Statement& at : table_.statements(node, ent::kMemberOf)) {
      if (table_.kind(at.object) != TermKind::BlankNode) continue;  // a claim's plain relation
      Membership membership;
      membership.in = object_id(require(at.object, ent::kIn), "actor");
      membership.from = date(at.object, ent::kFrom);
      membership.until = date(at.object, ent::kUntil);
      actor.memberships.push_back(std::move(membership));
    }
  }

  // Places ----------------------------------------------------------------------------------

  std::optional<EventPlace> place(Node node, std::string_view predicate) {
    const Statement* at = find(node, predicate);
    if (at == nullptr) return std::nullopt;
    EventPlace place;
    place.label = table_.text(table_.required(at->object, vocab::rdfs::kLabel));
    if (auto state = id_of(at->object, "actor")) {
      place.country = std::move(*state);
    } else if (const Statement* in = find(at->object, ent::kLocatedIn)) {
      place.country = object_id(*in, "actor");
    }
    return place;
  }

  /// Situations know a whole state by its id alone (graph/event_description.cpp).
  std::optional<EventPlace> without_label_of_state(Node node, std::string_view predicate) {
    auto found = place(node, predicate);
    if (found && id_of(find(node, predicate)->object, "actor")) found->label.clear();
    return found;
  }

  // Articles, situations ----------------------------------------------------------------------

  void read_article(Node node) {
    ArticleRecord article;
    article.id = require_id(node, "article");
    article.sha256 = text(node, ent::kSha256);
    article.input_id = text(node, ent::kInputId);
    article.title = text(node, vocab::schema::kHeadline);
    article.publisher = text(node, vocab::schema::kPublisher);
    article.url = text(node, vocab::schema::kUrl);
    article.author = text(node, vocab::schema::kAuthor);
    article.language = text(node, vocab::schema::kInLanguage);
    article.date = date(node, vocab::schema::kDatePublished);
    article.length = count(node, ent::kLength);
    if (const Statement* at = find(node, ent::kAgency)) article.agency = used_actor(*at);
    article.sketch = sketch(node);
    articles_.insert(article.id);
    graph().articles.push_back(std::move(article));
  }

  std::vector<std::uint32_t> sketch(Node node) const {
    std::vector<std::uint32_t> hashes;
    const Statement* at = find(node, ent::kSketch);
    if (at == nullptr) return hashes;
    for (std::string_view rest = table_.text(at->object); !rest.empty();) {
      std::uint32_t hash = 0;
      const std::string_view word = rest.substr(0, rest.find(' '));
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), hash, 16);
      if (error != std::errc{} || end != word.data() + word.size()) {
        table_.fail(*at, "hexadecimal numbers separated by single spaces expected");
      }
      hashes.push_back(hash);
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return hashes;
  }

  void read_situation(Node node, bool is_relation) {
    SituationRecord situation;
    situation.id = require_id(node, "situation");
    situation.is_relation = is_relation;
    if (is_relation) {
      situation.type = term(require(node, vocab::rdf::kPredicate));
      situation.initiators = used_actors(node, vocab::rdf::kSubject);
      situation.recipients = used_actors(node, vocab::rdf::kObject);
    } else {
      situation.action = optional_term(node, ent::kAction);
      situation.type = type_of_event(node, situation.action);
      situation.initiators = used_actors(node, ent::kInitiator);
      situation.recipients = used_actors(node, ent::kRecipient);
    }
    situation.place = without_label_of_state(node, ent::kPlace);
    situation.launched_from = without_label_of_state(node, ent::kLaunchedFrom);
    situation.date = interval(node);
    const Statement& status = require(node, ent::kStatus);
    situation.status = expect(parse_status(term(status)), status, "a status as ent:Contested");
    situation.claim_count = count(node, ent::kClaimCount);
    situation.article_count = count(node, ent::kArticleCount);
    situation.source_count = count(node, ent::kSourceCount);
    situation.first_reported = date(node, ent::kFirstReported);
    situation.last_reported = date(node, ent::kLastReported);
    claims_of_[situation.id];
    graph().situations.push_back(std::move(situation));
  }

  /// The class beside ent:Event and the military action.
  std::string type_of_event(Node node, std::string_view action) const {
    std::string found;
    for (const Statement& at : table_.statements(node, vocab::rdf::kType)) {
      const auto name = ontology_name(table_.text(at.object));
      if (!name || *name == "Event" || *name == "Situation" || *name == action) continue;
      if (!found.empty() && found != *name) {
        table_.fail(at, fmt::format("a second event type: {} and {}", found, *name));
      }
      found = *name;
    }
    if (found.empty()) table_.fail(node, "an event without its type");
    return event_type(found);
  }

  // Claims ----------------------------------------------------------------------------------

  void read_claim(Node node) {
    ClaimRecord claim;
    claim.id = require_id(node, "claim");
    const Statement& article = require(node, vocab::prov::kWasDerivedFrom);
    claim.article = object_id(article, "article");
    if (!articles_.contains(claim.article)) table_.fail(article, "the article is not described");
    const Statement& about = require(node, ent::kAbout);
    claim.situation = object_id(about, "situation");
    const auto situation = claims_of_.find(claim.situation);
    if (situation == claims_of_.end()) table_.fail(about, "the situation is not described");
    situation->second.push_back(claim.id);
    read_type(node, claim);
    read_mentions(node, claim);
    claim.place = place(node, ent::kPlace);
    claim.launched_from = place(node, ent::kLaunchedFrom);
    claim.date = interval(node);
    claim.speakers = used_actors(node, ent::kAssertedBy);
    read_quoted_by(node, claim);
    const Statement& polarity = require(node, ent::kPolarity);
    claim.polarity = expect(parse_enum(term(polarity), Polarity::Denied), polarity,
                            "ent:Affirmed or ent:Denied");
    const Statement& modality = require(node, ent::kModality);
    claim.modality = expect(parse_enum(term(modality), Modality::Demanded), modality,
                            "a modality as ent:Actual");
    claim.confidence = number(node, ent::kConfidence);
    read_quantities(node, claim);
    read_evidence(node, claim);
    if (const Statement* trace = find(node, ent::kTrace)) {
      claim.rule = text(trace->object, ent::kRule);
      claim.path = text(trace->object, ent::kTreePath);
    }
    graph().claims.push_back(std::move(claim));
  }

  void read_type(Node node, ClaimRecord& claim) const {
    if (const Statement* relation = find(node, ent::kClaimedRelation)) {
      claim.is_relation = true;
      claim.type = term(*relation);
    } else {
      claim.type = event_type(term(require(node, ent::kEventType)));
    }
    claim.action = optional_term(node, ent::kAction);
    claim.mode = optional_term(node, ent::kMode, kModePrefix);
    claim.contexts = terms(node, ent::kContext, kContextPrefix);
  }

  void read_mentions(Node node, ClaimRecord& claim) {
    for (const Statement& at : table_.statements(node, ent::kMention)) {
      const Statement& part = require(at.object, ent::kPart);
      ParticipantRecord participant;
      participant.actor = used_actor(require(at.object, ent::kActorOf));
      participant.text = text(at.object, oa::kExact);
      if (table_.text(part.object) == ent::kInitiatorPart) {
        claim.initiators.push_back(std::move(participant));
      } else if (table_.text(part.object) == ent::kRecipientPart) {
        claim.recipients.push_back(std::move(participant));
      } else {
        table_.fail(part, "ent:Initiator or ent:Recipient expected");
      }
    }
  }

  void read_quoted_by(Node node, ClaimRecord& claim) {
    const Statement* at = find(node, ent::kQuotedBy);
    if (at == nullptr) return;
    for (const Node item : table_.list(*at)) {
      auto id = id_of(item, "actor");
      if (!id) table_.fail(*at, "a list of actors expected");
      used_.insert(*id);
      claim.quoted_by.push_back(std::move(*id));
    }
  }

  void read_quantities(Node node, ClaimRecord& claim) const {
    for (const Statement& at : table_.statements(node, ent::kQuantity)) {
      claim.quantities.push_back({term(require(at.object, ent::kUnit), kUnitPrefix),
                                  number(at.object, ent::kLow), number(at.object, ent::kHigh)});
    }
  }

  void read_evidence(Node node, ClaimRecord& claim) const {
    const Statement& evidence = require(node, ent::kEvidence);
    bool has_position = false, has_quote = false;
    for (const Statement& at : table_.statements(evidence.object, oa::kHasSelector)) {
      if (table_.has_type(at.object, oa::kTextPositionSelector)) {
        has_position = true;
        claim.start = count(at.object, oa::kStart);
        claim.end = count(at.object, oa::kEnd);
      } else if (table_.has_type(at.object, oa::kTextQuoteSelector)) {
        has_quote = true;
        read_quote(at.object, claim);
      }
    }
    if (!has_position || !has_quote) {
      table_.fail(evidence,
                  "evidence needs an oa:TextPositionSelector and an oa:TextQuoteSelector");
    }
    claim.quote_start += claim.start;
    claim.quote_end += claim.start;
  }

  /// Offsets are those within the sentence until its place in the text is known.
  void read_quote(Node selector, ClaimRecord& claim) const {
    const std::string before = text(selector, oa::kPrefix), after = text(selector, oa::kSuffix);
    claim.quote = table_.text(table_.required(selector, oa::kExact));
    claim.sentence = before + claim.quote + after;
    claim.quote_start = static_cast<std::uint32_t>(count_code_points(before));
    claim.quote_end =
        claim.quote_start + static_cast<std::uint32_t>(count_code_points(claim.quote));
  }

  // The whole ---------------------------------------------------------------------------------

  void finish() {
    std::set<std::string> described;
    for (const Actor& actor : graph().actors) described.insert(actor.id);
    for (const std::string& id : used_) {
      if (described.contains(id)) continue;
      Actor actor;
      actor.id = actor.label = id;
      actor.names = {{id, NameKind::Label, false}};
      graph().actors.push_back(std::move(actor));
    }
    for (SituationRecord& situation : graph().situations) {
      situation.claims = std::move(claims_of_[situation.id]);
      std::ranges::sort(situation.claims);
    }
    sort_by_id(graph().actors);
    sort_by_id(graph().articles);
    sort_by_id(graph().claims);
    sort_by_id(graph().situations);
    if (result_.base.empty()) result_.base = vocab::kDefaultBase;
  }

  const TripleTable& table_;
  GraphFile result_;
  std::set<std::string> used_, articles_;
  std::map<std::string, std::vector<std::string>> claims_of_;  // by situation
};

}  // namespace

GraphFile read_graph_text(std::string_view text, Format format, const std::string& file) {
  TripleTableBuilder builder;
  builder.read_text(text, file, format, std::string(vocab::kDefaultBase));
  const TripleTable table = builder.finish();
  return GraphReader(table).read();
}

GraphFile read_graph(const std::filesystem::path& path) {
  const auto format = format_of(path.string());
  if (!format) {
    throw ConfigError({Severity::Error, path.string(), 0, 0,
                       "unknown kind of file, expected .ttl, .trig, .nt or .nq"});
  }
  return read_graph_text(read_file_text(path), *format, path.string());
}

}  // namespace entente::rdf
