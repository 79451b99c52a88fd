// SPDX-License-Identifier: ISC
/// @file
/// Does a store conform to shapes? (SHACL Core, sections 3 and 4.)
#pragma once

#include "rdf/term.h"
#include "store/quad_store.h"
#include "store/shapes.h"

#include <string>
#include <vector>

namespace entente::store {

/// One thing that is not as a shape wants it.
struct Violation {
  rdf::Term focus;               ///< the node that was checked
  const Shape* shape = nullptr;  ///< whose constraint it is
  Component component = Component::MinCount;
  rdf::Term value;      ///< the value at fault; of kind None if none is
  std::string message;  ///< of the shape, else made
};

struct ValidationResult {
  std::vector<Violation> violations;  ///< by shape in the order of the file, then by focus node
  std::size_t focus_nodes = 0;        ///< how many nodes were checked, once per shape
};

/// Validates the triples of all graphs of `data` together. The result points into `shapes`.
/// Shapes that lead back to themselves at the same node are taken to conform there.
ValidationResult validate(const QuadStore& data, const Shapes& shapes);

/// sh:ValidationReport as triples, in an order that is the same every time.
std::vector<rdf::Quad> validation_report(const ValidationResult& result);

}  // namespace entente::store
