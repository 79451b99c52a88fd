// SPDX-License-Identifier: ISC
/// @file
/// The records of a graph's parts as one graph.
#pragma once

#include "rdf/read_graph.h"
#include "rdf/read_records.h"

#include <optional>
#include <vector>

namespace entente::rdf {

/// Sorts the records, gives situations their claims, places their names, and makes actors of those
/// that are used and not described. Equal ids become one text. Nothing if the parts do not fit
/// together: something is described twice, is missing, or may be told in two parts. The parts are
/// used up one by one. Cost: n log n in the records.
std::optional<GraphFile> unite_parts(std::vector<GraphPart> parts);

}  // namespace entente::rdf
