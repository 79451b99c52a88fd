// SPDX-License-Identifier: ISC
/// @file
/// Paths of dependence as statements (ent:DependencePath), so that SPARQL can ask for them.
#pragma once

#include "analysis/path_question.h"
#include "rdf/describe_graph.h"

namespace entente::rdf {

/// Describes each path in graph/analysis, the steps as an rdf:List. The IRI is PATH/ and a hash of
/// its actors and relations. A step stands for all ties between its ends; ent:along names the
/// strongest, ent:restsOn the claims of all.
void describe_paths(const KnowledgeGraph& graph, const PathQuestion& question,
                    const PathAnswer& answer, const GraphIris& iris, const ResourceSink& sink);

}  // namespace entente::rdf
