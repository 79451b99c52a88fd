// SPDX-License-Identifier: ISC
/// @file
/// SHACL Core shapes (W3C, 20 July 2017) as data. Known are all components of SHACL Core but
/// sh:languageIn and the qualified value shapes; what is not known is refused, never passed over.
#pragma once

#include "rdf/term.h"
#include "rdf/triple_table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::store {

enum class Component : std::uint8_t {
  Class,
  Datatype,
  NodeKind,
  MinCount,
  MaxCount,
  MinExclusive,
  MinInclusive,
  MaxExclusive,
  MaxInclusive,
  MinLength,
  MaxLength,
  Pattern,
  UniqueLang,
  Equals,
  Disjoint,
  LessThan,
  LessThanOrEquals,
  Not,
  And,
  Or,
  Xone,
  Node,
  Property,
  Closed,
  HasValue,
  In,
};

/// "MinCount": with sh: before and ConstraintComponent behind it, the component's IRI.
std::string_view to_string(Component component);

/// A SHACL property path; `parts` of all but Predicate.
struct ShapePath {
  enum class Kind : std::uint8_t {
    Predicate,
    Inverse,
    Sequence,
    Alternative,
    ZeroOrMore,
    OneOrMore,
    ZeroOrOne,
  };
  Kind kind = Kind::Predicate;
  rdf::Term predicate;
  std::vector<ShapePath> parts;
};

/// As SPARQL writes it: "^<p>", "<p>/<q>*".
std::string to_string(const ShapePath& path);

struct Constraint {
  Component component = Component::MinCount;
  std::vector<rdf::Term> terms;     ///< class, datatype, bounds, members, other predicates
  std::vector<std::size_t> shapes;  ///< numbers of other shapes
  std::string text;                 ///< sh:pattern; sh:nodeKind: "BlankNodeOrIRI" and so on
  std::string flags;
};

struct Shape {
  rdf::Term id;
  bool is_property = false;
  ShapePath path;  ///< of a property shape
  std::vector<rdf::Term> target_nodes, target_classes, target_subjects_of, target_objects_of;
  std::vector<Constraint> constraints;
  std::vector<std::string> messages;
  std::string severity = "Violation";  ///< Violation, Warning or Info
  bool deactivated = false;
};

struct Shapes {
  std::vector<Shape> all;
  std::vector<std::size_t> targeted;  ///< those with targets, in the order of the file
};

/// Throws ConfigError, with the place, for what is no shape or no component that is known.
Shapes load_shapes(const rdf::TripleTable& table);

}  // namespace entente::store
