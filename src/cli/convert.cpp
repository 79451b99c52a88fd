// SPDX-License-Identifier: ISC
#include "rdf/convert.h"

#include "cli/app.h"
#include "rdf/atomic_file.h"
#include "rdf/file_text.h"
#include "rdf/read_graph.h"
#include "rdf/write_jsonld.h"
#include "rdf/write_line.h"
#include "rdf/write_network.h"
#include "store/load_store.h"
#include "store/snapshot.h"
#include "text/diagnostic.h"

#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

struct ConvertOptions {
  std::string input, output, from, to;
  std::string base = std::string(rdf::vocab::kDefaultBase);
};

constexpr std::string_view kFrom = "from", kTo = "to";

/// By the option ("nt") if it was given, else by the path.
rdf::Format format_of(const std::string& path, const std::string& option, std::string_view name) {
  const auto format = rdf::format_of(option.empty() ? path : "." + option);
  if (format) return *format;
  throw ConfigError(
      {.file = path,
       .message = fmt::format("unknown extension, expected {} (or say --{})",
                              name == kFrom ? ".ttl, .trig, .nt, .nq or .ekg"
                                            : ".ttl, .trig, .nt, .nq, .ekg, .jsonld, .graphml, "
                                              ".gexf, .nodes.csv or .edges.csv",
                              name)});
}

/// The quads of a snapshot as lines.
std::string snapshot_text(const std::string& path) {
  const auto store = store::open_snapshot(path);
  const bool graphs = store->has_graph_orders();
  const auto order = graphs ? store::Order::GSPO : store::Order::SPOG;
  const auto view = [&](store::TermId id) { return store->dictionary().view(id); };
  std::string text;
  for (const store::Row& row : store->rows(order)) {
    const std::size_t subject = graphs ? 1 : 0, graph = graphs ? 0 : 3;
    rdf::append_line(
        text,
        {view(row[subject]), view(row[subject + 1]), view(row[subject + 2]), view(row[graph])},
        true);
  }
  return text;
}

struct Input {
  std::string text;
  rdf::Format format = rdf::Format::NQuads;
};

Input read_input(const ConvertOptions& options) {
  const std::string& path = options.input;
  if (options.from.empty() && path.ends_with(".ekg")) return {snapshot_text(path)};
  const rdf::Format format = format_of(path, options.from, kFrom);
  if (path != "-") return {rdf::read_file_text(path), format};
  return {{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()}, format};
}

rdf::ReadOptions reading(const ConvertOptions& options) {
  return {options.input, options.base, "", false};
}

std::unique_ptr<store::QuadStore> store_of(const ConvertOptions& options) {
  const std::filesystem::path files[] = {options.input};
  if (options.from.empty() && options.input != "-") return store::load_store(files);
  const Input input = read_input(options);
  store::StoreBuilder builder;
  if (const auto fault = builder.add_text(input.text, input.format, reading(options))) {
    throw ConfigError(*fault);
  }
  return builder.build();
}

int make_snapshot(const ConvertOptions& options) {
  store::write_snapshot(*store_of(options), options.output);
  return kOk;
}

void write_file(const std::string& path, std::string_view text) {
  AtomicFile file(path);
  file.write(text);
  file.commit();
}

int make_jsonld(const ConvertOptions& options) {
  const Input input = read_input(options);
  std::vector<rdf::Quad> quads;
  const auto fault = rdf::read_rdf(input.text, input.format, reading(options),
                                   [&](const rdf::Quad& quad, rdf::Position) {
                                     quads.push_back(quad);
                                     return true;
                                   });
  if (fault) throw ConfigError(*fault);
  write_file(options.output, rdf::write_jsonld(quads, options.base, rdf::vocab::kPrefixes));
  return kOk;
}

int make_network(const ConvertOptions& options, rdf::NetworkFormat format) {
  const Input input = read_input(options);
  const auto file = rdf::read_graph_text(input.text, input.format, options.input);
  write_file(options.output, rdf::write_network(file.graph, format));
  return kOk;
}

int convert(const ConvertOptions& options) {
  if (options.to.empty()) {
    if (options.output.ends_with(".ekg")) return make_snapshot(options);
    if (options.output.ends_with(".jsonld")) return make_jsonld(options);
    if (const auto network = rdf::network_format_of(options.output)) {
      return make_network(options, *network);
    }
  }
  const rdf::Format to = format_of(options.output, options.to, kTo);
  const Input input = read_input(options);
  AtomicFile file(options.output);
  rdf::convert(input.text, input.format, reading(options),
               {to, options.base, rdf::vocab::kPrefixes},
               [&](std::string_view bytes) { file.write(bytes); });
  file.commit();
  return kOk;
}

}  // namespace

void add_convert(CLI::App& app, Action& action) {
  auto options = std::make_shared<ConvertOptions>();
  auto* command = app.add_subcommand("convert", "Change the format of an RDF file");
  command->footer(
      "The extensions pick the formats: .ttl .trig .nt .nq, and .ekg for a snapshot that "
      "\"entente\n"
      "query\" opens at once. All statements are kept; Turtle and N-Triples have no named graphs, "
      "so\n"
      "the names of graphs are left out there. For other tools OUT may also be .jsonld, or the\n"
      "network of actors as .graphml, .gexf, .nodes.csv or .edges.csv.\n"
      "Exit status: 0 all well, 2 wrong usage, or a file that cannot be read or written.");
  command->add_option("IN", options->input, "RDF file or snapshot, or - for standard input")
      ->required();
  command->add_option("OUT", options->output, "File to write, or - for standard output")
      ->required();
  const CLI::IsMember formats({"ttl", "trig", "nt", "nq"});
  command->add_option("--from", options->from, "Format of IN, whatever its name")->check(formats);
  command->add_option("--to", options->to, "Format of OUT, whatever its name")->check(formats);
  command
      ->add_option("--base", options->base,
                   "IRI against which relative ones are read and under which they are written")
      ->capture_default_str()
      ->type_name("IRI");
  command->callback([options, &action] { action = [options] { return convert(*options); }; });
}

}  // namespace entente::cli
