// SPDX-License-Identifier: ISC
/// @file
/// Names of persons, organisations and places in parsed sentences: a linear-chain model over words,
/// tags, trees and lists of known names, run twice. The second run also knows how the first one
/// took the same words elsewhere in the document (after Ratinov and Roth 2009, "prediction
/// history"). Weights are integers, so the result is the same everywhere.
#pragma once

#include "syntax/model_file.h"
#include "syntax/sentence.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// Tags of the chain, in the order in which the model numbers them.
enum NameTag : std::uint8_t {
  kOutside,
  kBeginPer,
  kInPer,
  kBeginOrg,
  kInOrg,
  kBeginLoc,
  kInLoc,
  kNameTags
};
std::string_view to_string(NameTag tag);       ///< "B-PER"; empty for kOutside
NameTag parse_name_tag(std::string_view tag);  ///< kOutside for what is none
/// True if `tag` may follow `before` (an I only continues a name of its own type).
bool may_follow(NameTag before, NameTag tag);

/// Lists of known names, each a kind; names may have several words.
class KnownNames {
 public:
  static constexpr std::size_t kMaxKinds = 16;
  static constexpr std::size_t kMaxWords = 6;  ///< of a name, hyphens not counted

  /// Adds a name of a kind. Case, hyphens and dots are ignored.
  void add(std::size_t kind, std::string_view name);
  /// For each word a set of bits: 2 * kind if a known name begins with it, 2 * kind + 1 if it goes
  /// on there. Names begin with a capital. Of names that begin at one word the longest counts.
  void match(const Sentence& sentence, std::vector<std::uint32_t>& bits) const;

 private:
  static constexpr std::uint32_t kGoesOn = 1U << 31;        // a longer name begins so
  std::unordered_map<std::uint64_t, std::uint32_t> kinds_;  // by hash of the words; never listed
};

/// How an earlier run took the words of a document: other, PER, ORG, LOC.
using NameHistory = std::unordered_map<std::uint64_t, std::array<std::uint32_t, 4>>;
void count_history(const Sentence& sentence, std::span<const NameTag> tags, NameHistory& history);

/// A row of the table of weights, and what the feature shows: training hides groups now and then.
struct NameFeature {
  enum Group : std::uint8_t { kContext, kLexical, kKnown };
  std::uint32_t row;
  Group group;
};
/// The features of each word.
using NameFeatures = std::vector<std::vector<NameFeature>>;

inline constexpr std::uint32_t kNameRows = 1U << 18;

/// False if nothing in the sentence looks like a name; it is then passed over.
bool may_have_names(const Sentence& sentence);
void find_name_features(const Sentence& sentence, const KnownNames& known_names,
                        NameFeatures& features);
/// Adds what `history` says. Only for the second run.
void add_history_features(const Sentence& sentence, const NameHistory& history,
                          NameFeatures& features);

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
