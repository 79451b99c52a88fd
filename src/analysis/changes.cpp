// SPDX-License-Identifier: ISC
#include "analysis/changes.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace entente {

namespace {

std::vector<SharedText> missing_from(const KnowledgeGraph& graph,
                                     const std::vector<ArticleRecord>& articles) {
  std::vector<SharedText> missing;
  for (const ArticleRecord& article : articles) {
    if (find_article(graph, article.id) == nullptr) missing.push_back(article.id);
  }
  return missing;
}

using Matches = std::vector<std::optional<SituationNumber>>;  // by number in `after`

SituationNumber number_of(const KnowledgeGraph& graph, const SituationRecord& situation) {
  return static_cast<SituationNumber>(&situation - graph.situations.data());
}

// The situation of `before` that most of the claims were in, unless it is taken; the first of
// equals.
std::optional<SituationNumber> match_by_claims(
    const SituationRecord& situation, const KnowledgeGraph& before, const KnowledgeGraph& after,
    const std::unordered_map<std::string_view, SituationNumber>& situation_of,
    const std::vector<bool>& taken) {
  std::map<SituationNumber, int> shared;
  for (const ClaimNumber claim : situation.claims) {
    const auto found = situation_of.find(after.claims[claim].id);
    if (found != situation_of.end() && !taken[found->second]) ++shared[found->second];
  }
  std::optional<SituationNumber> best;
  for (const auto& [number, count] : shared) {
    const bool same_type = before.situations[number].type == situation.type;
    if (same_type && (!best || count > shared[*best])) best = number;
  }
  return best;
}

Matches match(const KnowledgeGraph& before, const KnowledgeGraph& after, std::vector<bool>& taken) {
  Matches matches(after.situations.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const SituationRecord* same = find_situation(before, after.situations[i].id);
    if (same == nullptr) continue;
    matches[i] = number_of(before, *same);
    taken[*matches[i]] = true;
  }
  std::unordered_map<std::string_view, SituationNumber> situation_of;
  for (const SituationRecord& situation : before.situations) {
    for (const ClaimNumber claim : situation.claims) {
      situation_of.emplace(before.claims[claim].id, number_of(before, situation));
    }
  }
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i]) continue;
    matches[i] = match_by_claims(after.situations[i], before, after, situation_of, taken);
    if (matches[i]) taken[*matches[i]] = true;
  }
  return matches;
}

bool same_claims(const KnowledgeGraph& before, const SituationRecord& was,
                 const KnowledgeGraph& after, const SituationRecord& is) {
  return std::ranges::equal(
      was.claims, is.claims, {}, [&](ClaimNumber i) { return before.claims[i].id.view(); },
      [&](ClaimNumber i) { return after.claims[i].id.view(); });
}

bool is_changed(const SituationRecord& before, const SituationRecord& after) {
  return before.status != after.status || before.initiators != after.initiators ||
         before.recipients != after.recipients;
}

}  // namespace

std::vector<SharedText> claim_ids(const KnowledgeGraph& graph, const SituationRecord& situation) {
  std::vector<SharedText> ids;
  for (const ClaimNumber claim : situation.claims) ids.push_back(graph.claims[claim].id);
  return ids;
}

Changes find_changes(const KnowledgeGraph& before, const KnowledgeGraph& after) {
  Changes changes;
  changes.articles_added = missing_from(before, after.articles);
  changes.articles_gone = missing_from(after, before.articles);
  std::vector<bool> taken(before.situations.size(), false);
  const Matches matches = match(before, after, taken);
  for (SituationNumber i = 0; i < matches.size(); ++i) {
    if (!matches[i]) {
      changes.added.push_back({std::nullopt, i});
    } else if (is_changed(before.situations[*matches[i]], after.situations[i]) ||
               !same_claims(before, before.situations[*matches[i]], after, after.situations[i])) {
      changes.changed.push_back({matches[i], i});
    } else {
      ++changes.unchanged;
    }
  }
  for (SituationNumber i = 0; i < taken.size(); ++i) {
    if (!taken[i]) changes.gone.push_back({i, std::nullopt});
  }
  return changes;
}

}  // namespace entente
