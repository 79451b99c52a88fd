// SPDX-License-Identifier: ISC
// Holds ontology/*.ttl against src/rdf/vocab.h and against itself.
#include "graph/situations.h"
#include "rdf/file_text.h"
#include "rdf/graph_iris.h"
#include "rdf/triple_table.h"
#include "rdf/vocab.h"

#include <filesystem>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::rdf;
namespace ent = vocab::ent;
namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

const fs::path kRoot = ENTENTE_ROOT;
const std::string kOwl = "http://www.w3.org/2002/07/owl#";
const std::string kRdfs = "http://www.w3.org/2000/01/rdf-schema#";
const std::string kSkos = "http://www.w3.org/2004/02/skos/core#";
const std::string kDctermsSource = "http://purl.org/dc/terms/source";

const TripleTable& schema() {
  static const TripleTable table = read_triple_table({kRoot / "ontology/entente.ttl"});
  return table;
}

std::string name_of(Node node) {
  return schema().kind(node) == TermKind::Iri ? ontology_name(schema().text(node)).value_or("")
                                              : std::string();
}

/// Local names of our terms in the schema that are of this type (an OWL class or one of ours).
Names terms_of_type(const std::string& type) {
  Names names;
  for (const Node node : schema().subjects_of_type(type)) names.insert(name_of(node));
  names.erase("");
  return names;
}

Names all_terms() {
  Names names;
  for (const Node node : schema().all_subjects()) names.insert(name_of(node));
  names.erase("");
  return names;
}

Names below(std::string_view property, std::string_view top) {
  Names names;
  for (const Node node : schema().subjects(property, schema().find_iri(top))) {
    const std::string name = name_of(node);
    names.insert(name);
    names.merge(below(property, schema().text(node)));
  }
  names.erase("");
  return names;
}

Names operator-(Names one, const Names& other) {
  std::erase_if(one, [&](const std::string& name) { return other.contains(name); });
  return one;
}

Names header_terms() {
  const std::string header = read_file_text(kRoot / "src/rdf/vocab.h");
  const std::regex pattern("ENTENTE_TERM\\(k\\w+, \"(\\w+)\"\\)");
  Names names;
  for (std::sregex_iterator at(header.begin(), header.end(), pattern), end; at != end; ++at) {
    names.insert((*at)[1]);
  }
  return names;
}

/// What the program knows by name only: it is added to without C++.
Names domain_terms() {
  Names names = below(kRdfs + "subClassOf", ent::kEvent);
  names.merge(below(kRdfs + "subPropertyOf", ontology_term("relatedTo")));
  for (const std::string kind :
       {"Mode", "Context", "Unit", "QuadClass", "Status", "Modality", "Aspect"}) {
    names.merge(terms_of_type(ontology_term(kind)));
  }
  return names;
}

}  // namespace

TEST_CASE("every term of the header is in the ontology", "[ontology]") {
  CHECK(header_terms().size() > 80);
  CHECK(header_terms() - all_terms() == Names{});
}

TEST_CASE("every term of the ontology that the program writes is in the header", "[ontology]") {
  // The schema says more than the program writes: classes of values, words of the configuration.
  const Names only_schema = {
      // classes and properties of values
      "Situation", "Gender", "Polarity", "Modality", "Status", "Part", "Unit", "Mode", "Context",
      "Aspect", "QuadClass", "quadClass", "goldstein", "modeOf", "relatedTo", "PloverName",
      "CameoCode",
      // sources
      "design", "ploverManual", "cameoManual",
      // configuration: actors, weights
      "RoleNoun", "actorType", "isOffice", "standsForForce", "ofAlliance", "isRelation",
      "GivenName", "Weight", "weighs", "Sign", "sign", "Cooperation", "Conflict", "Neutral",
      "DependenceKind", "dependence", "OfInitiator", "OfRecipient", "Mutual", "dependenceStrength",
      "representation", "says", "saysBack", "OtherType", "NetworkRules", "rules",
      "sourceReliability", "probableFactor", "prospectiveFactor", "contestedFactor",
      "eventHalfLifeDays", "relationHalfLifeDays", "leastRecency", "mostStrength",
      // results of the analysis
      "DependencePath", "PathStep", "pathFrom", "pathTo", "steps", "stepFrom", "stepTo", "along",
      "restsOn", "strength"};
  CHECK(only_schema - all_terms() == Names{});
  CHECK(all_terms() - only_schema - domain_terms() - header_terms() == Names{});
}

TEST_CASE("every term has a label, a source, and a comment unless its label says all",
          "[ontology]") {
  Names without;
  for (const Node node : schema().all_subjects()) {
    const std::string name = name_of(node);
    if (name.empty() || schema().has_type(node, "http://purl.org/dc/terms/BibliographicResource")) {
      continue;
    }
    const bool is_word = schema().has_type(node, ontology_term("Mode")) ||
                         schema().has_type(node, ontology_term("Context"));
    const bool has_comment = !schema().statements(node, kRdfs + "comment").empty();
    if (schema().statements(node, kRdfs + "label").size() != 1 ||
        schema().statements(node, kDctermsSource).empty() || (!has_comment && !is_word)) {
      without.insert(name);
    }
  }
  CHECK(without == Names{});
}

TEST_CASE("every property has a range, and a domain unless it is for anything", "[ontology]") {
  const Names anything = {"ambiguousName", "sector", "headsBody", "quadClass", "goldstein"};
  Names without;
  for (const std::string type : {"ObjectProperty", "DatatypeProperty", "AnnotationProperty"}) {
    for (const Node node : schema().subjects_of_type(kOwl + type)) {
      const bool domain = !schema().statements(node, kRdfs + "domain").empty();
      if (!domain && !anything.contains(name_of(node))) without.insert(name_of(node));
    }
  }
  CHECK(without == Names{});
}

TEST_CASE("there are sixteen event types with quad class, Goldstein value and notations",
          "[ontology]") {
  std::size_t types = 0;
  for (const Node node : schema().subjects(kRdfs + "subClassOf", schema().find_iri(ent::kEvent))) {
    ++types;
    INFO(name_of(node));
    const auto notations = schema().statements(node, kSkos + "notation");
    REQUIRE(notations.size() > 1);
    CHECK(schema().text(notations[0].object) == event_type(name_of(node)));
    CHECK(event_class(schema().text(notations[0].object)) == schema().text(node));
    CHECK(terms_of_type(ontology_term("QuadClass"))
              .contains(name_of(schema().required(node, ontology_term("quadClass")))));
    const double goldstein =
        std::stod(std::string(schema().text_of(node, ontology_term("goldstein"))));
    const bool cooperates =
        schema().text_of(node, ontology_term("quadClass")).ends_with("Cooperation");
    CHECK((goldstein > 0) == cooperates);
  }
  CHECK(types == 16);
}

TEST_CASE("every military action lies below one of the sixteen types", "[ontology]") {
  const std::string sub = kRdfs + "subClassOf";
  Names types, actions;
  for (const Node node : schema().subjects(sub, schema().find_iri(ent::kEvent))) {
    types.insert(name_of(node));
    for (const Node action : schema().subjects(sub, node)) actions.insert(name_of(action));
  }
  CHECK(actions == below(sub, ent::kEvent) - types);
  CHECK(actions.size() > 24);
}

TEST_CASE("relations that hold both ways are symmetric in the ontology", "[ontology]") {
  const Names symmetric = terms_of_type(kOwl + "SymmetricProperty");
  Names known;
  for (const std::string& name : below(kRdfs + "subPropertyOf", ontology_term("relatedTo"))) {
    if (is_symmetric(name)) known.insert(name);
  }
  CHECK(known == symmetric);
  CHECK(known.size() == 2);
}

TEST_CASE("other files of the ontology use only terms that are declared", "[ontology]") {
  const Names declared = all_terms();
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "ontology")) {
    if (entry.path().extension() != ".ttl" || entry.path().filename() == "entente.ttl") continue;
    ++files;
    Names used;
    const auto note = [&](const Term& term) {
      if (term.kind == TermKind::Iri) used.insert(ontology_name(term.value).value_or(""));
    };
    const auto error = read_rdf(read_file_text(entry.path()), Format::Turtle,
                                {entry.path().string(), file_iri(entry.path()), "", false},
                                [&](const Quad& quad, Position) {
                                  note(quad.subject);
                                  note(quad.predicate);
                                  note(quad.object);
                                  return true;
                                });
    INFO(entry.path() << (error ? to_string(*error) : ""));
    CHECK(!error);
    used.erase("");
    CHECK(used - declared == Names{});
  }
  CHECK(files > 0);
}

TEST_CASE("there is a shape for every class that the program writes", "[ontology]") {
  const TripleTable shapes = read_triple_table({kRoot / "ontology/shapes.ttl"});
  const std::string target = "http://www.w3.org/ns/shacl#targetClass";
  Names covered;
  for (const Node shape : shapes.all_subjects()) {
    for (const Node node : shapes.objects(shape, target)) {
      covered.insert(ontology_name(shapes.text(node)).value_or(""));
    }
  }
  Names classes;
  for (const std::string& name : terms_of_type(kOwl + "Class")) {
    if (header_terms().contains(name)) classes.insert(name);
  }
  const Names above = {"Actor"};  // covered by the classes below it
  CHECK(classes - covered - above == Names{});
  CHECK(classes.size() > 15);
}

TEST_CASE("the shapes list the very types, relations and values of the schema", "[ontology]") {
  const TripleTable shapes = read_triple_table({kRoot / "ontology/shapes.ttl"});
  const std::string sh = "http://www.w3.org/ns/shacl#";
  const auto listed = [&](std::string_view path) {
    Names names;
    for (const Node property : shapes.subjects(sh + "path", shapes.find_iri(path))) {
      for (const Statement& in : shapes.statements(property, sh + "in")) {
        for (const Node item : shapes.list(in)) {
          names.insert(ontology_name(shapes.text(item)).value_or(""));
        }
      }
    }
    return names;
  };
  Names types;
  for (const Node node : schema().subjects(kRdfs + "subClassOf", schema().find_iri(ent::kEvent))) {
    types.insert(name_of(node));
  }
  const Names relations =
      below(kRdfs + "subPropertyOf", ontology_term("relatedTo")) - Names{"actsWith"};
  CHECK(listed(ent::kEventType) == types);
  CHECK(listed(ent::kClaimedRelation) == relations);
  CHECK(listed(vocab::rdf::kPredicate) == relations);
  CHECK(listed(ent::kModality) == terms_of_type(ontology_term("Modality")));
  CHECK(listed(ent::kStatus) == terms_of_type(ontology_term("Status")));
  CHECK(listed(ent::kPolarity) == terms_of_type(ontology_term("Polarity")));
}
