// SPDX-License-Identifier: ISC
#include "graph/situations.h"

#include "graph/event_description.h"
#include "graph/hash.h"
#include "graph/sources.h"
#include "graph/status.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace entente {

namespace {

constexpr std::size_t kIdDigits = 16;

struct Cluster {
  EventDescription description;  // grows: what the first claims leave unsaid, later ones may say
  std::string id;                // from the first claim alone
  std::vector<const ClaimRecord*> claims;
  std::set<std::string_view> articles;
};

std::string make_id(const std::string& content) {
  return sha256_hex(content).substr(0, kIdDigits);
}

// Events of one type and one side, so that only claims with a chance to agree are compared.
class EventClusters {
 public:
  void add(const ClaimRecord& claim, EventDescription description) {
    const std::vector<std::size_t> found = candidates(description);
    const std::size_t at = choose(claim, description, found);
    Cluster& cluster = at == clusters_.size() ? open(description) : clusters_[at];
    absorb(cluster.description, description);
    cluster.claims.push_back(&claim);
    cluster.articles.insert(claim.article);
  }

  std::vector<Cluster> take() { return std::move(clusters_); }

 private:
  static std::string key(const EventDescription& d, bool with_initiators, bool with_recipients) {
    std::string result = d.type;
    for (const std::string& side : with_initiators ? d.initiators : std::vector<std::string>{}) {
      result += "\ni" + side;
    }
    for (const std::string& side : with_recipients ? d.recipients : std::vector<std::string>{}) {
      result += "\nr" + side;
    }
    return result;
  }

  std::vector<std::size_t> candidates(const EventDescription& d) const {
    const bool initiators = !d.initiators.empty();
    const bool recipients = !d.recipients.empty();
    std::set<std::size_t> near;
    const auto look = [&](bool with_initiators, bool with_recipients) {
      const auto found = by_sides_.find(key(d, with_initiators, with_recipients));
      if (found != by_sides_.end()) near.insert(found->second.begin(), found->second.end());
    };
    look(initiators, recipients);
    if (initiators && recipients) {
      look(true, false);
      look(false, true);
    }
    std::vector<std::size_t> agreeing;
    for (const std::size_t i : near) {
      if (agree(d, clusters_[i].description)) agreeing.push_back(i);
    }
    return agreeing;
  }

  std::size_t choose(const ClaimRecord& claim, const EventDescription& description,
                     const std::vector<std::size_t>& found) const {
    if (found.size() == 1) return found[0];
    for (const std::size_t i : found) {
      if (clusters_[i].articles.contains(claim.article)) return i;
    }
    const std::string id = make_id(to_key(description));
    for (const std::size_t i : found) {
      if (clusters_[i].id == id) return i;
    }
    if (claim.polarity == Polarity::Denied && !found.empty()) {
      return *std::max_element(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
        return clusters_[a].claims.size() < clusters_[b].claims.size();
      });
    }
    return clusters_.size();
  }

  // A cluster is found by its full sides, and by each side alone for claims that leave one out.
  Cluster& open(const EventDescription& description) {
    const std::size_t index = clusters_.size();
    std::set<std::string> keys = {key(description, true, true), key(description, true, false),
                                  key(description, false, true)};
    for (const std::string& k : keys) by_sides_[k].push_back(index);
    clusters_.push_back({description, make_id(to_key(description)), {}, {}});
    return clusters_.back();
  }

  std::vector<Cluster> clusters_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_sides_;
};

std::vector<Cluster> cluster_events(const KnowledgeGraph& graph) {
  struct Entry {
    EventDescription description;
    const ClaimRecord* claim;
  };
  std::vector<Entry> entries;
  for (const ClaimRecord& claim : graph.claims) {
    if (!claim.is_relation) entries.push_back({describe_event(graph, claim), &claim});
  }
  // Stable, and claims are sorted by id: ties fall to the id.
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return is_more_specific(a.description, b.description);
  });
  EventClusters clusters;
  for (Entry& entry : entries) clusters.add(*entry.claim, std::move(entry.description));
  return clusters.take();
}

std::vector<std::string> actor_ids(const std::vector<ParticipantRecord>& participants) {
  std::vector<std::string> ids;
  for (const ParticipantRecord& p : participants) ids.push_back(p.actor);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

SituationRecord describe_relation(const ClaimRecord& claim) {
  SituationRecord situation;
  situation.type = claim.type;
  situation.is_relation = true;
  situation.initiators = actor_ids(claim.initiators);
  situation.recipients = actor_ids(claim.recipients);
  if (is_symmetric(claim.type) && situation.recipients < situation.initiators) {
    std::swap(situation.initiators, situation.recipients);
  }
  std::string content = "relation\n" + claim.type;
  for (const std::string& id : situation.initiators) content += "\ns" + id;
  for (const std::string& id : situation.recipients) content += "\no" + id;
  situation.id = make_id(content);
  return situation;
}

using Side = std::vector<ParticipantRecord> ClaimRecord::*;

// Per country: the one actor that all claims name, else the country itself if it is in the graph,
// else all that are named.
std::vector<std::string> agreed_side(const KnowledgeGraph& graph,
                                     const std::vector<const ClaimRecord*>& claims, Side side) {
  std::map<std::string, std::set<std::string>> named;
  for (const ClaimRecord* claim : claims) {
    for (const ParticipantRecord& p : claim->*side)
      named[country_of(graph, p.actor)].insert(p.actor);
  }
  std::set<std::string> agreed;
  for (const auto& [country, actors] : named) {
    if (actors.size() > 1 && find_actor(graph, country) != nullptr) {
      agreed.insert(country);
    } else {
      agreed.insert(actors.begin(), actors.end());
    }
  }
  return {agreed.begin(), agreed.end()};
}

SituationRecord to_situation(const KnowledgeGraph& graph, const Cluster& cluster) {
  SituationRecord situation;
  const EventDescription& d = cluster.description;
  situation.id = cluster.id;
  situation.type = d.type;
  situation.action = d.action;
  situation.place = d.place;
  situation.launched_from = d.launched_from;
  situation.date = d.date;
  situation.initiators = agreed_side(graph, cluster.claims, &ClaimRecord::initiators);
  situation.recipients = agreed_side(graph, cluster.claims, &ClaimRecord::recipients);
  return situation;
}

// Fills what is counted over the claims of a situation.
void count_claims(SituationRecord& situation, const std::vector<const ClaimRecord*>& claims,
                  const KnowledgeGraph& graph, const std::vector<std::string>& sources) {
  std::vector<SourcedClaim> sourced;
  std::set<std::string_view> articles;
  for (const ClaimRecord* claim : claims) {
    situation.claims.push_back(claim->id);
    articles.insert(claim->article);
    const ArticleRecord* article = find_article(graph, claim->article);
    if (article == nullptr) {
      sourced.push_back({claim, "article:" + claim->article});
      continue;
    }
    sourced.push_back({claim, sources[static_cast<std::size_t>(article - graph.articles.data())]});
    if (!article->date) continue;
    situation.first_reported =
        std::min(situation.first_reported.value_or(*article->date), *article->date);
    situation.last_reported =
        std::max(situation.last_reported.value_or(*article->date), *article->date);
  }
  std::sort(situation.claims.begin(), situation.claims.end());
  const StatusFinding found = find_status(sourced);
  situation.status = found.status;
  situation.source_count = found.source_count;
  situation.claim_count = static_cast<std::uint32_t>(claims.size());
  situation.article_count = static_cast<std::uint32_t>(articles.size());
}

struct Situation {
  SituationRecord record;
  std::vector<const ClaimRecord*> claims;
};

// By id. Two events differ in their first claims' descriptions, so no id comes twice.
std::map<std::string, Situation> gather(const KnowledgeGraph& graph) {
  std::map<std::string, Situation> situations;
  for (const ClaimRecord& claim : graph.claims) {
    if (!claim.is_relation) continue;
    SituationRecord record = describe_relation(claim);
    Situation& situation = situations[record.id];
    if (situation.claims.empty()) situation.record = std::move(record);
    situation.claims.push_back(&claim);
  }
  for (const Cluster& cluster : cluster_events(graph)) {
    Situation& situation = situations[cluster.id];
    if (situation.claims.empty()) situation.record = to_situation(graph, cluster);
    situation.claims.insert(situation.claims.end(), cluster.claims.begin(), cluster.claims.end());
  }
  return situations;
}

}  // namespace

bool is_symmetric(std::string_view relation) {
  return relation == "alliedWith" || relation == "borders";
}

void form_situations(KnowledgeGraph& graph) {
  const std::vector<std::string> sources = independent_sources(graph.articles);
  std::unordered_map<std::string, std::string> situation_of;
  graph.situations.clear();
  for (auto& [id, situation] : gather(graph)) {
    count_claims(situation.record, situation.claims, graph, sources);
    for (const ClaimRecord* claim : situation.claims) situation_of[claim->id] = id;
    graph.situations.push_back(std::move(situation.record));
  }
  for (ClaimRecord& claim : graph.claims) claim.situation = situation_of[claim.id];
}

}  // namespace entente
