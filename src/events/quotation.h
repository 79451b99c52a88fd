// SPDX-License-Identifier: ISC
/// @file
/// Words between quotation marks, also over several sentences and paragraphs.
#pragma once

#include "events/speech.h"

#include <span>
#include <vector>

namespace entente {

/// One quotation: its pieces, one a sentence, without the marks. A quotation that is not closed
/// ends with its paragraph, unless the next one opens anew.
using Quotation = std::vector<WordRange>;

std::vector<Quotation> find_quotations(std::span<const Sentence> sentences);

}  // namespace entente
