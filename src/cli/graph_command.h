// SPDX-License-Identifier: ISC
/// @file
/// What the commands on graphs have in common.
#pragma once

#include "analysis/network.h"
#include "analysis/weights.h"
#include "cli/app.h"
#include "rdf/read_graph.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace entente::cli {

/// Options that several commands take.
struct GraphOptions {
  std::string graph;    ///< the file
  std::string weights;  ///< empty: what came with the program
  std::string as_of;    ///< ISO date; empty: none
};

/// Adds GRAPH, --weights and, if wanted, --as-of.
void add_graph_options(CLI::App& command, GraphOptions& options, bool with_as_of = false);

/// All of these throw ConfigError.
KnowledgeGraph load_graph(const std::string& path);
Weights load_weights(const GraphOptions& options);
std::optional<Date> parse_as_of(const GraphOptions& options);

/// Whom the name means (analysis/names.h). Other readings of an ambiguous name are noted on
/// standard error. A miss throws ConfigError with what was perhaps meant.
ActorNumber resolve_actor(const KnowledgeGraph& graph, const std::string& name);

/// Writes the graph in the format that the extension of `path` tells, under `base`.
void save_graph(const KnowledgeGraph& graph, const std::string& path, const std::string& base);

/// Columns of the terminal that standard output is, between 60 and 120; 100 if it is none.
std::size_t terminal_width();

/// {"claim", "quote", "sentence", "speakers", "article", "title", "publisher", "date", "url",
/// "polarity", "modality", "confidence"}
nlohmann::ordered_json to_json(const KnowledgeGraph& graph, const ClaimRecord& claim);

/// Prints the object, indented, with a line feed.
void print_json(const nlohmann::ordered_json& object);

}  // namespace entente::cli
