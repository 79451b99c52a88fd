// SPDX-License-Identifier: ISC
/// @file
/// Whom a punishment is for where the sentence tells it only of what it is joined to. Drafts are in
/// text order, `at` is the draft to fill.
#pragma once

#include "events/article.h"
#include "events/draft.h"

#include <cstddef>
#include <vector>

namespace entente {

/// "accused Mali of lying and recalled its ambassador", "condemned Belarus and imposed sanctions":
/// for whom the verb beside it judges or punishes.
void infer_shared(const Article& article, std::vector<Draft>& drafts, std::size_t at);

}  // namespace entente
