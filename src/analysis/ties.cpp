// SPDX-License-Identifier: ISC
// Of each tie of the index those parts that are asked for are united, many ties at the same time;
// then come the ties that are known beforehand.
#include "analysis/tie_index.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

namespace entente {

namespace {

bool is_wanted(Status status, const TieOptions& options) {
  if (status == Status::Contested) return options.include_contested;
  if (status == Status::Prospective) return options.include_prospective;
  return status != Status::Denied || options.include_denied;
}

bool are_all_wanted(const TieOptions& options) {
  return !options.as_of && options.include_contested && options.include_prospective &&
         options.include_denied;
}

double either(double a, double b) {
  return 1.0 - (1.0 - a) * (1.0 - b);
}

void fill_tie(Tie& tie, ActorNumber from, ActorNumber to, std::string_view relation,
              const TypeWeight& weight) {
  tie.from = from;
  tie.to = to;
  tie.relation = relation;
  tie.sign = weight.sign;
  tie.dependence = weight.dependence;
  tie.representation = weight.representation;
}

bool comes_first(const Tie& a, const Tie& b) {
  return std::tie(a.from, a.to, a.relation, a.status, b.situations) <
         std::tie(b.from, b.to, b.relation, b.status, a.situations);
}

/// What the situations of a graph tie.
class ClaimedTies {
 public:
  ClaimedTies(const TieIndex& index, const TieOptions& options, std::optional<Date> now)
      : index_(index), options_(options) {
    if (now) today_ = to_day_number(*now);
  }

  std::vector<Tie> find() const { return find(0, index_.size()); }

  std::vector<Tie> find(std::size_t first, std::size_t end) const {
    std::vector<Tie> ties(end - first);
    tbb::enumerable_thread_specific<std::vector<Weighed>> rooms;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, ties.size()), [&](const auto& range) {
      std::vector<Weighed>& room = rooms.local();
      for (std::size_t i = range.begin(); i < range.end(); ++i) {
        weigh(index_.parts_of(first + i), room);
        if (!room.empty()) unite(room, ties[i]);
      }
    });
    if (!are_all_wanted(options_)) {
      std::erase_if(ties, [](const Tie& tie) { return tie.situations.empty(); });
    }
    return ties;
  }

 private:
  struct Weighed {
    const TiePart* part;
    double evidence;
  };

  // Parts that are asked for, strongest first.
  void weigh(std::span<const TiePart> parts, std::vector<Weighed>& weighed) const {
    weighed.clear();
    for (const TiePart& part : parts) {
      if (!is_wanted(part.grounds.status, options_)) continue;
      if (options_.as_of &&
          !is_known_by(index_.graph.situations[part.situation], *options_.as_of)) {
        continue;
      }
      weighed.push_back({&part, evidence_of(part.grounds, today_, index_.weights)});
    }
    std::sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
      return a.evidence != b.evidence ? a.evidence > b.evidence : a.part < b.part;
    });
  }

  void unite(std::span<const Weighed> weighed, Tie& tie) const {
    const TiePart& first = *weighed[0].part;
    const TieType& type = index_.types[first.type];
    fill_tie(tie, first.from, first.to, type.name, *type.weight);
    tie.status = first.grounds.status;
    tie.situations.reserve(weighed.size());
    for (const auto& [part, evidence] : weighed) {
      tie.strength = either(tie.strength, type.weight->strength * evidence);
      tie.dependence_strength =
          either(tie.dependence_strength, type.weight->dependence_strength * evidence);
      tie.status = std::min(tie.status, part->grounds.status);
      tie.situations.push_back(part->situation);
    }
    tie.strength = std::min(tie.strength, index_.weights.most);
    tie.dependence_strength = std::min(tie.dependence_strength, index_.weights.most);
  }

  const TieIndex& index_;
  const TieOptions& options_;
  std::optional<std::int64_t> today_;
};

/// What is known of actors beforehand.
class KnownTies {
 public:
  KnownTies(const TieIndex& index, std::optional<Date> now)
      : graph_(index.graph), weights_(index.weights), now_(now), actors_(index.actors) {}

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
    Tie tie;
    fill_tie(tie, from, *found, relation, weight);
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

// Up to which age counts.
std::optional<Date> day_of(const TieIndex& index, const TieOptions& options) {
  return options.as_of ? options.as_of : index.last_report;
}

}  // namespace

std::vector<Tie> find_claimed_ties(const TieIndex& index, const TieOptions& options, ActorNumber a,
                                   ActorNumber b) {
  const ClaimedTies claimed(index, options, day_of(index, options));
  std::vector<Tie> ties;
  const auto add = [&](ActorNumber from, ActorNumber to) {
    const auto [first, end] = index.between(from, to);
    std::ranges::move(claimed.find(first, end), std::back_inserter(ties));
  };
  add(std::min(a, b), std::max(a, b));
  if (a != b) add(std::max(a, b), std::min(a, b));
  return ties;
}

std::vector<Tie> find_ties(const TieIndex& index, const TieOptions& options) {
  const std::optional<Date> now = day_of(index, options);
  std::vector<Tie> claimed = ClaimedTies(index, options, now).find();
  std::vector<Tie> known = KnownTies(index, now).find();
  if (known.empty()) return claimed;
  std::vector<Tie> all;
  all.reserve(claimed.size() + known.size());
  for (auto a = claimed.begin(), b = known.begin(); a != claimed.end() || b != known.end();) {
    const bool take_known = a == claimed.end() || (b != known.end() && comes_first(*b, *a));
    fold(all, std::move(take_known ? *b++ : *a++));
  }
  return all;
}

std::vector<Tie> find_ties(const KnowledgeGraph& graph, const Weights& weights,
                           const TieOptions& options) {
  return find_ties(TieIndex(graph, weights), options);
}

}  // namespace entente
