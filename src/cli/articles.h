// SPDX-License-Identifier: ISC
/// @file
/// From what a reader gives to what the analysis takes.
#pragma once

#include "events/analyze.h"
#include "text/diagnostic.h"
#include "text/read.h"

#include <vector>

namespace entente::cli {

/// The articles of a record: none if it could not be read, several only where CoNLL-U holds
/// several. What was wrong with the record is appended to `diagnostics`.
std::vector<ArticleInput> take_articles(Record&& record, Diagnostics& diagnostics);

}  // namespace entente::cli
