// SPDX-License-Identifier: ISC
/// @file
/// Sentences and words of a Document, before any analysis. Words follow Universal Dependencies'
/// English tokenisation (EWT): clitics are words of their own ("do" "n't", "Putin" "'s").
#pragma once

#include "text/byte_range.h"
#include "text/document.h"

#include <cstdint>
#include <vector>

namespace entente {

/// A word. `range` may be empty only for words that a CoNLL-U input has and its text has not.
struct Token {
  ByteRange range;
  bool joined_to_next = false;  ///< first or middle part of one written token ("do" of "don't"):
                                ///< CoNLL-U writes such words below a range line 1-2
};

/// A sentence: its words in text order. Never spans two blocks.
struct TokenizedSentence {
  ByteRange range;          ///< from the first to behind the last word
  std::uint32_t block = 0;  ///< index into Document::blocks
  std::vector<Token> tokens;
};

/// Splits the analysed blocks (see is_article_text) into sentences and words. Pure; never fails.
/// A piece without spaces of any length is cut into words of at most kMaxWordBytes.
std::vector<TokenizedSentence> tokenize(const Document& document);

inline constexpr std::uint32_t kMaxWordBytes = 200;      ///< judgement: longer is no word
inline constexpr std::uint32_t kMaxSentenceWords = 250;  ///< longer ones are cut at a separator

}  // namespace entente
