// SPDX-License-Identifier: ISC
#include "rdf/cut_text.h"

#include <algorithm>

namespace entente::rdf {

namespace {

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, std::min(text.find('\n', at), text.size() - 1) - at + 1);
}

// The IRI that the line begins with; empty if it begins otherwise.
std::string_view subject_iri(std::string_view line) {
  if (!line.starts_with('<')) return {};
  return line.substr(0, std::min(line.find('>'), line.size() - 1) + 1);
}

// The first place from `at` on, a line's begin, where another thing begins; else the text's end.
std::size_t next_thing(std::string_view text, std::size_t at) {
  std::string_view thing;
  while (at < text.size()) {
    const std::string_view line = line_at(text, at);
    const std::string_view subject = subject_iri(line);
    if (!subject.empty() && !thing.empty() && subject != thing) return at;
    if (!subject.empty()) thing = subject;
    at += line.size();
  }
  return text.size();
}

}  // namespace

std::vector<std::string_view> cut_at_things(std::string_view text, std::size_t size) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    std::size_t end = text.size();
    if (size < text.size()) {
      const std::size_t line_end = text.find('\n', size);
      if (line_end != std::string_view::npos) end = next_thing(text, line_end + 1);
    }
    pieces.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return pieces;
}

}  // namespace entente::rdf
