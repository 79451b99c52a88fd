// SPDX-License-Identifier: ISC
/// @file
/// The statements about each kind of thing in a graph: the model of doc/rdf.md, part by part. Each
/// gathers on `sheet` and calls `sink` once. Only for describe_graph.
#pragma once

#include "graph/differences.h"
#include "graph/knowledge_graph.h"
#include "rdf/graph_iris.h"
#include "rdf/place_iris.h"
#include "rdf/resource.h"

#include <vector>

namespace entente::rdf {

void describe_actor(Actor actor, const GraphIris& iris, const ResourceSink& sink, Sheet& sheet);

/// `differences` are those of the situation.
void describe_situation(const SituationRecord& situation,
                        const std::vector<Difference>& differences, const PlaceIris& places,
                        const ResourceSink& sink, Sheet& sheet);

void describe_article(const ArticleRecord& article, const GraphIris& iris, const ResourceSink& sink,
                      Sheet& sheet);

/// The position selector gives the sentence; the quote selector the words that carry the claim,
/// with the rest of the sentence as prefix and suffix.
void describe_claim(const ClaimRecord& claim, const PlaceIris& places, const ResourceSink& sink,
                    Sheet& sheet);

}  // namespace entente::rdf
