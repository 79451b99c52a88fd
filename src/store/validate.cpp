// SPDX-License-Identifier: ISC
#include "store/validate.h"

#include "rdf/xsd.h"
#include "store/regex.h"
#include "store/value.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace entente::store {

namespace {

constexpr std::string_view kSubClassOf = "http://www.w3.org/2000/01/rdf-schema#subClassOf";

using Ids = std::vector<TermId>;

void sort_once(Ids& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

/// The triples of a store, whatever their graphs.
class Triples {
 public:
  explicit Triples(const QuadStore& store) : store_(store) {}

  TermId find(const rdf::Term& term) const { return store_.dictionary().find(rdf::to_view(term)); }
  TermId find_iri(std::string_view iri) const {
    return store_.dictionary().find({TermKind::Iri, iri, {}, {}});
  }
  TermView view(TermId id) const { return store_.dictionary().view(id); }

  Ids objects(TermId subject, TermId predicate) const {
    return third(Order::SPOG, subject, predicate);
  }
  Ids subjects(TermId predicate, TermId object) const {
    return third(Order::POSG, predicate, object);
  }
  bool has(TermId subject, TermId predicate, TermId object) const {
    return !store_.range(Order::SPOG, {subject, predicate, object, 0}, 3).empty();
  }
  /// Subjects, or objects, of any triple with the predicate.
  Ids ends(TermId predicate, bool subject) const {
    Ids found;
    if (predicate == kNoTerm) return found;
    for (const Row& row : store_.range(Order::POSG, {predicate, 0, 0, 0}, 1))
      found.push_back(row[subject ? 2 : 1]);
    sort_once(found);
    return found;
  }
  Ids predicates(TermId subject) const {
    Ids found;
    for (const Row& row : store_.range(Order::SPOG, {subject, 0, 0, 0}, 1)) found.push_back(row[1]);
    sort_once(found);
    return found;
  }

 private:
  Ids third(Order order, TermId first, TermId second) const {
    Ids found;
    if (first == kNoTerm || second == kNoTerm) return found;
    for (const Row& row : store_.range(order, {first, second, 0, 0}, 2)) {
      if (found.empty() || found.back() != row[2]) found.push_back(row[2]);
    }
    return found;
  }

  const QuadStore& store_;
};

class Validator {
 public:
  Validator(const QuadStore& data, const Shapes& shapes)
      : data_(data),
        shapes_(shapes),
        type_(data_.find_iri(rdf::kRdfType)),
        sub_class_(data_.find_iri(kSubClassOf)) {}

  ValidationResult run() {
    ValidationResult result;
    for (const std::size_t number : shapes_.targeted) {
      for (const TermId focus : targets(shapes_.all[number])) {
        ++result.focus_nodes;
        check(number, focus, &result.violations);
      }
    }
    return result;
  }

 private:
  // Classes below (and with) a class.
  const Ids& below(TermId type) {
    auto [at, is_new] = below_.try_emplace(type);
    if (!is_new) return at->second;
    Ids found{type}, waiting{type};
    while (!waiting.empty()) {
      const TermId next = waiting.back();
      waiting.pop_back();
      for (const TermId sub : data_.subjects(sub_class_, next)) {
        if (std::find(found.begin(), found.end(), sub) != found.end()) continue;
        found.push_back(sub);
        waiting.push_back(sub);
      }
    }
    return below_[type] = std::move(found);
  }

  bool is_instance(TermId node, TermId type) {
    if (type == kNoTerm || type_ == kNoTerm) return false;
    return std::ranges::any_of(below(type),
                               [&](TermId sub) { return data_.has(node, type_, sub); });
  }

  Ids targets(const Shape& shape) {
    Ids found;
    const auto add = [&](const Ids& more) { found.insert(found.end(), more.begin(), more.end()); };
    for (const rdf::Term& node : shape.target_nodes) {
      const TermId id = data_.find(node);
      if (id != kNoTerm) found.push_back(id);
    }
    for (const rdf::Term& type : shape.target_classes) {
      const TermId id = data_.find(type);
      if (id == kNoTerm) continue;
      for (const TermId sub : below(id)) add(data_.subjects(type_, sub));
    }
    for (const rdf::Term& predicate : shape.target_subjects_of)
      add(data_.ends(data_.find(predicate), true));
    for (const rdf::Term& predicate : shape.target_objects_of)
      add(data_.ends(data_.find(predicate), false));
    sort_once(found);
    return found;
  }

  Ids values(const ShapePath& path, const Ids& from, bool forward) {
    Ids found;
    switch (path.kind) {
      case ShapePath::Kind::Predicate: {
        const TermId predicate = data_.find(path.predicate);
        for (const TermId node : from) {
          const Ids next =
              forward ? data_.objects(node, predicate) : data_.subjects(predicate, node);
          found.insert(found.end(), next.begin(), next.end());
        }
        break;
      }
      case ShapePath::Kind::Inverse:
        return values(path.parts[0], from, !forward);
      case ShapePath::Kind::Sequence:
        found = from;
        for (std::size_t i = 0; i < path.parts.size(); ++i) {
          found = values(path.parts[forward ? i : path.parts.size() - 1 - i], found, forward);
        }
        break;
      case ShapePath::Kind::Alternative:
        for (const ShapePath& part : path.parts) {
          const Ids more = values(part, from, forward);
          found.insert(found.end(), more.begin(), more.end());
        }
        break;
      default:
        found = closure(path, from, forward);
    }
    sort_once(found);
    return found;
  }

  Ids closure(const ShapePath& path, const Ids& from, bool forward) {
    std::set<TermId> seen;
    if (path.kind != ShapePath::Kind::OneOrMore) seen.insert(from.begin(), from.end());
    Ids next = values(path.parts[0], from, forward);
    const bool once = path.kind == ShapePath::Kind::ZeroOrOne;
    while (!next.empty()) {
      std::erase_if(next, [&](TermId id) { return !seen.insert(id).second; });
      next = once || next.empty() ? Ids{} : values(path.parts[0], next, forward);
    }
    return {seen.begin(), seen.end()};
  }

  /// True if the node conforms; else adds to `violations`, unless that is null.
  bool check(std::size_t number, TermId focus, std::vector<Violation>* violations) {
    const Shape& shape = shapes_.all[number];
    if (shape.deactivated) return true;
    if (!at_work_.emplace(number, focus).second) return true;  // a shape that leads to itself
    const Ids nodes = shape.is_property ? values(shape.path, {focus}, true) : Ids{focus};
    bool conforms = true;
    for (const Constraint& constraint : shape.constraints) {
      conforms &= check(shape, constraint, focus, nodes, violations);
      if (!conforms && violations == nullptr) break;
    }
    at_work_.erase({number, focus});
    return conforms;
  }

  bool report(const Shape& shape, Component component, TermId focus, TermId value,
              std::vector<Violation>* violations, std::string message) {
    if (violations == nullptr) return false;
    Violation found;
    found.focus = rdf::to_term(data_.view(focus));
    found.shape = &shape;
    found.component = component;
    if (value != kNoTerm) found.value = rdf::to_term(data_.view(value));
    found.message = shape.messages.empty() ? std::move(message) : shape.messages[0];
    violations->push_back(std::move(found));
    return false;
  }

  bool check(const Shape& shape, const Constraint& constraint, TermId focus, const Ids& nodes,
             std::vector<Violation>* violations) {
    const auto fail = [&](TermId value, std::string message) {
      return report(shape, constraint.component, focus, value, violations, std::move(message));
    };
    switch (constraint.component) {
      case Component::MinCount:
        return nodes.size() >= std::stoull(constraint.text) ||
               fail(kNoTerm, fmt::format("found {} values, expected at least {}", nodes.size(),
                                         constraint.text));
      case Component::MaxCount:
        return nodes.size() <= std::stoull(constraint.text) ||
               fail(kNoTerm, fmt::format("found {} values, expected at most {}", nodes.size(),
                                         constraint.text));
      case Component::HasValue:
        return std::ranges::find(nodes, data_.find(constraint.terms[0])) != nodes.end() ||
               fail(kNoTerm,
                    fmt::format("expected the value {}", to_ntriples(constraint.terms[0])));
      case Component::UniqueLang:
        return unique_languages(nodes, fail);
      case Component::Equals:
      case Component::Disjoint:
      case Component::LessThan:
      case Component::LessThanOrEquals:
        return pairs(constraint, focus, nodes, fail);
      case Component::Closed:
        return closed(constraint, nodes, fail);
      case Component::Property: {
        bool conforms = true;
        for (const TermId node : nodes) conforms &= check(constraint.shapes[0], node, violations);
        return conforms;
      }
      default:
        break;
    }
    bool conforms = true;
    for (const TermId node : nodes) {
      const std::string fault = fault_of(constraint, node);
      if (!fault.empty()) conforms = fail(node, fault);
    }
    return conforms;
  }

  // What is wrong with one value; empty if nothing is.
  std::string fault_of(const Constraint& constraint, TermId node) {
    const TermView term = data_.view(node);
    const auto shown = [&] { return to_ntriples(rdf::to_term(term)); };
    const auto expected = [&](std::string_view what) {
      return fmt::format("found {}, expected {}", shown(), what);
    };
    switch (constraint.component) {
      case Component::Class:
        return is_instance(node, data_.find(constraint.terms[0]))
                   ? ""
                   : expected("an instance of " + to_ntriples(constraint.terms[0]));
      case Component::Datatype: {
        const Value value = value_of(term);
        const bool is_type =
            term.kind == TermKind::Literal && term.datatype == constraint.terms[0].value;
        const bool ill = value.kind == ValueKind::Other && is_known_datatype(term.datatype);
        return is_type && !ill ? "" : expected("a literal of " + to_ntriples(constraint.terms[0]));
      }
      case Component::NodeKind: {
        constexpr std::string_view kNames[] = {"", "IRI", "BlankNode", "Literal"};
        const bool fits =
            constraint.text.find(kNames[static_cast<std::size_t>(term.kind)]) != std::string::npos;
        return fits ? "" : expected("a node of kind " + constraint.text);
      }
      case Component::MinExclusive:
        return bound(constraint, term, "more than", [](int o) { return o > 0; });
      case Component::MinInclusive:
        return bound(constraint, term, "at least", [](int o) { return o >= 0; });
      case Component::MaxExclusive:
        return bound(constraint, term, "less than", [](int o) { return o < 0; });
      case Component::MaxInclusive:
        return bound(constraint, term, "at most", [](int o) { return o <= 0; });
      case Component::MinLength:
        return has_text(term) && count_code_points(term.value) >= std::stoull(constraint.text)
                   ? ""
                   : expected("at least " + constraint.text + " characters");
      case Component::MaxLength:
        return has_text(term) && count_code_points(term.value) <= std::stoull(constraint.text)
                   ? ""
                   : expected("at most " + constraint.text + " characters");
      case Component::Pattern: {
        const Regex* regex = regexes_.get(constraint.text, constraint.flags);
        return has_text(term) && regex->search(term.value).value_or(false)
                   ? ""
                   : expected("a match of " + constraint.text);
      }
      case Component::In:
        return std::ranges::any_of(constraint.terms,
                                   [&](const rdf::Term& t) { return rdf::to_view(t) == term; })
                   ? ""
                   : expected(members(constraint));
      default:
        return logic(constraint, node)
                   ? ""
                   : expected(fmt::format("one that conforms to sh:{}",
                                          lower(to_string(constraint.component))));
    }
  }

  bool logic(const Constraint& constraint, TermId node) {
    const auto conforming = std::ranges::count_if(
        constraint.shapes, [&](std::size_t number) { return check(number, node, nullptr); });
    const auto all = static_cast<std::ptrdiff_t>(constraint.shapes.size());
    switch (constraint.component) {
      case Component::Not:
        return conforming == 0;
      case Component::Or:
        return conforming > 0;
      case Component::Xone:
        return conforming == 1;
      default:
        return conforming == all;  // And, Node
    }
  }

  template <typename Fits>
  std::string bound(const Constraint& constraint, const TermView& term, std::string_view words,
                    Fits fits) {
    const auto order = compare_values(value_of(term), value_of(rdf::to_view(constraint.terms[0])));
    if (order && fits(*order)) return {};
    return fmt::format("found {}, expected {} {}", to_ntriples(rdf::to_term(term)), words,
                       constraint.terms[0].value);
  }

  template <typename Fail>
  bool unique_languages(const Ids& nodes, Fail fail) {
    std::map<std::string, int, std::less<>> counts;
    for (const TermId node : nodes) ++counts[std::string(data_.view(node).language)];
    bool conforms = true;
    for (const auto& [language, count] : counts) {
      if (!language.empty() && count > 1)
        conforms =
            fail(kNoTerm, fmt::format("found {} values in \"{}\", expected one in each language",
                                      count, language));
    }
    return conforms;
  }

  template <typename Fail>
  bool pairs(const Constraint& constraint, TermId focus, const Ids& nodes, Fail fail) {
    const std::string other_name = to_ntriples(constraint.terms[0]);
    const Ids others = data_.objects(focus, data_.find(constraint.terms[0]));
    const auto among = [](const Ids& ids, TermId id) {
      return std::ranges::find(ids, id) != ids.end();
    };
    bool conforms = true;
    for (const TermId node : nodes) {
      const std::string shown = to_ntriples(rdf::to_term(data_.view(node)));
      if (constraint.component == Component::Equals && !among(others, node))
        conforms = fail(node, fmt::format("found {}, expected it also as {}", shown, other_name));
      if (constraint.component == Component::Disjoint && among(others, node))
        conforms = fail(node, fmt::format("found {} also as {}", shown, other_name));
      if (constraint.component != Component::LessThan &&
          constraint.component != Component::LessThanOrEquals)
        continue;
      for (const TermId other : others) {
        const auto order = compare_values(value_of(data_.view(node)), value_of(data_.view(other)));
        const bool fits =
            order && (constraint.component == Component::LessThan ? *order < 0 : *order <= 0);
        if (!fits)
          conforms =
              fail(node, fmt::format("found {}, expected no more than {} of {}", shown,
                                     to_ntriples(rdf::to_term(data_.view(other))), other_name));
      }
    }
    if (constraint.component == Component::Equals) {
      for (const TermId other : others) {
        if (!among(nodes, other))
          conforms = fail(other, fmt::format("expected {} here too",
                                             to_ntriples(rdf::to_term(data_.view(other)))));
      }
    }
    return conforms;
  }

  template <typename Fail>
  bool closed(const Constraint& constraint, const Ids& nodes, Fail fail) {
    bool conforms = true;
    for (const TermId node : nodes) {
      for (const TermId predicate : data_.predicates(node)) {
        const rdf::Term term = rdf::to_term(data_.view(predicate));
        if (std::ranges::find(constraint.terms, term) == constraint.terms.end()) {
          conforms = fail(data_.objects(node, predicate)[0],
                          fmt::format("found the property {}, expected only those of the shape",
                                      to_ntriples(term)));
        }
      }
    }
    return conforms;
  }

  static bool has_text(const TermView& term) { return term.kind != TermKind::BlankNode; }
  static bool is_known_datatype(std::string_view datatype) {
    return datatype.starts_with(rdf::kXsdNamespace) &&
           value_of({TermKind::Literal, "\x01", datatype, {}}).kind == ValueKind::Other &&
           value_kind_known(datatype.substr(rdf::kXsdNamespace.size()));
  }
  static bool value_kind_known(std::string_view name) {
    return name == "boolean" || name == "decimal" || name == "double" || name == "float" ||
           name == "dateTime" || name == "date" || name == "time" || name == "integer" ||
           name == "nonNegativeInteger" || name == "int" || name == "long";
  }
  static std::string members(const Constraint& constraint) {
    std::string text = "one of";
    for (const rdf::Term& term : constraint.terms) text += " " + to_ntriples(term);
    return text;
  }
  static std::string lower(std::string_view name) {
    std::string text(name);
    text[0] = static_cast<char>(text[0] + ('a' - 'A'));
    return text;
  }

  Triples data_;
  const Shapes& shapes_;
  TermId type_, sub_class_;
  std::map<TermId, Ids> below_;
  std::set<std::pair<std::size_t, TermId>> at_work_;
  RegexCache regexes_;
};

}  // namespace

ValidationResult validate(const QuadStore& data, const Shapes& shapes) {
  return Validator(data, shapes).run();
}

}  // namespace entente::store
