// SPDX-License-Identifier: ISC
#include "rdf/convert.h"

#include "cli/app.h"
#include "rdf/atomic_file.h"
#include "rdf/file_text.h"
#include "rdf/read_graph.h"
#include "rdf/write_jsonld.h"
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

/// By the option ("nt") if it was given, else by the path.
rdf::Format format_of(const std::string& path, const std::string& option, const char* name) {
  const auto format = rdf::format_of(option.empty() ? path : "." + option);
  if (format) return *format;
  throw ConfigError({.file = path,
                     .message = fmt::format("unknown extension, expected .ttl, .trig, .nt or .nq "
                                            "(or say --{})",
                                            name)});
}

std::string read_input(const std::string& path) {
  if (path != "-") return rdf::read_file_text(path);
  return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
}

int make_snapshot(const ConvertOptions& options) {
  const std::filesystem::path files[] = {options.input};
  store::write_snapshot(*store::load_store(files), options.output);
  return kOk;
}

void write_file(const std::string& path, std::string_view text) {
  AtomicFile file(path);
  file.write(text);
  file.commit();
}

int make_jsonld(const ConvertOptions& options) {
  const rdf::Format from = format_of(options.input, options.from, "from");
  std::vector<rdf::Quad> quads;
  const auto fault =
      rdf::read_rdf(read_input(options.input), from, {options.input, options.base, "", false},
                    [&](const rdf::Quad& quad, rdf::Position) {
                      quads.push_back(quad);
                      return true;
                    });
  if (fault) throw ConfigError(*fault);
  write_file(options.output, rdf::write_jsonld(quads, options.base, rdf::vocab::kPrefixes));
  return kOk;
}

int make_network(const ConvertOptions& options, rdf::NetworkFormat format) {
  const rdf::Format from = format_of(options.input, options.from, "from");
  const auto file = rdf::read_graph_text(read_input(options.input), from, options.input);
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
  const rdf::Format from = format_of(options.input, options.from, "from");
  const rdf::Format to = format_of(options.output, options.to, "to");
  const std::string text = read_input(options.input);
  AtomicFile file(options.output);
  const rdf::ReadOptions reading{options.input, options.base, "", false};
  rdf::convert(text, from, reading, {to, options.base, rdf::vocab::kPrefixes},
               [&](std::string_view bytes) { file.write(bytes); });
  file.commit();
  return kOk;
}

}  // namespace

void add_convert(CLI::App& app, Action& action) {
  auto options = std::make_shared<ConvertOptions>();
  auto* command = app.add_subcommand("convert", "Change the format of an RDF file");
  command->footer(
      "The extensions pick the formats: .ttl .trig .nt .nq. All statements are kept; Turtle and\n"
      "N-Triples have no named graphs, so the names of graphs are left out there. To .ekg: a "
      "snapshot\n"
      "that \"entente query\" opens at once.\n"
      "Exit status: 0 all well, 2 wrong usage, or a file that cannot be read or written.");
  command->add_option("IN", options->input, "RDF file, or - for standard input")->required();
  command
      ->add_option("OUT", options->output, "RDF file or snapshot (.ekg), or - for standard output")
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
