// SPDX-License-Identifier: ISC
/// @file
/// A small table of triples that remembers where each was written: for configuration in Turtle
/// (ontology, actors, lexicon, weights) and for the loaders that turn it into plain structs.
///
///     const TripleTable table = read_triple_table({"ontology/actors/states.ttl"});
///     for (const Node state : table.subjects_of_type(ent::kState))
///       for (const Statement& label : table.statements(state, kRdfsLabel)) ...
///       table.text(label.object)
#pragma once

#include "rdf/read_rdf.h"
#include "rdf/term_dictionary.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::rdf {

/// A term of a table; kNoTerm where there is none.
using Node = TermId;

struct Statement {
  Node subject = kNoTerm, predicate = kNoTerm, object = kNoTerm;
  std::uint32_t file = 0;  ///< index into TripleTable::files()
  Position position;       ///< where the object begins
};

/// Read-only once it is made. Nodes and views live as long as the table.
class TripleTable {
 public:
  /// Statements with this subject and predicate, in the order in which they were read. Empty if
  /// there are none. Cost: logarithmic in those of the subject.
  std::span<const Statement> statements(Node subject, Node predicate) const;
  std::span<const Statement> statements(Node subject, std::string_view predicate) const;
  /// All statements with this subject, by predicate.
  std::span<const Statement> statements(Node subject) const;

  /// Objects of the above.
  std::vector<Node> objects(Node subject, std::string_view predicate) const;
  /// The one object, or kNoTerm. Throws ConfigError at the second statement if there are more.
  Node object(Node subject, std::string_view predicate) const;
  /// Like object(), and throws ConfigError at the subject's first statement if there is none.
  Node required(Node subject, std::string_view predicate) const;
  /// Lexical form or IRI of the one object; empty if there is none.
  std::string_view text_of(Node subject, std::string_view predicate) const;

  /// Those with rdf:type `type`, each once, in the order in which they were read.
  std::vector<Node> subjects_of_type(std::string_view type) const;
  bool has_type(Node subject, std::string_view type) const;
  /// Subjects of `predicate` and `object`, in the order in which they were read.
  std::vector<Node> subjects(std::string_view predicate, Node object) const;
  /// All subjects, each once, in the order in which they were read.
  std::span<const Node> all_subjects() const { return subjects_; }

  /// The items of the rdf:List that is the statement's object. Throws ConfigError at it if it is
  /// no list, or one without an end.
  std::vector<Node> list(const Statement& statement) const;

  Node find_iri(std::string_view value) const;
  TermView term(Node node) const { return dictionary_.view(node); }
  TermKind kind(Node node) const { return dictionary_.kind(node); }
  /// IRI, lexical form or blank node label.
  std::string_view text(Node node) const { return dictionary_.view(node).value; }
  /// The IRI's part behind the last '#' or '/'.
  std::string_view local_name(Node node) const;

  std::span<const std::string> files() const { return files_; }
  std::size_t size() const { return statements_.size(); }
  /// Nodes are below this.
  std::size_t terms() const { return dictionary_.size(); }

  /// Throws ConfigError that points at the statement.
  [[noreturn]] void fail(const Statement& statement, std::string message) const;
  /// Points at the subject's first statement.
  [[noreturn]] void fail(Node subject, std::string message) const;

 private:
  friend class TripleTableBuilder;
  TermDictionary dictionary_;
  std::vector<Statement> statements_;  // by subject, predicate, then as read
  std::vector<std::uint32_t> first_;   // by subject: where its statements begin; one more
  std::vector<Node> subjects_;         // by first appearance
  std::vector<std::string> files_;
};

struct TableOptions {
  std::string base = {};  ///< base IRI of the text
  bool positions = true;  ///< false: statements have none, a good deal faster
};

/// Gathers the statements of several texts.
class TripleTableBuilder {
 public:
  /// Throws ConfigError at the first syntax error.
  void read_text(std::string_view text, std::string file, Format format, TableOptions options);
  TripleTable finish();

 private:
  TripleTable table_;
};

/// Reads files, whose formats are told by their extensions (Turtle if unknown). Blank nodes of
/// different files are different. A file's base is its file: IRI.
/// Throws ConfigError if a file cannot be read or has an error.
TripleTable read_triple_table(std::span<const std::filesystem::path> files);
TripleTable read_triple_table(std::initializer_list<std::filesystem::path> files);
/// All .ttl files of a folder and those below, in the order of their paths.
TripleTable read_triple_table_folder(const std::filesystem::path& folder);
/// One text, for tests.
TripleTable read_triple_table_text(std::string_view turtle, std::string file = "-");

}  // namespace entente::rdf
