// SPDX-License-Identifier: ISC
#include "analysis/network.h"
#include "graph/status.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <tbb/parallel_sort.h>

namespace entente {

namespace {

// What the claims of a situation come to.
struct Certainty {
  double sum = 0;
  std::uint32_t claims = 0;
  double mean() const { return claims == 0 ? 0.5 : sum / claims; }
};

using RelationNumber = std::uint32_t;

struct TieKey {
  ActorNumber from, to;
  RelationNumber relation;
  int standing;  // situations that stand alike make one tie
  friend auto operator<=>(const TieKey&, const TieKey&) = default;
};

int standing_of(Status status) {
  return status == Status::Corroborated ? static_cast<int>(Status::SingleSource)
                                        : static_cast<int>(status);
}

bool is_wanted(Status status, const TieOptions& options) {
  if (status == Status::Contested) return options.include_contested;
  if (status == Status::Prospective) return options.include_prospective;
  return status != Status::Denied || options.include_denied;
}

bool is_known_by(const SituationRecord& situation, Date day) {
  if (situation.date) {
    const bool begun = situation.date->from <= day;
    return situation.is_relation ? begun && day <= situation.date->to : begun;
  }
  return !situation.first_reported || *situation.first_reported <= day;
}

std::optional<Date> last_report(const KnowledgeGraph& graph) {
  std::optional<Date> last;
  for (const ArticleRecord& article : graph.articles) {
    if (article.date) last = std::max(last.value_or(*article.date), *article.date);
  }
  return last;
}

// Halves with every half-life between the situation and `now`.
double recency(const SituationRecord& situation, std::optional<Date> now, const Weights& weights) {
  std::optional<Date> day = situation.last_reported;
  if (!situation.is_relation && situation.date) day = situation.date->to;
  if (!day || !now || *now <= *day) return 1.0;
  const auto age = static_cast<double>(to_day_number(*now) - to_day_number(*day));
  const double half_life =
      situation.is_relation ? weights.relation_half_life : weights.event_half_life;
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

/// Numbers for the few names of relations, in the order of the names.
class Relations {
 public:
  explicit Relations(const KnowledgeGraph& graph) {
    numbers_.emplace(kActsWith, 0);
    for (const SituationRecord& s : graph.situations) numbers_.emplace(name_of(s), 0);
    for (auto& [name, number] : numbers_) {
      number = static_cast<RelationNumber>(names_.size());
      names_.push_back(name);
    }
  }

  static const std::string& name_of(const SituationRecord& s) {
    return s.action.empty() ? s.type : s.action;
  }

  RelationNumber number(std::string_view name) const { return numbers_.find(name)->second; }
  const std::string& name(RelationNumber number) const { return names_[number]; }

  static constexpr const char* kActsWith = "actsWith";

 private:
  std::map<std::string, RelationNumber, std::less<>> numbers_;
  std::vector<std::string> names_;
};

// Of claims that affirm; of all where none does.
std::vector<Certainty> certainties(const KnowledgeGraph& graph, const Weights& weights) {
  std::unordered_map<std::string_view, SituationNumber> number;
  number.reserve(graph.situations.size());
  for (SituationNumber i = 0; i < graph.situations.size(); ++i) {
    number.emplace(graph.situations[i].id, i);
  }
  std::vector<Certainty> certainty(graph.situations.size());
  for (const ClaimRecord& claim : graph.claims) {
    const auto found = number.find(claim.situation);
    if (found == number.end()) continue;
    const bool only_denied = graph.situations[found->second].status == Status::Denied;
    if (claim.polarity == Polarity::Denied && !only_denied) continue;
    Certainty& c = certainty[found->second];
    c.sum += claim.confidence * (claim.modality == Modality::Probable ? weights.probable : 1.0);
    ++c.claims;
  }
  return certainty;
}

double either(double a, double b) {
  return 1.0 - (1.0 - a) * (1.0 - b);
}

class TieFinder {
 public:
  TieFinder(const KnowledgeGraph& graph, const Weights& weights, const TieOptions& options)
      : graph_(graph),
        weights_(weights),
        options_(options),
        relations_(graph),
        now_(options.as_of ? options.as_of : last_report(graph)) {
    for (ActorNumber i = 0; i < graph.actors.size(); ++i) number_.emplace(graph.actors[i].id, i);
  }

  std::vector<Tie> find() {
    const std::vector<Certainty> certainty = certainties(graph_, weights_);
    for (SituationNumber i = 0; i < graph_.situations.size(); ++i) {
      add_situation(i, certainty[i].mean());
    }
    std::vector<Tie> ties = unite_situations();  // in order
    const auto claimed = static_cast<std::ptrdiff_t>(ties.size());
    add_background(ties);
    std::sort(ties.begin() + claimed, ties.end(), comes_first);
    std::inplace_merge(ties.begin(), ties.begin() + claimed, ties.end(), comes_first);
    return fold_facts(std::move(ties));
  }

 private:
  struct Part {
    TieKey key;
    SituationNumber situation;
    double evidence;  // support x certainty x recency, before the type's weight
  };

  static bool comes_first(const Tie& a, const Tie& b) {
    return std::tie(a.from, a.to, a.relation, a.status, b.situations) <
           std::tie(b.from, b.to, b.relation, b.status, a.situations);
  }

  void add_situation(SituationNumber i, double certainty) {
    const SituationRecord& s = graph_.situations[i];
    if (!is_wanted(s.status, options_)) return;
    if (options_.as_of && !is_known_by(s, *options_.as_of)) return;
    const double evidence = support(s, weights_) * certainty * recency(s, now_, weights_) *
                            standing_factor(s.status, weights_);
    const RelationNumber relation = relations_.number(Relations::name_of(s));
    for (const std::string& from : s.initiators) {
      for (const std::string& to : s.recipients) add_part(from, to, relation, i, evidence);
    }
    if (s.is_relation) return;
    for (std::size_t a = 0; a < s.initiators.size(); ++a) {
      for (std::size_t b = a + 1; b < s.initiators.size(); ++b) {
        add_part(s.initiators[a], s.initiators[b], relations_.number(Relations::kActsWith), i,
                 evidence);
      }
    }
  }

  void add_part(const std::string& from, const std::string& to, RelationNumber relation,
                SituationNumber situation, double evidence) {
    const auto a = number_.find(from);
    const auto b = number_.find(to);
    if (a == number_.end() || b == number_.end() || a->second == b->second) return;
    const SituationRecord& s = graph_.situations[situation];
    ActorNumber first = a->second, second = b->second;
    if (second < first && weights_.of(s.type, relations_.name(relation)).is_mutual())
      std::swap(first, second);
    parts_.push_back({{first, second, relation, standing_of(s.status)}, situation, evidence});
  }

  std::vector<Tie> unite_situations() {
    tbb::parallel_sort(parts_, [](const Part& a, const Part& b) {
      return std::tie(a.key, b.evidence, a.situation) < std::tie(b.key, a.evidence, b.situation);
    });
    std::vector<Tie> ties;
    for (std::size_t begin = 0, end = 0; begin < parts_.size(); begin = end) {
      while (end < parts_.size() && parts_[end].key == parts_[begin].key) ++end;
      ties.push_back(unite(std::span(parts_).subspan(begin, end - begin)));
    }
    return ties;
  }

  // What is known beforehand and also affirmed by claims is one tie, as sure as the surer of both.
  static std::vector<Tie> fold_facts(std::vector<Tie> ties) {
    std::vector<Tie> folded;
    for (Tie& tie : ties) {
      Tie* last = folded.empty() ? nullptr : &folded.back();
      const bool same = last != nullptr && last->from == tie.from && last->to == tie.to &&
                        last->relation == tie.relation && tie.status <= Status::SingleSource &&
                        last->status <= Status::SingleSource;
      if (!same) {
        folded.push_back(std::move(tie));
        continue;
      }
      last->background |= tie.background;
      last->strength = std::max(last->strength, tie.strength);
      last->dependence_strength = std::max(last->dependence_strength, tie.dependence_strength);
      if (last->situations.empty()) last->situations = std::move(tie.situations);
    }
    return folded;
  }

  Tie unite(std::span<const Part> parts) {
    const TieKey& key = parts[0].key;
    const SituationRecord& first = graph_.situations[parts[0].situation];
    const std::string& relation = relations_.name(key.relation);
    const TypeWeight& weight = weights_.of(first.type, relation);
    Tie tie = make_tie(key.from, key.to, relation, weight);
    tie.status = first.status;
    for (const Part& part : parts) {
      tie.strength = either(tie.strength, weight.strength * part.evidence);
      tie.dependence_strength =
          either(tie.dependence_strength, weight.dependence_strength * part.evidence);
      tie.status = std::min(tie.status, graph_.situations[part.situation].status);
      tie.situations.push_back(part.situation);
    }
    tie.strength = std::min(tie.strength, weights_.most);
    tie.dependence_strength = std::min(tie.dependence_strength, weights_.most);
    return tie;
  }

  static Tie make_tie(ActorNumber from, ActorNumber to, const std::string& relation,
                      const TypeWeight& weight) {
    Tie tie;
    tie.from = from;
    tie.to = to;
    tie.relation = relation;
    tie.sign = weight.sign;
    tie.dependence = weight.dependence;
    tie.representation = weight.representation;
    return tie;
  }

  void add_background(std::vector<Tie>& ties) const {
    for (ActorNumber i = 0; i < graph_.actors.size(); ++i) {
      const Actor& actor = graph_.actors[i];
      std::string led;
      for (const Office& office : actor.offices) {
        if (!is_held(office.from, office.until)) continue;
        add_fact(ties, i, office.of, office.leads ? "leads" : "affiliatedWith");
        if (office.leads) led = office.of;
      }
      if (actor.acts_for != led) add_fact(ties, i, actor.acts_for, "actsFor");
      for (const Membership& m : actor.memberships) {
        if (is_held(m.from, m.until)) add_fact(ties, i, m.in, "memberOf");
      }
      for (const std::string& neighbour : actor.borders) {
        if (actor.id < neighbour) add_fact(ties, i, neighbour, "borders");
      }
    }
  }

  bool is_held(std::optional<Date> from, std::optional<Date> until) const {
    if (!now_) return !until;
    return (!from || *from <= *now_) && (!until || *now_ <= *until);
  }

  void add_fact(std::vector<Tie>& ties, ActorNumber from, const std::string& to,
                const std::string& relation) const {
    const auto found = number_.find(to);
    if (found == number_.end() || found->second == from) return;
    const TypeWeight& weight = weights_.of(relation);
    Tie tie = make_tie(from, found->second, relation, weight);
    tie.status = Status::Corroborated;
    tie.strength = weight.strength;
    tie.dependence_strength = weight.dependence_strength;
    tie.background = true;
    ties.push_back(std::move(tie));
  }

  const KnowledgeGraph& graph_;
  const Weights& weights_;
  const TieOptions& options_;
  const Relations relations_;
  std::optional<Date> now_;
  std::unordered_map<std::string_view, ActorNumber> number_;
  std::vector<Part> parts_;
};

}  // namespace

std::vector<Tie> find_ties(const KnowledgeGraph& graph, const Weights& weights,
                           const TieOptions& options) {
  return TieFinder(graph, weights, options).find();
}

}  // namespace entente
