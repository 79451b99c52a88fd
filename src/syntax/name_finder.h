// SPDX-License-Identifier: ISC
/// @file
/// Names of persons, organisations and places in parsed sentences: a linear-chain model over words,
/// tags, trees and lists of known names, run twice. The second run also knows how the first one
/// took the same words elsewhere in the document (after Ratinov and Roth 2009, "prediction
/// history"). Weights are integers, so the result is the same everywhere.
#pragma once

#include "syntax/known_names.h"
#include "syntax/model_file.h"
#include "syntax/name_features.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// Scores of tags for features, and of tags after tags.
struct NameWeights {
  std::vector<std::array<std::int8_t, 8>> rows;  ///< kNameRows; the last column is 0
  std::array<std::array<std::int32_t, kNameTags>, kNameTags> transitions{};  ///< [before][tag]
};

/// The best sequence of tags (Viterbi). Cost: words x features.
std::vector<NameTag> best_names(const NameWeights& weights, const NameFeatures& features);

class NameFinder {
 public:
  /// Takes its parts out of the model. A model without them finds no names.
  NameFinder(const ModelData& data, const std::string& file);

  /// Sets Word::ner in all sentences of one document. Requires: they are parsed.
  void find(std::vector<Sentence>& sentences) const;

 private:
  bool is_empty_ = true;
  KnownNames known_names_;
  std::array<NameWeights, 2> runs_;
};

}  // namespace entente
