// SPDX-License-Identifier: ISC
#include "graph/situations.h"

#include "graph/event_clusters.h"
#include "graph/hash.h"
#include "graph/sources.h"
#include "graph/status.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <tbb/parallel_for.h>

namespace entente {

namespace {

constexpr std::size_t kIdDigits = 16;

using Situations = std::vector<SituationRecord>;

std::string make_id(const std::string& content) {
  return sha256_hex(content).substr(0, kIdDigits);
}

std::vector<SharedText> actor_ids(const std::vector<ParticipantRecord>& participants) {
  std::vector<SharedText> ids;
  for (const ParticipantRecord& p : participants) ids.push_back(p.actor);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

// Relations -----------------------------------------------------------------------------------

SituationRecord describe_relation(const ClaimRecord& claim) {
  SituationRecord situation;
  situation.type = claim.type;
  situation.is_relation = true;
  situation.initiators = actor_ids(claim.initiators);
  situation.recipients = actor_ids(claim.recipients);
  if (is_symmetric(claim.type) && situation.recipients < situation.initiators) {
    std::swap(situation.initiators, situation.recipients);
  }
  return situation;
}

std::string to_key(const SituationRecord& relation) {
  std::string key = "relation\n" + relation.type;
  for (const SharedText& id : relation.initiators) key += "\ns" + id;
  for (const SharedText& id : relation.recipients) key += "\no" + id;
  return key;
}

void gather_relations(const KnowledgeGraph& graph, Situations& drafts) {
  std::unordered_map<std::string, std::size_t> known;
  for (ClaimNumber i = 0; i < graph.claims.size(); ++i) {
    if (!graph.claims[i].is_relation) continue;
    SituationRecord record = describe_relation(graph.claims[i]);
    const auto [at, fresh] = known.try_emplace(to_key(record), drafts.size());
    if (fresh) {
      record.id = make_id(at->first);
      drafts.push_back(std::move(record));
    }
    drafts[at->second].claims.push_back(i);
  }
}

// Events --------------------------------------------------------------------------------------

std::optional<PlaceRecord> to_place(const std::optional<PlaceNumbers>& place,
                                    const std::vector<std::string>& words) {
  if (!place) return std::nullopt;
  return PlaceRecord{words[place->label], words[place->country]};
}

SituationRecord describe_event(const EventCluster& cluster, const std::vector<std::string>& words) {
  const EventDescription& d = cluster.whole;
  SituationRecord situation;
  situation.id = make_id(to_key(cluster.first, words));
  situation.type = words[d.type];
  situation.action = words[d.action];
  situation.place = to_place(d.place, words);
  situation.launched_from = to_place(d.launched_from, words);
  if (d.date) situation.date = {from_day_number(d.date->from), from_day_number(d.date->to)};
  return situation;
}

void gather_events(const KnowledgeGraph& graph, Situations& drafts) {
  EventDescriptions described = describe_events(graph);
  std::vector<EventCluster> clusters = cluster_events(std::move(described.claims));
  const std::size_t before = drafts.size();
  drafts.resize(before + clusters.size());
  tbb::parallel_for(std::size_t{0}, clusters.size(), [&](std::size_t i) {
    drafts[before + i] = describe_event(clusters[i], described.words);
    drafts[before + i].claims = std::move(clusters[i].claims);
  });
}

// What is only possible and what is planned may have one id: they are one situation.
void unite_equal_ids(Situations& drafts) {
  std::ranges::stable_sort(drafts, {}, &SituationRecord::id);
  std::size_t kept = 0;
  for (std::size_t i = 1; i < drafts.size(); ++i) {
    SituationRecord& last = drafts[kept];
    if (last.id == drafts[i].id) {
      last.claims.insert(last.claims.end(), drafts[i].claims.begin(), drafts[i].claims.end());
    } else if (++kept != i) {
      drafts[kept] = std::move(drafts[i]);
    }
  }
  if (!drafts.empty()) drafts.resize(kept + 1);
}

// What all claims of a situation say together ---------------------------------------------------

/// Looks up what claims refer to; read-only, so that many threads may use it.
class Lookup {
 public:
  explicit Lookup(const KnowledgeGraph& of)
      : graph(of), sources_(independent_sources(of.articles, of.actors)) {
    for (const Actor& actor : graph.actors) actors_.emplace(actor.id, &actor);
    for (const ArticleRecord& article : graph.articles) articles_.emplace(article.id, &article);
  }

  const Actor* actor(std::string_view id) const {
    const auto found = actors_.find(id);
    return found == actors_.end() ? nullptr : found->second;
  }

  const ArticleRecord* article(std::string_view id) const {
    const auto found = articles_.find(id);
    return found == articles_.end() ? nullptr : found->second;
  }

  std::string_view source(const ArticleRecord& article) const {
    return sources_[static_cast<std::size_t>(&article - graph.articles.data())];
  }

  const KnowledgeGraph& graph;

 private:
  std::vector<std::string> sources_;
  std::unordered_map<std::string_view, const Actor*> actors_;
  std::unordered_map<std::string_view, const ArticleRecord*> articles_;
};

using Side = std::vector<ParticipantRecord> ClaimRecord::*;

// Per country: the one actor that all claims name, else the country itself if it is in the graph,
// else all that are named.
std::vector<SharedText> agreed_side(const Lookup& lookup, const std::vector<std::uint32_t>& claims,
                                    Side side) {
  std::map<std::string_view, std::set<std::string_view>> named;
  for (const std::uint32_t number : claims) {
    for (const ParticipantRecord& p : lookup.graph.claims[number].*side) {
      named[country_of(lookup.actor(p.actor), p.actor)].insert(p.actor);
    }
  }
  std::set<std::string_view> agreed;
  for (const auto& [country, actors] : named) {
    if (actors.size() > 1 && lookup.actor(country) != nullptr) {
      agreed.insert(country);
    } else {
      agreed.insert(actors.begin(), actors.end());
    }
  }
  return {agreed.begin(), agreed.end()};
}

// Fills what is counted over the claims of a situation. An article that is not in the graph is a
// source of its own.
void count_claims(SituationRecord& situation, const Lookup& lookup) {
  std::vector<SourcedClaim> sourced;
  std::set<std::string_view> articles;
  std::ranges::sort(situation.claims);
  for (const ClaimNumber number : situation.claims) {
    const ClaimRecord& claim = lookup.graph.claims[number];
    articles.insert(claim.article);
    const ArticleRecord* article = lookup.article(claim.article);
    sourced.push_back(
        {&claim, article == nullptr ? claim.article.view() : lookup.source(*article)});
    if (article == nullptr || !article->date) continue;
    const Date date = *article->date;
    situation.first_reported = std::min(situation.first_reported.value_or(date), date);
    situation.last_reported = std::max(situation.last_reported.value_or(date), date);
  }
  const StatusFinding found = find_status(sourced);
  situation.status = found.status;
  situation.source_count = found.source_count;
  situation.claim_count = static_cast<std::uint32_t>(situation.claims.size());
  situation.article_count = static_cast<std::uint32_t>(articles.size());
}

void complete(SituationRecord& situation, const Lookup& lookup) {
  if (!situation.is_relation) {
    situation.initiators = agreed_side(lookup, situation.claims, &ClaimRecord::initiators);
    situation.recipients = agreed_side(lookup, situation.claims, &ClaimRecord::recipients);
  }
  count_claims(situation, lookup);
}

}  // namespace

bool is_symmetric(std::string_view relation) {
  return relation == "alliedWith" || relation == "borders";
}

void form_situations(KnowledgeGraph& graph) {
  Situations situations;
  gather_relations(graph, situations);
  gather_events(graph, situations);
  unite_equal_ids(situations);
  const Lookup lookup(graph);
  tbb::parallel_for(std::size_t{0}, situations.size(),
                    [&](std::size_t i) { complete(situations[i], lookup); });
  for (const SituationRecord& situation : situations) {
    for (const ClaimNumber number : situation.claims) {
      graph.claims[number].situation = situation.id;
    }
  }
  graph.situations = std::move(situations);
}

}  // namespace entente
