// SPDX-License-Identifier: ISC
/// @file
/// Equality of RDF datasets up to the names of blank nodes (RDF 1.1 Concepts, 3.6 and 4.1).
#pragma once

#include "rdf/term.h"

#include <vector>

namespace entente::rdf {

/// True if renaming blank nodes one to one turns one set of quads into the other. Duplicates do not
/// count. Cost: near linear where blank nodes differ in what is said of them; exponential in the
/// size of groups that look the same and are not (none occur in practice).
bool isomorphic(std::vector<Quad> one, std::vector<Quad> other);

}  // namespace entente::rdf
