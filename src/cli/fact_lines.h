// SPDX-License-Identifier: ISC
/// @file
/// What the rules make of single verbs and time expressions, as JSON Lines: for measuring them.
#pragma once

#include "events/analyze.h"

#include <string>

namespace entente::cli {

/// {"article": id, "verbs": [{"sentence", "word", "form", "polarity", "modality"}]}: for each verb,
/// by sentence (from 0) and word (from 1), whether it is said to happen.
std::string factuality_line(const EventLexicon& lexicon, const AnalyzedArticle& article);

/// {"article": id, "times": [{"start", "end", "value", "from", "to"}]}: code points of the input
/// text, TIMEX3 value, and the first and last day, or null where they cannot be told.
std::string times_line(const AnalyzedArticle& article);

}  // namespace entente::cli
