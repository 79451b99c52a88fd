// SPDX-License-Identifier: ISC
/// @file
/// Which paragraphs of a text are the article, and what the others are.
#pragma once

#include "text/byte_range.h"
#include "text/document.h"

#include <string_view>
#include <vector>

namespace entente {

/// Classifies the paragraphs of `part` of document.text and adds them to document.blocks. Fills
/// what is missing in document.info from unmistakable lines: title (first headline), date, author.
/// In doubt a paragraph is Body: a lost sentence is worse than a kept menu.
void add_blocks(Document& document, ByteRange part);

/// Adds every paragraph of `part` as Body.
void add_plain_blocks(Document& document, ByteRange part);

}  // namespace entente
