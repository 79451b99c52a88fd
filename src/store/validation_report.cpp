// SPDX-License-Identifier: ISC
// The SHACL validation report (section 3.6 of the recommendation).
#include "rdf/xsd.h"
#include "store/validate.h"

#include <fmt/format.h>

namespace entente::store {

namespace {

rdf::Term sh(std::string_view name) {
  return rdf::iri("http://www.w3.org/ns/shacl#" + std::string(name));
}

class Report {
 public:
  std::vector<rdf::Quad> make(const ValidationResult& result) {
    const rdf::Term report = rdf::blank("report");
    add(report, rdf::iri(std::string(rdf::kRdfType)), sh("ValidationReport"));
    add(report, sh("conforms"),
        rdf::literal(result.violations.empty() ? "true" : "false", std::string(rdf::kXsdBoolean)));
    for (const Violation& violation : result.violations) {
      const rdf::Term node = fresh();
      add(report, sh("result"), node);
      describe(node, violation);
    }
    return std::move(quads_);
  }

 private:
  void add(const rdf::Term& subject, const rdf::Term& predicate, const rdf::Term& object) {
    quads_.push_back({subject, predicate, object, {}});
  }
  rdf::Term fresh() { return rdf::blank(fmt::format("r{}", ++count_)); }

  void describe(const rdf::Term& node, const Violation& violation) {
    add(node, rdf::iri(std::string(rdf::kRdfType)), sh("ValidationResult"));
    add(node, sh("focusNode"), violation.focus);
    add(node, sh("resultMessage"), rdf::literal(violation.message));
    if (violation.shape->is_property) {
      const rdf::Term place = path_node(violation.shape->path);
      add(node, sh("resultPath"), place);
      describe_path(place, violation.shape->path);
    }
    add(node, sh("resultSeverity"), sh(violation.shape->severity));
    add(node, sh("sourceConstraintComponent"),
        sh(std::string(to_string(violation.component)) + "ConstraintComponent"));
    rdf::Term shape = violation.shape->id;
    if (shape.kind == rdf::TermKind::BlankNode) shape.value = "shape" + shape.value;
    add(node, sh("sourceShape"), shape);
    if (violation.value.kind != rdf::TermKind::None) add(node, sh("value"), violation.value);
  }

  rdf::Term path_node(const ShapePath& path) {
    return path.kind == ShapePath::Kind::Predicate ? path.predicate : fresh();
  }

  // Says of the node of a path what the path is.
  void describe_path(const rdf::Term& node, const ShapePath& path) {
    constexpr std::string_view kNames[] = {"",
                                           "inversePath",
                                           "",
                                           "alternativePath",
                                           "zeroOrMorePath",
                                           "oneOrMorePath",
                                           "zeroOrOnePath"};
    if (path.kind == ShapePath::Kind::Predicate) return;
    if (path.kind == ShapePath::Kind::Sequence) return describe_list(node, path.parts);
    const bool alternative = path.kind == ShapePath::Kind::Alternative;
    const rdf::Term inner = alternative ? fresh() : path_node(path.parts[0]);
    add(node, sh(kNames[static_cast<std::size_t>(path.kind)]), inner);
    if (alternative) {
      describe_list(inner, path.parts);
    } else {
      describe_path(inner, path.parts[0]);
    }
  }

  void describe_list(const rdf::Term& head, const std::vector<ShapePath>& parts) {
    rdf::Term cell = head;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const rdf::Term item = path_node(parts[i]);
      add(cell, rdf::iri(std::string(rdf::kRdfFirst)), item);
      describe_path(item, parts[i]);
      const rdf::Term next = i + 1 == parts.size() ? rdf::iri(std::string(rdf::kRdfNil)) : fresh();
      add(cell, rdf::iri(std::string(rdf::kRdfRest)), next);
      cell = next;
    }
  }

  std::vector<rdf::Quad> quads_;
  std::size_t count_ = 0;
};

}  // namespace

std::vector<rdf::Quad> validation_report(const ValidationResult& result) {
  return Report().make(result);
}

}  // namespace entente::store
