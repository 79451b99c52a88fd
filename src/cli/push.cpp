// SPDX-License-Identifier: ISC
#include "cli/app.h"
#include "graph/hash.h"
#include "rdf/file_text.h"
#include "rdf/term.h"
#include "store/graph_store_client.h"
#include "store/load_store.h"
#include "text/diagnostic.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

struct PushArguments {
  std::string graph, url, sparql, journal, netrc;
  bool dry_run = false, append = false;
  int attempts = 5;
  double pause_s = 1;
};

struct NamedGraph {
  std::string iri;  ///< empty: the default graph
  std::string ntriples;
  std::size_t triples = 0;
};

rdf::Term term(const store::QuadStore& data, store::TermId id) {
  return rdf::to_term(data.dictionary().view(id));
}

NamedGraph extract(const store::QuadStore& data, store::TermId graph) {
  NamedGraph found;
  found.iri = std::string(data.dictionary().view(graph).value);
  const auto add = [&](store::TermId s, store::TermId p, store::TermId o) {
    for (const store::TermId id : {s, p, o}) found.ntriples += to_ntriples(term(data, id)) + " ";
    found.ntriples += ".\n";
    ++found.triples;
  };
  if (!data.has_graph_orders()) {
    for (const auto& row : data.rows(store::Order::SPOG)) add(row[0], row[1], row[2]);
  } else {
    for (const auto& row : data.range(store::Order::GSPO, {graph, 0, 0, 0}, 1))
      add(row[1], row[2], row[3]);
  }
  return found;
}

std::string shown(const NamedGraph& graph) {
  return graph.iri.empty() ? "the default graph" : "<" + graph.iri + ">";
}

/// The graphs that have been sent, one a line: hash of the content, IRI. Sending goes on behind
/// them.
class Journal {
 public:
  explicit Journal(std::string path) : path_(std::move(path)) {
    if (path_.empty()) return;
    std::ifstream in(path_);
    for (std::string line; std::getline(in, line);) done_.insert(line);
  }
  bool has(const NamedGraph& graph) const { return done_.contains(line_of(graph)); }
  void add(const NamedGraph& graph) const {
    if (path_.empty()) return;
    std::ofstream out(path_, std::ios::app);
    out << line_of(graph) << "\n" << std::flush;
    if (!out) throw ConfigError({.file = path_, .message = "cannot be written"});
  }

 private:
  static std::string line_of(const NamedGraph& graph) {
    return sha256_hex(graph.ntriples) + " " + graph.iri;
  }

  std::string path_;
  std::set<std::string> done_;
};

std::string from_environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

store::ClientOptions client_options(const PushArguments& arguments) {
  store::ClientOptions options;
  options.user = from_environment("ENTENTE_USER");
  options.password = from_environment("ENTENTE_PASSWORD");
  options.netrc_file = arguments.netrc;
  options.append = arguments.append;
  options.attempts = arguments.attempts;
  options.first_pause =
      std::chrono::milliseconds(static_cast<std::int64_t>(arguments.pause_s * 1000));
  return options;
}

/// True if the store holds as many triples as were sent.
bool verify(store::GraphStoreClient& client, const PushArguments& arguments,
            const NamedGraph& graph) {
  if (arguments.sparql.empty()) return true;
  store::Response response;
  const auto count = client.count_triples(arguments.sparql, graph.iri, response);
  const bool enough =
      count && (arguments.append ? *count >= graph.triples : *count == graph.triples);
  if (enough) return true;
  fmt::print(stderr, "{}: error: found {} triples in the store, expected {}{}\n", shown(graph),
             count ? std::to_string(*count) : "no number of", graph.triples,
             response.ok() ? "" : " (" + response.error + ")");
  return false;
}

void check_url(const std::string& url) {
  if (url.starts_with("http://") || url.starts_with("https://")) return;
  throw ConfigError(
      {.file = url, .message = "expected a URL that begins with http:// or https://"});
}

int push(const PushArguments& arguments) {
  check_url(arguments.url);
  if (!arguments.sparql.empty()) check_url(arguments.sparql);
  const fs::path files[] = {arguments.graph};
  const auto data = store::load_store(files);
  const Journal journal(arguments.journal);
  store::GraphStoreClient client(client_options(arguments));
  const bool terminal = ::isatty(STDERR_FILENO) != 0;
  std::size_t number = 0, sent = 0, passed = 0, triples = 0, failed = 0;
  for (const store::TermId id : data->graphs()) {
    const NamedGraph graph = extract(*data, id);
    ++number;
    if (arguments.dry_run) {
      fmt::print("{:>10} triples  {}{}\n", graph.triples, shown(graph),
                 journal.has(graph) ? "  (sent before)" : "");
      continue;
    }
    if (journal.has(graph)) {
      ++passed;
      continue;
    }
    if (terminal)
      fmt::print(stderr, "\r\033[K{} of {} graphs  {}", number, data->graphs().size(),
                 shown(graph));
    const auto response = client.send_graph(
        arguments.url, graph.iri, graph.ntriples, [&](const store::Response& failure) {
          fmt::print(stderr, "{}{}: warning: {}; trying again\n", terminal ? "\r\033[K" : "",
                     shown(graph), failure.error);
        });
    if (terminal) fmt::print(stderr, "\r\033[K");
    if (!response.ok()) {
      fmt::print(stderr, "{}: error: {}\n", shown(graph), response.error);
      return kSkipped;
    }
    if (!verify(client, arguments, graph)) {
      ++failed;
      continue;
    }
    journal.add(graph);
    ++sent;
    triples += graph.triples;
  }
  if (!arguments.dry_run)
    fmt::print("{} graphs sent, {} triples{}{}\n", sent, triples,
               arguments.sparql.empty() ? "" : ", counted in the store",
               passed == 0 ? "" : fmt::format("; {} sent before", passed));
  return failed == 0 ? kOk : kSkipped;
}

}  // namespace

void add_push(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<PushArguments>();
  auto* command =
      app.add_subcommand("push", "Upload a graph to a SPARQL store (Graph Store Protocol)");
  command->footer(
      "Each named graph is one request: PUT, which replaces the graph of that name, or POST with\n"
      "--append. With --journal, graphs that were sent before are passed over, so that a push "
      "that\n"
      "was broken off can go on. User and password come from ENTENTE_USER and ENTENTE_PASSWORD or "
      "a\n"
      "netrc file; the server picks basic or digest authentication.\n"
      "Exit status: 0 all sent, 1 a graph was not taken, 2 wrong usage or a graph that cannot be "
      "read.");
  command->add_option("GRAPH", arguments->graph, "RDF file or snapshot")->required();
  command->add_option("URL", arguments->url, "Graph Store Protocol endpoint of the store")
      ->required();
  command->add_option("--sparql", arguments->sparql, "SPARQL endpoint, to count what has arrived")
      ->type_name("URL");
  command->add_option("--journal", arguments->journal, "File that remembers which graphs were sent")
      ->type_name("FILE");
  command->add_option("--netrc", arguments->netrc, "netrc file to use instead of ~/.netrc")
      ->type_name("FILE");
  command->add_flag("--append", arguments->append, "Add to graphs instead of replacing them");
  command->add_flag("--dry-run", arguments->dry_run, "List what would be sent");
  command->add_option("--attempts", arguments->attempts, "Times to try a graph")
      ->capture_default_str()
      ->check(CLI::Range(1, 20));
  command
      ->add_option("--pause-s", arguments->pause_s,
                   "Seconds before the second attempt, doubled for each further one")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
  command->callback([arguments, &action] { action = [arguments] { return push(*arguments); }; });
}

}  // namespace entente::cli
