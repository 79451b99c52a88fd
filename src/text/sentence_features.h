// SPDX-License-Identifier: ISC
/// @file
/// What the sentence splitter looks at in the gap between two words. Shared by the splitter and its
/// training (tools/train_sentences.cpp), so that both see the same.
#pragma once

#include "text/tokens.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

inline constexpr std::size_t kSentenceWeights = 1U << 15U;  ///< size of the table of weights

/// Features of the gaps of one block's words.
class SentenceFeatures {
 public:
  /// Requires: `words` are those of split_words for a part of `text`. Cost: linear.
  SentenceFeatures(std::string_view text, const std::vector<Token>& words);

  /// Could a sentence end behind word i? Of the other gaps none does: they stand inside a written
  /// token, or between two plain words of which the second is small. Requires: i + 1 < words.
  bool is_candidate(std::size_t i) const;

  /// Is word i a mark that ends sentences, or a quote or bracket that closes behind one?
  bool is_terminal(std::size_t i) const;
  /// Is word i a quote or bracket that closes behind a plain word ("the “quiet” neighbour")?
  bool closes_inside(std::size_t i) const;

  /// Appends the features of the gap behind word i, if the sentence began with word `start`:
  /// numbers below kSentenceWeights (hashed; some share one).
  void append(std::size_t i, std::size_t start, std::vector<std::uint16_t>& features) const;

 private:
  enum class Shape : std::uint8_t;
  struct Info {
    std::uint32_t form = 0;  ///< hash of the form: small letters, digits as one
    Shape shape{};
    std::uint8_t abbreviation = 0;
    std::uint8_t length = 0;  ///< in bytes, at most 8
    std::uint8_t space = 0;   ///< behind the word: 0 none, 1 some, 2 none and one token
    bool in_quote = false;    ///< inside double quotes behind this word
    bool in_bracket = false;
  };
  static bool is_stop(const Info& info);
  static bool is_closer(const Info& info);
  static Shape shape_of(std::string_view form);
  const Info& at(std::ptrdiff_t i) const;
  void note_quotes();

  std::vector<Info> info_;
  Info outside_;
  bool ends_with_stop_ = false;
};

}  // namespace entente
