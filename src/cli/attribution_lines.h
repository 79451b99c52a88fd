// SPDX-License-Identifier: ISC
/// @file
/// Who says what, as JSON Lines.
#pragma once

#include "events/analyze.h"

#include <string>

namespace entente::cli {

/// One line (with its line end) for an article: {"article": id, "attributions": [{"source": [[s, e]
/// ...], "cue": ..., "content": ..., "speakers": [actor ids]}]}; spans are half-open, in code
/// points of the input text, and each may be in several pieces.
std::string attribution_line(const EventLexicon& lexicon, const AnalyzedArticle& article);

}  // namespace entente::cli
