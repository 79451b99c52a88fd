// SPDX-License-Identifier: ISC
/// @file
/// Which articles are independent of each other.
#pragma once

#include "graph/knowledge_graph.h"

#include <span>
#include <string>
#include <vector>

namespace entente {

/// Names the independent source behind each article, in the order of `articles`: two articles with
/// the same name count once. Articles that carry one text (graph/sketch.h) have one source: the
/// agency that any of them names, else the publisher of the earliest. Other articles' source is the
/// agency that they name, else their publisher, else the article itself.
/// Does not depend on the order of `articles` as long as no hash is in more than a few dozen
/// sketches; consolidate() gives them by id. Cost: sorting all sketches, and for each hash of an
/// article a look at the first few dozen others that have it.
/// A publisher who has the name of one of `actors` that is some article's agency is that agency.
std::vector<std::string> independent_sources(std::span<const ArticleRecord> articles,
                                             std::span<const Actor> actors = {});

}  // namespace entente
