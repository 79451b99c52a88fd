// SPDX-License-Identifier: ISC
#include "analysis/evidence.h"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

double certainty(const KnowledgeGraph& graph, const SituationRecord& situation,
                 const Weights& weights) {
  double sum = 0;
  std::uint32_t count = 0;
  for (const ClaimNumber number : situation.claims) {
    const ClaimRecord& claim = graph.claims[number];
    if (claim.polarity == Polarity::Denied && situation.status != Status::Denied) continue;
    sum += claim.confidence * (claim.modality == Modality::Probable ? weights.probable : 1.0);
    ++count;
  }
  return count == 0 ? 0.5 : sum / count;
}

// Halves with every half-life between the situation and today.
double recency(const Grounds& grounds, std::optional<std::int64_t> today, const Weights& weights) {
  if (!grounds.is_dated || !today || *today <= grounds.day) return 1.0;
  const auto age = static_cast<double>(*today - grounds.day);
  const double half_life =
      grounds.is_relation ? weights.relation_half_life : weights.event_half_life;
  return std::max(weights.least_recency, std::exp2(-age / half_life));
}

double support(const SituationRecord& situation, const Weights& weights) {
  const double sources = std::max(1U, situation.source_count);
  return 1.0 - std::pow(1.0 - weights.source_reliability, sources);
}

double standing_factor(Status status, const Weights& weights) {
  if (status == Status::Contested) return weights.contested;
  if (status == Status::Prospective) return weights.prospective;
  return 1.0;
}

}  // namespace

std::optional<Date> last_report(const KnowledgeGraph& graph) {
  std::optional<Date> last;
  for (const ArticleRecord& article : graph.articles) {
    if (article.date) last = std::max(last.value_or(*article.date), *article.date);
  }
  return last;
}

bool is_known_by(const SituationRecord& situation, Date day) {
  if (situation.date) {
    const bool begun = situation.date->from <= day;
    return situation.is_relation ? begun && day <= situation.date->to : begun;
  }
  return !situation.first_reported || *situation.first_reported <= day;
}

Grounds grounds_of(const KnowledgeGraph& graph, const SituationRecord& situation,
                   const Weights& weights) {
  Grounds grounds;
  grounds.support = support(situation, weights) * certainty(graph, situation, weights);
  grounds.is_relation = situation.is_relation;
  grounds.status = situation.status;
  std::optional<Date> day = situation.last_reported;
  if (!situation.is_relation && situation.date) day = situation.date->to;
  grounds.is_dated = day.has_value();
  if (day) grounds.day = static_cast<std::int32_t>(to_day_number(*day));
  return grounds;
}

double evidence_of(const Grounds& grounds, std::optional<std::int64_t> today,
                   const Weights& weights) {
  return grounds.support * recency(grounds, today, weights) *
         standing_factor(grounds.status, weights);
}

}  // namespace entente
