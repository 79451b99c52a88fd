// SPDX-License-Identifier: ISC
/// @file
/// IRIs: taking them apart and resolving relative ones (RFC 3986, sections 5.2 and 5.3).
#pragma once

#include <string>
#include <string_view>

namespace entente::rdf {

/// The five components, as views into the IRI. A component can be absent or empty: "a:b?" has an
/// empty query, "a:b" has none.
struct IriParts {
  std::string_view scheme, authority, path, query, fragment;
  bool has_scheme = false, has_authority = false, has_query = false, has_fragment = false;
};

IriParts split_iri(std::string_view iri);

/// True if `iri` begins with a scheme ("http:"), so that it needs no base.
bool is_absolute_iri(std::string_view iri);

/// `reference` as seen from `base`. Requires: `base` is absolute.
std::string resolve_iri(std::string_view base, std::string_view reference);

}  // namespace entente::rdf
