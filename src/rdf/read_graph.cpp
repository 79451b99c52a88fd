// SPDX-License-Identifier: ISC
// A long text of lines is read in parts, at the same time, each part's statements being forgotten
// once its records are made. That takes for granted that what is said of one thing stands together,
// as we write it. Where it does not, or where anything is wrong, the text is read again as a whole,
// which takes more memory and tells what is wrong.
#include "rdf/read_graph.h"

#include "rdf/cut_text.h"
#include "rdf/file_text.h"
#include "rdf/unite_parts.h"
#include "rdf/vocab.h"
#include "text/diagnostic.h"

#include <atomic>

#include <tbb/parallel_for.h>

namespace entente::rdf {

namespace {

GraphPart read_text(std::string_view text, Format format, const std::string& file, Extent extent,
                    GraphTexts& texts) {
  TripleTableBuilder builder;
  builder.read_text(
      text, file, format,
      {.base = std::string(vocab::kDefaultBase), .positions = extent == Extent::Whole});
  const TripleTable table = builder.finish();
  return read_records(table, extent, texts);
}

GraphFile read_whole(std::string_view text, Format format, const std::string& file) {
  GraphTexts texts;
  std::vector<GraphPart> parts;
  parts.push_back(read_text(text, format, file, Extent::Whole, texts));
  return std::move(*unite_parts(std::move(parts)));
}

/// Nothing if the text has to be read as a whole.
std::optional<GraphFile> read_in_parts(std::string_view text, Format format,
                                       const std::string& file, const PartReadOptions& options) {
  const std::vector<std::string_view> pieces = cut_at_things(text, options.part_size);
  if (pieces.size() == 1) return std::nullopt;
  std::vector<GraphPart> parts(pieces.size());
  std::atomic<bool> failed = false;
  GraphTexts texts;
  tbb::parallel_for(std::size_t{0}, pieces.size(), [&](std::size_t i) {
    if (failed) return;
    try {
      parts[i] = read_text(pieces[i], format, file, Extent::Part, texts);
      if (!parts[i].is_closed) failed = true;
    } catch (const ConfigError&) {
      failed = true;
    }
    if (options.on_read) options.on_read(pieces[i]);
  });
  if (failed) return std::nullopt;
  return unite_parts(std::move(parts));
}

}  // namespace

GraphFile read_graph_text(std::string_view text, Format format, const std::string& file,
                          const PartReadOptions& options) {
  const bool by_lines = format == Format::NTriples || format == Format::NQuads;
  if (by_lines && text.size() > options.part_size) {
    if (auto found = read_in_parts(text, format, file, options)) return std::move(*found);
  }
  return read_whole(text, format, file);
}

GraphFile read_graph(const std::filesystem::path& path) {
  const auto format = format_of(path.string());
  if (!format) {
    throw ConfigError({Severity::Error, path.string(), 0, 0,
                       "unknown kind of file, expected .ttl, .trig, .nt or .nq"});
  }
  const MappedText text(path);
  return read_graph_text(text.view(), *format, path.string(),
                         {.on_read = [&](std::string_view piece) { text.forget(piece); }});
}

}  // namespace entente::rdf
