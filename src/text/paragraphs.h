// SPDX-License-Identifier: ISC
/// @file
/// Cuts a text into the lines or paragraphs that blocks are made of.
#pragma once

#include "text/byte_range.h"

#include <string_view>
#include <vector>

namespace entente {

/// One paragraph; its range has no white space at its ends.
struct Paragraph {
  ByteRange range;
  bool after_empty_line = true;  ///< an empty line (or the text's begin) stands before it
};

/// Every line is a paragraph, unless the text is wrapped at a fixed width: then the lines between
/// two empty lines are one. Ranges do not overlap and are in text order. Cost: linear.
std::vector<Paragraph> split_paragraphs(std::string_view text, ByteRange part);

}  // namespace entente
