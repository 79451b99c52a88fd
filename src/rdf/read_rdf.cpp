// SPDX-License-Identifier: ISC
#include "rdf/read_rdf.h"

#include "rdf/quad_sink.h"
#include "text/utf8.h"

#include <fmt/format.h>

namespace entente::rdf {

namespace {

bool ends_line_or_begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

// True for "anon7", "anon7x", "anon7xx" ...: labels that could meet one that we make.
bool looks_fresh(std::string_view label) {
  if (!label.starts_with(kFreshLabel)) return false;
  std::size_t i = kFreshLabel.size();
  while (i < label.size() && is(label[i], kDigit)) ++i;
  if (i == kFreshLabel.size()) return false;
  return label.find_first_not_of('x', i) == std::string_view::npos;
}

// Reads and returns the fault, if any.
std::optional<SyntaxError> run(Scanner& scanner, Format format, const ReadOptions& options,
                               const QuadViewHandler& handler) {
  QuadSink sink(scanner, options, handler);
  try {
    switch (format) {
      case Format::Turtle:
        read_turtle(scanner, false, options, sink);
        break;
      case Format::TriG:
        read_turtle(scanner, true, options, sink);
        break;
      case Format::NTriples:
        read_nquads(scanner, false, sink);
        break;
      case Format::NQuads:
        read_nquads(scanner, true, sink);
        break;
    }
  } catch (const StopReading&) {
    return std::nullopt;
  } catch (const SyntaxError& error) {
    return error;
  }
  return std::nullopt;
}

SyntaxError bad_utf8(std::string_view text, std::size_t at) {
  return {at, fmt::format("found the byte 0x{:02X}, expected well-formed UTF-8",
                          static_cast<unsigned char>(text[at]))};
}

}  // namespace

TermView QuadSink::labelled(std::string_view label) {
  if (looks_fresh(label)) label = scanner_.arena.join(label, "x");
  if (!options_.blank_prefix.empty()) label = scanner_.arena.join(options_.blank_prefix, label);
  return {TermKind::BlankNode, label, {}, {}};
}

TermView QuadSink::fresh() {
  const fmt::format_int number(++fresh_count_);
  const auto label = scanner_.arena.join(kFreshLabel, {number.data(), number.size()});
  if (options_.blank_prefix.empty()) return {TermKind::BlankNode, label, {}, {}};
  return {TermKind::BlankNode, scanner_.arena.join(options_.blank_prefix, label), {}, {}};
}

// Counts on from the last place asked for; objects nearly always follow one another.
Position QuadSink::position(std::size_t at) {
  if (at < known_at_) {
    known_at_ = 0;
    place_ = {1, 1};
  }
  const std::string_view text = scanner_.text;
  for (; known_at_ < at; ++known_at_) {
    if (text[known_at_] == '\n') {
      ++place_.line;
      place_.column = 1;
    } else {
      place_.column += ends_line_or_begins_character(text[known_at_]) ? 1 : 0;
    }
  }
  return place_;
}

std::optional<Format> format_of(std::string_view path) {
  const auto has = [&](std::string_view extension) { return path.ends_with(extension); };
  if (has(".ttl")) return Format::Turtle;
  if (has(".trig")) return Format::TriG;
  if (has(".nt")) return Format::NTriples;
  if (has(".nq")) return Format::NQuads;
  return std::nullopt;
}

Term to_term(const TermView& view) {
  return {view.kind, std::string(view.value), std::string(view.datatype),
          std::string(view.language)};
}

TermView to_view(const Term& term) {
  return {term.kind, term.value, term.datatype, term.language};
}

Quad to_quad(const QuadView& view) {
  return {to_term(view.subject), to_term(view.predicate), to_term(view.object),
          to_term(view.graph)};
}

QuadView to_view(const Quad& quad) {
  return {to_view(quad.subject), to_view(quad.predicate), to_view(quad.object),
          to_view(quad.graph)};
}

std::optional<Diagnostic> read_unmarked_text(std::string_view text, Format format,
                                             const ReadOptions& options,
                                             const QuadViewHandler& handler) {
  const std::size_t valid = valid_utf8_prefix(text);
  Scanner scanner(text.substr(0, valid));
  std::optional<SyntaxError> fault = run(scanner, format, options, handler);
  // A text cut off at a bad byte fails there, or was well up to there.
  const bool reached_bad_byte = valid < text.size() && (!fault || fault->at >= valid);
  if (reached_bad_byte) fault = bad_utf8(text, valid);
  if (!fault) return std::nullopt;
  const LineColumn place = locate(text, fault->at);
  return Diagnostic{Severity::Error, options.file, place.line, place.column, fault->message};
}

std::optional<Diagnostic> read_rdf_views(std::string_view text, Format format,
                                         const ReadOptions& options,
                                         const QuadViewHandler& handler) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return read_unmarked_text(text, format, options, handler);
}

std::optional<Diagnostic> read_rdf(std::string_view text, Format format, const ReadOptions& options,
                                   const QuadHandler& handler) {
  Quad quad;
  const auto copy = [](const TermView& from, Term& to) {
    to.kind = from.kind;
    to.value = from.value;
    to.datatype = from.datatype;
    to.language = from.language;
  };
  return read_rdf_views(text, format, options, [&](const QuadView& view, Position position) {
    copy(view.subject, quad.subject);
    copy(view.predicate, quad.predicate);
    copy(view.object, quad.object);
    copy(view.graph, quad.graph);
    return handler(quad, position);
  });
}

}  // namespace entente::rdf
