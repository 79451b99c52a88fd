// SPDX-License-Identifier: ISC
// Every situation gives a part for each pair of actors that it ties; parts are sorted by what they
// tie, and rows of equal ones become ties. All of it runs on numbers, in blocks of situations at
// the same time.
#include "analysis/evidence.h"
#include "analysis/network.h"
#include "graph/id_index.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

namespace entente {

namespace {

constexpr std::string_view kActsWith = "actsWith";
constexpr std::size_t kSituationsInBlock = 1 << 14;

bool is_wanted(Status status, const TieOptions& options) {
  if (status == Status::Contested) return options.include_contested;
  if (status == Status::Prospective) return options.include_prospective;
  return status != Status::Denied || options.include_denied;
}

// Situations that stand alike make one tie.
std::uint32_t standing_of(Status status) {
  return static_cast<std::uint32_t>(status == Status::Corroborated ? Status::SingleSource : status);
}

double either(double a, double b) {
  return 1.0 - (1.0 - a) * (1.0 - b);
}

/// What a situation's type and action make of its ties.
struct TieType {
  std::uint32_t relation = 0;  // number of its name, in the order of the names
  const TypeWeight* weight = nullptr;
};

/// The few types among many situations.
class TieTypes {
 public:
  using Number = std::uint32_t;

  TieTypes(const KnowledgeGraph& graph, const Weights& weights) {
    type_of_.reserve(graph.situations.size());
    for (const SituationRecord& s : graph.situations) type_of_.push_back(number(s));
    relations_.emplace(kActsWith, 0);
    for (const SituationRecord* s : examples_) relations_.emplace(name_of(*s), 0);
    for (auto& [name, number] : relations_) {
      number = static_cast<std::uint32_t>(names_.size());
      names_.push_back(name);
    }
    for (const SituationRecord* s : examples_) {
      const std::string_view name = name_of(*s);
      deeds_.push_back({relations_.find(name)->second, &weights.of(s->type, name)});
      company_.push_back({relations_.find(kActsWith)->second, &weights.of(s->type, kActsWith)});
    }
  }

  const TieType& of(SituationNumber situation) const { return deeds_[type_of_[situation]]; }
  /// Of what those who do it together are to each other.
  const TieType& acts_with(SituationNumber situation) const {
    return company_[type_of_[situation]];
  }
  std::string_view name(std::uint32_t relation) const { return names_[relation]; }

 private:
  static std::string_view name_of(const SituationRecord& s) {
    return s.action.empty() ? s.type : s.action;
  }

  Number number(const SituationRecord& s) {
    if (!examples_.empty()) {
      const SituationRecord& last = *examples_[last_];
      if (s.type == last.type && s.action == last.action) return last_;
    }
    const auto [at, fresh] =
        numbers_.try_emplace({s.type, s.action}, static_cast<Number>(examples_.size()));
    if (fresh) examples_.push_back(&s);
    return last_ = at->second;
  }

  std::map<std::pair<std::string_view, std::string_view>, Number> numbers_;  // by type, action
  std::vector<const SituationRecord*> examples_;
  Number last_ = 0;
  std::vector<Number> type_of_;
  std::map<std::string_view, std::uint32_t> relations_;
  std::vector<std::string_view> names_;
  std::vector<TieType> deeds_, company_;
};

struct TieKey {
  ActorNumber from, to;
  std::uint32_t relation, standing;
  friend auto operator<=>(const TieKey&, const TieKey&) = default;
};

struct Part {
  TieKey key;
  SituationNumber situation;
  Status status;
  const TypeWeight* weight;
  double evidence;
};

Tie make_tie(ActorNumber from, ActorNumber to, std::string_view relation,
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

bool comes_first(const Tie& a, const Tie& b) {
  return std::tie(a.from, a.to, a.relation, a.status, b.situations) <
         std::tie(b.from, b.to, b.relation, b.status, a.situations);
}

/// What the situations of a graph tie.
class ClaimedTies {
 public:
  ClaimedTies(const KnowledgeGraph& graph, const Weights& weights, const TieOptions& options,
              std::optional<Date> now, const IdIndex& actors)
      : graph_(graph),
        weights_(weights),
        options_(options),
        now_(now),
        actors_(actors),
        types_(graph, weights) {}

  std::vector<Tie> find() const {
    std::vector<Part> parts = find_parts();
    tbb::parallel_sort(parts, [](const Part& a, const Part& b) {
      return std::tie(a.key, b.evidence, a.situation) < std::tie(b.key, a.evidence, b.situation);
    });
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i == 0 || parts[i].key != parts[i - 1].key) begins.push_back(i);
    }
    std::vector<Tie> ties(begins.size());
    begins.push_back(parts.size());
    tbb::parallel_for(std::size_t{0}, ties.size(), [&](std::size_t i) {
      ties[i] = unite(std::span(parts).subspan(begins[i], begins[i + 1] - begins[i]));
    });
    return ties;
  }

 private:
  std::vector<Part> find_parts() const {
    const std::size_t count = graph_.situations.size();
    std::vector<std::vector<Part>> blocks((count + kSituationsInBlock - 1) / kSituationsInBlock);
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t b) {
      const std::size_t end = std::min(count, (b + 1) * kSituationsInBlock);
      for (std::size_t i = b * kSituationsInBlock; i < end; ++i) {
        add_situation(static_cast<SituationNumber>(i), blocks[b]);
      }
    });
    std::vector<Part> parts;
    std::size_t all = 0;
    for (const auto& block : blocks) all += block.size();
    parts.reserve(all);
    for (auto& block : blocks) {
      parts.insert(parts.end(), block.begin(), block.end());
      block = {};
    }
    return parts;
  }

  void add_situation(SituationNumber i, std::vector<Part>& parts) const {
    const SituationRecord& s = graph_.situations[i];
    if (!is_wanted(s.status, options_)) return;
    if (options_.as_of && !is_known_by(s, *options_.as_of)) return;
    const double evidence = evidence_of(graph_, s, now_, weights_);
    const std::vector<ActorNumber> initiators = numbers(s.initiators);
    const std::vector<ActorNumber> recipients = numbers(s.recipients);
    for (const ActorNumber from : initiators) {
      for (const ActorNumber to : recipients) add_part(from, to, types_.of(i), i, evidence, parts);
    }
    if (s.is_relation) return;
    for (std::size_t a = 0; a < initiators.size(); ++a) {
      for (std::size_t b = a + 1; b < initiators.size(); ++b) {
        add_part(initiators[a], initiators[b], types_.acts_with(i), i, evidence, parts);
      }
    }
  }

  std::vector<ActorNumber> numbers(const std::vector<SharedText>& ids) const {
    std::vector<ActorNumber> found;
    found.reserve(ids.size());
    for (const SharedText& id : ids) {
      if (const auto number = actors_.find(id)) found.push_back(*number);
    }
    return found;
  }

  void add_part(ActorNumber from, ActorNumber to, const TieType& type, SituationNumber situation,
                double evidence, std::vector<Part>& parts) const {
    if (from == to) return;
    if (to < from && type.weight->is_mutual()) std::swap(from, to);
    const Status status = graph_.situations[situation].status;
    parts.push_back(
        {{from, to, type.relation, standing_of(status)}, situation, status, type.weight, evidence});
  }

  Tie unite(std::span<const Part> parts) const {
    const TieKey& key = parts[0].key;
    const TypeWeight& weight = *parts[0].weight;
    Tie tie = make_tie(key.from, key.to, types_.name(key.relation), weight);
    tie.status = parts[0].status;
    tie.situations.reserve(parts.size());
    for (const Part& part : parts) {
      tie.strength = either(tie.strength, weight.strength * part.evidence);
      tie.dependence_strength =
          either(tie.dependence_strength, weight.dependence_strength * part.evidence);
      tie.status = std::min(tie.status, part.status);
      tie.situations.push_back(part.situation);
    }
    tie.strength = std::min(tie.strength, weights_.most);
    tie.dependence_strength = std::min(tie.dependence_strength, weights_.most);
    return tie;
  }

  const KnowledgeGraph& graph_;
  const Weights& weights_;
  const TieOptions& options_;
  std::optional<Date> now_;
  const IdIndex& actors_;
  const TieTypes types_;
};

/// What is known of actors beforehand.
class KnownTies {
 public:
  KnownTies(const KnowledgeGraph& graph, const Weights& weights, std::optional<Date> now,
            const IdIndex& actors)
      : graph_(graph), weights_(weights), now_(now), actors_(actors) {}

  std::vector<Tie> find() {
    for (ActorNumber i = 0; i < graph_.actors.size(); ++i) add_facts(i);
    std::sort(ties_.begin(), ties_.end(), comes_first);
    return std::move(ties_);
  }

 private:
  void add_facts(ActorNumber i) {
    const Actor& actor = graph_.actors[i];
    std::string_view led;
    for (const Office& office : actor.offices) {
      if (!is_held(office.from, office.until)) continue;
      add_fact(i, office.of, office.leads ? "leads" : "affiliatedWith");
      if (office.leads) led = office.of;
    }
    if (actor.acts_for != led) add_fact(i, actor.acts_for, "actsFor");
    for (const Membership& m : actor.memberships) {
      if (is_held(m.from, m.until)) add_fact(i, m.in, "memberOf");
    }
    for (const std::string& neighbour : actor.borders) {
      if (actor.id < neighbour) add_fact(i, neighbour, "borders");
    }
  }

  bool is_held(std::optional<Date> from, std::optional<Date> until) const {
    if (!now_) return !until;
    return (!from || *from <= *now_) && (!until || *now_ <= *until);
  }

  void add_fact(ActorNumber from, std::string_view to, std::string_view relation) {
    const auto found = actors_.find(to);
    if (!found || *found == from) return;
    const TypeWeight& weight = weights_.of(relation);
    Tie tie = make_tie(from, *found, relation, weight);
    tie.status = Status::Corroborated;
    tie.strength = weight.strength;
    tie.dependence_strength = weight.dependence_strength;
    tie.background = true;
    ties_.push_back(std::move(tie));
  }

  const KnowledgeGraph& graph_;
  const Weights& weights_;
  std::optional<Date> now_;
  const IdIndex& actors_;
  std::vector<Tie> ties_;
};

// What is known beforehand and also affirmed by claims is one tie, as sure as the surer of both.
void fold(std::vector<Tie>& ties, Tie tie) {
  Tie* last = ties.empty() ? nullptr : &ties.back();
  const bool same = last != nullptr && last->from == tie.from && last->to == tie.to &&
                    last->relation == tie.relation && tie.status <= Status::SingleSource &&
                    last->status <= Status::SingleSource;
  if (!same) return ties.push_back(std::move(tie));
  last->background |= tie.background;
  last->strength = std::max(last->strength, tie.strength);
  last->dependence_strength = std::max(last->dependence_strength, tie.dependence_strength);
  if (last->situations.empty()) last->situations = std::move(tie.situations);
}

}  // namespace

std::vector<Tie> find_ties(const KnowledgeGraph& graph, const Weights& weights,
                           const TieOptions& options) {
  const IdIndex actors(graph.actors);
  const std::optional<Date> now = options.as_of ? options.as_of : last_report(graph);
  std::vector<Tie> claimed = ClaimedTies(graph, weights, options, now, actors).find();
  std::vector<Tie> known = KnownTies(graph, weights, now, actors).find();
  if (known.empty()) return claimed;
  std::vector<Tie> all;
  all.reserve(claimed.size() + known.size());
  for (auto a = claimed.begin(), b = known.begin(); a != claimed.end() || b != known.end();) {
    const bool take_known = a == claimed.end() || (b != known.end() && comes_first(*b, *a));
    fold(all, std::move(take_known ? *b++ : *a++));
  }
  return all;
}

}  // namespace entente
