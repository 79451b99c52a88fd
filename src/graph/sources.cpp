// SPDX-License-Identifier: ISC
#include "graph/sources.h"

#include "graph/sketch.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace entente {

namespace {

// A hash in more sketches than this is a stock phrase of a site and tells nothing.
constexpr std::size_t kStockPhrase = 200;

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parent_;
};

std::vector<std::pair<std::uint32_t, std::uint32_t>> hashes_with_articles(
    std::span<const ArticleRecord> articles) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    for (const std::uint32_t hash : articles[i].sketch) entries.emplace_back(hash, i);
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

// Pairs of articles that share a hash, with how many they share.
std::map<std::pair<std::uint32_t, std::uint32_t>, int> count_shared(
    std::span<const ArticleRecord> articles) {
  const auto entries = hashes_with_articles(articles);
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> shared;
  for (std::size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    while (end < entries.size() && entries[end].first == entries[begin].first) ++end;
    if (end - begin > kStockPhrase) continue;
    for (std::size_t a = begin; a < end; ++a) {
      for (std::size_t b = a + 1; b < end; ++b) ++shared[{entries[a].second, entries[b].second}];
    }
  }
  return shared;
}

DisjointSets group_same_texts(std::span<const ArticleRecord> articles) {
  DisjointSets groups(articles.size());
  for (const auto& [pair, count] : count_shared(articles)) {
    if (count < kMinSharedHashes) continue;
    if (same_text(articles[pair.first].sketch, articles[pair.second].sketch)) {
      groups.unite(pair.first, pair.second);
    }
  }
  return groups;
}

std::string source_of(const ArticleRecord& article) {
  if (!article.agency.empty()) return "agency:" + article.agency;
  if (!article.publisher.empty()) return "publisher:" + article.publisher;
  return "article:" + article.id;
}

// Agencies first, then the earliest article: whoever was first is the origin of the text.
bool speaks_for_group(const ArticleRecord& a, const ArticleRecord& b) {
  const Date last{9999, 12, 31};
  const auto key = [&](const ArticleRecord& article) {
    return std::tuple(article.agency.empty(), article.agency, article.date.value_or(last),
                      article.id);
  };
  return key(a) < key(b);
}

}  // namespace

std::vector<std::string> independent_sources(std::span<const ArticleRecord> articles) {
  DisjointSets groups = group_same_texts(articles);
  std::unordered_map<std::size_t, const ArticleRecord*> speaker;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const ArticleRecord*& best = speaker[groups.find(i)];
    if (best == nullptr || speaks_for_group(articles[i], *best)) best = &articles[i];
  }
  std::vector<std::string> sources;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    sources.push_back(source_of(*speaker[groups.find(i)]));
  }
  return sources;
}

}  // namespace entente
