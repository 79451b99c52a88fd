// SPDX-License-Identifier: ISC
/// @file
/// Expected results of query tests, in the formats in which the suites hold them.
#pragma once

#include "rdf/term.h"

#include <filesystem>
#include <string>
#include <vector>

namespace entente::w3c {

struct Expected {
  enum class Kind { Rows, Boolean, Graph };
  Kind kind = Kind::Rows;
  std::vector<std::string> variables;
  std::vector<std::vector<rdf::Term>> rows;
  bool boolean = false;
  bool ordered = false;  ///< the order of the rows is part of what is expected
  std::vector<rdf::Quad> graph;
};

/// .srx .srj .tsv .ttl .nt .rdf; `base` is what the file is called on the web.
Expected read_expected(const std::filesystem::path& path, const std::string& base);

Expected read_tsv(const std::string& text);

/// The triples of RDF/XML (no more of it than the suites use).
std::vector<rdf::Quad> read_rdf_xml(const std::string& text, const std::string& base);

/// Turtle, N-Triples or RDF/XML, by extension.
std::vector<rdf::Quad> read_graph(const std::filesystem::path& path, const std::string& base);

}  // namespace entente::w3c
