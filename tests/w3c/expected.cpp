// SPDX-License-Identifier: ISC
#include "expected.h"

#include "rdf/file_text.h"
#include "rdf/iri.h"
#include "rdf/read_rdf.h"
#include "rdf/xsd.h"
#include "xml.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace entente::w3c {

namespace {

constexpr std::string_view kResultSet = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#";

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

rdf::Term literal_of(std::string text, std::string datatype, std::string language) {
  if (!language.empty()) return rdf::language_literal(std::move(text), lower(std::move(language)));
  return datatype.empty() ? rdf::literal(std::move(text))
                          : rdf::literal(std::move(text), std::move(datatype));
}

std::string attribute(const Element& element, const std::string& name) {
  const auto at = element.attributes.find(name);
  return at == element.attributes.end() ? "" : at->second;
}

rdf::Term srx_term(const Element& element) {
  if (element.name == "uri") return rdf::iri(element.text);
  if (element.name == "bnode") return rdf::blank(element.text);
  return literal_of(element.text, attribute(element, "datatype"), attribute(element, "xml:lang"));
}

std::size_t index_of(Expected& expected, const std::string& variable) {
  const auto at = std::find(expected.variables.begin(), expected.variables.end(), variable);
  return static_cast<std::size_t>(at - expected.variables.begin());
}

Expected read_srx(const std::string& text) {
  Expected expected;
  const Element root = parse_xml(text);
  for (const Element& part : root.children) {
    if (part.name == "boolean") {
      expected.kind = Expected::Kind::Boolean;
      expected.boolean = part.text.find("true") != std::string::npos;
    }
    for (const Element& item : part.children) {
      if (part.name == "head" && item.name == "variable")
        expected.variables.push_back(attribute(item, "name"));
      if (part.name != "results") continue;
      auto& row = expected.rows.emplace_back(expected.variables.size());
      for (const Element& binding : item.children) {
        row.at(index_of(expected, attribute(binding, "name"))) = srx_term(binding.children.at(0));
      }
    }
  }
  return expected;
}

Expected read_srj(const std::string& text) {
  Expected expected;
  const auto json = nlohmann::json::parse(text);
  if (json.contains("boolean")) {
    expected.kind = Expected::Kind::Boolean;
    expected.boolean = json["boolean"];
    return expected;
  }
  expected.variables = json["head"]["vars"].get<std::vector<std::string>>();
  for (const auto& binding : json["results"]["bindings"]) {
    auto& row = expected.rows.emplace_back(expected.variables.size());
    for (const auto& [name, term] : binding.items()) {
      const std::string type = term["type"], value = term["value"];
      row.at(index_of(expected, name)) =
          type == "uri" ? rdf::iri(value)
          : type == "bnode"
              ? rdf::blank(value)
              : literal_of(value, term.value("datatype", ""), term.value("xml:lang", ""));
    }
  }
  return expected;
}

std::vector<rdf::Term> objects(const std::vector<rdf::Quad>& graph, const rdf::Term& subject,
                               std::string_view name) {
  std::vector<rdf::Term> found;
  const std::string predicate = std::string(kResultSet) + std::string(name);
  for (const rdf::Quad& quad : graph) {
    if (quad.subject == subject && quad.predicate.value == predicate) found.push_back(quad.object);
  }
  return found;
}

// A result set written as RDF (the "dawg" vocabulary), or else the graph itself.
Expected from_graph(std::vector<rdf::Quad> graph) {
  Expected expected;
  const auto root = std::find_if(graph.begin(), graph.end(), [](const rdf::Quad& quad) {
    return quad.predicate.value == rdf::kRdfType &&
           quad.object.value == std::string(kResultSet) + "ResultSet";
  });
  if (root == graph.end()) {
    expected.kind = Expected::Kind::Graph;
    expected.graph = std::move(graph);
    return expected;
  }
  const rdf::Term set = root->subject;
  const auto boolean = objects(graph, set, "boolean");
  if (!boolean.empty()) {
    expected.kind = Expected::Kind::Boolean;
    expected.boolean = boolean[0].value == "true";
    return expected;
  }
  for (const auto& name : objects(graph, set, "resultVariable"))
    expected.variables.push_back(name.value);
  std::multimap<int, std::vector<rdf::Term>> rows;
  for (const auto& solution : objects(graph, set, "solution")) {
    std::vector<rdf::Term> row(expected.variables.size());
    for (const auto& binding : objects(graph, solution, "binding")) {
      const std::string name = objects(graph, binding, "variable").at(0).value;
      row.at(index_of(expected, name)) = objects(graph, binding, "value").at(0);
    }
    const auto index = objects(graph, solution, "index");
    expected.ordered |= !index.empty();
    rows.emplace(index.empty() ? 0 : std::stoi(index[0].value), std::move(row));
  }
  for (auto& [index, row] : rows) expected.rows.push_back(std::move(row));
  return expected;
}

class RdfXml {
 public:
  explicit RdfXml(std::string base) : base_(std::move(base)) {}

  std::vector<rdf::Quad> read(const Element& root) {
    scope(root);
    for (const Element& child : root.children) node(child);
    return std::move(quads_);
  }

 private:
  void scope(const Element& element) {
    for (const auto& [name, value] : element.attributes) {
      if (name.starts_with("xmlns:")) prefixes_[name.substr(6)] = value;
      if (name == "xmlns") prefixes_[""] = value;
    }
  }
  std::string expand(const std::string& name) const {
    const std::size_t colon = name.find(':');
    const std::string prefix = colon == std::string::npos ? "" : name.substr(0, colon);
    return prefixes_.at(prefix) + name.substr(colon == std::string::npos ? 0 : colon + 1);
  }
  rdf::Term fresh() { return rdf::blank("x" + std::to_string(++count_)); }
  void emit(const rdf::Term& s, const std::string& p, const rdf::Term& o) {
    quads_.push_back({s, rdf::iri(p), o, {}});
  }

  rdf::Term node(const Element& element) {
    scope(element);
    rdf::Term subject = fresh();
    if (element.attributes.contains("rdf:about"))
      subject = rdf::iri(rdf::resolve_iri(base_, element.attributes.at("rdf:about")));
    if (element.attributes.contains("rdf:nodeID"))
      subject = rdf::blank(element.attributes.at("rdf:nodeID"));
    if (element.name != "rdf:Description")
      emit(subject, std::string(rdf::kRdfType), rdf::iri(expand(element.name)));
    for (const Element& child : element.children) property(subject, child);
    return subject;
  }

  void property(const rdf::Term& subject, const Element& element) {
    scope(element);
    const std::string predicate = expand(element.name);
    if (element.attributes.contains("rdf:resource")) {
      emit(subject, predicate,
           rdf::iri(rdf::resolve_iri(base_, element.attributes.at("rdf:resource"))));
    } else if (element.attributes.contains("rdf:nodeID")) {
      emit(subject, predicate, rdf::blank(element.attributes.at("rdf:nodeID")));
    } else if (attribute(element, "rdf:parseType") == "Resource") {
      const rdf::Term inner = fresh();
      emit(subject, predicate, inner);
      for (const Element& child : element.children) property(inner, child);
    } else if (!element.children.empty()) {
      emit(subject, predicate, node(element.children[0]));
    } else {
      emit(subject, predicate,
           literal_of(element.text, attribute(element, "rdf:datatype"),
                      attribute(element, "xml:lang")));
    }
  }

  std::string base_;
  std::map<std::string, std::string> prefixes_;
  std::vector<rdf::Quad> quads_;
  int count_ = 0;
};

}  // namespace

std::vector<rdf::Quad> read_rdf_xml(const std::string& text, const std::string& base) {
  return RdfXml(base).read(parse_xml(text));
}

std::vector<rdf::Quad> read_graph(const std::filesystem::path& path, const std::string& base) {
  const std::string text = rdf::read_file_text(path);
  if (path.extension() == ".rdf") return read_rdf_xml(text, base);
  std::vector<rdf::Quad> quads;
  rdf::ReadOptions options;
  options.file = path.string();
  options.base = base;
  const auto fault =
      rdf::read_rdf(text, rdf::format_of(path.string()).value_or(rdf::Format::Turtle), options,
                    [&](const rdf::Quad& quad, rdf::Position) {
                      quads.push_back(quad);
                      return true;
                    });
  if (fault) throw std::runtime_error(to_string(*fault));
  return quads;
}

Expected read_tsv(const std::string& text) {
  Expected expected;
  std::istringstream lines(text);
  std::string line;
  for (bool head = true; std::getline(lines, line); head = false) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t')
        cells.emplace_back();
      else if (c != '\r')
        cells.back() += c;
    }
    if (!head) expected.rows.emplace_back();
    for (const std::string& cell : cells) {
      if (head) {
        expected.variables.push_back(cell.substr(1));
        continue;
      }
      rdf::Term term;
      if (!cell.empty()) {
        const auto keep = [&](const rdf::Quad& quad, rdf::Position) {
          term = quad.object;
          return false;
        };
        rdf::read_rdf("<s:s> <s:p> " + cell + " .", rdf::Format::Turtle, {}, keep);
      }
      expected.rows.back().push_back(term);
    }
  }
  return expected;
}

Expected read_expected(const std::filesystem::path& path, const std::string& base) {
  if (path.extension() == ".srx") return read_srx(rdf::read_file_text(path));
  if (path.extension() == ".tsv") return read_tsv(rdf::read_file_text(path));
  if (path.extension() == ".srj") return read_srj(rdf::read_file_text(path));
  return from_graph(read_graph(path, base));
}

}  // namespace entente::w3c
