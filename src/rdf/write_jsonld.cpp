// SPDX-License-Identifier: ISC
#include "rdf/write_jsonld.h"

#include "rdf/xsd.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

namespace entente::rdf {

namespace {

using Json = nlohmann::ordered_json;

class Writer {
 public:
  Writer(const std::string& base, std::span<const Prefix> prefixes)
      : base_(base), prefixes_(prefixes) {}

  std::string write(std::span<const Quad> quads) {
    Json document;
    document["@context"] = context();
    document["@graph"] = Json::array();
    for (const Quad& quad : quads) add(quad);
    for (auto& [name, nodes] : graphs_) {
      Json list = Json::array();
      for (auto& node : nodes) list.push_back(std::move(node));
      if (name.kind == TermKind::None) {
        for (auto& node : list) document["@graph"].push_back(std::move(node));
      } else {
        document["@graph"].push_back(Json{{"@id", id(name)}, {"@graph", std::move(list)}});
      }
    }
    return document.dump(1) + "\n";
  }

 private:
  Json context() const {
    Json context;
    if (!base_.empty()) context["@base"] = base_;
    for (const Prefix& prefix : prefixes_) context[std::string(prefix.name)] = prefix.iri;
    return context;
  }

  // Nodes of a graph and graphs keep the order in which they are first met.
  void add(const Quad& quad) {
    const auto [graph, new_graph] = graph_numbers_.try_emplace(quad.graph, graphs_.size());
    if (new_graph) graphs_.emplace_back(quad.graph, std::vector<Json>{});
    auto& nodes = graphs_[graph->second].second;
    const auto [node, new_node] =
        node_numbers_.try_emplace({graph->second, quad.subject}, nodes.size());
    if (new_node) nodes.push_back(Json{{"@id", id(quad.subject)}});
    Json& object = nodes[node->second];
    const bool type = quad.predicate.value == kRdfType && quad.object.kind != TermKind::Literal;
    Json& values = object[type ? "@type" : compact(quad.predicate.value)];
    if (values.is_null()) values = Json::array();
    values.push_back(type ? Json(type_id(quad.object)) : value(quad.object));
  }

  // A term of a vocabulary by its prefix.
  std::string compact(std::string_view iri) const {
    for (const Prefix& prefix : prefixes_) {
      if (!iri.starts_with(prefix.iri) || iri.size() == prefix.iri.size()) continue;
      if (iri.substr(prefix.iri.size()).starts_with("//")) continue;  // would not be a compact IRI
      return std::string(prefix.name) + ":" + std::string(iri.substr(prefix.iri.size()));
    }
    return std::string(iri);
  }

  std::string id(const Term& term) const {
    if (term.kind == TermKind::BlankNode) return "_:" + term.value;
    const std::string_view iri = term.value;
    const bool below = !base_.empty() && base_.ends_with('/') && iri.starts_with(base_);
    const std::string_view rest = below ? iri.substr(base_.size()) : std::string_view{};
    // Only plain paths: a colon in front of a slash would read as a scheme.
    const bool plain = !rest.empty() && rest.find_first_of(":?#") == std::string_view::npos &&
                       !rest.starts_with('/') && rest.find("//") == std::string_view::npos &&
                       rest.find('.') == std::string_view::npos;
    return plain ? std::string(rest) : compact(iri);
  }

  // Types are resolved against the vocabulary, not the base.
  std::string type_id(const Term& term) const {
    return term.kind == TermKind::BlankNode ? "_:" + term.value : compact(term.value);
  }

  Json value(const Term& term) const {
    if (term.kind != TermKind::Literal) return Json{{"@id", id(term)}};
    if (!term.language.empty()) return Json{{"@value", term.value}, {"@language", term.language}};
    if (term.datatype == kXsdString) return term.value;
    return Json{{"@value", term.value}, {"@type", compact(term.datatype)}};
  }

  std::string base_;
  std::span<const Prefix> prefixes_;
  std::vector<std::pair<Term, std::vector<Json>>> graphs_;
  std::map<Term, std::size_t> graph_numbers_;
  std::map<std::pair<std::size_t, Term>, std::size_t> node_numbers_;
};

}  // namespace

std::string write_jsonld(std::span<const Quad> quads, const std::string& base,
                         std::span<const Prefix> prefixes) {
  return Writer(base, prefixes).write(quads);
}

}  // namespace entente::rdf
