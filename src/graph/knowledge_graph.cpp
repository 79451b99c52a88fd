// SPDX-License-Identifier: ISC
#include "graph/knowledge_graph.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 5> kStatusNames = {"Corroborated", "SingleSource",
                                                          "Contested", "Denied", "Prospective"};

template <typename Record>
const Record* find_by_id(const std::vector<Record>& records, std::string_view id) {
  const auto at =
      std::lower_bound(records.begin(), records.end(), id,
                       [](const Record& record, std::string_view key) { return record.id < key; });
  return at != records.end() && at->id == id ? &*at : nullptr;
}

}  // namespace

std::string_view to_string(Status status) {
  return kStatusNames[static_cast<std::size_t>(status)];
}

std::optional<Status> parse_status(std::string_view name) {
  for (std::size_t i = 0; i < kStatusNames.size(); ++i) {
    if (kStatusNames[i] == name) return static_cast<Status>(i);
  }
  return std::nullopt;
}

const Actor* find_actor(const KnowledgeGraph& graph, std::string_view id) {
  return find_by_id(graph.actors, id);
}

const ArticleRecord* find_article(const KnowledgeGraph& graph, std::string_view id) {
  return find_by_id(graph.articles, id);
}

const ClaimRecord* find_claim(const KnowledgeGraph& graph, std::string_view id) {
  return find_by_id(graph.claims, id);
}

const SituationRecord* find_situation(const KnowledgeGraph& graph, std::string_view id) {
  return find_by_id(graph.situations, id);
}

}  // namespace entente
