// SPDX-License-Identifier: ISC
/// @file
/// Literals in the one form that stores agree on. What each of them does to other forms was
/// measured: Oxigraph rewrites "0.50" to "0.5", Virtuoso cuts decimals to 15 digits.
#pragma once

#include "rdf/read_rdf.h"
#include "text/date.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::rdf {

/// xsd:decimal without exponent, trailing zeros or "-0", rounded to kDecimalDigits significant
/// digits: "0.86", "120000". Requires: finite, magnitude below 1e15.
Term decimal(double value);

Term integer(std::int64_t value);     ///< xsd:integer
Term boolean(bool value);             ///< xsd:boolean: "true" or "false"
Term date(Date value);                ///< xsd:date
Term english(std::string_view text);  ///< language-tagged "en"

inline constexpr int kDecimalDigits = 15;  ///< what Virtuoso keeps

/// True if Turtle may write the literal as a bare word (5, 0.86, true) and it reads back the same.
/// Serd writes numbers and booleans bare without looking: "5 ; <p> 6"^^xsd:integer would become
/// three terms.
bool can_stand_bare(const TermView& literal);

}  // namespace entente::rdf
