// SPDX-License-Identifier: ISC
/// @file
/// Boost.Graph views of a network: no copy, the rows of ActorNetwork are the graph.
/// Only for sources of this folder.
#pragma once

#include "analysis/network.h"

#include <iterator>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>

namespace entente {

/// The network with its links turned round: out-edges are the links into an actor.
struct ReversedNetwork {
  const ActorNetwork* network = nullptr;
};

/// The network as it is.
struct ForwardNetwork {
  const ActorNetwork* network = nullptr;
};

}  // namespace entente

namespace boost {

struct entente_traversal : public virtual vertex_list_graph_tag,
                           public virtual incidence_graph_tag {};

template <>
struct graph_traits<entente::ReversedNetwork> {
  using vertex_descriptor = entente::ActorNumber;
  using edge_descriptor = std::uint32_t;  // link number
  using directed_category = directed_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;
  using traversal_category = entente_traversal;
  using vertices_size_type = std::uint32_t;
  using edges_size_type = std::uint32_t;
  using degree_size_type = std::uint32_t;
  using vertex_iterator = counting_iterator<entente::ActorNumber>;
  using out_edge_iterator = const std::uint32_t*;
  static vertex_descriptor null_vertex() { return 0xFFFFFFFFU; }
};

template <>
struct graph_traits<entente::ForwardNetwork> {
  using vertex_descriptor = entente::ActorNumber;
  using edge_descriptor = std::uint32_t;  // link number
  using directed_category = directed_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;
  using traversal_category = entente_traversal;
  using vertices_size_type = std::uint32_t;
  using edges_size_type = std::uint32_t;
  using degree_size_type = std::uint32_t;
  using vertex_iterator = counting_iterator<entente::ActorNumber>;
  using out_edge_iterator = counting_iterator<std::uint32_t>;
  static vertex_descriptor null_vertex() { return 0xFFFFFFFFU; }
};

}  // namespace boost

namespace entente {

inline auto actors_of(const ActorNetwork& n) {
  return std::pair(boost::counting_iterator<ActorNumber>(0),
                   boost::counting_iterator<ActorNumber>(static_cast<ActorNumber>(n.actor_count)));
}

inline auto vertices(const ReversedNetwork& g) {
  return actors_of(*g.network);
}
inline auto num_vertices(const ReversedNetwork& g) {
  return static_cast<std::uint32_t>(g.network->actor_count);
}
inline auto out_edges(ActorNumber v, const ReversedNetwork& g) {
  const auto row = g.network->links_into(v);
  return std::pair(row.data(), row.data() + row.size());
}
inline std::uint32_t out_degree(ActorNumber v, const ReversedNetwork& g) {
  return static_cast<std::uint32_t>(g.network->links_into(v).size());
}
inline ActorNumber source(std::uint32_t link, const ReversedNetwork& g) {
  return g.network->links[link].to;
}
inline ActorNumber target(std::uint32_t link, const ReversedNetwork& g) {
  return g.network->links[link].from;
}

inline auto vertices(const ForwardNetwork& g) {
  return actors_of(*g.network);
}
inline auto num_vertices(const ForwardNetwork& g) {
  return static_cast<std::uint32_t>(g.network->actor_count);
}
inline auto out_edges(ActorNumber v, const ForwardNetwork& g) {
  return std::pair(boost::counting_iterator<std::uint32_t>(g.network->first_out[v]),
                   boost::counting_iterator<std::uint32_t>(g.network->first_out[v + 1]));
}
inline std::uint32_t out_degree(ActorNumber v, const ForwardNetwork& g) {
  return static_cast<std::uint32_t>(g.network->links_from(v).size());
}
inline ActorNumber source(std::uint32_t link, const ForwardNetwork& g) {
  return g.network->links[link].from;
}
inline ActorNumber target(std::uint32_t link, const ForwardNetwork& g) {
  return g.network->links[link].to;
}

}  // namespace entente
