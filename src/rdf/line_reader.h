// SPDX-License-Identifier: ISC
/// @file
/// Turns a piece of N-Triples or N-Quads into numbers. Lines as programs write them are read here,
/// without looking at the characters of terms that are known already; all others are left to the
/// grammar of read_nquads.cpp, which also tells the faults.
#pragma once

#include "rdf/read_lines.h"
#include "rdf/scanner.h"

namespace entente::rdf {

class LineReader {
 public:
  /// Empties `chunk` and fills it from `text`, which must outlive it.
  LineReader(std::string_view text, Format format, const ReadOptions& options, LineChunk& chunk);

  /// Returns the first fault, with its line counted from 1 at the beginning of the text.
  std::optional<Diagnostic> read();
  std::uint32_t lines() const { return lines_; }  ///< read so far

 private:
  using Keep = TermDictionary::Keep;

  bool read_line();
  std::optional<Diagnostic> read_any_line();
  bool subject(TermId& id);
  bool iri(TermId& id);
  bool blank_node(TermId& id);
  bool object(TermId& id);
  bool literal(TermId& id);
  bool datatype(TermId& id);
  bool graph(TermId& id);
  bool language(TermId& number);
  bool known_or_well(const TermKey& key, Keep keep, TermId& id);
  const char* find(char c) const;
  void skip_blanks();
  void move_scanner(const char* to);
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

  const Format format_;
  const ReadOptions& options_;
  LineChunk& chunk_;
  Scanner scanner_;                            // of the whole text; its arena is for this line
  const char *line_ = nullptr, *next_;         // this line and the one behind it
  const char *at_ = nullptr, *end_ = nullptr;  // what is left of this line
  std::uint32_t lines_ = 0;
  // What lines before said, as they said it; most say it again.
  std::string_view last_subject_, last_graph_, last_datatype_, last_language_;
  TermId last_subject_id_ = 0, last_graph_id_ = 0, last_datatype_id_ = 0, last_language_id_ = 0;
  TermId string_id_ = kNoTerm;
};

}  // namespace entente::rdf
