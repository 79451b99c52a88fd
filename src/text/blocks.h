// SPDX-License-Identifier: ISC
/// @file
/// Which paragraphs of a text are the article, and what the others are.
#pragma once

#include "text/byte_range.h"
#include "text/document.h"

#include <optional>
#include <span>

namespace entente {

/// Classifies the paragraphs of `part` of document.text and adds them to document.blocks. Fills
/// what is missing in document.info from unmistakable lines: title (first headline), date, author.
/// In doubt a paragraph is Body: a lost sentence is worse than a kept menu.
void add_blocks(Document& document, ByteRange part);

/// A line about which mark-up says something.
struct MarkedLine {
  ByteRange range;                ///< without white space at its ends
  std::optional<BlockKind> mark;  ///< what it is; nothing if it is to be found out
};

/// The same for a text whose lines are known, such as a page's.
void add_blocks(Document& document, std::span<const MarkedLine> lines);

/// Adds every paragraph of `part` as Body.
void add_plain_blocks(Document& document, ByteRange part);

}  // namespace entente
