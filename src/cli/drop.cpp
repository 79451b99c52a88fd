// SPDX-License-Identifier: ISC
#include "analysis/words.h"
#include "cli/graph_command.h"
#include "graph/consolidate.h"

#include <utility>

#include <fmt/format.h>

namespace entente::cli {

namespace {

struct DropCommand {
  std::string graph, output;
  Retraction retraction;
};

int run(const DropCommand& command) {
  rdf::GraphFile file = rdf::read_graph(command.graph);
  const std::size_t articles = find_retracted(file.graph, command.retraction).size();
  if (articles == 0) throw ConfigError({.message = "no such article or publisher in the graph"});
  const std::size_t claims = file.graph.claims.size();
  const KnowledgeGraph rest = drop(std::move(file.graph), command.retraction);
  save_graph(rest, command.output.empty() ? command.graph : command.output, file.base);
  fmt::print(stderr, "dropped {} with {}; {} left\n", count_of(articles, "article"),
             count_of(claims - rest.claims.size(), "claim"), count_of(rest.claims.size(), "claim"));
  return kOk;
}

}  // namespace

void add_drop(CLI::App& app, Action& action) {
  auto command = std::make_shared<DropCommand>();
  auto* drop_command =
      app.add_subcommand("drop", "Take articles out, with all that rests on them alone");
  drop_command->add_option("GRAPH", command->graph, "Graph file: .ttl .trig .nt .nq")->required();
  auto* which = drop_command->add_option_group("which");
  which->add_option("--article", command->retraction.articles, "Id or input's name of an article")
      ->type_name("ID");
  which->add_option("--publisher", command->retraction.publishers, "Publisher, as in the graph")
      ->type_name("NAME");
  which->require_option(1, 0);
  drop_command->add_option("-o,--output", command->output, "Graph file to write; else GRAPH itself")
      ->type_name("FILE");
  drop_command->callback([command, &action] { action = [command] { return run(*command); }; });
}

}  // namespace entente::cli
