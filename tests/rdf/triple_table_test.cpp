// SPDX-License-Identifier: ISC
#include "rdf/triple_table.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::rdf;

namespace {

constexpr std::string_view kText = R"(@prefix e: <http://e/> .
e:blr a e:State ; e:name "Belarus"@en , "Bielarus" ; e:capital e:minsk ; e:parts ( 1 "two" e:x ) .
e:fra a e:State ; e:name "France" .
e:minsk a e:Place .
)";

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("subjects of a type come in the order of the file", "[table]") {
  const TripleTable table = read_triple_table_text(kText);
  const auto states = table.subjects_of_type("http://e/State");
  REQUIRE(states.size() == 2);
  CHECK(table.local_name(states[0]) == "blr");
  CHECK(table.has_type(states[1], "http://e/State"));
  CHECK_FALSE(table.has_type(states[1], "http://e/Place"));
  CHECK(table.subjects_of_type("http://e/Nothing").empty());
}

TEST_CASE("objects keep their order, language and datatype", "[table]") {
  const TripleTable table = read_triple_table_text(kText);
  const auto names = table.statements(table.find_iri("http://e/blr"), "http://e/name");
  REQUIRE(names.size() == 2);
  CHECK(table.text(names[0].object) == "Belarus");
  CHECK(table.term(names[0].object).language == "en");
  CHECK(table.term(names[1].object).datatype == "http://www.w3.org/2001/XMLSchema#string");
  CHECK(names[1].position.line == 2);
}

TEST_CASE("lists are read item by item", "[table]") {
  const TripleTable table = read_triple_table_text(kText);
  const auto parts = table.statements(table.find_iri("http://e/blr"), "http://e/parts");
  const auto items = table.list(parts[0]);
  REQUIRE(items.size() == 3);
  CHECK(table.text(items[1]) == "two");
}

TEST_CASE("what a table lacks or has twice is told with its place", "[table][errors]") {
  const TripleTable table = read_triple_table_text(kText, "states.ttl");
  const Node belarus = table.find_iri("http://e/blr");
  CHECK(table.text_of(belarus, "http://e/capital") == "http://e/minsk");
  CHECK(table.text_of(belarus, "http://e/anthem").empty());
  CHECK(message_of([&] { table.object(belarus, "http://e/name"); }) ==
        "states.ttl:2:41: error: found a second value of <http://e/name>, expected one");
  CHECK(message_of([&] { table.required(table.find_iri("http://e/fra"), "http://e/capital"); }) ==
        "states.ttl:3:9: error: <http://e/fra> has no <http://e/capital>, expected one");
  const auto capital = table.statements(belarus, "http://e/capital");
  CHECK(message_of([&] { table.list(capital[0]); }) ==
        "states.ttl:2:64: error: found <http://e/minsk>, expected a list");
}

TEST_CASE("a list that bites its tail is refused", "[table][errors]") {
  const TripleTable table = read_triple_table_text(
      "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."
      "_:a rdf:first 1 ; rdf:rest _:a . <s:s> <s:p> _:a . <s:n> <s:p> () .");
  const auto found = table.statements(table.find_iri("s:s"), "s:p");
  CHECK_THROWS_AS(table.list(found[0]), ConfigError);
  CHECK(table.list(table.statements(table.find_iri("s:n"), "s:p")[0]).empty());
}

TEST_CASE("configuration that is no Turtle is refused", "[table][errors]") {
  CHECK(message_of([] { read_triple_table_text("<s:s> <s:p>", "x.ttl"); }) ==
        "x.ttl:1:12: error: found the end of the text, expected an object: an IRI, a blank node, a "
        "literal, '[' or '('");
  CHECK(message_of([] { read_triple_table({"no/such.ttl"}); }) ==
        "no/such.ttl: error: cannot be read: No such file or directory");
}

TEST_CASE("a dictionary keeps terms apart by kind, datatype and language", "[dictionary]") {
  TermDictionary dictionary;
  const TermView terms[] = {{TermKind::Iri, "a", {}, {}},
                            {TermKind::BlankNode, "a", {}, {}},
                            {TermKind::Literal, "a", "s:string", {}},
                            {TermKind::Literal, "a", "s:other", {}},
                            {TermKind::Literal, "a", "s:lang", "en"},
                            {TermKind::Literal, "a", "s:lang", "de"}};
  std::vector<TermId> ids;
  for (const TermView& term : terms) ids.push_back(dictionary.intern(term));
  for (std::size_t i = 0; i < std::size(terms); ++i) {
    CHECK(dictionary.find(terms[i]) == ids[i]);
    CHECK(dictionary.intern(terms[i]) == ids[i]);
    CHECK(dictionary.view(ids[i]).value == "a");
    for (std::size_t k = 0; k < i; ++k) CHECK(ids[i] != ids[k]);
  }
  CHECK(dictionary.view(ids[5]).language == "de");
  CHECK(dictionary.find({TermKind::Iri, "b", {}, {}}) == kNoTerm);
}

TEST_CASE("a dictionary finds what it holds when it has grown", "[dictionary]") {
  TermDictionary dictionary;
  for (int i = 0; i < 5000; ++i) {
    CHECK(dictionary.intern({TermKind::Iri, std::to_string(i * 7), {}, {}}) == TermId(i));
  }
  for (int i = 0; i < 5000; ++i) {
    CHECK(dictionary.find({TermKind::Iri, std::to_string(i * 7), {}, {}}) == TermId(i));
  }
}
