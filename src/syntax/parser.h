// SPDX-License-Identifier: ISC
/// @file
/// From words to trees: tags, lemmas, features, dependencies and name tags, by one learned model.
#pragma once

#include "syntax/sentence.h"
#include "text/document.h"
#include "text/tokens.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// A loaded model. Immutable; shared by any number of threads.
class SyntaxModel {
 public:
  /// Reads a model file. Throws ConfigError if it is missing, truncated, damaged or of another
  /// version.
  static SyntaxModel load(const std::string& path);

  SyntaxModel(SyntaxModel&&) noexcept;
  SyntaxModel& operator=(SyntaxModel&&) noexcept;
  ~SyntaxModel();

  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  explicit SyntaxModel(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

/// A document with its sentences and words, ready to be parsed.
struct TokenizedDocument {
  const Document* document = nullptr;  ///< outlives the call
  std::vector<TokenizedSentence> sentences;
};

/// Parses the sentences of several documents together (batches make it fast). Result: one list of
/// sentences per document, in order; every word is tagged, lemmatised, attached and name-tagged.
/// Pure; the result does not depend on how sentences are batched.
std::vector<std::vector<Sentence>> parse(const SyntaxModel& model,
                                         std::span<const TokenizedDocument> documents);

}  // namespace entente
