// SPDX-License-Identifier: ISC
#include "analysis/path_question.h"

#include "analysis/tie_index.h"
#include "graph/status.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace entente {

namespace {

using Pair = std::pair<ActorNumber, ActorNumber>;

Pair unordered(ActorNumber a, ActorNumber b) {
  return {std::min(a, b), std::max(a, b)};
}

/// The two ends and, in the order of the paths, each two neighbours on them.
std::vector<Pair> pairs_of(const PathQuestion& question, const PathAnswer& answer) {
  std::vector<Pair> pairs{unordered(question.from, question.to)};
  std::set<Pair> seen(pairs.begin(), pairs.end());
  for (const Path& path : answer.paths) {
    for (const std::uint32_t number : path.links) {
      const Link& link = answer.network.links[number];
      const Pair pair = unordered(link.from, link.to);
      if (seen.insert(pair).second) pairs.push_back(pair);
    }
  }
  return pairs;
}

std::vector<SituationNumber> find_disputed(const TieIndex& index, TieOptions options,
                                           const std::vector<Pair>& pairs) {
  options.include_contested = options.include_denied = true;
  std::vector<SituationNumber> disputed;
  for (const auto& [a, b] : pairs) {
    for (const Tie& tie : find_claimed_ties(index, options, a, b)) {
      if (tie.status != Status::Contested && tie.status != Status::Denied) continue;
      disputed.insert(disputed.end(), tie.situations.begin(), tie.situations.end());
    }
  }
  return disputed;
}

/// Paths come strongest first.
void leave_out_weak(PathAnswer& answer, double min_strength) {
  std::size_t kept = answer.paths.empty() ? 0 : 1;
  while (kept < answer.paths.size() && answer.paths[kept].strength >= min_strength) ++kept;
  answer.left_out = answer.paths.size() - kept;
  answer.paths.resize(kept);
}

}  // namespace

PathAnswer answer(const KnowledgeGraph& graph, const Weights& weights,
                  const PathQuestion& question) {
  return answer(TieIndex(graph, weights), question);
}

PathAnswer answer(const TieIndex& index, const PathQuestion& question) {
  PathAnswer result;
  result.network = build_network(find_ties(index, question.ties), index.graph.actors.size(),
                                 question.kind, index.weights.most);
  result.paths = find_paths(result.network, question.from, question.to, question.paths);
  leave_out_weak(result, question.min_strength);
  result.strength = combined_strength(result.network, result.paths);
  result.bottleneck =
      find_bottleneck(result.network, question.from, question.to, question.paths.max_steps,
                      result.paths, question.min_strength);
  result.disputed = find_disputed(index, question.ties, pairs_of(question, result));
  return result;
}

std::vector<const ClaimRecord*> best_evidence(const KnowledgeGraph& graph,
                                              const SituationRecord& situation) {
  std::vector<const ClaimRecord*> claims;
  for (const ClaimNumber number : situation.claims) claims.push_back(&graph.claims[number]);
  const auto order = [&](const ClaimRecord* claim) {
    const ArticleRecord* article = find_article(graph, claim->article);
    const bool dated = article != nullptr && article->date;
    return std::tuple(claim->polarity, !is_factual(*claim), -claim->confidence,
                      dated ? -to_day_number(*article->date) : 0, std::string_view(claim->id));
  };
  std::sort(claims.begin(), claims.end(),
            [&](const ClaimRecord* a, const ClaimRecord* b) { return order(a) < order(b); });
  return claims;
}

std::vector<const ClaimRecord*> best_evidence(const KnowledgeGraph& graph, const Tie& tie) {
  std::vector<std::vector<const ClaimRecord*>> by_situation;
  std::size_t most = 0;
  for (const SituationNumber number : tie.situations) {
    by_situation.push_back(best_evidence(graph, graph.situations[number]));
    most = std::max(most, by_situation.back().size());
  }
  std::vector<const ClaimRecord*> evidence;
  for (std::size_t round = 0; round < most; ++round) {
    for (const auto& claims : by_situation) {
      if (round < claims.size()) evidence.push_back(claims[round]);
    }
  }
  return evidence;
}

}  // namespace entente
