// SPDX-License-Identifier: ISC
/// @file
/// A graph file with the paths that were found in it.
#pragma once

#include "analysis/path_question.h"
#include "rdf/read_graph.h"

#include <string>

namespace entente::cli {

/// Writes graph and paths to `path`, whose extension tells the format. Throws ConfigError.
void write_paths(const rdf::GraphFile& file, const PathQuestion& question, const PathAnswer& answer,
                 const std::string& path);

}  // namespace entente::cli
