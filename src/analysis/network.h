// SPDX-License-Identifier: ISC
/// @file
/// The network of actors: situations and known facts of a graph as weighted ties, and for one kind
/// of question the links that lead from actor to actor. Rules and an example: doc/analysis.md.
#pragma once

#include "analysis/weights.h"
#include "graph/knowledge_graph.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/container/small_vector.hpp>

namespace entente {

/// Index into KnowledgeGraph::actors.
using ActorNumber = std::uint32_t;
/// Index into KnowledgeGraph::situations.
using SituationNumber = std::uint32_t;

struct TieIndex;

/// Most ties rest on one situation or two: they need no memory of their own.
using SituationNumbers = boost::container::small_vector<SituationNumber, 2>;

/// What is asked of the network.
enum class Kind : std::uint8_t { Dependence, Cooperation, Conflict, Any };

std::string_view to_string(Kind kind);  ///< "dependence"
std::optional<Kind> parse_kind(std::string_view name);

/// All situations of one relation or event type between two actors that stand alike, or one known
/// fact. Runs from the initiator (subject) to the recipient (object); what reads alike from both
/// ends runs from the actor with the lower number.
struct Tie {
  ActorNumber from = 0, to = 0;
  /// "dependsOn", "MissileStrike", "ASSAULT", "leads". Lives as long as the graph's situations.
  std::string_view relation;
  Sign sign = Sign::Neutral;
  Status status = Status::SingleSource;
  Dependence dependence = Dependence::None;
  bool representation = false;
  bool background = false;  ///< known beforehand; `situations` may be empty
  double strength = 0;      ///< in (0, 1]
  double dependence_strength = 0;
  SituationNumbers situations;  ///< strongest first

  /// True if no claim says so.
  bool is_only_known() const { return background && situations.empty(); }
};

struct TieOptions {
  std::optional<Date> as_of = {};  ///< what had happened by then, and posts held on that day
  bool include_contested = false;
  bool include_prospective = false;
  bool include_denied = false;  ///< for pictures; a denied tie links nobody
};

/// The ties of a graph, sorted by from, to, relation, status.
/// Strength of a situation = weight x support x certainty x recency (x 0.5 if contested, say); of a
/// tie = 1 - product of (1 - strength) over its situations, at most Weights::most.
/// Requires: `graph` is consolidated. Cost: claims + situations x log situations.
std::vector<Tie> find_ties(const KnowledgeGraph& graph, const Weights& weights,
                           const TieOptions& options);

/// The same from what was prepared (analysis/tie_index.h). Cost: linear in the index.
std::vector<Tie> find_ties(const TieIndex& index, const TieOptions& options);

/// Of these ties, those between two actors, whichever way they run, that rest on claims. Cost:
/// logarithmic in the index.
std::vector<Tie> find_claimed_ties(const TieIndex& index, const TieOptions& options, ActorNumber a,
                                   ActorNumber b);

/// A tie as it is walked along a link.
struct TieUse {
  std::uint32_t tie = 0;  ///< index into ActorNetwork::ties
  bool forward = true;    ///< from initiator to recipient
  bool claimed = false;   ///< neither representation nor only known beforehand
  double strength = 0;    ///< for this kind of question
};

/// All that leads from one actor to another in one step.
struct Link {
  ActorNumber from = 0, to = 0;
  double strength = 0;  ///< in (0, 1]: 1 - product of (1 - strength) over its uses
  std::uint32_t first_use = 0, use_count = 0;  ///< in ActorNetwork::uses, strongest first
};

/// A link as it is seen from its end.
struct Arrival {
  ActorNumber from = 0;
  std::uint32_t link = 0;  ///< index into ActorNetwork::links
  double strength = 0;     ///< the link's; here it need not be fetched from afar
};

/// A directed graph without parallel links and loops, in compressed rows. Read-only once made.
struct ActorNetwork {
  Kind kind = Kind::Any;
  std::size_t actor_count = 0;
  std::vector<Tie> ties;
  std::vector<TieUse> uses;
  std::vector<Link> links;                ///< by from, to
  std::vector<std::uint32_t> first_out;   ///< actor_count + 1 offsets into links
  std::vector<Arrival> into;              ///< links by to, from
  std::vector<std::uint32_t> first_into;  ///< actor_count + 1 offsets into `into`

  std::span<const Link> links_from(ActorNumber actor) const {
    return std::span(links).subspan(first_out[actor], first_out[actor + 1] - first_out[actor]);
  }
  std::span<const Arrival> links_into(ActorNumber actor) const {
    return std::span(into).subspan(first_into[actor], first_into[actor + 1] - first_into[actor]);
  }
  std::span<const TieUse> uses_of(const Link& link) const {
    return std::span(uses).subspan(link.first_use, link.use_count);
  }
  /// Null if no link leads from `from` to `to`. Cost: logarithmic.
  const Link* find_link(ActorNumber from, ActorNumber to) const;
};

/// Links for one kind of question. Dependence runs from who depends to whom it depends on;
/// cooperation, conflict and any run both ways. Ties of representation serve every kind both ways.
ActorNetwork build_network(std::vector<Tie> ties, std::size_t actor_count, Kind kind, double most);

/// Index of the actor; nothing if there is none of that id.
std::optional<ActorNumber> actor_number(const KnowledgeGraph& graph, std::string_view id);

}  // namespace entente
