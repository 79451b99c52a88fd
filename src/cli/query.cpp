// SPDX-License-Identifier: ISC
#include "cli/app.h"
#include "cli/data_files.h"
#include "rdf/atomic_file.h"
#include "rdf/did_you_mean.h"
#include "rdf/file_text.h"
#include "rdf/quad_writer.h"
#include "rdf/vocab.h"
#include "store/evaluate.h"
#include "store/load_store.h"
#include "store/parse_query.h"
#include "store/write_results.h"
#include "text/diagnostic.h"
#include "text/utf8.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

struct QueryArguments {
  std::string graph, query, format, output = "-";
  std::string base = std::string(rdf::vocab::kDefaultBase);
  double timeout_s = 300;
  std::size_t memory_mb = 4096;
  bool list = false;
  bool plain_default_graph = false;
};

/// A query that comes along: its name and the sentence in its first comment.
struct ShippedQuery {
  std::string name, description;
};

std::vector<ShippedQuery> shipped_queries() {
  std::vector<ShippedQuery> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(data_root() / "queries", error)) {
    if (entry.path().extension() != ".rq") continue;
    const std::string text = rdf::read_file_text(entry.path());
    std::string line = text.substr(0, text.find('\n'));
    line.erase(0, line.find_first_not_of("# "));
    found.push_back({entry.path().stem().string(), line});
  }
  std::ranges::sort(found, {}, &ShippedQuery::name);
  return found;
}

int list_queries() {
  std::size_t width = 0;
  const auto queries = shipped_queries();
  for (const auto& query : queries) width = std::max(width, query.name.size());
  for (const auto& query : queries)
    fmt::print("{:<{}}  {}\n", query.name, width, query.description);
  return kOk;
}

struct QueryText {
  std::string name, text;
};

/// QUERY is a file, the name of a query that comes along, or the query itself.
QueryText find_query(const std::string& query) {
  std::error_code ignored;
  if (fs::is_regular_file(query, ignored)) return {query, rdf::read_file_text(query)};
  const bool may_be_name = query.find_first_of(" \n\t{/") == std::string::npos;
  if (!may_be_name) return {"query", query};
  const fs::path path = data_root() / "queries" / (query + ".rq");
  if (fs::is_regular_file(path, ignored)) return {query, rdf::read_file_text(path)};
  const auto shipped = shipped_queries();
  std::vector<std::string_view> names;
  for (const ShippedQuery& known : shipped) names.push_back(known.name);
  throw ConfigError(
      {.message = fmt::format("found no query \"{}\": no file and none of those that come along "
                              "(entente query --list){}",
                              query, rdf::did_you_mean(query, names))});
}

/// The diagnostic, the line that it is about, and a caret under the place.
std::string shown_fault(const Diagnostic& fault, std::string_view text) {
  std::string out = to_string(fault) + "\n";
  for (std::uint32_t line = 1; line < fault.line; ++line) text.remove_prefix(text.find('\n') + 1);
  text = text.substr(0, text.find('\n'));
  return out + fmt::format("  {}\n  {:>{}}\n", text, '^', fault.column);
}

std::vector<std::pair<std::string, std::string>> known_prefixes() {
  std::vector<std::pair<std::string, std::string>> prefixes;
  for (const rdf::Prefix& prefix : rdf::vocab::kPrefixes)
    prefixes.emplace_back(prefix.name, prefix.iri);
  return prefixes;
}

/// Columns of the terminal; 0 if standard output is none.
std::size_t terminal_width() {
  winsize size{};
  const bool known = ::isatty(STDOUT_FILENO) != 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  return known ? size.ws_col : 0;
}

store::DateTime now() {
  const auto clock = std::chrono::system_clock::now();
  const auto day = std::chrono::floor<std::chrono::days>(clock);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::milliseconds>(clock - day));
  store::DateTime now;
  now.year = static_cast<int>(date.year());
  now.month = static_cast<int>(static_cast<unsigned>(date.month()));
  now.day = static_cast<int>(static_cast<unsigned>(date.day()));
  now.hour = static_cast<int>(time.hours().count());
  now.minute = static_cast<int>(time.minutes().count());
  now.nanos = time.seconds().count() * 1000000000 + time.subseconds().count() * 1000000;
  now.has_zone = true;
  return now;
}

std::string as_rdf(const store::QueryResult& result, rdf::Format format,
                   const QueryArguments& arguments) {
  std::string text;
  rdf::QuadWriter writer({format, arguments.base, rdf::vocab::kPrefixes},
                         [&](std::string_view bytes) { text += bytes; });
  for (const rdf::Quad& quad : result.triples) writer.write(quad);
  writer.finish();
  return text;
}

bool makes_graph(const store::Query& query) {
  return query.form == store::Query::Form::Construct || query.form == store::Query::Form::Describe;
}

/// Refuses a format that does not fit the query, before it is asked.
void check_format(const store::Query& query, const std::string& format) {
  if (format.empty()) return;
  const bool graph = makes_graph(query);
  if (graph ? rdf::format_of("." + format).has_value()
            : store::parse_result_format(format).has_value()) {
    return;
  }
  throw ConfigError(
      {.message = fmt::format("a query {} has no format \"{}\", expected {}",
                              graph ? "that makes a graph" : "for rows", format,
                              graph ? "ttl, trig, nt or nq" : "table, json, xml, csv or tsv")});
}

std::string as_text(const store::QueryResult& result, const store::Query& query,
                    const QueryArguments& arguments) {
  const std::string& format = arguments.format;
  if (makes_graph(query)) {
    return as_rdf(result, *rdf::format_of("." + (format.empty() ? "ttl" : format)), arguments);
  }
  const std::size_t width = arguments.output == "-" ? terminal_width() : 0;
  return write_results(result, *store::parse_result_format(format.empty() ? "table" : format),
                       {query.prefixes, arguments.base, width});
}

int run_query(const QueryArguments& arguments) {
  if (arguments.list) return list_queries();
  if (arguments.graph.empty() || arguments.query.empty()) {
    throw ConfigError({.message = "expected GRAPH and QUERY (or --list)"});
  }
  const QueryText source = find_query(arguments.query);
  const auto parsed =
      store::parse_query(source.text, source.name, arguments.base, known_prefixes());
  if (const auto* fault = std::get_if<Diagnostic>(&parsed)) {
    fmt::print(stderr, "{}", shown_fault(*fault, source.text));
    return kUsage;
  }
  const auto& query = std::get<store::Query>(parsed);
  check_format(query, arguments.format);
  const fs::path files[] = {arguments.graph};
  const auto graph = store::load_store(files);
  store::QueryOptions options;
  options.union_default_graph = !arguments.plain_default_graph;
  options.timeout_s = arguments.timeout_s;
  options.memory_bytes = arguments.memory_mb << 20;
  options.now = now();
  options.seed =
      static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
  const std::string text = as_text(store::evaluate(*graph, query, options), query, arguments);
  AtomicFile out(arguments.output);
  out.write(text);
  out.commit();
  return kOk;
}

}  // namespace

void add_query(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<QueryArguments>();
  auto* command = app.add_subcommand("query", "Ask a graph in SPARQL 1.1, offline");
  command->footer(
      "GRAPH is a file in one of the formats .ttl .trig .nt .nq, or a snapshot (.ekg, made by\n"
      "\"entente convert\"), which opens at once. QUERY is a query, a file, or the name of one of "
      "the\n"
      "questions that come along. Prefixes such as ent: rdfs: prov: need not be declared; "
      "relative\n"
      "IRIs such as <actor/BLR> stand below --base. Patterns outside GRAPH see all graphs "
      "together.\n"
      "Not supported: updates, SERVICE, entailment.\n"
      "Exit status: 0 all well, 2 wrong usage, a query or graph with a fault, or a limit that was "
      "met.");
  command->add_option("GRAPH", arguments->graph, "RDF file or snapshot");
  command->add_option("QUERY", arguments->query,
                      "Query, file, or name of a question that comes along");
  command->add_flag("--list", arguments->list, "List the questions that come along");
  command
      ->add_option(
          "-f,--format", arguments->format,
          "Rows: table (default), json, xml, csv, tsv. Graphs: ttl (default), trig, nt, nq")
      ->check(CLI::IsMember({"table", "json", "xml", "csv", "tsv", "ttl", "trig", "nt", "nq"}));
  command->add_option("-o,--output", arguments->output, "File to write; - is standard output");
  command
      ->add_option("--base", arguments->base,
                   "IRI against which relative ones are read and under which they are shown")
      ->capture_default_str()
      ->type_name("IRI");
  command
      ->add_option("--timeout-s", arguments->timeout_s,
                   "Seconds that the query may take; 0: no limit")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
  command
      ->add_option("--memory-mb", arguments->memory_mb,
                   "Megabytes for intermediate results; 0: no limit")
      ->capture_default_str();
  command->add_flag("--plain-default-graph", arguments->plain_default_graph,
                    "Patterns outside GRAPH see the default graph only");
  command->callback(
      [arguments, &action] { action = [arguments] { return run_query(*arguments); }; });
}

}  // namespace entente::cli
