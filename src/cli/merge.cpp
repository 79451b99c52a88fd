// SPDX-License-Identifier: ISC
#include "cli/graph_command.h"
#include "graph/consolidate.h"

#include <utility>

#include <fmt/format.h>

namespace entente::cli {

namespace {

struct MergeCommand {
  std::vector<std::string> graphs;
  std::string output;
};

// The first graph's base is the result's: the ids are the same under every base.
int run(const MergeCommand& command) {
  std::vector<KnowledgeGraph> graphs;
  std::string base;
  for (const std::string& path : command.graphs) {
    rdf::GraphFile file = rdf::read_graph(path);
    if (base.empty()) base = file.base;
    graphs.push_back(std::move(file.graph));
  }
  const KnowledgeGraph merged = merge(std::move(graphs));
  save_graph(merged, command.output, base);
  fmt::print(stderr, "{} claims of {} articles about {} situations\n", merged.claims.size(),
             merged.articles.size(), merged.situations.size());
  return kOk;
}

}  // namespace

void add_merge(CLI::App& app, Action& action) {
  auto command = std::make_shared<MergeCommand>();
  auto* merge_command = app.add_subcommand("merge", "Unite graphs that were built apart");
  merge_command->add_option("GRAPH", command->graphs, "Graph files: .ttl .trig .nt .nq")
      ->required();
  merge_command->add_option("-o,--output", command->output, "Graph file to write")
      ->required()
      ->type_name("FILE");
  merge_command->callback([command, &action] { action = [command] { return run(*command); }; });
}

}  // namespace entente::cli
