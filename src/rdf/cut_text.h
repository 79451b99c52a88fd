// SPDX-License-Identifier: ISC
/// @file
/// Cutting N-Triples and N-Quads into parts that can be read by themselves.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace entente::rdf {

/// Pieces of about `size` bytes or more, which together are the text. Cuts are at line ends before
/// a subject that is an IRI and another one than that of the lines before: blank nodes that hang on
/// a thing stay with it where they follow it. The pieces depend on the text and `size` alone.
std::vector<std::string_view> cut_at_things(std::string_view text, std::size_t size);

}  // namespace entente::rdf
