// SPDX-License-Identifier: ISC
#include "graph/sources.h"

#include "graph/sketch.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

namespace entente {

namespace {

// How many of the articles that carry a hash the others are compared with. Copies of one text are
// linked through the first of them; a stock phrase of a site costs no more than that.
constexpr std::size_t kCompared = 32;

using ArticleNumber = std::uint32_t;
using Pair = std::pair<ArticleNumber, ArticleNumber>;

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

/// Which articles carry which hash.
class HashIndex {
 public:
  explicit HashIndex(std::span<const ArticleRecord> articles) : first_of_(articles.size() + 1) {
    for (std::size_t i = 0; i < articles.size(); ++i) {
      first_of_[i + 1] = first_of_[i] + articles[i].sketch.size();
    }
    std::vector<std::pair<std::uint32_t, ArticleNumber>> entries(first_of_.back());
    tbb::parallel_for(std::size_t{0}, articles.size(), [&](std::size_t i) {
      std::size_t at = first_of_[i];
      for (const std::uint32_t hash : articles[i].sketch) {
        entries[at++] = {hash, static_cast<ArticleNumber>(i)};
      }
    });
    tbb::parallel_sort(entries);
    carriers_.reserve(entries.size());
    bucket_of_.resize(entries.size());
    // A sketch is sorted, so an article's hashes come by in its own order.
    std::vector<std::size_t> next(first_of_.begin(), first_of_.end() - 1);
    std::size_t bucket = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i > 0 && entries[i].first != entries[i - 1].first) bucket = i;
      carriers_.push_back(entries[i].second);
      bucket_of_[next[entries[i].second]++] = static_cast<std::uint32_t>(bucket);
    }
  }

  /// Calls `visit` for each hash of the article and each of the first carriers before it.
  template <typename Visit>
  void for_each_earlier(ArticleNumber article, Visit&& visit) const {
    for (std::size_t k = first_of_[article]; k < first_of_[article + 1]; ++k) {
      const std::size_t begin = bucket_of_[k];
      const std::size_t end = std::min(begin + kCompared, carriers_.size());
      for (std::size_t i = begin; i < end && carriers_[i] < article; ++i) visit(carriers_[i]);
    }
  }

 private:
  std::vector<std::size_t> first_of_;     // by article: its place in bucket_of_
  std::vector<std::uint32_t> bucket_of_;  // by article and hash: where the carriers begin
  std::vector<ArticleNumber> carriers_;   // by hash, ascending; no article carries a hash twice
};

/// Earlier articles that carry the text of `article`.
class CopyFinder {
 public:
  CopyFinder(std::span<const ArticleRecord> articles, const HashIndex& index)
      : articles_(articles), index_(index), shared_(articles.size()) {}

  void find(ArticleNumber article, std::vector<Pair>& copies) {
    index_.for_each_earlier(article, [&](ArticleNumber other) {
      if (++shared_[other] == kMinSharedHashes) likely_.push_back(other);
    });
    for (const ArticleNumber other : likely_) {
      if (same_text(articles_[article].sketch, articles_[other].sketch)) {
        copies.emplace_back(other, article);
      }
    }
    index_.for_each_earlier(article, [&](ArticleNumber other) { shared_[other] = 0; });
    likely_.clear();
  }

 private:
  std::span<const ArticleRecord> articles_;
  const HashIndex& index_;
  std::vector<std::uint8_t> shared_;  // hashes in common; at most kSketchSize
  std::vector<ArticleNumber> likely_;
};

std::vector<Pair> find_copies(std::span<const ArticleRecord> articles) {
  constexpr std::size_t kGrain = 256;
  const HashIndex index(articles);
  std::vector<std::vector<Pair>> found((articles.size() + kGrain - 1) / kGrain);
  tbb::enumerable_thread_specific<CopyFinder> finders(articles, std::cref(index));
  tbb::parallel_for(std::size_t{0}, found.size(), [&](std::size_t part) {
    const std::size_t end = std::min(articles.size(), (part + 1) * kGrain);
    CopyFinder& finder = finders.local();
    for (std::size_t i = part * kGrain; i < end; ++i) {
      finder.find(static_cast<ArticleNumber>(i), found[part]);
    }
  });
  std::vector<Pair> all;
  for (const std::vector<Pair>& some : found) all.insert(all.end(), some.begin(), some.end());
  return all;
}

DisjointSets group_same_texts(std::span<const ArticleRecord> articles) {
  DisjointSets groups(articles.size());
  for (const auto& [one, other] : find_copies(articles)) groups.unite(one, other);
  return groups;
}

using AgencyOfPublisher = std::unordered_map<std::string_view, std::string_view>;

AgencyOfPublisher find_publishing_agencies(std::span<const ArticleRecord> articles,
                                           std::span<const Actor> actors) {
  std::unordered_set<std::string_view> agencies;
  for (const ArticleRecord& article : articles) agencies.insert(article.agency);
  AgencyOfPublisher found;
  for (const Actor& actor : actors) {
    if (!agencies.contains(actor.id)) continue;
    found.emplace(actor.label, actor.id);
    for (const ActorName& name : actor.names) found.emplace(name.text, actor.id);
  }
  return found;
}

std::string source_of(const ArticleRecord& article, const AgencyOfPublisher& agencies) {
  if (!article.agency.empty()) return "agency:" + article.agency;
  if (article.publisher.empty()) return "article:" + article.id;
  const auto agency = agencies.find(article.publisher);
  if (agency != agencies.end()) return "agency:" + std::string(agency->second);
  return "publisher:" + article.publisher;
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

std::vector<std::string> independent_sources(std::span<const ArticleRecord> articles,
                                             std::span<const Actor> actors) {
  const AgencyOfPublisher agencies = find_publishing_agencies(articles, actors);
  DisjointSets groups = group_same_texts(articles);
  std::unordered_map<std::size_t, const ArticleRecord*> speaker;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const ArticleRecord*& best = speaker[groups.find(i)];
    if (best == nullptr || speaks_for_group(articles[i], *best)) best = &articles[i];
  }
  std::vector<std::string> sources;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    sources.push_back(source_of(*speaker[groups.find(i)], agencies));
  }
  return sources;
}

}  // namespace entente
