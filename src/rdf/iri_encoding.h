// SPDX-License-Identifier: ISC
/// @file
/// Percent-encoding (RFC 3986, section 2.1) for IRIs that every RDF tool takes.
#pragma once

#include <string>
#include <string_view>

namespace entente::rdf {

/// `text` as one segment of an IRI's path: all but ASCII letters, digits, '-', '_' and '~' becomes
/// %XX, '.' too. Different texts give different segments.
std::string encode_segment(std::string_view text);

/// Undoes encode_segment; a '%' without two hexadecimal digits stays as it is.
std::string decode_segment(std::string_view segment);

/// `iri` with every character that may not stand in an IRI, and every '#' but the first,
/// percent-encoded, and bytes that are no UTF-8 as U+FFFD. A good IRI comes out as it is.
std::string repair_iri(std::string_view iri);

/// `text` with ill-formed UTF-8 and U+0000 (which many RDF tools refuse) replaced by U+FFFD, one
/// for each byte or character. Good text comes out as it is.
std::string repair_text(std::string_view text);

}  // namespace entente::rdf
