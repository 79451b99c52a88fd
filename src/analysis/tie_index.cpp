// SPDX-License-Identifier: ISC
// Every situation gives a part for each pair of actors that it ties; parts are sorted by what they
// tie. All of it runs on numbers, in blocks of situations at the same time.
#include "analysis/tie_index.h"

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <utility>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

namespace entente {

namespace {

constexpr std::string_view kActsWith = "actsWith";
constexpr std::size_t kSituationsInBlock = 1 << 14;
constexpr std::uint32_t kStatuses = 8;  // more than there are
constexpr ActorNumber kNobody = std::numeric_limits<ActorNumber>::max();

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

/// Actors of situations, one after the other: initiators, then recipients.
class Sides {
 public:
  /// One kind of look-up at a time: so that the processor waits for many of them at once.
  Sides(std::span<const SituationRecord> situations, IdMemo& actors) {
    for (const SituationRecord& s : situations) {
      for (const SharedText& id : s.initiators) ids_.push_back(&id);
      for (const SharedText& id : s.recipients) ids_.push_back(&id);
    }
    numbers_.reserve(ids_.size());
    for (const SharedText* id : ids_) numbers_.push_back(actors.find(*id).value_or(kNobody));
  }

  std::span<const ActorNumber> take(std::size_t count) {
    const auto taken = std::span(numbers_).subspan(next_, count);
    next_ += count;
    return taken;
  }

 private:
  std::vector<const SharedText*> ids_;
  std::vector<ActorNumber> numbers_;
  std::size_t next_ = 0;
};

/// Finds the parts of an index.
class PartFinder {
 public:
  PartFinder(const TieIndex& index, const TieTypes& types) : index_(index), types_(types) {}

  std::vector<TiePart> find() const {
    const std::size_t count = index_.graph.situations.size();
    std::vector<std::vector<TiePart>> blocks((count + kSituationsInBlock - 1) / kSituationsInBlock);
    tbb::enumerable_thread_specific<IdMemo> memos(
        [&] { return IdMemo(index_.actors, 2 * index_.graph.actors.size()); });
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t b) {
      const std::size_t begin = b * kSituationsInBlock;
      blocks[b] = find_in_block(begin, std::min(count, begin + kSituationsInBlock), memos.local());
    });
    return unite(blocks);
  }

 private:
  static std::vector<TiePart> unite(std::vector<std::vector<TiePart>>& blocks) {
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

  std::vector<TiePart> find_in_block(std::size_t begin, std::size_t end, IdMemo& actors) const {
    Sides sides(std::span(index_.graph.situations).subspan(begin, end - begin), actors);
    std::vector<TiePart> parts;
    parts.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      add_situation(static_cast<SituationNumber>(i), sides, parts);
    }
    return parts;
  }

  void add_situation(SituationNumber i, Sides& sides, std::vector<TiePart>& parts) const {
    const SituationRecord& s = index_.graph.situations[i];
    const Grounds grounds = grounds_of(index_.graph, s, index_.weights);
    const std::span<const ActorNumber> initiators = sides.take(s.initiators.size());
    for (const ActorNumber to : sides.take(s.recipients.size())) {
      for (const ActorNumber from : initiators)
        add_part({from, to, 0, types_.of(i), i, grounds}, parts);
    }
    if (s.is_relation) return;
    for (std::size_t a = 0; a < initiators.size(); ++a) {
      for (std::size_t b = a + 1; b < initiators.size(); ++b) {
        add_part({initiators[a], initiators[b], 0, types_.acts_with(i), i, grounds}, parts);
      }
    }
  }

  void add_part(TiePart part, std::vector<TiePart>& parts) const {
    if (part.from == part.to || part.from == kNobody || part.to == kNobody) return;
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

// By from, to, order, situation, type, as two large numbers and a small one.
struct ComesFirst {
  bool operator()(const TiePart& a, const TiePart& b) const {
    const std::uint64_t ends_a = join(a.from, a.to), ends_b = join(b.from, b.to);
    if (ends_a != ends_b) return ends_a < ends_b;
    const std::uint64_t what_a = join(a.order, a.situation), what_b = join(b.order, b.situation);
    return what_a != what_b ? what_a < what_b : a.type < b.type;
  }
  static std::uint64_t join(std::uint32_t high, std::uint32_t low) {
    return std::uint64_t{high} << 32 | low;
  }
};

}  // namespace

TieIndex::TieIndex(const KnowledgeGraph& of_graph, const Weights& by_weights)
    : graph(of_graph),
      weights(by_weights),
      actors(of_graph.actors),
      last_report(entente::last_report(of_graph)) {
  const TieTypes tie_types(graph, weights);
  types = tie_types.all();
  parts = PartFinder(*this, tie_types).find();
  tbb::parallel_sort(parts, ComesFirst());
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    if (i == 0 || !make_one_tie(parts[i - 1], parts[i])) first_part.push_back(i);
  }
  first_part.push_back(static_cast<std::uint32_t>(parts.size()));
}

std::pair<std::size_t, std::size_t> TieIndex::between(ActorNumber from, ActorNumber to) const {
  const auto ends_of = [&](std::uint32_t first) {
    return ComesFirst::join(parts[first].from, parts[first].to);
  };
  const auto first = first_part.begin();
  const auto last = first_part.end() - 1;
  const std::uint64_t ends = ComesFirst::join(from, to);
  return {std::ranges::lower_bound(first, last, ends, {}, ends_of) - first,
          std::ranges::upper_bound(first, last, ends, {}, ends_of) - first};
}

}  // namespace entente
