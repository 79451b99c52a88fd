// SPDX-License-Identifier: ISC
/// @file
/// CoNLL-U in and out (https://universaldependencies.org/format.html): the ten columns, the
/// comments
/// `# newdoc id`, `# newpar`, `# sent_id`, `# text`, range lines of written tokens (1-2), and in
/// MISC `SpaceAfter=No` and the name tag as `NER=B-PER`. Empty nodes (8.1) and DEPS are passed
/// over.
#pragma once

#include "syntax/sentence.h"
#include "text/diagnostic.h"
#include "text/document.h"
#include "text/tokens.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// One document of a CoNLL-U input. The three lists run in parallel.
struct ConlluDocument {
  Document document;  ///< text made of the sentences' text; one Body block for each paragraph
  std::vector<TokenizedSentence> tokens;
  std::vector<Sentence> sentences;  ///< the annotation as given; `_` gives empty strings
  std::vector<bool> has_tree;       ///< false: no heads given, the parser has to be asked
};

struct ConlluInput {
  std::vector<ConlluDocument> documents;
  Diagnostics diagnostics;  ///< one for each sentence passed over, with its line
};

/// Reads a whole file. `file` is only for messages; documents without `# newdoc id` are named after
/// it. A sentence that cannot be read (columns, numbering, head outside the sentence, no tree) is
/// passed over with a diagnostic. Requires: `bytes` is valid UTF-8.
ConlluInput read_conllu(std::string_view bytes, const std::string& file);

/// Fills what a given tree leaves open (lemmas and Penn tags that are empty; names, if it has none
/// at all) from the parser's reading of the same words.
void fill_gaps(const Sentence& parsed, Sentence& given);

/// Appends a document. Sentences are numbered `ID-1`, `ID-2`, ... by the document's id.
/// Reading the result gives the same words and annotation.
void write_conllu(const Document& document, std::span<const Sentence> sentences, std::string& out);

}  // namespace entente
