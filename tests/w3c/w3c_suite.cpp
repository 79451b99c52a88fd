// SPDX-License-Identifier: ISC
// usage: w3c_suite FOLDER
// Runs W3C's RDF and SPARQL 1.1 Query test suites from a checkout of
// https://github.com/w3c/rdf-tests and prints a table. The exit status is 0 if every test passed.
#include "manifest.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace {

using namespace entente::w3c;

std::vector<std::filesystem::path> manifests_below(const std::filesystem::path& root) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().filename() == "manifest.ttl") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool is_rdf_suite(const Manifest& manifest) {
  return manifest.folder.filename().string().starts_with("rdf-");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: w3c_suite FOLDER\n");
    return 2;
  }
  std::vector<Tally> tallies;
  for (const auto& path : manifests_below(argv[1])) {
    const Manifest manifest = read_manifest(path);
    if (manifest.entries.empty()) continue;  // lists other manifests
    tallies.push_back(is_rdf_suite(manifest) ? run_rdf_manifest(manifest)
                                             : run_sparql_manifest(manifest));
  }
  Tally sum{"all"};
  for (const Tally& tally : tallies) {
    sum.passed += tally.passed;
    sum.failed += tally.failed;
  }
  tallies.push_back(sum);
  for (const Tally& tally : tallies) {
    fmt::print("{:<28}{:>5} of {:>5}\n", tally.suite, tally.passed, tally.passed + tally.failed);
  }
  return sum.failed == 0 ? 0 : 1;
}
