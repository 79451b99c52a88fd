// SPDX-License-Identifier: ISC
/// @file
/// The way of the data up to claims, on one screen.
#pragma once

#include "entities/link.h"
#include "events/claim.h"
#include "events/lexicon.h"
#include "syntax/parser.h"
#include "text/document.h"
#include "text/tokens.h"

#include <span>
#include <vector>

namespace entente {

/// Everything that does not change from article to article. All immutable and shared by threads.
struct Resources {
  const SyntaxModel& syntax;
  const Gazetteer& gazetteer;
  const EventLexicon& lexicon;
};

/// An article with all that was found in it.
struct AnalyzedArticle {
  Document document;
  std::vector<Sentence> sentences;
  Entities entities;
  std::vector<Claim> claims;  ///< in text order
};

/// An article to be read. Words and trees are made by us, unless the input brought its own
/// (CoNLL-U): then `tokens` has its words and `trees`, one per sentence, its annotation, where
/// `has_tree` says so.
struct ArticleInput {
  Document document;
  bool has_tokens = false;
  std::vector<TokenizedSentence> tokens;
  std::vector<Sentence> trees;
  std::vector<bool> has_tree;
};

/// Runs text -> syntax -> entities -> events on a batch of articles. Pure: the result for one
/// article does not depend on the others in the batch.
std::vector<AnalyzedArticle> analyze(const Resources& resources, std::vector<ArticleInput> inputs);

/// Finds the claims of one article. Reads all, changes nothing. See events/lexicon.h for frames.
std::vector<Claim> find_claims(const EventLexicon& lexicon, const Document& document,
                               std::span<const Sentence> sentences, const Entities& entities);

/// Finds who says what, as spans. The claims' speakers come from the same analysis.
std::vector<Attribution> find_attributions(const EventLexicon& lexicon, const Document& document,
                                           std::span<const Sentence> sentences,
                                           const Entities& entities);

}  // namespace entente
