// SPDX-License-Identifier: ISC
#include "cli/app.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/resources.h"
#include "cli/trace_lines.h"
#include "graph/consolidate.h"
#include "graph/merge_actors.h"
#include "graph/records.h"
#include "rdf/atomic_file.h"
#include "rdf/claim_table.h"
#include "rdf/graph_iris.h"
#include "rdf/write_graph.h"
#include "text/read.h"

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <tbb/global_control.h>

namespace entente::cli {

namespace {

struct BuildOptions {
  std::vector<std::string> inputs;
  std::vector<std::string> outputs;
  std::string input_format, date, trace, base = std::string(rdf::vocab::kDefaultBase);
  ResourceOptions resources;
  unsigned jobs = 0;
  bool quiet = false;
};

// One wanted output: a graph in some RDF format, or the claim table.
struct Output {
  std::string path;
  std::optional<rdf::Format> graph;
  std::optional<rdf::TableFormat> table;
};

std::vector<Output> plan_outputs(const std::vector<std::string>& paths) {
  std::vector<Output> outputs;
  for (const std::string& path : paths) {
    Output output{path, rdf::format_of(path), rdf::table_format_of(path)};
    if (!output.graph && !output.table) {
      throw ConfigError({.file = path,
                         .message = "unknown extension of an output file, expected .ttl, .trig, "
                                    ".nt, .nq, .jsonl or .csv"});
    }
    outputs.push_back(std::move(output));
  }
  return outputs;
}

ReadOptions read_options(const BuildOptions& options) {
  ReadOptions read;
  if (!options.input_format.empty()) read.format = parse_input_format(options.input_format);
  if (options.date.empty()) return read;
  read.date = parse_iso_date(options.date);
  if (!read.date) {
    throw ConfigError({.message = fmt::format("--date: found \"{}\", expected a day as YYYY-MM-DD",
                                              options.date)});
  }
  return read;
}

void write_output(const KnowledgeGraph& graph, const Output& output, const std::string& base,
                  AtomicFile& file) {
  const auto sink = [&file](std::string_view bytes) { file.write(bytes); };
  if (output.graph) {
    rdf::write_graph(graph, *output.graph, base, sink);
  } else {
    rdf::write_claim_table(graph, *output.table, base, sink);
  }
  file.commit();
}

int build(const BuildOptions& options) {
  const std::vector<Output> outputs = plan_outputs(options.outputs);
  Reader reader(options.inputs, read_options(options));
  const LoadedResources resources = LoadedResources::load(options.resources);
  std::vector<std::unique_ptr<AtomicFile>> files;  // opened now: a bad place is told at once
  for (const Output& output : outputs) files.push_back(std::make_unique<AtomicFile>(output.path));

  std::unique_ptr<AtomicFile> trace;
  if (!options.trace.empty()) trace = std::make_unique<AtomicFile>(options.trace);

  const auto started = std::chrono::steady_clock::now();
  ProgressBar bar(reader.bytes_total(), options.quiet);
  const PipelineEvents events = {
      .on_diagnostic =
          [&](const Diagnostic& diagnostic) {
            bar.clear();
            fmt::print(stderr, "{}\n", to_string(diagnostic));
          },
      .on_progress = [&](const Progress& progress) { bar.show(progress); },
  };
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const unsigned jobs = options.jobs > 0 ? options.jobs : cores;
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
  const AgencyNames agencies(resources.knowledge());
  CollectedRecords records = run_pipeline(reader, resources.view(), agencies, jobs, events);
  bar.clear();
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - started;

  const Progress progress = records.progress;
  if (progress.articles == 0) {
    fmt::print(stderr, "entente: error: none of the inputs could be read; nothing was written\n");
    return kNothingBuilt;
  }
  // Background first: what the claims of an event agree on may be a state that none of them names.
  KnowledgeGraph known{merge_actors(std::move(records.actors)), {}, {}, {}};
  add_background(known, resources.knowledge());
  const KnowledgeGraph graph =
      consolidate(std::move(known.actors), std::move(records.articles), std::move(records.claims));
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    write_output(graph, outputs[i], options.base, *files[i]);
  }
  if (trace) {
    write_trace(graph, [&trace](std::string_view bytes) { trace->write(bytes); });
    trace->commit();
  }
  if (!options.quiet) fmt::print(stderr, "{}", make_summary(progress, graph, spent.count()));
  return progress.skipped > 0 ? kSkipped : kOk;
}

}  // namespace

void add_build(CLI::App& app, Action& action) {
  auto options = std::make_shared<BuildOptions>();
  auto* command = app.add_subcommand("build", "Read articles and write a graph or a claim table");
  command->footer(
      "The extension of FILE picks the format: .ttl .trig .nt .nq (graph), .jsonl .csv (claim\n"
      "table). Exit status: 0 all well, 1 some inputs skipped, 2 wrong usage or configuration,\n"
      "3 nothing could be built.");
  command
      ->add_option("INPUT", options->inputs,
                   "Files, folders (with all in them), or - for standard input")
      ->required();
  command->add_option("-o,--output", options->outputs, "Where to write; may be given several times")
      ->required()
      ->type_name("FILE");
  command
      ->add_option("--input-format", options->input_format,
                   "Format of standard input and of files with unknown extensions")
      ->check(CLI::IsMember({"txt", "html", "jsonl", "conllu"}));
  command->add_option("--date", options->date, "Day of publication for articles that give none")
      ->type_name("YYYY-MM-DD");
  command
      ->add_option("-j,--jobs", options->jobs,
                   "Threads; 0 uses all cores. The output is the same for any number")
      ->capture_default_str();
  command
      ->add_option("--base", options->base, "Base IRI of actors, articles, claims and situations")
      ->capture_default_str()
      ->type_name("IRI");
  command
      ->add_option("--ontology", options->resources.ontology,
                   "Folder with actors/ and lexicon/ instead of the shipped one")
      ->check(CLI::ExistingDirectory)
      ->type_name("DIR");
  command
      ->add_option("--actors", options->resources.actors,
                   "Turtle file with further actors, names and rulings; may be given several times")
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
  command
      ->add_option("--model", options->resources.model, "Syntax model instead of the shipped one")
      ->type_name("FILE");
  command
      ->add_option("--trace", options->trace,
                   "Also write which words and which rule made each claim")
      ->type_name("FILE");
  command->add_flag("-q,--quiet", options->quiet, "Neither progress nor summary; messages stay");
  command->callback([options, &action] { action = [options] { return build(*options); }; });
}

}  // namespace entente::cli
