// SPDX-License-Identifier: ISC
#include "graph/event_clusters.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

namespace entente {

namespace {

using ClusterNumber = std::uint32_t;

/// Sides, and the action where only events with that action are wanted.
struct BucketKey {
  WordNumber initiators = kUnsaid, recipients = kUnsaid, action = kUnsaid;
  friend bool operator==(const BucketKey&, const BucketKey&) = default;
};

struct BucketHash {
  std::size_t operator()(const BucketKey& key) const {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
    std::uint64_t hash = key.initiators;
    for (const WordNumber next : {key.recipients, key.action}) {
      hash = (hash ^ (hash >> 29)) * kOdd + next;
    }
    return hash * kOdd >> 16;
  }
};

using Buckets = std::unordered_map<BucketKey, std::vector<ClusterNumber>, BucketHash>;

/// The events of one type. They are found by what a claim must share with them, so that only those
/// with a chance to agree are compared.
class EventsOfType {
 public:
  void add(const DescribedClaim& claim) {
    find_agreeing(claim);
    const ClusterNumber at = choose(claim);
    if (at == clusters_.size()) open(claim.description);
    EventCluster& cluster = clusters_[at];
    const bool had_action = cluster.whole.action != kUnsaid;
    absorb(cluster.whole, claim.description);
    if (!had_action && cluster.whole.action != kUnsaid) index_action(at);
    cluster.claims.push_back(claim.claim);
    told_in_.insert(place_in_article(at, claim.article));
  }

  std::vector<EventCluster> take() { return std::move(clusters_); }

 private:
  static std::uint64_t place_in_article(ClusterNumber cluster, std::uint32_t article) {
    return (static_cast<std::uint64_t>(cluster) << 32) | article;
  }

  void look(const Buckets& buckets, BucketKey key, const EventDescription& d) {
    const auto found = buckets.find(key);
    if (found == buckets.end()) return;
    for (const ClusterNumber i : found->second) {
      if (agree(d, clusters_[i].whole)) agreeing_.push_back(i);
    }
  }

  // Events whose sides are not the same agree only if the action is.
  void find_agreeing(const DescribedClaim& claim) {
    const EventDescription& d = claim.description;
    agreeing_.clear();
    if (d.action == kUnsaid) {
      look(by_sides_, {d.initiators, d.recipients}, d);
    } else {
      look_across_sides(d);
      std::erase_if(agreeing_, [&](ClusterNumber i) { return !may_leave_sides_out(claim, i); });
      look(without_action_, {d.initiators, d.recipients}, d);
      look(by_action_, {d.initiators, d.recipients, d.action}, d);
    }
    std::ranges::sort(agreeing_);
    agreeing_.erase(std::unique(agreeing_.begin(), agreeing_.end()), agreeing_.end());
  }

  // "The invasion" may be the one that all speak of; what two articles fear or demand need not be
  // one thing, unless both say when or where.
  bool may_leave_sides_out(const DescribedClaim& claim, ClusterNumber number) const {
    const EventDescription &one = claim.description, &other = clusters_[number].whole;
    const bool facts = one.reality == Reality::Fact && other.reality == Reality::Fact;
    return facts || (one.date && other.date) || (one.place && other.place) ||
           told_in_.contains(place_in_article(number, claim.article));
  }

  void look_across_sides(const EventDescription& d) {
    const bool initiators = d.initiators != kUnsaid, recipients = d.recipients != kUnsaid;
    if (initiators && recipients) {
      look(by_action_, {d.initiators, kUnsaid, d.action}, d);
      look(by_action_, {kUnsaid, d.recipients, d.action}, d);
    } else if (initiators) {
      look(by_initiator_, {d.initiators, kUnsaid, d.action}, d);
    } else if (recipients) {
      look(by_recipient_, {kUnsaid, d.recipients, d.action}, d);
    }
  }

  ClusterNumber choose(const DescribedClaim& claim) const {
    if (agreeing_.size() == 1) return agreeing_[0];
    for (const ClusterNumber i : agreeing_) {
      if (told_in_.contains(place_in_article(i, claim.article))) return i;
    }
    for (const ClusterNumber i : agreeing_) {
      if (same_key(clusters_[i].first, claim.description)) return i;
    }
    if (claim.denied && !agreeing_.empty()) {
      return *std::ranges::max_element(agreeing_, {},
                                       [&](ClusterNumber i) { return clusters_[i].claims.size(); });
    }
    return static_cast<ClusterNumber>(clusters_.size());
  }

  void open(const EventDescription& d) {
    const auto number = static_cast<ClusterNumber>(clusters_.size());
    clusters_.push_back({d, d, {}});
    by_sides_[{d.initiators, d.recipients}].push_back(number);
    if (d.action == kUnsaid) {
      without_action_[{d.initiators, d.recipients}].push_back(number);
    } else {
      index_action(number);
    }
  }

  // An event that gets its action later stays in without_action_ too: it is compared once more.
  void index_action(ClusterNumber number) {
    const EventDescription& d = clusters_[number].whole;
    by_action_[{d.initiators, d.recipients, d.action}].push_back(number);
    by_initiator_[{d.initiators, kUnsaid, d.action}].push_back(number);
    by_recipient_[{kUnsaid, d.recipients, d.action}].push_back(number);
  }

  std::vector<EventCluster> clusters_;
  Buckets by_sides_, without_action_;                // key without action
  Buckets by_action_, by_initiator_, by_recipient_;  // events that have an action
  std::unordered_set<std::uint64_t> told_in_;        // cluster and article
  std::vector<ClusterNumber> agreeing_;              // with the claim at hand, ascending
};

bool comes_first(const DescribedClaim& a, const DescribedClaim& b) {
  if (a.description.type != b.description.type) return a.description.type < b.description.type;
  if (is_more_specific(a.description, b.description)) return true;
  return !is_more_specific(b.description, a.description) && a.claim < b.claim;
}

std::vector<std::span<const DescribedClaim>> split_by_type(std::span<const DescribedClaim> claims) {
  std::vector<std::span<const DescribedClaim>> types;
  while (!claims.empty()) {
    const auto end = std::ranges::find_if(claims, [&](const DescribedClaim& claim) {
      return claim.description.type != claims.front().description.type;
    });
    const auto size = static_cast<std::size_t>(end - claims.begin());
    types.push_back(claims.first(size));
    claims = claims.subspan(size);
  }
  return types;
}

}  // namespace

std::vector<EventCluster> cluster_events(std::vector<DescribedClaim> claims) {
  tbb::parallel_sort(claims.begin(), claims.end(), comes_first);
  const auto types = split_by_type(claims);
  std::vector<std::vector<EventCluster>> found(types.size());
  tbb::parallel_for(std::size_t{0}, types.size(), [&](std::size_t i) {
    EventsOfType events;
    for (const DescribedClaim& claim : types[i]) events.add(claim);
    found[i] = events.take();
  });
  std::vector<EventCluster> all;
  for (std::vector<EventCluster>& some : found) {
    all.insert(all.end(), std::make_move_iterator(some.begin()),
               std::make_move_iterator(some.end()));
  }
  return all;
}

}  // namespace entente
