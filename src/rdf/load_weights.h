// SPDX-License-Identifier: ISC
/// @file
/// Reads ontology/weights.ttl.
#pragma once

#include "analysis/weights.h"
#include "rdf/triple_table.h"

#include <filesystem>

namespace entente::rdf {

/// Throws ConfigError at the place of the first thing that is wrong: a number out of its range, a
/// name that is not in the vocabulary, a type that is weighed twice, a weight without sign or
/// strength.
Weights read_weights(const TripleTable& table);

/// Reads one Turtle file.
Weights load_weights(const std::filesystem::path& file);

}  // namespace entente::rdf
