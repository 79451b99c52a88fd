// SPDX-License-Identifier: ISC
/// @file
/// Records of actors from several articles or graphs -> one record an actor.
#pragma once

#include "graph/knowledge_graph.h"

#include <vector>

namespace entente {

/// One record for each id, sorted by id. Vetted records win over others; records of equal standing
/// are united field by field, so that the result does not depend on their order.
std::vector<Actor> merge_actors(std::vector<Actor> actors);

/// True if the actor's name may be another's in the next article: it was found in an article, and
/// is a person of one name or is called by a common noun.
bool is_article_own(const Actor& actor);

/// Gives actors that are their article's own an id of their own, and the claims that name them too.
/// Such ids end in "-" and the first 8 digits of the article's id, and stay as they are.
void separate_article_own_actors(std::vector<Actor>& actors, std::vector<ClaimRecord>& claims);

/// Keeps only actors that claims or articles name, those that they act for, the states of the
/// countries they belong to, those whose posts they hold, and what they are members of. Requires:
/// `actors` sorted by id.
std::vector<Actor> keep_named_actors(std::vector<Actor> actors,
                                     const std::vector<ArticleRecord>& articles,
                                     const std::vector<ClaimRecord>& claims);

}  // namespace entente
