// SPDX-License-Identifier: ISC
/// @file
/// Finds the name that a misspelt one was meant to be.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace entente::rdf {

/// "; did you mean \"actsFor\"?" for the known name nearest to `found`, or nothing if none is
/// within a third of its length. Distance: Levenshtein with swaps, over
/// bytes, case ignored. Ties: the first.
std::string did_you_mean(std::string_view found, std::span<const std::string_view> known);

}  // namespace entente::rdf
