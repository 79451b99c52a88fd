// SPDX-License-Identifier: ISC
#include "analysis/balance.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr int kMostPasses = 100;
constexpr double kLeastGain = 1e-12;  // less is rounding, and could go on for ever

using Neighbours = std::map<ActorNumber, double>;
using SignedNetwork = std::map<ActorNumber, Neighbours>;

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

std::vector<SignedPair> find_pairs(const KnowledgeGraph& graph, const std::vector<Tie>& ties) {
  const std::vector<ActorNumber> party = find_parties(graph);
  std::map<std::pair<ActorNumber, ActorNumber>, Feelings> feelings;
  for (const Tie& tie : ties) {
    const auto [a, b] = std::minmax(party[tie.from], party[tie.to]);
    if (a == b || tie.sign == Sign::Neutral) continue;
    if (tie.representation || tie.is_only_known()) continue;
    Feelings& between = feelings[{a, b}];
    double& none = tie.sign == Sign::Cooperation ? between.no_cooperation : between.no_conflict;
    none *= 1 - tie.strength;
  }
  std::vector<SignedPair> pairs;
  for (const auto& [ends, between] : feelings) {
    if (std::abs(between.value()) < kLeastValue) continue;
    pairs.push_back({ends.first, ends.second, between.value()});
  }
  return pairs;
}

SignedNetwork to_network(const std::vector<SignedPair>& pairs) {
  SignedNetwork network;
  for (const SignedPair& pair : pairs) {
    network[pair.a][pair.b] = pair.value;
    network[pair.b][pair.a] = pair.value;
  }
  return network;
}

std::vector<Triad> find_triads(const std::vector<SignedPair>& pairs, const SignedNetwork& network) {
  std::vector<Triad> triads;
  for (const SignedPair& pair : pairs) {
    const Neighbours& of_b = network.at(pair.b);
    for (const auto& [c, value_ac] : network.at(pair.a)) {
      const auto bc = of_b.find(c);
      if (c <= pair.b || bc == of_b.end()) continue;
      Triad triad;
      triad.parties = {pair.a, pair.b, c};
      triad.negative = (pair.value < 0 ? 1 : 0) + (value_ac < 0 ? 1 : 0) + (bc->second < 0 ? 1 : 0);
      triad.weight = std::min({std::abs(pair.value), std::abs(value_ac), std::abs(bc->second)});
      triads.push_back(triad);
    }
  }
  std::stable_sort(triads.begin(), triads.end(), [](const Triad& a, const Triad& b) {
    return std::tuple(a.is_balanced(), -a.weight) < std::tuple(b.is_balanced(), -b.weight);
  });
  return triads;
}

using CampOf = std::map<ActorNumber, std::size_t>;

// What every camp means to the party: friends less foes.
std::map<std::size_t, double> pulls_on(const Neighbours& neighbours, const CampOf& camp_of) {
  std::map<std::size_t, double> pulls;
  for (const auto& [other, value] : neighbours) pulls[camp_of.at(other)] += value;
  return pulls;
}

// `fresh` is a camp that nobody is in; so are all above it.
bool move_parties(const SignedNetwork& network, CampOf& camp_of, std::size_t& fresh) {
  bool moved = false;
  for (const auto& [party, neighbours] : network) {
    const auto pulls = pulls_on(neighbours, camp_of);
    const auto own = pulls.find(camp_of[party]);
    std::size_t best = camp_of[party];
    double best_pull = own == pulls.end() ? 0 : own->second;
    for (const auto& [camp, pull] : pulls) {
      if (pull > best_pull + kLeastGain) {
        best = camp;
        best_pull = pull;
      }
    }
    if (best_pull < -kLeastGain) best = fresh++;  // better alone than among foes
    if (best == camp_of[party]) continue;
    camp_of[party] = best;
    moved = true;
  }
  return moved;
}

bool join_camps(const std::vector<SignedPair>& pairs, CampOf& camp_of) {
  std::map<std::pair<std::size_t, std::size_t>, double> between;
  for (const SignedPair& pair : pairs) {
    const auto [a, b] = std::minmax(camp_of[pair.a], camp_of[pair.b]);
    if (a != b) between[{a, b}] += pair.value;
  }
  auto best = between.end();
  for (auto at = between.begin(); at != between.end(); ++at) {
    const double least = best == between.end() ? kLeastGain : best->second + kLeastGain;
    if (at->second > least) best = at;
  }
  if (best == between.end()) return false;
  for (auto& [party, camp] : camp_of) {
    if (camp == best->first.second) camp = best->first.first;
  }
  return true;
}

CampOf find_camps(const std::vector<SignedPair>& pairs, const SignedNetwork& network) {
  CampOf camp_of;
  std::size_t fresh = 0;
  for (const auto& [party, neighbours] : network) camp_of[party] = fresh++;
  for (int pass = 0; pass < kMostPasses; ++pass) {
    const bool moved = move_parties(network, camp_of, fresh);
    if (!join_camps(pairs, camp_of) && !moved) break;
  }
  return camp_of;
}

std::vector<std::vector<ActorNumber>> list_camps(const CampOf& camp_of) {
  std::map<std::size_t, std::vector<ActorNumber>> members;
  for (const auto& [party, camp] : camp_of) members[camp].push_back(party);
  std::vector<std::vector<ActorNumber>> camps;
  for (auto& [camp, parties] : members) camps.push_back(std::move(parties));
  std::sort(camps.begin(), camps.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  return camps;
}

double find_frustration(const std::vector<SignedPair>& pairs, const CampOf& camp_of) {
  double wrong = 0, all = 0;
  for (const SignedPair& pair : pairs) {
    const bool together = camp_of.at(pair.a) == camp_of.at(pair.b);
    if (together != (pair.value > 0)) wrong += std::abs(pair.value);
    all += std::abs(pair.value);
  }
  return all > 0 ? wrong / all : 0;
}

std::vector<Torn> find_torn(const SignedNetwork& network,
                            const std::vector<std::vector<ActorNumber>>& camps) {
  std::map<ActorNumber, std::size_t> camp_of;
  for (std::size_t i = 0; i < camps.size(); ++i) {
    for (const ActorNumber party : camps[i]) camp_of[party] = i;
  }
  std::vector<Torn> torn;
  for (const auto& [party, neighbours] : network) {
    Torn found{party, camp_of[party], camp_of[party], 0};
    std::map<std::size_t, double> friends_elsewhere;
    double all = 0, wrong = 0;
    for (const auto& [other, value] : neighbours) {
      const bool together = camp_of[other] == found.own_camp;
      all += std::abs(value);
      if (together != (value > 0)) wrong += std::abs(value);
      if (!together && value > 0) friends_elsewhere[camp_of[other]] += value;
    }
    double most = 0;
    for (const auto& [camp, friendship] : friends_elsewhere) {
      if (friendship <= most) continue;
      most = friendship;
      found.other_camp = camp;
    }
    found.share = wrong / all;
    if (found.share > 0) torn.push_back(found);
  }
  std::stable_sort(torn.begin(), torn.end(),
                   [](const Torn& a, const Torn& b) { return a.share > b.share; });
  return torn;
}

}  // namespace

Balance find_balance(const KnowledgeGraph& graph, const std::vector<Tie>& ties) {
  Balance balance;
  balance.pairs = find_pairs(graph, ties);
  const SignedNetwork network = to_network(balance.pairs);
  balance.triads = find_triads(balance.pairs, network);
  const CampOf camp_of = find_camps(balance.pairs, network);
  balance.camps = list_camps(camp_of);
  balance.torn = find_torn(network, balance.camps);
  balance.frustration = find_frustration(balance.pairs, camp_of);
  return balance;
}

}  // namespace entente
