// SPDX-License-Identifier: ISC
#include "analysis/balance.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <tbb/parallel_for.h>

namespace entente {

namespace {

constexpr int kMostPasses = 100;
constexpr double kLeastGain = 1e-12;  // less is rounding, and could go on for ever

constexpr std::size_t kPartiesInBlock = 256;

/// Parties with a signed pair, numbered from 0 in the order of the actors, and for each a row of
/// those whom it is bound to, in the same order.
class SignedNetwork {
 public:
  struct Bond {
    std::uint32_t other;
    double value;
  };

  explicit SignedNetwork(const std::vector<SignedPair>& pairs) {
    for (const SignedPair& pair : pairs) {
      parties_.push_back(pair.a);
      parties_.push_back(pair.b);
    }
    std::ranges::sort(parties_);
    parties_.erase(std::unique(parties_.begin(), parties_.end()), parties_.end());
    first_.assign(parties_.size() + 1, 0);
    for (const SignedPair& pair : pairs) {
      ends_.push_back({number(pair.a), number(pair.b)});
      ++first_[ends_.back().first + 1];
      ++first_[ends_.back().second + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    bonds_.resize(2 * pairs.size());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    // The pairs are sorted, so each row gets first the lower parties and then the higher, in order.
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto [a, b] = ends_[i];
      bonds_[next[b]++] = {a, pairs[i].value};
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto [a, b] = ends_[i];
      bonds_[next[a]++] = {b, pairs[i].value};
    }
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(parties_.size()); }
  ActorNumber party(std::uint32_t number) const { return parties_[number]; }
  std::span<const Bond> bonds(std::uint32_t number) const {
    return std::span(bonds_).subspan(first_[number], first_[number + 1] - first_[number]);
  }
  /// Numbers of the two of each pair.
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ends() const { return ends_; }

 private:
  std::uint32_t number(ActorNumber party) const {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(parties_, party) - parties_.begin());
  }

  std::vector<ActorNumber> parties_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends_;
  std::vector<std::size_t> first_;
  std::vector<Bond> bonds_;
};

std::vector<ActorNumber> find_parties(const KnowledgeGraph& graph) {
  std::vector<ActorNumber> party(graph.actors.size());
  for (ActorNumber i = 0; i < party.size(); ++i) {
    party[i] = actor_number(graph, graph.actors[i].country).value_or(i);
  }
  return party;
}

struct Feelings {
  double no_cooperation = 1, no_conflict = 1;  // products of 1 - strength
  double value() const { return (1 - no_cooperation) - (1 - no_conflict); }
};

struct PairTie {
  ActorNumber a, b;
  const Tie* tie;
  friend auto operator<=>(const PairTie&, const PairTie&) = default;
};

std::vector<SignedPair> find_pairs(const KnowledgeGraph& graph, const std::vector<Tie>& ties) {
  const std::vector<ActorNumber> party = find_parties(graph);
  std::vector<PairTie> sorted;
  for (const Tie& tie : ties) {
    const auto [a, b] = std::minmax(party[tie.from], party[tie.to]);
    if (a == b || tie.sign == Sign::Neutral) continue;
    if (tie.representation || tie.is_only_known()) continue;
    sorted.push_back({a, b, &tie});
  }
  std::ranges::sort(sorted);  // ties of one pair keep their order
  std::vector<SignedPair> pairs;
  for (auto at = sorted.begin(); at != sorted.end();) {
    const auto [a, b, first] = *at;
    Feelings between;
    for (; at != sorted.end() && at->a == a && at->b == b; ++at) {
      const bool friendly = at->tie->sign == Sign::Cooperation;
      (friendly ? between.no_cooperation : between.no_conflict) *= 1 - at->tie->strength;
    }
    if (std::abs(between.value()) >= kLeastValue) pairs.push_back({a, b, between.value()});
  }
  return pairs;
}

/// Triads as they are found: all are counted, those that tell most are kept.
struct Triads {
  std::size_t balanced = 0, unbalanced = 0;
  std::vector<Triad> telling;

  void add(const Triad& triad) {
    ++(triad.is_balanced() ? balanced : unbalanced);
    telling.push_back(triad);
    if (telling.size() >= 2 * kMostTriads) cut();
  }
  void add(const Triads& others) {
    balanced += others.balanced;
    unbalanced += others.unbalanced;
    telling.insert(telling.end(), others.telling.begin(), others.telling.end());
    if (telling.size() >= 2 * kMostTriads) cut();
  }
  void cut() {
    std::ranges::sort(telling, {}, [](const Triad& t) {
      return std::tuple(t.is_balanced(), -t.weight, t.parties);
    });
    telling.resize(std::min(telling.size(), kMostTriads));
  }
};

/// Finds each triad at that of its three who has the fewest bonds (N. Chiba and T. Nishizeki 1985):
/// what is bound to half the world is looked at from the other end.
class TriadFinder {
 public:
  explicit TriadFinder(const SignedNetwork& network) : network_(network), rows_(network.size()) {
    for (std::uint32_t a = 0; a < network.size(); ++a) {
      for (const Bond& bond : network.bonds(a)) {
        if (rank(a) < rank(bond.other)) rows_[a].push_back(bond);
      }
    }
  }

  Triads find() const {
    std::vector<Triads> blocks((network_.size() + kPartiesInBlock - 1) / kPartiesInBlock);
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t block) {
      const std::size_t end = std::min<std::size_t>(network_.size(), (block + 1) * kPartiesInBlock);
      for (std::size_t a = block * kPartiesInBlock; a < end; ++a) {
        find_at(static_cast<std::uint32_t>(a), blocks[block]);
      }
      blocks[block].cut();
    });
    Triads triads;
    for (const Triads& found : blocks) triads.add(found);
    triads.cut();
    return triads;
  }

 private:
  using Bond = SignedNetwork::Bond;

  std::pair<std::size_t, std::uint32_t> rank(std::uint32_t party) const {
    return {network_.bonds(party).size(), party};
  }

  void find_at(std::uint32_t a, Triads& triads) const {
    for (const Bond& ab : rows_[a]) {
      const std::vector<Bond>& of_b = rows_[ab.other];
      auto bc = of_b.begin();
      for (const Bond& ac : rows_[a]) {
        while (bc != of_b.end() && bc->other < ac.other) ++bc;
        if (bc == of_b.end()) break;
        if (bc->other == ac.other) triads.add(triad(a, ab, ac, *bc));
      }
    }
  }

  Triad triad(std::uint32_t a, const Bond& ab, const Bond& ac, const Bond& bc) const {
    Triad triad;
    triad.parties = {network_.party(a), network_.party(ab.other), network_.party(ac.other)};
    std::ranges::sort(triad.parties);
    triad.negative = (ab.value < 0 ? 1 : 0) + (ac.value < 0 ? 1 : 0) + (bc.value < 0 ? 1 : 0);
    triad.weight = std::min({std::abs(ab.value), std::abs(ac.value), std::abs(bc.value)});
    return triad;
  }

  const SignedNetwork& network_;
  std::vector<std::vector<Bond>> rows_;  // bonds to those of higher rank, in their order
};

using CampOf = std::vector<std::uint32_t>;  // by number of the party

/// Sums by camp, as one party sees them.
class Pulls {
 public:
  void add(std::uint32_t camp, double value) {
    if (camp >= sums_.size()) sums_.resize(2 * camp + 1, kUnseen);
    if (sums_[camp] == kUnseen) {
      sums_[camp] = 0;
      camps_.push_back(camp);
    }
    sums_[camp] += value;
  }
  double of(std::uint32_t camp) const {
    return camp >= sums_.size() || sums_[camp] == kUnseen ? 0 : sums_[camp];
  }
  /// Those that were added to, ascending.
  const std::vector<std::uint32_t>& camps() {
    std::ranges::sort(camps_);
    return camps_;
  }
  void clear() {
    for (const std::uint32_t camp : camps_) sums_[camp] = kUnseen;
    camps_.clear();
  }

 private:
  static constexpr double kUnseen = std::numeric_limits<double>::infinity();
  std::vector<double> sums_;
  std::vector<std::uint32_t> camps_;
};

/// Camps by moving parties and joining camps.
class CampFinder {
 public:
  CampFinder(const std::vector<SignedPair>& pairs, const SignedNetwork& network)
      : pairs_(pairs), network_(network), camp_of_(network.size()), fresh_(network.size()) {
    std::iota(camp_of_.begin(), camp_of_.end(), 0);
  }

  CampOf find() {
    for (int pass = 0; pass < kMostPasses; ++pass) {
      const bool moved = move_parties();
      if (!join_camps() && !moved) break;
    }
    return std::move(camp_of_);
  }

 private:
  bool move_parties() {
    bool moved = false;
    for (std::uint32_t party = 0; party < network_.size(); ++party) {
      const std::uint32_t best = best_camp(party);
      moved |= best != camp_of_[party];
      camp_of_[party] = best;
    }
    return moved;
  }

  std::uint32_t best_camp(std::uint32_t party) {
    pulls_.clear();
    for (const auto& [other, value] : network_.bonds(party)) pulls_.add(camp_of_[other], value);
    std::uint32_t best = camp_of_[party];
    double best_pull = pulls_.of(best);
    for (const std::uint32_t camp : pulls_.camps()) {
      if (pulls_.of(camp) <= best_pull + kLeastGain) continue;
      best = camp;
      best_pull = pulls_.of(camp);
    }
    return best_pull < -kLeastGain ? fresh_++ : best;  // better alone than among foes
  }

  // The two camps that gain most by it.
  bool join_camps() {
    std::unordered_map<std::uint64_t, double> between;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      const auto [a, b] = network_.ends()[i];
      const auto [low, high] = std::minmax(camp_of_[a], camp_of_[b]);
      if (low != high) between[std::uint64_t{low} << 32 | high] += pairs_[i].value;
    }
    std::vector<std::pair<std::uint64_t, double>> gains(between.begin(), between.end());
    std::ranges::sort(gains);
    const std::pair<std::uint64_t, double>* best = nullptr;
    for (const auto& gain : gains) {
      if (gain.second > (best == nullptr ? 0 : best->second) + kLeastGain) best = &gain;
    }
    if (best == nullptr) return false;
    std::ranges::replace(camp_of_, static_cast<std::uint32_t>(best->first),
                         static_cast<std::uint32_t>(best->first >> 32));
    return true;
  }

  const std::vector<SignedPair>& pairs_;
  const SignedNetwork& network_;
  CampOf camp_of_;
  std::uint32_t fresh_;  // a camp that nobody is in; so are all above it
  Pulls pulls_;
};

// Numbers the camps anew, largest first.
std::vector<std::vector<ActorNumber>> list_camps(const SignedNetwork& network, CampOf& camp_of) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  for (std::uint32_t i = 0; i < network.size(); ++i) members[camp_of[i]].push_back(i);
  std::vector<std::vector<std::uint32_t>> camps;
  for (auto& [camp, numbers] : members) camps.push_back(std::move(numbers));
  std::ranges::sort(camps, [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  std::vector<std::vector<ActorNumber>> result(camps.size());
  for (std::uint32_t camp = 0; camp < camps.size(); ++camp) {
    for (const std::uint32_t number : camps[camp]) {
      camp_of[number] = camp;
      result[camp].push_back(network.party(number));
    }
  }
  return result;
}

double find_frustration(const std::vector<SignedPair>& pairs, const SignedNetwork& network,
                        const CampOf& camp_of) {
  double wrong = 0, all = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [a, b] = network.ends()[i];
    const bool together = camp_of[a] == camp_of[b];
    if (together != (pairs[i].value > 0)) wrong += std::abs(pairs[i].value);
    all += std::abs(pairs[i].value);
  }
  return all > 0 ? wrong / all : 0;
}

std::vector<Torn> find_torn(const SignedNetwork& network, const CampOf& camp_of) {
  std::vector<Torn> torn;
  Pulls friends_elsewhere;
  for (std::uint32_t party = 0; party < network.size(); ++party) {
    Torn found{network.party(party), camp_of[party], camp_of[party], 0};
    friends_elsewhere.clear();
    double all = 0, wrong = 0;
    for (const auto& [other, value] : network.bonds(party)) {
      const bool together = camp_of[other] == found.own_camp;
      all += std::abs(value);
      if (together != (value > 0)) wrong += std::abs(value);
      if (!together && value > 0) friends_elsewhere.add(camp_of[other], value);
    }
    double most = 0;
    for (const std::uint32_t camp : friends_elsewhere.camps()) {
      if (friends_elsewhere.of(camp) <= most) continue;
      most = friends_elsewhere.of(camp);
      found.other_camp = camp;
    }
    found.share = wrong / all;
    if (found.share > 0) torn.push_back(found);
  }
  std::ranges::stable_sort(torn, std::ranges::greater(), &Torn::share);
  return torn;
}

}  // namespace

Balance find_balance(const KnowledgeGraph& graph, const std::vector<Tie>& ties) {
  Balance balance;
  balance.pairs = find_pairs(graph, ties);
  const SignedNetwork network(balance.pairs);
  Triads triads = TriadFinder(network).find();
  balance.triads = std::move(triads.telling);
  balance.balanced_triads = triads.balanced;
  balance.unbalanced_triads = triads.unbalanced;
  CampOf camp_of = CampFinder(balance.pairs, network).find();
  balance.camps = list_camps(network, camp_of);
  balance.torn = find_torn(network, camp_of);
  balance.frustration = find_frustration(balance.pairs, network, camp_of);
  return balance;
}

}  // namespace entente
