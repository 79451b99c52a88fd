// SPDX-License-Identifier: ISC
#include "graph/records.h"

#include "graph/hash.h"
#include "graph/sketch.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace entente {

namespace {

double round_confidence(double value) {
  const double scale = std::pow(10.0, kConfidenceDigits);
  return std::round(std::clamp(value, 0.0, 1.0) * scale) / scale;
}

template <typename T, typename Key>
void sort_unique(std::vector<T>& items, Key key) {
  std::ranges::sort(items, {}, key);
  const auto same = [&](const T& a, const T& b) { return key(a) == key(b); };
  items.erase(std::unique(items.begin(), items.end(), same), items.end());
}

constexpr auto by_participant = [](const ParticipantRecord& participant) {
  return std::tie(participant.actor, participant.text);
};
constexpr auto by_count = [](const ClaimRecord::Count& count) {
  return std::tie(count.unit, count.low, count.high);
};
constexpr auto by_self = [](const SharedText& text) { return text.view(); };
constexpr auto by_id = [](const Actor& actor) -> const std::string& { return actor.id; };

/// Makes the records of one article's claims.
class ClaimReader {
 public:
  ClaimReader(const AnalyzedArticle& article, SharedText article_id)
      : article_(article),
        text_(article.document.text),
        code_points_(text_),
        article_id_(std::move(article_id)) {}

  ClaimRecord read(const Claim& claim) {
    ClaimRecord record;
    record.article = article_id_;
    read_evidence(claim, record);
    read_event(claim, record);
    record.speakers = ids(claim.speakers);
    sort_unique(record.speakers, by_self);
    record.quoted_by = ids(claim.quoted_by);
    record.polarity = claim.polarity;
    record.modality = claim.modality;
    record.confidence = round_confidence(claim.confidence);
    record.rule = pool_.share(claim.trace.rule);
    record.path = claim.trace.path;
    record.id = claim_id(record);
    return record;
  }

 private:
  void read_evidence(const Claim& claim, ClaimRecord& record) const {
    const bool fits = !claim.quote.empty() && claim.evidence.contains(claim.quote);
    const ByteRange quote = fits ? claim.quote : claim.evidence;
    record.start = code_points_.at_byte(claim.evidence.begin);
    record.end = code_points_.at_byte(claim.evidence.end);
    record.quote_start = code_points_.at_byte(quote.begin);
    record.quote_end = code_points_.at_byte(quote.end);
    record.sentence = claim.evidence.in(text_);
    record.quote = quote == claim.evidence ? record.sentence : SharedText(quote.in(text_));
  }

  void read_event(const Claim& claim, ClaimRecord& record) {
    record.type = pool_.share(claim.type);
    record.action = pool_.share(claim.action);
    record.mode = pool_.share(claim.mode);
    record.contexts.assign(claim.contexts.begin(), claim.contexts.end());
    sort_unique(record.contexts, by_self);
    record.is_relation = claim.is_relation;
    record.initiators = participants(claim.initiators);
    record.recipients = participants(claim.recipients);
    record.place = to_record(claim.place);
    record.launched_from = to_record(claim.launched_from);
    record.date = claim.date;
    for (const Quantity& quantity : claim.quantities) {
      if (!std::isfinite(quantity.low) || !std::isfinite(quantity.high)) continue;
      record.quantities.push_back({quantity.unit, quantity.low, quantity.high});
    }
    sort_unique(record.quantities, by_count);
  }

  std::vector<ParticipantRecord> participants(const std::vector<Participant>& found) {
    std::vector<ParticipantRecord> records;
    for (const Participant& participant : found) {
      records.push_back({actor_id(participant.actor), pool_.share(participant.text.in(text_))});
    }
    sort_unique(records, by_participant);
    return records;
  }

  std::vector<SharedText> ids(const std::vector<ActorIndex>& actors) {
    std::vector<SharedText> found;
    for (const ActorIndex actor : actors) found.push_back(actor_id(actor));
    return found;
  }

  static std::optional<PlaceRecord> to_record(const std::optional<EventPlace>& place) {
    if (!place) return std::nullopt;
    return PlaceRecord{place->label, place->country};
  }

  SharedText actor_id(ActorIndex actor) { return pool_.share(article_.entities.actors[actor].id); }

  const AnalyzedArticle& article_;
  std::string_view text_;
  CodePointIndex code_points_;
  SharedText article_id_;
  TextPool pool_;
};

/// The article proper: menus and sign-up notes of two sites may be alike.
std::string words_of(const Document& document) {
  std::string words;
  for (const Block& block : document.blocks) {
    if (!is_article_text(block.kind)) continue;
    words += block.range.in(document.text);
    words += '\n';
  }
  return words;
}

ArticleRecord read_article(const Document& document) {
  ArticleRecord record;
  record.sha256 = sha256_hex(document.text);
  record.id = std::string_view(record.sha256).substr(0, 16);
  record.input_id = document.id;
  record.title = document.info.title;
  record.publisher = document.info.publisher;
  record.url = document.info.url;
  record.author = document.info.author;
  record.language = document.info.language;
  record.date = document.info.date;
  record.length = static_cast<std::uint32_t>(count_code_points(document.text));
  record.sketch = make_sketch(words_of(document));
  return record;
}

std::set<SharedText> actors_of(const ClaimRecord& claim) {
  std::set<SharedText> ids(claim.speakers.begin(), claim.speakers.end());
  ids.insert(claim.quoted_by.begin(), claim.quoted_by.end());
  for (const ParticipantRecord& participant : claim.initiators) ids.insert(participant.actor);
  for (const ParticipantRecord& participant : claim.recipients) ids.insert(participant.actor);
  return ids;
}

std::vector<Actor> read_actors(const std::vector<Actor>& known,
                               const std::vector<ClaimRecord>& claims) {
  std::set<SharedText> wanted;
  for (const ClaimRecord& claim : claims) wanted.merge(actors_of(claim));
  std::vector<Actor> actors;
  for (const Actor& actor : known) {
    if (wanted.contains(actor.id)) actors.push_back(actor);
  }
  return actors;
}

std::vector<std::string> background_of(const Actor& actor) {
  std::vector<std::string> ids{actor.acts_for};
  for (const Office& office : actor.offices) ids.push_back(office.of);
  for (const Membership& membership : actor.memberships) ids.push_back(membership.in);
  return ids;
}

ContentName& add(ContentName& name, const std::vector<ParticipantRecord>& participants) {
  name.add(participants.size());
  for (const auto& participant : participants) name.add(participant.actor).add(participant.text);
  return name;
}

ContentName& add(ContentName& name, const std::optional<PlaceRecord>& place) {
  return place ? name.add(place->label).add(place->country) : name.add("").add("");
}

}  // namespace

std::string claim_id(const ClaimRecord& claim) {
  ContentName name;
  name.add(claim.article).add(claim.start).add(claim.end);
  name.add(claim.quote_start).add(claim.quote_end);
  name.add(claim.type).add(claim.action).add(claim.mode).add(claim.contexts);
  add(add(name, claim.initiators), claim.recipients);
  add(add(name, claim.place), claim.launched_from);
  name.add(claim.date ? to_iso_string(claim.date->from) : "");
  name.add(claim.date ? to_iso_string(claim.date->to) : "");
  name.add(claim.speakers).add(claim.quoted_by);
  name.add(to_string(claim.polarity)).add(to_string(claim.modality));
  name.add(fmt::format("{:.{}f}", claim.confidence, kConfidenceDigits));
  name.add(claim.quantities.size());
  for (const auto& count : claim.quantities) {
    name.add(count.unit).add(fmt::format("{}", count.low)).add(fmt::format("{}", count.high));
  }
  return name.add(claim.rule).add(claim.path).id();
}

ArticleRecords make_records(const AnalyzedArticle& article, const AgencyNames& agencies) {
  ArticleRecords records;
  records.article = read_article(article.document);
  const Actor* agency = find_agency(article.document, agencies);
  if (agency != nullptr) records.article.agency = agency->id;
  ClaimReader reader(article, records.article.id);
  std::set<SharedText> seen;
  for (const Claim& claim : article.claims) {
    ClaimRecord record = reader.read(claim);
    if (seen.insert(record.id).second) records.claims.push_back(std::move(record));
  }
  records.actors = read_actors(article.entities.actors, records.claims);
  if (agency != nullptr) records.actors.push_back(*agency);
  sort_unique(records.actors, by_id);
  return records;
}

void add_background(KnowledgeGraph& graph, const ActorKnowledge& knowledge) {
  std::map<std::string, Actor> actors;
  std::vector<std::string> wanted;
  const auto take = [&](Actor actor) {
    for (std::string& id : background_of(actor)) wanted.push_back(std::move(id));
    std::string id = actor.id;
    actors.emplace(std::move(id), std::move(actor));
  };
  for (Actor& actor : graph.actors) take(std::move(actor));
  while (!wanted.empty()) {
    const std::string id = std::move(wanted.back());
    wanted.pop_back();
    if (actors.contains(id)) continue;
    if (const Actor* known = knowledge.find(id)) take(*known);
  }
  graph.actors.clear();
  for (auto& [id, actor] : actors) graph.actors.push_back(std::move(actor));
}

}  // namespace entente
