// SPDX-License-Identifier: ISC
/// @file
/// A graph as a picture in DOT, Graphviz's language. What is drawn how is told in the picture's own
/// legend: actors by shape and colour, ties by colour (cooperation, conflict), width (strength) and
/// line (how far they may be relied on). Colours after M. Okabe and K. Ito (2008), safe for the
/// colour-blind.
#pragma once

#include "analysis/network.h"

#include <optional>
#include <string>
#include <utility>

namespace entente {

struct PictureOptions {
  std::optional<ActorNumber> around = {};  ///< only what is within `steps` of this actor
  std::size_t steps = 2;
  std::optional<std::pair<ActorNumber, ActorNumber>> between = {};  ///< only paths between the two
  Kind kind = Kind::Any;  ///< dependence and cooperation: no conflict; conflict: only conflict
  std::optional<Date> as_of = {};
  std::size_t top = 30;  ///< most actors
};

/// A picture before layout.
struct Picture {
  std::string dot;
  std::size_t actors = 0, ties = 0;  ///< drawn
  /// What there was no room for; the legend says so.
  std::size_t left_out_actors = 0, left_out_ties = 0;
  bool left_out_paths = false;  ///< weaker ones between the two
};

/// Everything that came from articles is escaped. Contested, prospective and denied ties are drawn
/// as such. Requires: `graph` is consolidated.
Picture make_picture(const KnowledgeGraph& graph, const Weights& weights,
                     const PictureOptions& options);

/// The same from what was prepared, for those who ask more than once.
Picture make_picture(const TieIndex& index, const PictureOptions& options);

/// "3 actors, weaker paths, 1 weaker tie": what there was no room for; empty if there was.
std::string describe_left_out(const Picture& picture);

}  // namespace entente
