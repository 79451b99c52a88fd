// SPDX-License-Identifier: ISC
/// @file
/// From RDF files to a store.
#pragma once

#include "rdf/read_lines.h"
#include "rdf/read_rdf.h"
#include "store/quad_store.h"
#include "text/diagnostic.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace entente::store {

/// Gathers statements until build().
class StoreBuilder {
 public:
  StoreBuilder();

  /// Adds a text. If `graph` is given, statements without a graph of their own go there.
  /// N-Triples and N-Quads are read by several threads; the numbers of terms do not depend on it.
  std::optional<Diagnostic> add_text(std::string_view text, rdf::Format format,
                                     const rdf::ReadOptions& options, std::string_view graph = {});
  void add(const rdf::QuadView& quad);

  /// Leaves the builder empty of quads.
  std::unique_ptr<QuadStore> build();

 private:
  std::optional<Diagnostic> add_statements(std::string_view text, rdf::Format format,
                                           rdf::ReadOptions options);
  std::optional<Diagnostic> add_lines(std::string_view text, rdf::Format format,
                                      const rdf::ReadOptions& options);
  void add_chunk(const rdf::LineChunk& chunk);

  rdf::TermDictionary terms_;
  std::vector<Row> quads_;
  std::vector<TermId> numbers_;  // of the terms of one piece
};

/// Reads RDF files (or one snapshot, .ekg) into one store. Blank nodes of different files are
/// different. Throws ConfigError if a file cannot be read or has an error.
std::unique_ptr<QuadStore> load_store(std::span<const std::filesystem::path> files);

}  // namespace entente::store
