// SPDX-License-Identifier: ISC
#include "rdf/line_reader.h"

#include "rdf/iri.h"
#include "rdf/quad_sink.h"
#include "rdf/xsd.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstring>

namespace entente::rdf {

namespace {

bool all(std::string_view text, int classes) {
  return std::ranges::all_of(text, [&](char c) { return is(c, classes); });
}

// A label as most programs write it; what else may be one is for the grammar.
bool is_plain_label(std::string_view label) {
  return !label.empty() && label[0] != '-' && !label.starts_with(kFreshLabel);
}

}  // namespace

LineReader::LineReader(std::string_view text, Format format, const ReadOptions& options,
                       LineChunk& chunk)
    : format_(format), options_(options), chunk_(chunk), scanner_(text), next_(text.data()) {
  chunk.text = text;
  chunk.quads.clear();
  chunk.terms.clear();
  chunk.terms.intern(TermView{});
}

const char* LineReader::find(char c) const {
  return static_cast<const char*>(std::memchr(at_, c, static_cast<std::size_t>(end_ - at_)));
}

void LineReader::move_scanner(const char* to) {
  scanner_.at = static_cast<std::size_t>(to - scanner_.text.data());
}

void LineReader::skip_blanks() {
  while (at_ < end_ && (*at_ == ' ' || *at_ == '\t')) ++at_;
}

// A term that is known has been checked; one that is not must be. Labels are plain as they come,
// and of a literal made from escapes the scanner has seen all characters.
bool LineReader::known_or_well(const TermKey& key, Keep keep, TermId& id) {
  const std::uint32_t hash = slot_hash(key);
  id = chunk_.terms.find(key, hash);
  if (id != kNoTerm) return true;
  if (key.kind == TermKind::Iri && !(all(key.value, kIriChar) && is_absolute_iri(key.value))) {
    return false;
  }
  const bool raw = key.kind == TermKind::Literal && keep == Keep::View;
  if (raw && key.value.find('\r') != std::string_view::npos) return false;
  if (!is_valid_utf8(key.value)) return false;
  id = chunk_.terms.add(key, hash, keep);
  return true;
}

bool LineReader::iri(TermId& id) {
  ++at_;
  const char* const close = find('>');
  if (close == nullptr) return false;
  const std::string_view value(at_, static_cast<std::size_t>(close - at_));
  at_ = close + 1;
  return known_or_well({TermKind::Iri, false, kNoTerm, value}, Keep::View, id);
}

bool LineReader::blank_node(TermId& id) {
  if (!rest().starts_with("_:")) return false;
  const char* const begin = at_ += 2;
  while (at_ < end_ && is(*at_, kNameChar)) ++at_;
  std::string_view label(begin, static_cast<std::size_t>(at_ - begin));
  if (at_ == end_ || (*at_ != ' ' && *at_ != '\t') || !is_plain_label(label)) return false;
  const bool made = !options_.blank_prefix.empty();
  if (made) label = scanner_.arena.join(options_.blank_prefix, label);
  const TermKey key{TermKind::BlankNode, false, kNoTerm, label};
  return known_or_well(key, made ? Keep::Copy : Keep::View, id);
}

bool LineReader::subject(TermId& id) {
  if (!last_subject_.empty() && rest().starts_with(last_subject_)) {
    at_ += last_subject_.size();
    id = last_subject_id_;
    return true;
  }
  const char* const begin = at_;
  if (!(*at_ == '<' ? iri(id) : blank_node(id)) || at_ == end_ || *at_ != ' ') return false;
  ++at_;
  last_subject_ = {begin, static_cast<std::size_t>(at_ - begin)};
  last_subject_id_ = id;
  return true;
}

bool LineReader::datatype(TermId& id) {
  if (!last_datatype_.empty() && rest().starts_with(last_datatype_)) {
    at_ += last_datatype_.size();
    id = last_datatype_id_;
    return true;
  }
  const char* const begin = at_;
  if (!rest().starts_with("^^<")) return false;
  at_ += 2;
  if (!iri(id)) return false;
  last_datatype_ = {begin, static_cast<std::size_t>(at_ - begin)};
  last_datatype_id_ = id;
  return true;
}

bool LineReader::language(TermId& number) {
  const std::size_t size = last_language_.size();
  const std::string_view left = rest();
  if (size > 0 && left.starts_with(last_language_) && size < left.size() && left[size] == ' ') {
    at_ += size;
    number = last_language_id_;
    return true;
  }
  const char* const begin = at_;
  move_scanner(at_);
  number = chunk_.terms.intern_language(scanner_.language_tag());
  at_ = scanner_.text.data() + scanner_.at;
  last_language_ = {begin, static_cast<std::size_t>(at_ - begin)};
  last_language_id_ = number;
  return true;
}

bool LineReader::literal(TermId& id) {
  const char* const begin = at_++;
  const char* close = find('"');
  if (close == nullptr) return false;
  std::string_view value(at_, static_cast<std::size_t>(close - at_));
  const bool escaped = value.find('\\') != std::string_view::npos;
  if (escaped) {
    move_scanner(begin);
    value = scanner_.short_string('"');
    close = scanner_.text.data() + scanner_.at - 1;
  }
  at_ = close + 1;
  if (at_ == end_) return false;
  TermKey key{TermKind::Literal, *at_ == '@', kNoTerm, value};
  if (*at_ == '@' || *at_ == '^') {
    if (!(*at_ == '@' ? language(key.extra) : datatype(key.extra))) return false;
  } else {
    if (string_id_ == kNoTerm) {
      string_id_ = chunk_.terms.intern_key({TermKind::Iri, false, kNoTerm, kXsdString});
    }
    key.extra = string_id_;
  }
  return known_or_well(key, escaped ? Keep::Copy : Keep::View, id);
}

bool LineReader::object(TermId& id) {
  if (at_ == end_) return false;
  if (*at_ == '"') return literal(id);
  return *at_ == '<' ? iri(id) : blank_node(id);
}

// The graph, if there is one, and the end of the statement.
bool LineReader::graph(TermId& id) {
  if (!last_graph_.empty() && rest().starts_with(last_graph_)) {
    at_ += last_graph_.size();
    id = last_graph_id_;
    return true;
  }
  const char* const begin = at_;
  id = kNoGraph;
  if (format_ == Format::NQuads && at_ < end_ && *at_ != '.') {
    if (!(*at_ == '<' ? iri(id) : blank_node(id))) return false;
    skip_blanks();
  }
  if (at_ == end_ || *at_ != '.') return false;
  ++at_;
  last_graph_ = {begin, static_cast<std::size_t>(at_ - begin)};
  last_graph_id_ = id;
  return true;
}

// False if the line is not a statement as programs write it.
bool LineReader::read_line() {
  QuadIds quad;
  if (at_ == end_ || !subject(quad[0])) return false;
  skip_blanks();
  if (at_ == end_ || *at_ != '<' || !iri(quad[1])) return false;
  skip_blanks();
  if (!object(quad[2])) return false;
  skip_blanks();
  if (!graph(quad[3])) return false;
  if (at_ < end_ && *at_ == '\r') ++at_;
  if (at_ != end_) return false;
  chunk_.quads.push_back(quad);
  return true;
}

// One line by the grammar; the terms go the same way in the same order.
std::optional<Diagnostic> LineReader::read_any_line() {
  auto& terms = chunk_.terms;
  const std::string_view line(line_, static_cast<std::size_t>(next_ - line_));
  auto fault = read_unmarked_text(line, format_, options_, [&](const QuadView& quad, Position) {
    const TermId s = terms.intern(quad.subject), p = terms.intern(quad.predicate);
    const TermId o = terms.intern(quad.object);
    chunk_.quads.push_back({s, p, o, terms.intern(quad.graph)});
    return true;
  });
  if (fault) fault->line += lines_;
  return fault;
}

std::optional<Diagnostic> LineReader::read() {
  const char* const stop = scanner_.text.data() + scanner_.text.size();
  while (next_ < stop) {
    line_ = at_ = next_;
    end_ = stop;
    const char* const line_end = find('\n');
    end_ = line_end != nullptr ? line_end : stop;
    next_ = line_end != nullptr ? line_end + 1 : stop;
    bool done = false;
    try {
      done = read_line();
    } catch (const SyntaxError&) {  // is told below, with its place
    }
    if (!done) {
      if (auto fault = read_any_line()) return fault;
    }
    lines_ += line_end != nullptr ? 1 : 0;
    scanner_.arena.clear();
  }
  return std::nullopt;
}

}  // namespace entente::rdf
