// SPDX-License-Identifier: ISC
/// @file
/// Who stands on the shortest ways of others.
#pragma once

#include "analysis/network.h"

#include <cstddef>
#include <vector>

namespace entente {

/// By actor, how many shortest ways of others lead through it, where equally short ones share:
/// U. Brandes 2001, by -log strength, directed, ends not counted, not normalised. From as many
/// `sources`, evenly spread over the actors' numbers, and scaled up (U. Brandes and C. Pich 2007);
/// exact if there are no more actors than that. A link's length is rounded to a millionth, so that
/// ways over the same strengths are equally short in whatever order; a way weaker than e^-4000 is
/// none.
/// The same on any number of threads. Cost: sources x links.
std::vector<double> betweenness(const ActorNetwork& network, std::size_t sources);

}  // namespace entente
