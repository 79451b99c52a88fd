// SPDX-License-Identifier: ISC
#include "analysis/explain.h"

#include "analysis/words.h"
#include "cli/graph_command.h"
#include "graph/differences.h"
#include "render/reports.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::cli {

namespace {

struct ExplainCommand {
  GraphOptions graph;
  std::string what, who;
  std::size_t quotes = 3;
  bool exact = false, trace = false, json = false;
};

using Json = nlohmann::ordered_json;

Json difference_to_json(const Difference& difference) {
  Json versions = Json::array();
  for (const Version& version : difference.versions) {
    versions.push_back({{"value", version.value}, {"claims", version.claims}});
  }
  Json object = {{"aspect", to_string(difference.aspect)}, {"versions", versions}};
  if (difference.aspect == Aspect::Toll) {
    object["unit"] = difference.unit;
    object["low"] = difference.low;
    object["high"] = difference.high;
  }
  if (!difference.rivals.empty()) object["rivals"] = difference.rivals;
  return object;
}

Json situation_to_json(const KnowledgeGraph& graph, const Weights& weights,
                       const DifferenceFinder& finder, const SituationRecord& s) {
  Json claims = Json::array();
  for (const ClaimRecord* claim : best_evidence(graph, s)) claims.push_back(to_json(graph, *claim));
  Json object = {{"situation", s.id},
                 {"words", describe(graph, weights, s)},
                 {"type", s.type},
                 {"action", s.action},
                 {"initiators", s.initiators},
                 {"recipients", s.recipients},
                 {"status", to_string(s.status)},
                 {"date", nullptr},
                 {"claimCount", s.claim_count},
                 {"articleCount", s.article_count},
                 {"sourceCount", s.source_count},
                 {"claims", claims}};
  if (s.date) {
    object["date"] = {{"from", to_iso_string(s.date->from)}, {"to", to_iso_string(s.date->to)}};
  }
  object["differences"] = Json::array();
  for (const Difference& difference : finder.find(s)) {
    object["differences"].push_back(difference_to_json(difference));
  }
  return object;
}

// A situation's id, or who and perhaps whom.
std::vector<SituationNumber> find_situations(const KnowledgeGraph& graph,
                                             const ExplainCommand& command) {
  const SituationRecord* situation = find_situation(graph, command.what);
  if (situation != nullptr && command.who.empty()) {
    return {static_cast<SituationNumber>(situation - graph.situations.data())};
  }
  const ActorNumber one = resolve_actor(graph, command.what);
  std::optional<ActorNumber> other;
  if (!command.who.empty()) other = resolve_actor(graph, command.who);
  return situations_of(graph, one, other, command.exact ? Scope::Exact : Scope::Represented);
}

int run(const ExplainCommand& command) {
  const KnowledgeGraph graph = load_graph(command.graph.graph);
  const Weights weights = load_weights(command.graph);
  const std::vector<SituationNumber> found = find_situations(graph, command);
  if (command.json) {
    const DifferenceFinder finder(graph);
    Json situations = Json::array();
    for (const SituationNumber i : found) {
      situations.push_back(situation_to_json(graph, weights, finder, graph.situations[i]));
    }
    print_json({{"situations", situations}});
    return kOk;
  }
  if (found.empty()) fmt::print("nothing is said of this in the graph\n");
  const ReportOptions options{terminal_width(), command.quotes, command.trace};
  fmt::print("{}", report_situations({graph, weights, options}, found));
  return kOk;
}

}  // namespace

void add_explain(CLI::App& app, Action& action) {
  auto command = std::make_shared<ExplainCommand>();
  auto* explain = app.add_subcommand(
      "explain", "Show all that is said of an actor, of two actors, or of a situation");
  add_graph_options(*explain, command->graph);
  explain->add_option("WHAT", command->what, "Name of an actor, or id of a situation")->required();
  explain->add_option("WHO", command->who, "Another actor: only what is between the two");
  explain->add_flag("--exact", command->exact, "Not also those who act for the actor");
  explain->add_option("--quotes", command->quotes, "Most quotes for and against; 0: all")
      ->capture_default_str();
  explain->add_flag("--trace", command->trace, "Also show the rule that found each claim");
  explain->add_flag("--json", command->json, "Print a JSON object");
  explain->callback([command, &action] { action = [command] { return run(*command); }; });
}

}  // namespace entente::cli
