// SPDX-License-Identifier: ISC
#include "analysis/balance.h"

#include "cli/graph_command.h"
#include "render/report_changes.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::cli {

namespace {

using Json = nlohmann::ordered_json;

struct BalanceCommand {
  GraphOptions graph;
  std::size_t top = 10;
  bool contested = false, json = false;
};

Json ids_of(const KnowledgeGraph& graph, const std::vector<ActorNumber>& actors) {
  Json ids = Json::array();
  for (const ActorNumber actor : actors) ids.push_back(graph.actors[actor].id);
  return ids;
}

Json to_object(const KnowledgeGraph& graph, const Balance& balance) {
  Json camps = Json::array();
  for (const auto& camp : balance.camps) camps.push_back(ids_of(graph, camp));
  Json torn = Json::array();
  for (const Torn& t : balance.torn) {
    torn.push_back({{"actor", graph.actors[t.party].id},
                    {"camp", t.own_camp},
                    {"drawnTo", t.other_camp},
                    {"share", t.share}});
  }
  Json triads = Json::array();
  for (const Triad& t : balance.triads) {
    triads.push_back({{"actors", ids_of(graph, {t.parties.begin(), t.parties.end()})},
                      {"negative", t.negative},
                      {"balanced", t.is_balanced()}});
  }
  return {{"frustration", balance.frustration},
          {"camps", camps},
          {"torn", torn},
          {"triads", triads},
          {"balanced", balance.balanced_triads},
          {"unbalanced", balance.unbalanced_triads}};
}

int run(const BalanceCommand& command) {
  const KnowledgeGraph graph = load_graph(command.graph.graph);
  const Weights weights = load_weights(command.graph);
  const TieOptions options{parse_as_of(command.graph), command.contested, false, false};
  const Balance balance = find_balance(graph, find_ties(graph, weights, options));
  if (command.json) {
    print_json(to_object(graph, balance));
  } else {
    fmt::print("{}", report_balance(graph, balance, command.top, terminal_width()));
  }
  return kOk;
}

}  // namespace

void add_balance(CLI::App& app, Action& action) {
  auto command = std::make_shared<BalanceCommand>();
  auto* balance = app.add_subcommand("balance", "Show camps, and who stands between them");
  add_graph_options(*balance, command->graph, true);
  balance->add_option("--top", command->top, "Most parties and triads")->capture_default_str();
  balance->add_flag("--include-contested", command->contested, "Also count what is contested");
  balance->add_flag("--json", command->json, "Print a JSON object");
  balance->callback([command, &action] { action = [command] { return run(*command); }; });
}

}  // namespace entente::cli
