// SPDX-License-Identifier: ISC
#include "store/load_store.h"

#include "rdf/file_text.h"
#include "store/snapshot.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

namespace entente::store {

namespace {

constexpr std::size_t kChunkBytes = 4 << 20;

// Cuts at line ends, into pieces whose number depends on the text alone.
std::vector<std::string_view> chunks_of(std::string_view text) {
  std::vector<std::string_view> chunks;
  while (!text.empty()) {
    std::size_t end = text.size() <= kChunkBytes ? std::string_view::npos : kChunkBytes;
    if (end != std::string_view::npos) end = text.find('\n', end);
    const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
    chunks.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return chunks;
}

// What one thread makes of its chunk: quads in numbers of its own.
struct Chunk {
  rdf::TermDictionary terms;
  std::vector<Row> quads;
  std::optional<Diagnostic> fault;
};

void read_chunk(std::string_view text, rdf::Format format, const rdf::ReadOptions& options,
                Chunk& chunk) {
  auto& terms = chunk.terms;
  chunk.fault =
      rdf::read_rdf_views(text, format, options, [&](const rdf::QuadView& quad, rdf::Position) {
        const TermId s = terms.intern(quad.subject);
        const TermId p = terms.intern(quad.predicate);
        const TermId o = terms.intern(quad.object);
        chunk.quads.push_back({s, p, o, terms.intern(quad.graph)});
        return true;
      });
}

}  // namespace

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
  rdf::ReadOptions faster = options;
  faster.positions = false;
  const TermId target =
      graph.empty() ? kDefaultGraph : terms_.intern({TermKind::Iri, graph, {}, {}});
  std::optional<Diagnostic> fault;
  const bool by_lines = format == rdf::Format::NTriples || format == rdf::Format::NQuads;
  if (by_lines && text.size() > kChunkBytes) {
    add_lines(text, format, faster, target, fault);
    return fault;
  }
  const std::size_t before = quads_.size();
  fault = rdf::read_rdf_views(text, format, faster, [&](const rdf::QuadView& quad, rdf::Position) {
    add(quad);
    return true;
  });
  if (target == kDefaultGraph) return fault;
  for (std::size_t i = before; i < quads_.size(); ++i) {
    if (quads_[i][kGraph] == kDefaultGraph) quads_[i][kGraph] = target;
  }
  return fault;
}

void StoreBuilder::add_lines(std::string_view text, rdf::Format format,
                             const rdf::ReadOptions& options, TermId graph,
                             std::optional<Diagnostic>& fault) {
  const auto pieces = chunks_of(text);
  std::vector<Chunk> chunks(pieces.size());
  tbb::parallel_for(std::size_t{0}, pieces.size(),
                    [&](std::size_t i) { read_chunk(pieces[i], format, options, chunks[i]); });
  std::size_t quads = quads_.size();
  for (const Chunk& chunk : chunks) quads += chunk.quads.size();
  quads_.reserve(quads);
  for (std::size_t i = 0; i < chunks.size() && !fault; ++i) {
    fault = chunks[i].fault;
    if (fault) {
      const auto before = text.substr(0, static_cast<std::size_t>(pieces[i].data() - text.data()));
      fault->line += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    }
    std::vector<TermId> number(chunks[i].terms.size());
    for (TermId id = 0; id < number.size(); ++id) {
      number[id] = terms_.intern(chunks[i].terms.view(id));
    }
    for (const Row& q : chunks[i].quads) {
      const TermId g = number[q[3]];
      quads_.push_back({number[q[0]], number[q[1]], number[q[2]], g == kDefaultGraph ? graph : g});
    }
    chunks[i] = Chunk{};
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
