// SPDX-License-Identifier: ISC
#include "store/load_store.h"

#include "rdf/file_text.h"
#include "rdf/read_lines.h"
#include "store/snapshot.h"

#include <utility>

#include <fmt/format.h>

namespace entente::store {

// Terms ahead for which memory is asked: a large dictionary does not fit into caches.
constexpr TermId kFar = 24, kNear = 12;

StoreBuilder::StoreBuilder() {
  terms_.intern({TermKind::None, {}, {}, {}});
}

void StoreBuilder::add(const rdf::QuadView& quad) {
  const TermId s = terms_.intern(quad.subject);
  const TermId p = terms_.intern(quad.predicate);
  const TermId o = terms_.intern(quad.object);
  quads_.push_back({s, p, o, terms_.intern(quad.graph)});
}

std::optional<Diagnostic> StoreBuilder::add_text(std::string_view text, rdf::Format format,
                                                 const rdf::ReadOptions& options,
                                                 std::string_view graph) {
  const TermId target =
      graph.empty() ? kDefaultGraph : terms_.intern({TermKind::Iri, graph, {}, {}});
  const std::size_t before = quads_.size();
  const bool by_lines = format == rdf::Format::NTriples || format == rdf::Format::NQuads;
  std::optional<Diagnostic> fault =
      by_lines ? add_lines(text, format, options) : add_statements(text, format, options);
  if (target == kDefaultGraph) return fault;
  for (std::size_t i = before; i < quads_.size(); ++i) {
    if (quads_[i][kGraph] == kDefaultGraph) quads_[i][kGraph] = target;
  }
  return fault;
}

std::optional<Diagnostic> StoreBuilder::add_statements(std::string_view text, rdf::Format format,
                                                       rdf::ReadOptions options) {
  options.positions = false;
  return rdf::read_rdf_views(text, format, options, [&](const rdf::QuadView& quad, rdf::Position) {
    add(quad);
    return true;
  });
}

std::optional<Diagnostic> StoreBuilder::add_lines(std::string_view text, rdf::Format format,
                                                  const rdf::ReadOptions& options) {
  std::size_t read = 0;
  return rdf::read_lines(text, format, options, [&](const rdf::LineChunk& chunk) {
    // Room for what is to come, judged by this piece.
    if (read == 0) {
      const std::size_t chunks = text.size() / chunk.text.size() + 1;
      quads_.reserve(quads_.size() + chunk.quads.size() * chunks);
      terms_.reserve(terms_.size() + chunk.terms.size() * chunks);
    }
    read += chunk.text.size();
    add_chunk(chunk);
  });
}

// From the numbers of the piece to those of the store.
void StoreBuilder::add_chunk(const rdf::LineChunk& chunk) {
  numbers_.clear();
  std::vector<TermId> languages;
  for (const std::string& language : chunk.terms.languages()) {
    languages.push_back(terms_.intern_language(language));
  }
  const auto size = static_cast<TermId>(chunk.terms.size());
  for (TermId id = 0; id < size; ++id) {
    if (id + kFar < size) terms_.expect(chunk.terms.hash(id + kFar));
    if (id + kNear < size) terms_.expect_match(chunk.terms.hash(id + kNear));
    rdf::TermKey key = chunk.terms.key(id);
    if (key.kind == TermKind::Literal) {
      key.extra = key.has_language ? languages[key.extra] : numbers_[key.extra];
    }
    numbers_.push_back(terms_.intern_key(key, chunk.terms.hash(id)));
  }
  for (const QuadIds& q : chunk.quads) {
    quads_.push_back({numbers_[q[0]], numbers_[q[1]], numbers_[q[2]], numbers_[q[3]]});
  }
}

std::unique_ptr<QuadStore> StoreBuilder::build() {
  return build_store(terms_, std::exchange(quads_, {}));
}

std::unique_ptr<QuadStore> load_store(std::span<const std::filesystem::path> files) {
  if (files.size() == 1 && files[0].extension() == ".ekg") return open_snapshot(files[0]);
  StoreBuilder builder;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string name = files[i].string();
    const auto format = rdf::format_of(name);
    if (!format) {
      throw ConfigError({Severity::Error, name, 0, 0,
                         "found an unknown extension, expected .ttl, .trig, .nt or .nq"});
    }
    rdf::ReadOptions options;
    options.file = name;
    options.base = rdf::file_iri(files[i]);
    if (i > 0) options.blank_prefix = fmt::format("f{}", i);
    const rdf::MappedText text(files[i]);
    if (const auto fault = builder.add_text(text.view(), *format, options)) {
      throw ConfigError(*fault);
    }
  }
  return builder.build();
}

}  // namespace entente::store
