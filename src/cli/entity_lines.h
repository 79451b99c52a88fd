// SPDX-License-Identifier: ISC
/// @file
/// The entities layer of `entente annotate`: who is mentioned where.
#pragma once

#include "events/analyze.h"

#include <string>

namespace entente::cli {

/// One line of JSON for an article, with its line end. Keys: article; actors (id, label, type,
/// country, sector, vetted); mentions (start, end in code points of the text, text, kind, actors,
/// place, confidence); chains (actors, and the numbers of their mentions from 0); posts (person,
/// body, role, leads, former, start, end).
std::string entity_line(const AnalyzedArticle& article);

}  // namespace entente::cli
