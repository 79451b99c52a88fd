// SPDX-License-Identifier: ISC
/// @file
/// What the name finder looks at: words, tags, trees, lists of known names, and how an earlier run
/// took the same words.
#pragma once

#include "syntax/known_names.h"
#include "syntax/sentence.h"

#include <array>
#include <cstdint>
#include <span>
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

inline constexpr std::uint32_t kNameRows = 1U << 19;

/// False if nothing in the sentence looks like a name; it is then passed over.
bool may_have_names(const Sentence& sentence);
void find_name_features(const Sentence& sentence, const KnownNames& known_names,
                        NameFeatures& features);
/// Adds what `history` says. Only for the second run.
void add_history_features(const Sentence& sentence, const NameHistory& history,
                          NameFeatures& features);

}  // namespace entente
