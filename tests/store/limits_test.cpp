// SPDX-License-Identifier: ISC
#include "store/evaluate.h"
#include "store/load_store.h"
#include "store/parse_query.h"
#include "store/write_results.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace entente;
using namespace entente::store;

namespace {

std::unique_ptr<QuadStore> many() {
  StoreBuilder builder;
  std::string text;
  for (int i = 0; i < 3000; ++i) text += fmt::format("<s:{}> <p:p> <s:{}> .\n", i, i + 1);
  REQUIRE_FALSE(builder.add_text(text, rdf::Format::NTriples, {}));
  return builder.build();
}

Query query(std::string_view text) {
  return std::get<Query>(parse_query(text));
}

}  // namespace

TEST_CASE("a query ends when its time is up", "[limits]") {
  QueryOptions options;
  options.timeout_s = 0.05;
  CHECK_THROWS_WITH(
      evaluate(*many(), query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i) }"),
               options),
      Catch::Contains("took longer than 0.05 s"));
}

TEST_CASE("a query ends when its memory is used up", "[limits]") {
  QueryOptions options;
  options.memory_bytes = 8 << 20;
  CHECK_THROWS_WITH(evaluate(*many(), query("SELECT * { ?a ?b ?c . ?d ?e ?f }"), options),
                    Catch::Contains("needs more than 8 MB"));
}

TEST_CASE("deep queries are refused, not overflowed", "[limits]") {
  std::string brackets = "ASK { FILTER(";
  for (int i = 0; i < 100000; ++i) brackets += '(';
  CHECK(std::holds_alternative<Diagnostic>(parse_query(brackets)));
  std::string groups = "ASK ";
  for (int i = 0; i < 100000; ++i) groups += '{';
  CHECK(std::holds_alternative<Diagnostic>(parse_query(groups)));
}

TEST_CASE("long chains are refused, not overflowed", "[limits]") {
  for (const std::string link : {"1 + ", "1 || ", "1 && ", "1 * "}) {
    std::string chain = "ASK { FILTER(";
    for (int i = 0; i < 100000; ++i) chain += link;
    CHECK(std::holds_alternative<Diagnostic>(parse_query(chain + "1) }")));
  }
  std::string clauses = "ASK { ";
  for (int i = 0; i < 100000; ++i) clauses += "OPTIONAL { ?s ?p ?o } ";
  CHECK(std::holds_alternative<Diagnostic>(parse_query(clauses + "}")));
  std::string long_but_fine = "ASK { FILTER(1";
  for (int i = 0; i < 900; ++i) long_but_fine += " + 1";
  CHECK(evaluate(*many(), query(long_but_fine + " = 901) }")).boolean);
}

TEST_CASE("a regular expression cannot hold a query up", "[limits]") {
  const auto result = evaluate(
      *many(),
      query("SELECT (REGEX(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+$\") AS ?r) {}"));
  CHECK(result.rows.size() == 1);
}

TEST_CASE("the union of all graphs shows a triple once", "[dataset]") {
  StoreBuilder builder;
  REQUIRE_FALSE(builder.add_text("<s:s> <p:p> <o:o> <g:1> . \n<s:s> <p:p> <o:o> <g:2> .\n",
                                 rdf::Format::NQuads, {}));
  const auto store = builder.build();
  QueryOptions options;
  CHECK(evaluate(*store, query("SELECT * { ?s ?p ?o }"), options).rows.empty());
  options.union_default_graph = true;
  CHECK(evaluate(*store, query("SELECT * { ?s ?p ?o }"), options).rows.size() == 1);
  CHECK(evaluate(*store, query("SELECT * { GRAPH ?g { ?s ?p ?o } }"), options).rows.size() == 2);
}

TEST_CASE("tables are aligned and fit the terminal", "[results]") {
  QueryResult result;
  result.variables = {"who", "n"};
  result.rows = {
      {rdf::iri("http://e/Zoë"), rdf::literal("7", "http://www.w3.org/2001/XMLSchema#integer")},
      {rdf::literal("a very long text that does not fit"),
       rdf::literal("12", "http://www.w3.org/2001/XMLSchema#integer")}};
  TableStyle style;
  style.prefixes = {{"e", "http://e/"}};
  style.width = 20;
  CHECK(write_table(result, style) ==
        "who                n\n"
        "----------------  --\n"
        "e:Zoë              7\n"
        "a very long tex…  12\n");
}

TEST_CASE("results escape what their format must not hold", "[results]") {
  QueryResult result;
  result.variables = {"x"};
  result.rows = {{rdf::literal("a<b>&\"\n\t,")}};
  CHECK(write_csv(result) == "x\r\n\"a<b>&\"\"\n\t,\"\r\n");
  CHECK(write_tsv(result) == "?x\n\"a<b>&\\\"\\n\\t,\"\n");
  CHECK(write_json(result).find("\"a<b>&\\\"\\n\\t,\"") != std::string::npos);
  CHECK(write_xml(result).find("a&lt;b&gt;&amp;&quot;\n\t,") != std::string::npos);
}
