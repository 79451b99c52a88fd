// SPDX-License-Identifier: ISC
#include "cli/app.h"
#include "cli/data_files.h"
#include "rdf/atomic_file.h"
#include "rdf/graph_iris.h"
#include "rdf/load_actors.h"
#include "rdf/load_lexicon.h"
#include "rdf/load_weights.h"
#include "rdf/quad_writer.h"
#include "rdf/read_graph.h"
#include "store/check_graph.h"
#include "store/load_store.h"
#include "store/validate.h"
#include "text/diagnostic.h"
#include "text/read.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

struct CheckArguments {
  std::string graph, shapes, text, report;
  std::vector<std::string> actors;
  std::size_t limit = 100;
};

/// IRIs of the report are shortened by the prefixes and the base that all our files use.
std::string shortened(std::string text) {
  for (const rdf::Prefix& prefix : rdf::vocab::kPrefixes) {
    const std::string open = "<" + std::string(prefix.iri);
    for (std::size_t at = 0; (at = text.find(open, at)) != std::string::npos;) {
      const std::size_t end = text.find('>', at);
      if (end == std::string::npos) break;
      const std::string local = text.substr(at + open.size(), end - at - open.size());
      const bool plain = !local.empty() && local.find_first_of("/#?:") == std::string::npos;
      const std::string name = fmt::format("{}:{}", prefix.name, local);
      if (plain) text.replace(at, end + 1 - at, name);
      at += plain ? name.size() : 1;
    }
  }
  const std::string base = "<" + std::string(rdf::vocab::kDefaultBase);
  for (std::size_t at = 0; (at = text.find(base, at)) != std::string::npos; ++at) {
    text.replace(at, base.size(), "<");
  }
  return text;
}

/// Prints at most `limit` findings, and how many there are more.
class Findings {
 public:
  Findings(std::string file, std::size_t limit) : file_(std::move(file)), limit_(limit) {}

  void add(std::string_view severity, std::string_view message) {
    if (++count_ > limit_ && limit_ != 0) return;
    fmt::print("{}: {}: {}\n", file_, severity, message);
  }
  int finish(std::string_view checked) const {
    if (limit_ != 0 && count_ > limit_) fmt::print("{}: {} more\n", file_, count_ - limit_);
    if (count_ == 0) {
      fmt::print("{}: conforms ({})\n", file_, checked);
      return kOk;
    }
    fmt::print("{}: does not conform: {} findings ({})\n", file_, count_, checked);
    return kSkipped;
  }

 private:
  std::string file_;
  std::size_t limit_, count_ = 0;
};

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return text;
}

void check_shapes(const CheckArguments& arguments, const store::QuadStore& data, Findings& findings,
                  std::size_t& nodes) {
  const fs::path path =
      arguments.shapes.empty() ? data_root() / "ontology/shapes.ttl" : fs::path(arguments.shapes);
  const store::Shapes shapes = store::load_shapes(rdf::read_triple_table({path}));
  const store::ValidationResult result = store::validate(data, shapes);
  nodes = result.focus_nodes;
  for (const store::Violation& violation : result.violations) {
    std::string line = to_ntriples(violation.focus);
    if (violation.shape->is_property) line += " " + to_string(violation.shape->path);
    if (violation.value.kind != rdf::TermKind::None) line += " " + to_ntriples(violation.value);
    findings.add(lower(violation.shape->severity), shortened(line + ": " + violation.message));
  }
  if (arguments.report.empty()) return;
  AtomicFile file(arguments.report);
  rdf::QuadWriter writer(
      {rdf::Format::Turtle, std::string(rdf::vocab::kDefaultBase), rdf::vocab::kPrefixes},
      [&](std::string_view bytes) { file.write(bytes); });
  for (const rdf::Quad& quad : store::validation_report(result)) writer.write(quad);
  writer.finish();
  file.commit();
}

void add_faults(const std::vector<store::GraphFault>& faults, Findings& findings) {
  for (const store::GraphFault& fault : faults) {
    findings.add("violation", fmt::format("{}/{}: {}", fault.kind, fault.id, fault.message));
  }
}

/// Compares the quotes of a graph with the articles in a folder, found by their ids.
void check_text(const KnowledgeGraph& graph, const std::string& folder, Findings& findings) {
  std::size_t found = 0;
  Reader reader({folder}, {});
  while (const auto record = reader.next()) {
    if (!record->document) continue;
    for (const ArticleRecord& article : graph.articles) {
      if (article.input_id != record->document->id) continue;
      ++found;
      add_faults(store::check_quotes(graph, article, record->document->text), findings);
    }
  }
  if (found < graph.articles.size()) {
    findings.add("warning",
                 fmt::format("{} of {} articles are not in {}", graph.articles.size() - found,
                             graph.articles.size(), folder));
  }
}

int check_graph_file(const CheckArguments& arguments) {
  Findings findings(arguments.graph, arguments.limit);
  const fs::path files[] = {arguments.graph};
  const auto data = store::load_store(files);
  std::size_t nodes = 0;
  check_shapes(arguments, *data, findings, nodes);
  const bool is_snapshot = files[0].extension() == ".ekg";
  if (!is_snapshot) {
    try {
      const rdf::GraphFile file = rdf::read_graph(files[0]);
      add_faults(store::check_graph(file.graph), findings);
      if (!arguments.text.empty()) check_text(file.graph, arguments.text, findings);
    } catch (const ConfigError& error) {  // what the shapes have told already, told with its line
      findings.add("violation", error.diagnostic().message);
    }
  }
  return findings.finish(fmt::format("{} quads, {} nodes", data->size(), nodes));
}

// Runs `load` and gives what it throws; nothing if all is well.
template <typename Load>
std::optional<Diagnostic> fault_of(const Load& load) {
  try {
    load();
  } catch (const ConfigError& error) {
    return error.diagnostic();
  }
  return std::nullopt;
}

int report(const Diagnostics& faults, const std::string& name, std::size_t actors) {
  bool usable = true;
  for (const Diagnostic& fault : faults) {
    fmt::print(stderr, "{}\n", to_string(fault));
    usable = usable && fault.severity != Severity::Error;
  }
  if (!usable) return kUsage;
  fmt::print("{}: can be used ({} actors)\n", name, actors);
  return kOk;
}

// Reads what a build would load. Of the actors' files all faults are told, of the others the first.
int check_ontology(const fs::path& folder) {
  rdf::ActorReading actors = rdf::read_actor_files(rdf::actor_files(folder));
  Diagnostics faults = std::move(actors.diagnostics);
  const fs::path weights = folder / "weights.ttl";
  if (auto fault = fault_of([&] { static_cast<void>(rdf::load_lexicon(folder)); }))
    faults.push_back(std::move(*fault));
  if (fs::exists(weights)) {
    if (auto fault = fault_of([&] { static_cast<void>(rdf::load_weights(weights)); }))
      faults.push_back(std::move(*fault));
  }
  return report(faults, folder.string(), actors.knowledge.actors.size());
}

// Files for `build --actors`, read after the shipped ones, whose actors they may name.
int check_actor_files(const std::vector<std::string>& added) {
  std::vector<fs::path> files = rdf::actor_files(data_root() / "ontology");
  files.insert(files.end(), added.begin(), added.end());
  const rdf::ActorReading actors = rdf::read_actor_files(files);
  return report(actors.diagnostics, added.back(), actors.knowledge.actors.size());
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<CheckArguments>();
  auto* command =
      app.add_subcommand("check", "Check a graph against the shapes, or an edited ontology");
  command->footer(
      "A graph is checked against ontology/shapes.ttl (SHACL Core), and for what shapes cannot "
      "say:\n"
      "evidence inside its article, statuses and counts that follow from the claims, and with "
      "--text\n"
      "quotes that stand in the articles. A folder is checked as an ontology, by loading it: all\n"
      "faults of the actors' files are told, of the lexicon and the weights the first.\n"
      "Exit status: 0 conforms, 1 does not, 2 wrong usage or a file that cannot be used.");
  auto* graph =
      command->add_option("GRAPH", arguments->graph, "RDF file, snapshot, or ontology folder");
  command
      ->add_option("--actors", arguments->actors,
                   "Check a file for build --actors instead; may be given several times")
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
  command->add_option("--shapes", arguments->shapes, "Shapes to use instead of ontology/shapes.ttl")
      ->type_name("FILE");
  command
      ->add_option("--text", arguments->text,
                   "Folder or file with the articles that the graph was built from")
      ->type_name("DIR");
  command->add_option("--report", arguments->report, "Write the SHACL validation report as Turtle")
      ->type_name("FILE");
  command->add_option("--limit", arguments->limit, "Findings to print; 0: all")
      ->capture_default_str();
  command->callback([arguments, graph, &action] {
    if (arguments->actors.empty() && graph->count() == 0) throw CLI::RequiredError("GRAPH");
    action = [arguments] {
      if (!arguments->actors.empty()) return check_actor_files(arguments->actors);
      if (fs::is_directory(arguments->graph)) return check_ontology(arguments->graph);
      return check_graph_file(*arguments);
    };
  });
}

}  // namespace entente::cli
