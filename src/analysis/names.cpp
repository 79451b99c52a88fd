// SPDX-License-Identifier: ISC
#include "analysis/names.h"

#include "entities/fold.h"
#include "graph/id_index.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace entente {

namespace {

// How readily a name of that kind is taken for its actor; an id comes before all.
int rank_of(NameKind kind) {
  switch (kind) {
    case NameKind::Label:
      return 1;
    case NameKind::Acronym:
      return 2;
    case NameKind::Alternative:
      return 3;
    case NameKind::Capital:
      return 4;
    case NameKind::Surname:
      return 5;
    case NameKind::Seat:
      return 6;
    case NameKind::Demonym:
      return 7;
    case NameKind::Adjective:
      return 8;
  }
  return 9;
}

constexpr int kLastWordRank = 5;
constexpr int kNoMatch = 100;

std::string to_key(std::string_view name) {
  std::string key;
  for (const Piece& piece : pieces_of(name)) key += (key.empty() ? "" : " ") + piece.key;
  return key.starts_with("the ") ? key.substr(4) : key;
}

std::string last_word(const std::string& key) {
  return key.substr(key.rfind(' ') + 1);
}

int match(const Actor& actor, const std::string& wanted) {
  if (fold(actor.id) == wanted || to_key(actor.id) == wanted) return 0;
  int best = kNoMatch;
  const std::string label = to_key(actor.label);
  if (label == wanted) best = rank_of(NameKind::Label);
  if (actor.type == ActorType::Person && last_word(label) == wanted) {
    best = std::min(best, kLastWordRank);
  }
  for (const ActorName& name : actor.names) {
    if (rank_of(name.kind) < best && to_key(name.text) == wanted) best = rank_of(name.kind);
  }
  return best;
}

std::vector<std::uint32_t> count_situations(const KnowledgeGraph& graph) {
  std::vector<std::uint32_t> counts(graph.actors.size(), 0);
  const IdIndex index(graph.actors);
  for (const SituationRecord& situation : graph.situations) {
    for (const auto* side : {&situation.initiators, &situation.recipients}) {
      for (const SharedText& id : *side) {
        if (const auto number = index.find(id)) ++counts[*number];
      }
    }
  }
  return counts;
}

// Levenshtein distance in bytes of folded names, at most `limit` + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

std::vector<std::string> suggest(const KnowledgeGraph& graph, const std::string& wanted) {
  const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  std::map<std::string, std::size_t> nearest;  // by label
  const auto consider = [&](const Actor& actor, const std::string& key) {
    const std::size_t found = distance(wanted, key, limit);
    if (found > limit) return;
    const auto [at, fresh] = nearest.try_emplace(actor.label, found);
    if (!fresh) at->second = std::min(at->second, found);
  };
  for (const Actor& actor : graph.actors) {
    const std::string label = to_key(actor.label);
    consider(actor, label);
    if (actor.type == ActorType::Person) consider(actor, last_word(label));
    for (const ActorName& name : actor.names) consider(actor, to_key(name.text));
  }
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [label, found] : nearest) order.emplace_back(found, label);
  std::sort(order.begin(), order.end());
  std::vector<std::string> suggestions;
  for (std::size_t i = 0; i < std::min(kMostSuggestions, order.size()); ++i) {
    suggestions.push_back(order[i].second);
  }
  return suggestions;
}

}  // namespace

ActorMatch find_actors(const KnowledgeGraph& graph, std::string_view name) {
  const std::string wanted = to_key(name);
  if (wanted.empty()) return {};
  std::vector<std::pair<int, ActorNumber>> matches;
  for (ActorNumber i = 0; i < graph.actors.size(); ++i) {
    const int rank = match(graph.actors[i], wanted);
    if (rank != kNoMatch) matches.emplace_back(rank, i);
  }
  if (matches.empty()) return {{}, suggest(graph, wanted)};
  std::vector<std::uint32_t> counts(graph.actors.size(), 0);
  if (matches.size() > 1) counts = count_situations(graph);
  std::sort(matches.begin(), matches.end(), [&](const auto& a, const auto& b) {
    return std::tuple(a.first, counts[b.second], a.second) <
           std::tuple(b.first, counts[a.second], b.second);
  });
  ActorMatch result;
  for (const auto& [rank, number] : matches) result.actors.push_back(number);
  return result;
}

}  // namespace entente
