// SPDX-License-Identifier: ISC
#include "rdf/unite_parts.h"

#include "graph/id_index.h"
#include "graph/sort_by_id.h"
#include "rdf/graph_iris.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente::rdf {

namespace {

template <typename T>
void append(std::vector<T>& into, std::vector<T>& other) {
  into.insert(into.end(), std::make_move_iterator(other.begin()),
              std::make_move_iterator(other.end()));
  other = {};
}

template <typename Record>
bool has_doubles(const std::vector<Record>& records) {
  return std::ranges::adjacent_find(records, {}, [](const Record& record) {
           return std::string_view(record.id);
         }) != records.end();
}

class Union {
 public:
  explicit Union(std::vector<GraphPart> parts) : parts_(std::move(parts)) {}

  std::optional<GraphFile> make() {
    const bool whole = parts_.size() == 1;
    if (!gather()) return std::nullopt;
    add_used_actors();
    sort_by_id(graph().actors);
    sort_by_id(graph().articles);
    sort_by_id(graph().claims);
    sort_by_id(graph().situations);
    if (!whole && (has_any_double() || borders_are_torn() || !find_places())) return std::nullopt;
    if (!link_claims()) return std::nullopt;
    if (result_.base.empty()) result_.base = vocab::kDefaultBase;
    return std::move(result_);
  }

 private:
  KnowledgeGraph& graph() { return result_.graph; }

  bool gather() {
    reserve();
    for (GraphPart& part : parts_) {
      if (!part.is_closed) return false;
      if (result_.base.empty()) result_.base = part.base;
      if (!part.base.empty() && part.base != result_.base) return false;
      append(graph().actors, part.graph.actors);
      append(graph().articles, part.graph.articles);
      append(graph().claims, part.graph.claims);
      append(graph().situations, part.graph.situations);
      used_.merge(part.used);
      places_.merge(part.places);
      bordering_.merge(part.bordering);
      part = {};
    }
    return true;
  }

  void reserve() {
    std::size_t claims = 0, situations = 0;
    for (const GraphPart& part : parts_) {
      claims += part.graph.claims.size();
      situations += part.graph.situations.size();
    }
    graph().claims.reserve(claims);
    graph().situations.reserve(situations);
  }

  void add_used_actors() {
    const IdIndex described(graph().actors);
    std::vector<Actor> added;
    for (const SharedText& id : used_) {
      if (described.find(id)) continue;
      Actor actor;
      actor.id = actor.label = id.str();
      actor.names = {{actor.id, NameKind::Label, false}};
      added.push_back(std::move(actor));
    }
    append(graph().actors, added);
  }

  bool has_any_double() {
    return has_doubles(graph().actors) || has_doubles(graph().articles) ||
           has_doubles(graph().claims) || has_doubles(graph().situations);
  }

  // Of a vetted actor, borders are part of what is known of it.
  bool borders_are_torn() {
    return std::ranges::any_of(graph().actors, [&](const Actor& actor) {
      return actor.vetted && !bordering_.empty() && bordering_.contains(actor.id);
    });
  }

  bool find_places() {
    for (SituationRecord& situation : graph().situations) {
      if (!find_place(situation.place, true)) return false;
      if (!find_place(situation.launched_from, true)) return false;
    }
    return std::ranges::all_of(graph().claims, [&](ClaimRecord& claim) {
      return find_place(claim.place, false) && find_place(claim.launched_from, false);
    });
  }

  bool find_place(std::optional<PlaceRecord>& place, bool without_label_of_state) {
    if (!place) return true;
    const auto found = places_.find(place->label);
    if (found == places_.end()) return false;
    const auto pieces = split_individual(place->label);
    place = found->second;
    if (without_label_of_state && pieces && pieces->kind == "actor") place->label = {};
    return true;
  }

  // Situations' claims come out in order, because claims are.
  bool link_claims() {
    const IdIndex articles(graph().articles), situations(graph().situations);
    for (ClaimNumber i = 0; i < graph().claims.size(); ++i) {
      ClaimRecord& claim = graph().claims[i];
      const auto article = articles.find(claim.article);
      const auto situation = situations.find(claim.situation);
      if (!article || !situation) return false;
      claim.article = graph().articles[*article].id;
      claim.situation = graph().situations[*situation].id;
      graph().situations[*situation].claims.push_back(i);
    }
    return true;
  }

  std::vector<GraphPart> parts_;
  GraphFile result_;
  std::unordered_set<SharedText> used_, bordering_;
  std::unordered_map<SharedText, PlaceRecord> places_;
};

}  // namespace

std::optional<GraphFile> unite_parts(std::vector<GraphPart> parts) {
  return Union(std::move(parts)).make();
}

}  // namespace entente::rdf
