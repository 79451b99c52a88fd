// SPDX-License-Identifier: ISC
/// @file
/// Manifests of W3C's RDF and SPARQL test suites (https://github.com/w3c/rdf-tests).
#pragma once

#include "rdf/triple_table.h"

#include <filesystem>
#include <string>
#include <vector>

namespace entente::w3c {

namespace ns {
inline constexpr std::string_view kMf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
inline constexpr std::string_view kQt = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
inline constexpr std::string_view kRdft = "http://www.w3.org/ns/rdftest#";
}  // namespace ns

/// One manifest, read with the base that its IRIs are to be resolved against.
struct Manifest {
  std::filesystem::path folder;
  std::string base;  ///< what the suite says its files are called on the web; ends in '/'
  rdf::TripleTable table;
  std::vector<rdf::Node> entries;

  std::string name(rdf::Node entry) const;
  std::string type(rdf::Node entry) const;  ///< local name of the entry's rdf:type
  /// The file that an IRI of the manifest stands for.
  std::filesystem::path file(std::string_view iri) const;
};

Manifest read_manifest(const std::filesystem::path& path);

/// What came of the tests of one manifest.
struct Tally {
  std::string suite;
  int passed = 0, failed = 0;
};

/// Prints each failure to standard output as it is met.
Tally run_rdf_manifest(const Manifest& manifest);
Tally run_sparql_manifest(const Manifest& manifest);

}  // namespace entente::w3c
