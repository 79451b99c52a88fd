// SPDX-License-Identifier: ISC
/// @file
/// Reads ontology/lexicon/*.ttl into the plain structs of events/. The shape of an entry is told in
/// doc/ontology.md and ontology/lexicon/schema.ttl.
#pragma once

#include "events/lexicon.h"
#include "rdf/triple_table.h"

#include <filesystem>
#include <string>
#include <vector>

namespace entente::rdf {

/// All entries of the lexicon's folder, or of the ontology's, which has it. Throws ConfigError,
/// with file and line, for an entry that cannot be used: an unknown frame, sense, noun class,
/// property or signature, no word, two words.
EventLexicon load_lexicon(const std::filesystem::path& folder);
EventLexicon load_lexicon(const TripleTable& table);

/// What an entry's example sentence must give: every entry is its own test.
struct LexiconExample {
  std::string entry;  ///< "verb:crack down"
  std::string text;
  std::string type;      ///< some claim must have this type
  std::string polarity;  ///< lower case, of that claim; empty: any
  std::string modality;  ///< lower case; empty: any
};

/// The examples in the order in which they were read.
std::vector<LexiconExample> load_lexicon_examples(const TripleTable& table);

}  // namespace entente::rdf
