// SPDX-License-Identifier: ISC
#include "store/shapes.h"

#include "rdf/xsd.h"
#include "store/regex.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

namespace entente::store {

namespace {

using rdf::Node;
using rdf::Statement;
using rdf::TripleTable;

constexpr std::string_view kSh = "http://www.w3.org/ns/shacl#";
constexpr std::string_view kRdfsClass = "http://www.w3.org/2000/01/rdf-schema#Class";

/// How the objects of a component's predicate are read.
enum class Reading : std::uint8_t { Terms, Text, List, Shape, ShapeList, Flag };

struct Known {
  std::string_view name;
  Component component;
  Reading reading;
};

constexpr std::array kKnown = std::to_array<Known>({
    {"class", Component::Class, Reading::Terms},
    {"datatype", Component::Datatype, Reading::Terms},
    {"nodeKind", Component::NodeKind, Reading::Terms},
    {"minCount", Component::MinCount, Reading::Text},
    {"maxCount", Component::MaxCount, Reading::Text},
    {"minExclusive", Component::MinExclusive, Reading::Terms},
    {"minInclusive", Component::MinInclusive, Reading::Terms},
    {"maxExclusive", Component::MaxExclusive, Reading::Terms},
    {"maxInclusive", Component::MaxInclusive, Reading::Terms},
    {"minLength", Component::MinLength, Reading::Text},
    {"maxLength", Component::MaxLength, Reading::Text},
    {"pattern", Component::Pattern, Reading::Text},
    {"uniqueLang", Component::UniqueLang, Reading::Flag},
    {"equals", Component::Equals, Reading::Terms},
    {"disjoint", Component::Disjoint, Reading::Terms},
    {"lessThan", Component::LessThan, Reading::Terms},
    {"lessThanOrEquals", Component::LessThanOrEquals, Reading::Terms},
    {"not", Component::Not, Reading::Shape},
    {"and", Component::And, Reading::ShapeList},
    {"or", Component::Or, Reading::ShapeList},
    {"xone", Component::Xone, Reading::ShapeList},
    {"node", Component::Node, Reading::Shape},
    {"property", Component::Property, Reading::Shape},
    {"closed", Component::Closed, Reading::Flag},
    {"hasValue", Component::HasValue, Reading::Terms},
    {"in", Component::In, Reading::List},
});

// What a shape may also have, and what this file reads elsewhere or nobody needs.
constexpr std::array kOthers = std::to_array<std::string_view>(
    {"path", "targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf", "message",
     "severity", "deactivated", "flags", "ignoredProperties", "name", "description", "order",
     "group", "defaultValue"});

std::string sh(std::string_view name) {
  return std::string(kSh) + std::string(name);
}

class Loader {
 public:
  explicit Loader(const TripleTable& table) : table_(table) {}

  Shapes load() {
    for (const Node node : table_.all_subjects()) {
      const bool targeted = std::ranges::any_of(
          std::array{"targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf"},
          [&](const char* name) { return !table_.statements(node, sh(name)).empty(); });
      const bool declared =
          table_.has_type(node, sh("NodeShape")) || table_.has_type(node, sh("PropertyShape"));
      const bool is_class = declared && table_.has_type(node, kRdfsClass);
      if (!targeted && !declared) continue;
      const std::size_t number = shape(node);
      if (is_class) shapes_.all[number].target_classes.push_back(term(node));
      if (targeted || is_class) shapes_.targeted.push_back(number);
    }
    return std::move(shapes_);
  }

 private:
  rdf::Term term(Node node) const { return rdf::to_term(table_.term(node)); }

  std::vector<rdf::Term> terms(Node node, std::string_view name) const {
    std::vector<rdf::Term> found;
    for (const Statement& s : table_.statements(node, sh(name))) found.push_back(term(s.object));
    return found;
  }

  // The number of a shape, which is read when it is first met. It has its number before its parts
  // are read, so that shapes may name each other.
  std::size_t shape(Node node) {
    const auto [at, is_new] = numbers_.try_emplace(node, shapes_.all.size());
    if (!is_new) return at->second;
    const std::size_t number = at->second;
    shapes_.all.emplace_back();
    Shape made;
    made.id = term(node);
    made.target_nodes = terms(node, "targetNode");
    made.target_classes = terms(node, "targetClass");
    made.target_subjects_of = terms(node, "targetSubjectsOf");
    made.target_objects_of = terms(node, "targetObjectsOf");
    for (const rdf::Term& message : terms(node, "message")) made.messages.push_back(message.value);
    const Node severity = table_.object(node, sh("severity"));
    if (severity != rdf::kNoTerm) made.severity = std::string(table_.local_name(severity));
    made.deactivated = table_.text_of(node, sh("deactivated")) == "true";
    const auto paths = table_.statements(node, sh("path"));
    if (!paths.empty()) {
      made.is_property = true;
      made.path = path(paths[0], paths[0].object, 0);
    }
    for (const Statement& s : table_.statements(node)) component(s, made);
    shapes_.all[number] = std::move(made);
    return number;
  }

  void component(const Statement& s, Shape& made) {
    const std::string_view predicate = table_.text(s.predicate);
    if (!predicate.starts_with(kSh)) return;
    const std::string_view name = predicate.substr(kSh.size());
    const auto known = std::ranges::find(kKnown, name, &Known::name);
    if (known == kKnown.end()) {
      if (std::ranges::find(kOthers, name) != kOthers.end()) return;
      table_.fail(s, fmt::format("found sh:{}, which is not supported", name));
    }
    Constraint constraint;
    constraint.component = known->component;
    switch (known->reading) {
      case Reading::Terms:
        constraint.terms.push_back(term(s.object));
        break;
      case Reading::Text:
        constraint.text = std::string(table_.text(s.object));
        break;
      case Reading::Shape:
        constraint.shapes.push_back(shape(s.object));
        break;
      case Reading::List:
        for (const Node item : table_.list(s)) constraint.terms.push_back(term(item));
        break;
      case Reading::ShapeList:
        for (const Node item : table_.list(s)) constraint.shapes.push_back(shape(item));
        break;
      case Reading::Flag:
        if (table_.text(s.object) != "true") return;
        break;
    }
    complete(s, constraint);
    made.constraints.push_back(std::move(constraint));
  }

  // What a component needs beside its own value.
  void complete(const Statement& s, Constraint& constraint) {
    switch (constraint.component) {
      case Component::NodeKind:
        constraint.text = std::string(table_.local_name(s.object));
        break;
      case Component::MinCount:
      case Component::MaxCount:
      case Component::MinLength:
      case Component::MaxLength:
        if (constraint.text.empty() || constraint.text.size() > 18 ||
            constraint.text.find_first_not_of("0123456789") != std::string::npos) {
          table_.fail(s, fmt::format("found \"{}\", expected a whole number", constraint.text));
        }
        break;
      case Component::Pattern:
        constraint.flags = std::string(table_.text_of(s.subject, sh("flags")));
        if (!Regex::compile(constraint.text, constraint.flags)) {
          table_.fail(s,
                      fmt::format("found \"{}\", expected a regular expression", constraint.text));
        }
        break;
      case Component::Closed:
        for (const Statement& ignored : table_.statements(s.subject, sh("ignoredProperties"))) {
          for (const Node item : table_.list(ignored)) constraint.terms.push_back(term(item));
        }
        for (const Statement& property : table_.statements(s.subject, sh("property"))) {
          const Node only = table_.object(property.object, sh("path"));
          if (only != rdf::kNoTerm) constraint.terms.push_back(term(only));
        }
        break;
      default:
        break;
    }
  }

  ShapePath path(const Statement& s, Node node, int depth) {
    ShapePath made;
    if (depth > rdf::kMaxNesting) table_.fail(s, "found a path without an end");
    if (table_.kind(node) == rdf::TermKind::Iri) {
      made.predicate = term(node);
      return made;
    }
    for (const auto& [name, kind] : {std::pair{"inversePath", ShapePath::Kind::Inverse},
                                     {"zeroOrMorePath", ShapePath::Kind::ZeroOrMore},
                                     {"oneOrMorePath", ShapePath::Kind::OneOrMore},
                                     {"zeroOrOnePath", ShapePath::Kind::ZeroOrOne}}) {
      const Node inner = table_.object(node, sh(name));
      if (inner == rdf::kNoTerm) continue;
      made.kind = kind;
      made.parts.push_back(path(s, inner, depth + 1));
      return made;
    }
    const auto alternatives = table_.statements(node, sh("alternativePath"));
    made.kind = alternatives.empty() ? ShapePath::Kind::Sequence : ShapePath::Kind::Alternative;
    Statement list = s;
    list.object = node;
    for (const Node item : table_.list(alternatives.empty() ? list : alternatives[0])) {
      made.parts.push_back(path(s, item, depth + 1));
    }
    return made;
  }

  const TripleTable& table_;
  Shapes shapes_;
  std::map<Node, std::size_t> numbers_;
};

std::string joined(const std::vector<ShapePath>& parts, std::string_view separator) {
  std::string text;
  for (const ShapePath& part : parts)
    text += (text.empty() ? "" : std::string(separator)) + to_string(part);
  return text;
}

}  // namespace

std::string_view to_string(Component component) {
  constexpr std::string_view kNames[] = {"Class",
                                         "Datatype",
                                         "NodeKind",
                                         "MinCount",
                                         "MaxCount",
                                         "MinExclusive",
                                         "MinInclusive",
                                         "MaxExclusive",
                                         "MaxInclusive",
                                         "MinLength",
                                         "MaxLength",
                                         "Pattern",
                                         "UniqueLang",
                                         "Equals",
                                         "Disjoint",
                                         "LessThan",
                                         "LessThanOrEquals",
                                         "Not",
                                         "And",
                                         "Or",
                                         "Xone",
                                         "Node",
                                         "Property",
                                         "Closed",
                                         "HasValue",
                                         "In"};
  return kNames[static_cast<std::size_t>(component)];
}

std::string to_string(const ShapePath& path) {
  const auto inner = [&] {
    const bool plain = path.parts[0].kind == ShapePath::Kind::Predicate;
    return plain ? to_string(path.parts[0]) : "(" + to_string(path.parts[0]) + ")";
  };
  switch (path.kind) {
    case ShapePath::Kind::Predicate:
      return "<" + path.predicate.value + ">";
    case ShapePath::Kind::Inverse:
      return "^" + inner();
    case ShapePath::Kind::Sequence:
      return joined(path.parts, "/");
    case ShapePath::Kind::Alternative:
      return "(" + joined(path.parts, "|") + ")";
    case ShapePath::Kind::ZeroOrMore:
      return inner() + "*";
    case ShapePath::Kind::OneOrMore:
      return inner() + "+";
    case ShapePath::Kind::ZeroOrOne:
      return inner() + "?";
  }
  return {};
}

Shapes load_shapes(const TripleTable& table) {
  return Loader(table).load();
}

}  // namespace entente::store
