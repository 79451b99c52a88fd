// SPDX-License-Identifier: ISC
// Runs the manifests of the Turtle, TriG, N-Triples and N-Quads suites.
#include "manifest.h"
#include "rdf/file_text.h"
#include "rdf/isomorphic.h"

#include <fmt/format.h>

namespace entente::w3c {

namespace {

struct Reading {
  std::vector<rdf::Quad> quads;
  std::string fault;
};

Reading read(const std::filesystem::path& path, const std::string& base) {
  Reading reading;
  rdf::ReadOptions options;
  options.file = path.filename().string();
  options.base = base;
  const auto fault = rdf::read_rdf(rdf::read_file_text(path), *rdf::format_of(path.string()),
                                   options, [&](const rdf::Quad& quad, rdf::Position) {
                                     reading.quads.push_back(quad);
                                     return true;
                                   });
  if (fault) reading.fault = to_string(*fault);
  return reading;
}

// Empty if the test passes, else why not.
std::string run(const Manifest& manifest, rdf::Node entry, bool show) {
  const std::string type = manifest.type(entry);
  const std::string action(manifest.table.text_of(entry, std::string(ns::kMf) + "action"));
  const Reading reading = read(manifest.file(action), action);
  if (type.find("Negative") != std::string::npos) {
    if (show) fmt::print("  {}\n", reading.fault);
    return reading.fault.empty() ? "was read without an error" : "";
  }
  if (!reading.fault.empty()) return reading.fault;
  if (type.find("Eval") == std::string::npos) return "";
  const std::string result(manifest.table.text_of(entry, std::string(ns::kMf) + "result"));
  const Reading expected = read(manifest.file(result), result);
  if (!expected.fault.empty()) return "expected: " + expected.fault;
  return rdf::isomorphic(reading.quads, expected.quads) ? "" : "other triples";
}

}  // namespace

Tally run_rdf_manifest(const Manifest& manifest) {
  Tally tally{manifest.folder.filename().string()};
  const bool show = std::getenv("SHOW_ERRORS") != nullptr;
  for (const rdf::Node entry : manifest.entries) {
    const std::string why = run(manifest, entry, show);
    ++(why.empty() ? tally.passed : tally.failed);
    if (!why.empty()) fmt::print("  {}: {}\n", manifest.name(entry), why);
  }
  return tally;
}

}  // namespace entente::w3c
