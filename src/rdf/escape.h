// SPDX-License-Identifier: ISC
/// @file
/// Text inside XML and CSV.
#pragma once

#include <string>
#include <string_view>

namespace entente::rdf {

/// For element content and for values in double quotes (XML 1.0). A carriage return is kept as a
/// reference; other control characters, which XML cannot have, become U+FFFD.
std::string xml_text(std::string_view text);

/// One field of CSV (RFC 4180): quoted if it has a comma, a quote or a line end.
std::string csv_field(std::string_view text);

}  // namespace entente::rdf
