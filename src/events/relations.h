// SPDX-License-Identifier: ISC
/// @file
/// Relations that phrases state by themselves: posts.
#pragma once

#include "events/article.h"
#include "events/claim.h"

#include <vector>

namespace entente {

/// One `leads` or `affiliatedWith` claim for each pair of person and body, at its first statement;
/// a former post is a denied one.
std::vector<Claim> claims_of_posts(const Article& article);

/// `hostsForcesOf` where a text says that a state's forces are on another's soil: "US troops are in
/// Iraq", "there are 5,000 US troops in the country".
std::vector<Claim> claims_of_presence(const Article& article);

}  // namespace entente
