// SPDX-License-Identifier: ISC
#include "analysis/changes.h"
#include "cli/graph_command.h"
#include "render/report_changes.h"

#include <fmt/format.h>

namespace entente::cli {

namespace {

struct DiffCommand {
  GraphOptions options;  // `graph` is the old one
  std::string after;
};

int run(const DiffCommand& command) {
  const KnowledgeGraph before = load_graph(command.options.graph);
  const KnowledgeGraph after = load_graph(command.after);
  const Weights weights = load_weights(command.options);
  const Changes changes = find_changes(before, after);
  fmt::print("{}", report_changes(before, after, weights, changes, terminal_width()));
  return kOk;
}

}  // namespace

void add_diff(CLI::App& app, Action& action) {
  auto command = std::make_shared<DiffCommand>();
  auto* diff = app.add_subcommand("diff", "Tell in words what changed from one graph to another");
  diff->add_option("OLD", command->options.graph, "Graph file: .ttl .trig .nt .nq")->required();
  diff->add_option("NEW", command->after, "Graph file")->required();
  diff->add_option("--weights", command->options.weights,
                   "Weights of relations and events, in Turtle")
      ->type_name("FILE");
  diff->callback([command, &action] { action = [command] { return run(*command); }; });
}

}  // namespace entente::cli
