// SPDX-License-Identifier: ISC
/// @file
/// JSON-LD 1.1 (W3C, 16 July 2020), compact: a context with our prefixes and the base, then each
/// graph with its nodes.
#pragma once

#include "rdf/term.h"
#include "rdf/vocab.h"

#include <span>
#include <string>
#include <vector>

namespace entente::rdf {

/// Same quads in the same order, same text. Lists stay as rdf:first and rdf:rest. Memory: the quads
/// and the text.
std::string write_jsonld(std::span<const Quad> quads, const std::string& base,
                         std::span<const Prefix> prefixes);

}  // namespace entente::rdf
