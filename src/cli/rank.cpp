// SPDX-License-Identifier: ISC
#include "analysis/rank.h"

#include "cli/graph_command.h"
#include "render/text_layout.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::cli {

namespace {

struct RankCommand {
  GraphOptions graph;
  std::string by = "pagerank", type;
  std::size_t top = 20;
  bool json = false, csv = false, contested = false;
};

struct Row {
  const Actor* actor;
  double value, out;
};

std::vector<Row> rank(const KnowledgeGraph& graph, const RankCommand& command) {
  const Measure measure = *parse_measure(command.by);
  const Weights weights = load_weights(command.graph);
  const TieOptions options{parse_as_of(command.graph), command.contested, false, false};
  std::vector<Tie> ties = find_ties(graph, weights, options);
  // Memberships would rank actors by how much the ontology knows of them.
  std::erase_if(ties, [](const Tie& tie) { return tie.is_only_known() && !tie.representation; });
  const ActorNetwork network =
      build_network(std::move(ties), graph.actors.size(), kind_of(measure), weights.most);
  const std::vector<double> values = rank_actors(network, measure);
  const std::vector<double> out = strength_out(network);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Actor& actor = graph.actors[i];
    const bool wanted = command.type.empty() || to_string(actor.type) == command.type;
    if (wanted && values[i] > 0) rows.push_back({&actor, values[i], out[i]});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.value > b.value; });
  if (command.top > 0 && rows.size() > command.top) rows.resize(command.top);
  return rows;
}

// Counts are whole numbers, betweenness nearly; shares and sums of strengths lie mostly below 1.
std::string to_text(double value, const RankCommand& command) {
  if (command.by == "degree") return fmt::format("{:.0f}", value);
  return fmt::format("{:.{}f}", value, command.by == "betweenness" ? 1 : 4);
}

// Fifteen digits: what is beyond is rounding.
std::string to_digits(double value) {
  return fmt::format("{:.15g}", value);
}

void print_table(const std::vector<Row>& rows, const RankCommand& command) {
  std::size_t width = 5;
  for (const Row& row : rows) width = std::max(width, columns(row.actor->label));
  const bool dependence = command.by == "dependence";
  fmt::print("     {}  {}  {}{}\n", pad("actor", width), pad("type", 13),
             dependence ? "depended on" : command.by, dependence ? "  depends" : "");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    const std::string line =
        fmt::format("{:>3}  {}  {}  {}", i + 1, pad(row.actor->label, width),
                    pad(to_string(row.actor->type), 13), to_text(row.value, command));
    fmt::print("{}{}\n", line, dependence ? fmt::format("       {:.4f}", row.out) : "");
  }
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

void print_csv(const std::vector<Row>& rows, const RankCommand& command) {
  fmt::print("rank,actor,label,type,country,{}\n", command.by);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Actor& actor = *rows[i].actor;
    fmt::print("{},{},{},{},{},{}\n", i + 1, csv_field(actor.id), csv_field(actor.label),
               to_string(actor.type), actor.country, to_digits(rows[i].value));
  }
}

void print_object(const std::vector<Row>& rows, const RankCommand& command) {
  nlohmann::ordered_json actors = nlohmann::ordered_json::array();
  for (const Row& row : rows) {
    actors.push_back({{"actor", row.actor->id},
                      {"label", row.actor->label},
                      {"type", to_string(row.actor->type)},
                      {"country", row.actor->country},
                      {"value", std::stod(to_digits(row.value))}});
  }
  print_json({{"by", command.by}, {"actors", actors}});
}

int run(const RankCommand& command) {
  if (!command.type.empty() && !parse_actor_type(command.type)) {
    throw ConfigError(
        {.message = fmt::format("--type: found {}, expected a class of actors such as "
                                "State, Person, Alliance, ArmedForce",
                                command.type)});
  }
  const KnowledgeGraph graph = load_graph(command.graph.graph);
  const std::vector<Row> rows = rank(graph, command);
  if (command.json) {
    print_object(rows, command);
  } else if (command.csv) {
    print_csv(rows, command);
  } else {
    print_table(rows, command);
  }
  return kOk;
}

}  // namespace

void add_rank(CLI::App& app, Action& action) {
  auto command = std::make_shared<RankCommand>();
  auto* rank_command = app.add_subcommand("rank", "Show who matters");
  add_graph_options(*rank_command, command->graph, true);
  rank_command
      ->add_option("--by", command->by, "dependence, pagerank, betweenness, degree, conflict")
      ->check(CLI::IsMember({"dependence", "pagerank", "betweenness", "degree", "conflict"}))
      ->capture_default_str();
  rank_command->add_option("--type", command->type, "Only actors of this class: State, Person, …");
  rank_command->add_option("--top", command->top, "Most actors; 0: all")->capture_default_str();
  rank_command->add_flag("--include-contested", command->contested, "Also count what is contested");
  auto* json = rank_command->add_flag("--json", command->json, "Print a JSON object");
  rank_command->add_flag("--csv", command->csv, "Print a table as CSV")->excludes(json);
  rank_command->callback([command, &action] { action = [command] { return run(*command); }; });
}

}  // namespace entente::cli
