// SPDX-License-Identifier: ISC
/// @file
/// Statements as lines of N-Triples and N-Quads (W3C recommendations of 25 February 2014).
#pragma once

#include "rdf/read_rdf.h"

#include <string>

namespace entente::rdf {

/// Appends the statement as one line, with its graph if it has one and `with_graph`. What no reader
/// takes is put right as QuadWriter does it. The bytes are those that serd writes: in texts, only
/// quotes, backslashes and control characters are escaped.
void append_line(std::string& out, const QuadView& quad, bool with_graph);

}  // namespace entente::rdf
