// SPDX-License-Identifier: ISC
// Loads a graph and runs queries, each several times; see tools/bench/compare-stores.
// usage: bench-queries GRAPH RUNS FOLDER QUERY.rq...   answers go into FOLDER, times to standard
// output as JSON: processor time of this process, in ms, from the query's text to the answer's.
#include "rdf/file_text.h"
#include "rdf/term.h"
#include "store/evaluate.h"
#include "store/load_store.h"
#include "store/parse_query.h"
#include "store/write_results.h"

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <sys/resource.h>

using namespace entente;
using namespace entente::store;

namespace {

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::string answer(const QuadStore& store, const std::string& text) {
  const auto parsed = parse_query(text);
  if (const auto* fault = std::get_if<Diagnostic>(&parsed)) throw ConfigError(*fault);
  QueryOptions options;
  options.union_default_graph = true;
  const QueryResult result = evaluate(store, std::get<Query>(parsed), options);
  if (result.form == Query::Form::Select || result.form == Query::Form::Ask) {
    return write_results(result, ResultFormat::Json);
  }
  std::string lines;
  for (const rdf::Quad& quad : result.triples) {
    lines += rdf::to_ntriples(quad.subject) + " " + rdf::to_ntriples(quad.predicate) + " " +
             rdf::to_ntriples(quad.object) + " .\n";
  }
  return lines;
}

std::string times_of(const QuadStore& store, const std::filesystem::path& query, int runs,
                     const std::filesystem::path& folder) {
  const std::string text = rdf::read_file_text(query);
  std::string times;
  for (int i = 0; i < runs; ++i) {
    const double start = processor_ms();
    const std::string found = answer(store, text);
    times += fmt::format("{}{:.3f}", i > 0 ? "," : "", processor_ms() - start);
    if (i == 0) std::ofstream(folder / query.stem()) << found;
  }
  return times;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fputs("usage: bench-queries GRAPH RUNS FOLDER QUERY.rq...\n", stderr);
    return 2;
  }
  const double start = processor_ms();
  const std::vector<std::filesystem::path> files{argv[1]};
  const auto store = load_store(files);
  fmt::print("{{\"quads\":{},\"load\":{:.0f}", store->size(), processor_ms() - start);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  fmt::print(",\"peak_mb\":{},\"queries\":{{", used.ru_maxrss >> 10);
  for (int i = 4; i < argc; ++i) {
    const std::filesystem::path query = argv[i];
    fmt::print("{}\"{}\":[{}]", i > 4 ? "," : "", query.stem().string(),
               times_of(*store, query, std::stoi(argv[2]), argv[3]));
  }
  fmt::print("}}}}\n");
}
