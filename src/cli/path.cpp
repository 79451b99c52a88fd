// SPDX-License-Identifier: ISC
#include "analysis/path_question.h"
#include "cli/graph_command.h"
#include "cli/write_paths.h"
#include "render/reports.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::cli {

namespace {

using Json = nlohmann::ordered_json;

struct PathCommand {
  GraphOptions graph;
  std::string from, to, kind = "dependence", write;
  std::size_t count = 5, max_steps = 6, quotes = 2;
  double min_strength = kFaintPath;
  bool contested = false, prospective = false, json = false, trace = false;
};

std::string lower(std::string_view name) {
  std::string result(name);
  for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return result;
}

// The link as a step: its strongest relation gives the name and status, all give claims.
Json step_to_json(const KnowledgeGraph& graph, const ActorNetwork& network, const Link& link) {
  const auto uses = network.uses_of(link);
  const Tie& strongest = network.ties[uses[0].tie];
  Json claims = Json::array();
  Json relations = Json::array();
  for (const TieUse& use : uses) {
    const Tie& tie = network.ties[use.tie];
    relations.push_back({{"relation", tie.relation},
                         {"forward", use.forward},
                         {"strength", use.strength},
                         {"status", lower(to_string(tie.status))},
                         {"background", tie.background}});
    for (const ClaimRecord* claim : best_evidence(graph, tie))
      claims.push_back(to_json(graph, *claim));
  }
  return {{"from", graph.actors[link.from].id},
          {"to", graph.actors[link.to].id},
          {"from_label", graph.actors[link.from].label},
          {"to_label", graph.actors[link.to].label},
          {"relation", strongest.relation},
          {"forward", uses[0].forward},
          {"strength", link.strength},
          {"status", lower(to_string(strongest.status))},
          {"representation", strongest.representation},
          {"relations", relations},
          {"claims", claims}};
}

Json to_json(const KnowledgeGraph& graph, const PathQuestion& question, const PathAnswer& found) {
  Json paths = Json::array();
  for (const Path& path : found.paths) {
    Json steps = Json::array();
    for (const std::uint32_t link : path.links) {
      steps.push_back(step_to_json(graph, found.network, found.network.links[link]));
    }
    paths.push_back({{"strength", path.strength}, {"steps", steps}});
  }
  Json cut = Json::array();
  for (const std::uint32_t number : found.bottleneck.cut) {
    const Link& link = found.network.links[number];
    cut.push_back({{"from", graph.actors[link.from].id},
                   {"to", graph.actors[link.to].id},
                   {"relation", found.network.ties[found.network.uses_of(link)[0].tie].relation},
                   {"strength", link.strength}});
  }
  Json dominators = Json::array();
  for (const ActorNumber actor : found.bottleneck.dominators) {
    dominators.push_back(graph.actors[actor].id);
  }
  Json disputed = Json::array();
  for (const SituationNumber number : found.disputed)
    disputed.push_back(graph.situations[number].id);
  return {{"from", graph.actors[question.from].id},
          {"to", graph.actors[question.to].id},
          {"kind", to_string(question.kind)},
          {"strength", found.strength},
          {"paths", paths},
          {"left_out", found.left_out},
          {"cut", cut},
          {"dominators", dominators},
          {"disputed", disputed}};
}

int run(const PathCommand& command) {
  const rdf::GraphFile file = rdf::read_graph(command.graph.graph);
  const KnowledgeGraph& graph = file.graph;
  const Weights weights = load_weights(command.graph);
  PathQuestion question;
  question.from = resolve_actor(graph, command.from);
  question.to = resolve_actor(graph, command.to);
  if (question.from == question.to) {
    throw ConfigError(
        {.message = fmt::format("\"{}\" and \"{}\" are both {}, expected two actors", command.from,
                                command.to, graph.actors[question.from].label)});
  }
  question.kind = *parse_kind(command.kind);
  question.paths = {command.count, command.max_steps};
  question.min_strength = command.min_strength;
  question.ties = {parse_as_of(command.graph), command.contested, command.prospective, false};
  const PathAnswer found = answer(graph, weights, question);
  if (command.json) {
    print_json(to_json(graph, question, found));
  } else {
    const ReportOptions options{terminal_width(), command.quotes, command.trace};
    fmt::print("{}", report_paths({graph, weights, options}, question, found));
  }
  if (!command.write.empty()) write_paths(file, question, found, command.write);
  return kOk;
}

}  // namespace

void add_path(CLI::App& app, Action& action) {
  auto command = std::make_shared<PathCommand>();
  auto* path = app.add_subcommand("path", "Show the strongest paths from one actor to another");
  add_graph_options(*path, command->graph, true);
  path->add_option("FROM", command->from, "Name of an actor, as in news: Belarus, BLR, Minsk")
      ->required();
  path->add_option("TO", command->to, "Name of an actor")->required();
  path->add_option("--kind", command->kind,
                   "What ties them: dependence, cooperation, conflict, any")
      ->check(CLI::IsMember({"dependence", "cooperation", "conflict", "any"}))
      ->capture_default_str();
  path->add_option("-k,--count", command->count, "Most paths")->capture_default_str();
  path->add_option("--max-steps", command->max_steps, "Most steps of a path")
      ->check(CLI::Range(1, 20))
      ->capture_default_str();
  path->add_option("--min-strength", command->min_strength,
                   "Leave out weaker paths, from 0 to 1; the strongest is always shown")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  path->add_option("--quotes", command->quotes, "Most quotes for a step; 0: all")
      ->capture_default_str();
  path->add_flag("--include-contested", command->contested, "Also walk what is contested");
  path->add_flag("--include-prospective", command->prospective,
                 "Also walk what is only planned, possible, conditional or demanded");
  path->add_flag("--trace", command->trace, "Also show the rule that found each claim");
  path->add_flag("--json", command->json, "Print a JSON object");
  path->add_option("--write", command->write, "Write the graph with the paths in it")
      ->type_name("FILE");
  path->callback([command, &action] { action = [command] { return run(*command); }; });
}

}  // namespace entente::cli
