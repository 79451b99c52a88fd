// SPDX-License-Identifier: ISC
/// @file
/// What of a graph's ties a picture shows: the edges, and of a large graph those that matter most.
/// Only for sources of this folder.
#pragma once

#include "analysis/tie_index.h"
#include "render/picture.h"

#include <cstddef>
#include <vector>

namespace entente {

/// A tie as an edge reads it: from the edge's beginning to its end.
struct Reading {
  const Tie* tie = nullptr;
  bool forward = true;
};

/// Ties of one pair, sign and standing are one edge, whichever way they run.
struct Edge {
  ActorNumber from = 0, to = 0;
  Sign sign = Sign::Neutral;
  int standing = 0;
  Status status = Status::SingleSource;  ///< the best of its ties
  bool representation = false;
  double strength = 0;
  std::vector<Reading> readings;  ///< strongest first
};

/// True if no claim says so.
bool is_background(const Edge& edge);

/// By actor, whether it is drawn.
using Chosen = std::vector<bool>;

struct Selection {
  Chosen chosen;
  std::vector<Edge> edges;  ///< strongest first
  std::size_t actors = 0;   ///< chosen ones
  std::size_t left_out_actors = 0, left_out_edges = 0;
  bool left_out_paths = false;  ///< there are weaker ones between the two
};

/// The edges of `ties`, which must be the index's and outlive the selection. Of too many actors
/// those stay that are nearest to the one in the middle (fewest steps, then the strongest way), of
/// a whole graph those with the strongest ties in sum. Cost: ties x log ties.
Selection select_edges(const TieIndex& index, const std::vector<Tie>& ties,
                       const PictureOptions& options);

}  // namespace entente
