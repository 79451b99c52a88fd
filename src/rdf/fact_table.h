// SPDX-License-Identifier: ISC
/// @file
/// What Turtle files say, gathered by subject, with the place where each thing is said. For the
/// readers of configuration (actors, lexicon, weights), which must name file, line and column of a
/// mistake.
#pragma once

#include "rdf/read_rdf.h"
#include "rdf/term.h"
#include "text/diagnostic.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::rdf {

/// One predicate and object of a subject.
struct Fact {
  std::string predicate;  ///< IRI
  Term object;
  std::uint32_t file = 0;  ///< index into FactTable::files
  Position at;             ///< where the object begins
};

using Facts = std::vector<Fact>;  ///< in the order of the files

/// Subjects by IRI, or "_:" and label; blank nodes of different files are kept apart.
struct FactTable {
  std::vector<std::string> files;
  std::map<std::string, Facts, std::less<>> subjects;

  /// Null if nothing is said of it.
  const Facts* find(std::string_view subject) const;
  Diagnostic error(const Fact& fact, std::string message) const;
  Diagnostic warning(const Fact& fact, std::string message) const;
};

/// Key of an object in FactTable::subjects; empty for a literal.
std::string subject_key(const Term& term);

/// Adds the statements of one Turtle text. Returns the syntax error that stopped it, if any.
std::optional<Diagnostic> add_facts(FactTable& table, const std::string& file,
                                    std::string_view text);

}  // namespace entente::rdf
