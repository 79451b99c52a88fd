// SPDX-License-Identifier: ISC
// Every situation gives a part for each pair of actors that it ties; parts are sorted by what they
// tie. All of it runs on numbers, in blocks of situations at the same time.
#include "analysis/tie_index.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

namespace entente {

namespace {

constexpr std::string_view kActsWith = "actsWith";
constexpr std::size_t kSituationsInBlock = 1 << 14;
constexpr std::uint32_t kStatuses = 8;  // more than there are

// Situations that stand alike make one tie.
std::uint32_t standing_of(Status status) {
  return static_cast<std::uint32_t>(status == Status::Corroborated ? Status::SingleSource : status);
}

/// The few types among many situations.
class TieTypes {
 public:
  TieTypes(const KnowledgeGraph& graph, const Weights& weights) {
    type_of_.reserve(graph.situations.size());
    for (const SituationRecord& s : graph.situations) type_of_.push_back(number(s));
    for (const SituationRecord* s : examples_) {
      types_.push_back({name_of(*s), 0, &weights.of(s->type, name_of(*s))});
      types_.push_back({kActsWith, 0, &weights.of(s->type, kActsWith)});
    }
    number_relations();
  }

  std::uint32_t of(SituationNumber situation) const { return 2 * type_of_[situation]; }
  /// Of what those who do it together are to each other.
  std::uint32_t acts_with(SituationNumber situation) const { return 2 * type_of_[situation] + 1; }
  const std::vector<TieType>& all() const { return types_; }

 private:
  static std::string_view name_of(const SituationRecord& s) {
    return s.action.empty() ? s.type : s.action;
  }

  std::uint32_t number(const SituationRecord& s) {
    if (!examples_.empty()) {
      const SituationRecord& last = *examples_[last_];
      if (s.type == last.type && s.action == last.action) return last_;
    }
    const auto [at, fresh] =
        numbers_.try_emplace({s.type, s.action}, static_cast<std::uint32_t>(examples_.size()));
    if (fresh) examples_.push_back(&s);
    return last_ = at->second;
  }

  void number_relations() {
    std::map<std::string_view, std::uint32_t> relations;
    for (const TieType& type : types_) relations.emplace(type.name, 0);
    std::uint32_t next = 0;
    for (auto& [name, number] : relations) number = next++;
    for (TieType& type : types_) type.relation = relations.find(type.name)->second;
  }

  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> numbers_;
  std::vector<const SituationRecord*> examples_;
  std::uint32_t last_ = 0;
  std::vector<std::uint32_t> type_of_;  // by situation
  std::vector<TieType> types_;          // two for each example
};

/// Finds the parts of an index.
class PartFinder {
 public:
  PartFinder(const TieIndex& index, const TieTypes& types) : index_(index), types_(types) {}

  std::vector<TiePart> find() const {
    const std::size_t count = index_.graph.situations.size();
    std::vector<std::vector<TiePart>> blocks((count + kSituationsInBlock - 1) / kSituationsInBlock);
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t b) {
      const std::size_t end = std::min(count, (b + 1) * kSituationsInBlock);
      for (std::size_t i = b * kSituationsInBlock; i < end; ++i) {
        add_situation(static_cast<SituationNumber>(i), blocks[b]);
      }
    });
    std::vector<TiePart> parts;
    std::size_t all = 0;
    for (const auto& block : blocks) all += block.size();
    parts.reserve(all);
    for (auto& block : blocks) {
      parts.insert(parts.end(), block.begin(), block.end());
      block = {};
    }
    return parts;
  }

 private:
  void add_situation(SituationNumber i, std::vector<TiePart>& parts) const {
    const SituationRecord& s = index_.graph.situations[i];
    const Grounds grounds = grounds_of(index_.graph, s, index_.weights);
    const std::vector<ActorNumber> initiators = numbers(s.initiators);
    const std::vector<ActorNumber> recipients = numbers(s.recipients);
    for (const ActorNumber from : initiators) {
      for (const ActorNumber to : recipients)
        add_part({from, to, 0, types_.of(i), i, grounds}, parts);
    }
    if (s.is_relation) return;
    for (std::size_t a = 0; a < initiators.size(); ++a) {
      for (std::size_t b = a + 1; b < initiators.size(); ++b) {
        add_part({initiators[a], initiators[b], 0, types_.acts_with(i), i, grounds}, parts);
      }
    }
  }

  std::vector<ActorNumber> numbers(const std::vector<SharedText>& ids) const {
    std::vector<ActorNumber> found;
    found.reserve(ids.size());
    for (const SharedText& id : ids) {
      if (const auto number = index_.actors.find(id)) found.push_back(*number);
    }
    return found;
  }

  void add_part(TiePart part, std::vector<TiePart>& parts) const {
    if (part.from == part.to) return;
    const TieType& type = types_.all()[part.type];
    if (part.to < part.from && type.weight->is_mutual()) std::swap(part.from, part.to);
    part.order = type.relation * kStatuses + standing_of(part.grounds.status);
    parts.push_back(part);
  }

  const TieIndex& index_;
  const TieTypes& types_;
};

bool make_one_tie(const TiePart& a, const TiePart& b) {
  return a.from == b.from && a.to == b.to && a.order == b.order;
}

bool comes_first(const TiePart& a, const TiePart& b) {
  return std::tie(a.from, a.to, a.order, a.situation, a.type) <
         std::tie(b.from, b.to, b.order, b.situation, b.type);
}

}  // namespace

TieIndex::TieIndex(const KnowledgeGraph& of_graph, const Weights& by_weights)
    : graph(of_graph),
      weights(by_weights),
      actors(of_graph.actors),
      last_report(entente::last_report(of_graph)) {
  const TieTypes tie_types(graph, weights);
  types = tie_types.all();
  parts = PartFinder(*this, tie_types).find();
  tbb::parallel_sort(parts, comes_first);
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    if (i == 0 || !make_one_tie(parts[i - 1], parts[i])) first_part.push_back(i);
  }
  first_part.push_back(static_cast<std::uint32_t>(parts.size()));
}

}  // namespace entente
