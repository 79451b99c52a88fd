// SPDX-License-Identifier: ISC
/// @file
/// Words by the rules of UD English EWT 2.16: clitics and punctuation are words of their own,
/// compounds with a hyphen are split ("Belarus-deployed") but for those with a prefix that is no
/// word ("pro-Russian"), numbers, dates, times, addresses and abbreviations are whole.
#pragma once

#include "text/byte_range.h"
#include "text/tokens.h"

#include <string_view>
#include <vector>

namespace entente {

/// Adds the words of `part` of `text` to `words`, in text order.
/// Requires: valid UTF-8; `part` on character boundaries. Cost: linear, whatever the text.
void split_words(std::string_view text, ByteRange part, std::vector<Token>& words);

/// True if a full stop after `word` belongs to the word ("Gen", "U.S", "Sept"). What follows the
/// stop decides for those that are words too ("No. 5").
bool is_abbreviation(std::string_view word, char32_t next_visible);

}  // namespace entente
