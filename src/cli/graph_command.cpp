// SPDX-License-Identifier: ISC
#include "cli/graph_command.h"

#include "analysis/names.h"
#include "cli/data_files.h"
#include "rdf/atomic_file.h"
#include "rdf/load_weights.h"
#include "rdf/write_graph.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/ioctl.h>
#include <unistd.h>

namespace entente::cli {

namespace {

[[noreturn]] void fail(std::string message) {
  throw ConfigError({.message = std::move(message)});
}

std::string lower(std::string_view name) {
  std::string result(name);
  for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return result;
}

}  // namespace

void add_graph_options(CLI::App& command, GraphOptions& options, bool with_as_of) {
  command.add_option("GRAPH", options.graph, "Graph file: .ttl .trig .nt .nq")->required();
  command.add_option("--weights", options.weights, "Weights of relations and events, in Turtle")
      ->type_name("FILE");
  if (!with_as_of) return;
  command
      .add_option("--as-of", options.as_of,
                  "Only what had happened by that day, and posts held on it")
      ->type_name("YYYY-MM-DD");
}

KnowledgeGraph load_graph(const std::string& path) {
  return rdf::read_graph(path).graph;
}

Weights load_weights(const GraphOptions& options) {
  if (!options.weights.empty()) return rdf::load_weights(options.weights);
  return rdf::load_weights(data_root() / "ontology" / "weights.ttl");
}

std::optional<Date> parse_as_of(const GraphOptions& options) {
  if (options.as_of.empty()) return std::nullopt;
  const std::optional<Date> date = parse_iso_date(options.as_of);
  if (!date) fail(fmt::format("--as-of: found {}, expected a day as 2022-07-01", options.as_of));
  return date;
}

ActorNumber resolve_actor(const KnowledgeGraph& graph, const std::string& name) {
  const ActorMatch match = find_actors(graph, name);
  if (match.actors.empty()) {
    std::string hint;
    for (const std::string& suggestion : match.suggestions) {
      hint += fmt::format("{}\"{}\"", hint.empty() ? "; did you mean " : " or ", suggestion);
    }
    fail(fmt::format("nobody in the graph is called \"{}\"{}{}", name, hint,
                     hint.empty() ? "" : "?"));
  }
  const Actor& chosen = graph.actors[match.actors[0]];
  if (match.actors.size() > 1) {
    const Actor& other = graph.actors[match.actors[1]];
    fmt::print(stderr, "entente: note: \"{}\" is taken for {} ({}), not {} ({})\n", name,
               chosen.label, chosen.id, other.label, other.id);
  }
  return match.actors[0];
}

void save_graph(const KnowledgeGraph& graph, const std::string& path, const std::string& base) {
  const auto format = rdf::format_of(path);
  if (!format) fail(fmt::format("{}: expected a file name that ends in .ttl .trig .nt .nq", path));
  AtomicFile file(path);
  rdf::write_graph(graph, *format, base, [&](std::string_view bytes) { file.write(bytes); });
  file.commit();
}

std::size_t terminal_width() {
  constexpr std::size_t kDefault = 100, kLeast = 60, kMost = 120;
  winsize size{};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return kDefault;
  return size.ws_col == 0 ? kDefault : std::clamp<std::size_t>(size.ws_col, kLeast, kMost);
}

nlohmann::ordered_json to_json(const KnowledgeGraph& graph, const ClaimRecord& claim) {
  const ArticleRecord* article = find_article(graph, claim.article);
  nlohmann::ordered_json object;
  object["claim"] = claim.id;
  object["quote"] = claim.quote;
  object["sentence"] = claim.sentence;
  object["speakers"] = claim.speakers;
  object["article"] = claim.article;
  object["title"] = article == nullptr ? "" : article->title;
  object["publisher"] = article == nullptr ? "" : article->publisher;
  object["date"] = nullptr;
  if (article != nullptr && article->date) object["date"] = to_iso_string(*article->date);
  object["url"] = article == nullptr ? "" : article->url;
  object["polarity"] = lower(to_string(claim.polarity));
  object["modality"] = lower(to_string(claim.modality));
  object["confidence"] = claim.confidence;
  return object;
}

void print_json(const nlohmann::ordered_json& object) {
  fmt::print("{}\n", object.dump(2));
}

}  // namespace entente::cli
