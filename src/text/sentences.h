// SPDX-License-Identifier: ISC
/// @file
/// Where one sentence ends and the next begins.
#pragma once

#include "text/tokens.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// What may end a sentence.
enum class SentenceEnds : std::uint8_t {
  Anything,   ///< also list items, greetings and the like, which have no full stop
  StopsOnly,  ///< full stops and their like: for headlines
};

/// For the words of one block: the numbers (from 0) of the words that begin a sentence, ascending;
/// the first is 0. Requires: `words` are those of split_words for a part of `text`; not empty.
std::vector<std::size_t> find_sentence_starts(std::string_view text,
                                              const std::vector<Token>& words, SentenceEnds ends);

}  // namespace entente
