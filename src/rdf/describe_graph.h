// SPDX-License-Identifier: ISC
/// @file
/// A knowledge graph as statements: the model of doc/rdf.md. read_graph turns them back.
#pragma once

#include "graph/knowledge_graph.h"
#include "rdf/graph_iris.h"
#include "rdf/term.h"

#include <functional>
#include <span>

namespace entente::rdf {

/// Takes all statements about one thing: those of the thing first, those of the blank nodes that
/// hang on it where they are used. All are in one named graph.
using ResourceSink = std::function<void(std::span<const Quad>)>;

/// Describes actors (graph/actors), places (graph/places), situations and plain relations
/// (graph/situations), then every article with its claims (in the article's own graph, by place in
/// the text). No statement comes twice, not even if graphs are left out. The order depends on
/// `graph` alone. Memory: one thing at a time, and the set of places.
void describe_graph(const KnowledgeGraph& graph, const GraphIris& iris, const ResourceSink& sink);

/// Relations that hold in both directions: their plain triples are written both ways.
bool is_symmetric(std::string_view relation);

}  // namespace entente::rdf
