// SPDX-License-Identifier: ISC
/// @file
/// The network of a knowledge graph for other tools: actors as nodes, and one edge for each
/// initiator and recipient of a situation. Gephi reads GEXF and GraphML, Cytoscape GraphML,
/// spreadsheets and data frames the lists.
#pragma once

#include "graph/knowledge_graph.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente::rdf {

enum class NetworkFormat : std::uint8_t {
  GraphMl,  ///< .graphml (1.0)
  Gexf,     ///< .gexf (1.2, which more programs read than 1.3)
  Nodes,    ///< .nodes.csv: id, label, type, country, sector
  Edges,    ///< .edges.csv: source, target, type, action, kind, status, claims, articles, sources,
            ///< from, until, situation
};

/// By extension of the path; nothing for others.
std::optional<NetworkFormat> network_format_of(std::string_view path);

/// Same graph, same bytes: nodes and edges in the order of their ids. Nodes that no edge touches
/// are there too. Situations without an initiator or a recipient have no edge.
std::string write_network(const KnowledgeGraph& graph, NetworkFormat format);

}  // namespace entente::rdf
