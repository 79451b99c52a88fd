// SPDX-License-Identifier: ISC
#include "rdf/read_records.h"

#include "rdf/graph_iris.h"
#include "rdf/iri_encoding.h"
#include "text/diagnostic.h"
#include "text/utf8.h"

#include <algorithm>
#include <charconv>
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

/// What describes an actor or a place beside its type; of `memberOf` only what has a node of its
/// own. A state's known borders stand with the rest of it.
constexpr std::string_view kOfActorsAndPlaces[] = {
    vocab::rdfs::kLabel, ent::kCountryCode, ent::kSector,        ent::kActsFor,
    ent::kGender,        ent::kVetted,      ent::kHeldOffice,    ent::kAmbiguousName,
    ent::kAcronym,       ent::kSurname,     ent::kAdjective,     ent::kDemonym,
    ent::kCapitalName,   ent::kSeat,        vocab::owl::kSameAs, vocab::skos::kAltLabel,
};

/// Reads one kind of record after the other from the table of triples.
class GraphReader {
 public:
  GraphReader(const TripleTable& table, Extent extent, GraphTexts& texts)
      : table_(table),
        extent_(extent),
        texts_(texts),
        shared_(table.terms()),
        ids_(table.terms()) {}

  GraphPart read() {
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
    note_places();
    note_borders();
    if (extent_ == Extent::Part) result_.is_closed = is_closed();
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

  std::string_view text(Node subject, std::string_view predicate) const {
    return table_.text_of(subject, predicate);
  }

  /// A text that many records have.
  SharedText shared(Node node) {
    SharedText& known = shared_[node];
    if (known.empty()) known = texts_.share(table_.text(node));
    return known;
  }

  SharedText shared(Node subject, std::string_view predicate) {
    const Node node = table_.object(subject, predicate);
    return node == kNoTerm ? SharedText() : shared(node);
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

  SharedText shared_term(const Statement& at, std::string_view prefix = "") {
    return texts_.share(term(at, prefix));
  }

  std::vector<SharedText> terms(Node subject, std::string_view predicate, std::string_view prefix) {
    std::vector<SharedText> names;
    for (const Statement& at : table_.statements(subject, predicate)) {
      names.push_back(shared_term(at, prefix));
    }
    std::ranges::sort(names);
    return names;
  }

  SharedText optional_term(Node subject, std::string_view predicate, std::string_view prefix = "") {
    const Statement* at = find(subject, predicate);
    return at == nullptr ? SharedText() : shared_term(*at, prefix);
  }

  // Individuals -----------------------------------------------------------------------------

  /// Id of the individual that `node` names; its base is noted. What names a claim or a situation
  /// is its own; other ids are shared.
  std::optional<SharedText> id_of(Node node, std::string_view kind) {
    if (table_.kind(node) != TermKind::Iri) return std::nullopt;
    const auto pieces = split_individual(table_.text(node));
    if (!pieces || pieces->kind != kind) return std::nullopt;
    note_base(pieces->base);
    SharedText& known = ids_[node];
    if (known.empty()) {
      const std::string id = decode_segment(pieces->segment);
      known = kind == "claim" || kind == "situation" ? SharedText(id) : texts_.share(id);
    }
    return known;
  }

  void note_base(std::string_view base) {
    if (base == result_.base) return;
    if (result_.base.empty()) {
      result_.base = base;
    } else {
      several_bases_ = true;
    }
  }

  SharedText require_id(Node node, std::string_view kind) {
    auto id = id_of(node, kind);
    if (!id) table_.fail(node, fmt::format("the IRI should end in {}/ and an id", kind));
    return std::move(*id);
  }

  SharedText object_id(const Statement& at, std::string_view kind) {
    return expect(id_of(at.object, kind), at,
                  fmt::format("an IRI that ends in {}/ and an id", kind));
  }

  /// An actor that the records speak of must be in the graph.
  SharedText used_actor(const Statement& at) {
    SharedText id = object_id(at, "actor");
    result_.used.insert(id);
    return id;
  }

  std::vector<SharedText> used_actors(Node subject, std::string_view predicate) {
    const auto found = table_.statements(subject, predicate);
    std::vector<SharedText> ids;
    ids.reserve(found.size());
    for (const Statement& at : found) ids.push_back(used_actor(at));
    return ids;
  }

  // Actors ----------------------------------------------------------------------------------

  void read_actor(Node node, ActorType type) {
    auto id = id_of(node, "actor");
    if (!id) return;  // somebody else's
    Actor actor;
    actor.id = id->str();
    actor.type = type;
    actor.label = table_.text(table_.required(node, vocab::rdfs::kLabel));
    actor.country = text(node, ent::kCountryCode);
    actor.sector = text(node, ent::kSector);
    if (const Statement* at = find(node, ent::kActsFor))
      actor.acts_for = object_id(*at, "actor").str();
    actor.gender = gender(node);
    actor.vetted = boolean(node, ent::kVetted);
    actor.wikidata = wikidata(node);
    read_names(node, actor);
    read_posts(node, actor);
    if (actor.vetted) {  // of others, plain triples are claims' relations
      for (const Statement& at : table_.statements(node, ent::kBorders)) {
        actor.borders.push_back(object_id(at, "actor").str());
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
      if (const Statement* of = find(at.object, ent::kOf))
        office.of = object_id(*of, "actor").str();
      office.leads = boolean(at.object, ent::kHeadsBody);
      office.from = date(at.object, ent::kFrom);
      office.until = date(at.object, ent::kUntil);
      actor.offices.push_back(std::move(office));
    }
    for (const Statement& at : table_.statements(node, ent::kMemberOf)) {
      if (table_.kind(at.object) != TermKind::BlankNode) continue;  // a claim's plain relation
      Membership membership;
      membership.in = object_id(require(at.object, ent::kIn), "actor").str();
      membership.from = date(at.object, ent::kFrom);
      membership.until = date(at.object, ent::kUntil);
      actor.memberships.push_back(std::move(membership));
    }
  }

  // Places ----------------------------------------------------------------------------------

  /// In a part of a file, a place is known by its IRI alone: it may be described elsewhere.
  std::optional<PlaceRecord> place(Node node, std::string_view predicate) {
    const Statement* at = find(node, predicate);
    if (at == nullptr) return std::nullopt;
    if (extent_ == Extent::Part) return PlaceRecord{shared(at->object), {}};
    return describe_place(at->object);
  }

  PlaceRecord describe_place(Node node) {
    PlaceRecord place;
    place.label = shared(table_.required(node, vocab::rdfs::kLabel));
    if (auto state = id_of(node, "actor")) {
      place.country = std::move(*state);
    } else if (const Statement* in = find(node, ent::kLocatedIn)) {
      place.country = object_id(*in, "actor");
    }
    return place;
  }

  /// Situations know a whole state by its id alone (graph/event_description.cpp).
  std::optional<PlaceRecord> without_label_of_state(Node node, std::string_view predicate) {
    auto found = place(node, predicate);
    if (!found || extent_ == Extent::Part) return found;
    if (id_of(find(node, predicate)->object, "actor")) found->label = {};
    return found;
  }

  /// What other parts may ask for.
  void note_places() {
    if (extent_ == Extent::Whole) return;
    for (const Node node : table_.all_subjects()) {
      if (table_.kind(node) != TermKind::Iri) continue;
      const auto actor = id_of(node, "actor");
      const bool is_place = actor ? !table_.statements(node, vocab::rdfs::kLabel).empty()
                                  : table_.has_type(node, ent::kPlaceClass);
      if (is_place) result_.places.insert_or_assign(shared(node), describe_place(node));
    }
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
    if (const Statement* at = find(node, ent::kAgency)) article.agency = used_actor(*at).str();
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
      situation.type = shared_term(require(node, vocab::rdf::kPredicate));
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
    situations_.insert(situation.id);
    graph().situations.push_back(std::move(situation));
  }

  /// The class beside ent:Event and the military action.
  SharedText type_of_event(Node node, std::string_view action) {
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
    return texts_.share(event_type(found));
  }

  // Claims ----------------------------------------------------------------------------------

  void read_claim(Node node) {
    ClaimRecord claim;
    claim.id = require_id(node, "claim");
    const Statement& article = require(node, vocab::prov::kWasDerivedFrom);
    claim.article = object_id(article, "article");
    if (extent_ == Extent::Whole && !articles_.contains(claim.article)) {
      table_.fail(article, "the article is not described");
    }
    const Statement& about = require(node, ent::kAbout);
    claim.situation = object_id(about, "situation");
    if (extent_ == Extent::Whole && !situations_.contains(claim.situation)) {
      table_.fail(about, "the situation is not described");
    }
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
      claim.rule = shared(trace->object, ent::kRule);
      claim.path = text(trace->object, ent::kTreePath);
    }
    graph().claims.push_back(std::move(claim));
  }

  void read_type(Node node, ClaimRecord& claim) {
    if (const Statement* relation = find(node, ent::kClaimedRelation)) {
      claim.is_relation = true;
      claim.type = shared_term(*relation);
    } else {
      claim.type = texts_.share(event_type(term(require(node, ent::kEventType))));
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
      participant.text = shared(at.object, oa::kExact);
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
      result_.used.insert(*id);
      claim.quoted_by.push_back(std::move(*id));
    }
  }

  void read_quantities(Node node, ClaimRecord& claim) {
    for (const Statement& at : table_.statements(node, ent::kQuantity)) {
      claim.quantities.push_back({shared_term(require(at.object, ent::kUnit), kUnitPrefix),
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
    const std::string_view before = text(selector, oa::kPrefix);
    const std::string_view after = text(selector, oa::kSuffix);
    const std::string_view quote = table_.text(table_.required(selector, oa::kExact));
    claim.quote = quote;
    claim.sentence = before.empty() && after.empty()
                         ? claim.quote
                         : SharedText(std::string(before).append(quote).append(after));
    claim.quote_start = static_cast<std::uint32_t>(count_code_points(before));
    claim.quote_end =
        claim.quote_start + static_cast<std::uint32_t>(count_code_points(claim.quote));
  }

  /// What another part may ask about actors that are described here.
  void note_borders() {
    if (extent_ == Extent::Whole) return;
    for (const Node node : table_.all_subjects()) {
      if (table_.statements(node, ent::kBorders).empty()) continue;
      if (!table_.statements(node, vocab::rdf::kType).empty()) continue;
      if (const auto id = id_of(node, "actor")) result_.bordering.insert(*id);
    }
  }

  // Parts -----------------------------------------------------------------------------------

  /// True if nothing in this part belongs to a thing that is described elsewhere: then the parts
  /// together say what the whole would.
  bool is_closed() const {
    if (several_bases_) return false;
    std::vector<bool> is_object(table_.terms()), is_subject(table_.terms());
    for (const Node subject : table_.all_subjects()) {
      is_subject[subject] = true;
      for (const Statement& at : table_.statements(subject)) is_object[at.object] = true;
    }
    for (Node node = 0; node < table_.terms(); ++node) {
      const bool blank = table_.kind(node) == TermKind::BlankNode;
      if (blank && is_object[node] != is_subject[node]) return false;
    }
    return std::ranges::none_of(table_.all_subjects(),
                                [&](Node node) { return is_torn_off(node); });
  }

  /// True for more of a thing that is described elsewhere. Plain relations of an actor are none:
  /// they are read from situations.
  bool is_torn_off(Node node) const {
    if (table_.kind(node) != TermKind::Iri) return false;
    if (!table_.statements(node, vocab::rdf::kType).empty()) return false;
    const auto pieces = split_individual(table_.text(node));
    if (pieces && pieces->kind != "actor") return pieces->kind != "graph";
    return std::ranges::any_of(table_.statements(node), [&](const Statement& at) {
      const std::string_view predicate = table_.text(at.predicate);
      if (predicate == ent::kMemberOf) return table_.kind(at.object) == TermKind::BlankNode;
      if (predicate == ent::kLocatedIn) return !pieces;
      return std::ranges::find(kOfActorsAndPlaces, predicate) != std::end(kOfActorsAndPlaces);
    });
  }

  const TripleTable& table_;
  const Extent extent_;
  GraphTexts& texts_;
  GraphPart result_;
  bool several_bases_ = false;
  std::vector<SharedText> shared_, ids_;  // by node
  std::unordered_set<SharedText> articles_, situations_;
};

}  // namespace

GraphPart read_records(const TripleTable& table, Extent extent, GraphTexts& texts) {
  return GraphReader(table, extent, texts).read();
}

}  // namespace entente::rdf
