// SPDX-License-Identifier: ISC
#include "rdf/read_rdf.h"

#include "rdf/isomorphic.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::rdf;

namespace {

struct Reading {
  std::vector<Quad> quads;
  std::vector<Position> positions;
  std::string fault;
};

Reading read(std::string_view text, Format format = Format::Turtle,
             std::string base = "http://example.org/doc") {
  Reading reading;
  ReadOptions options;
  options.file = "test";
  options.base = std::move(base);
  const auto fault = read_rdf(text, format, options, [&](const Quad& quad, Position position) {
    reading.quads.push_back(quad);
    reading.positions.push_back(position);
    return true;
  });
  if (fault) reading.fault = to_string(*fault);
  return reading;
}

// Turtle on the left says what N-Quads on the right says.
void same(std::string_view turtle, std::string_view nquads, Format format = Format::Turtle) {
  const Reading ours = read(turtle, format);
  const Reading expected = read(nquads, Format::NQuads);
  INFO(turtle);
  CHECK(ours.fault == "");
  REQUIRE(expected.fault == "");
  CHECK(isomorphic(ours.quads, expected.quads));
}

}  // namespace

TEST_CASE("prefixes, lists of objects and predicates spell out", "[turtle]") {
  same("@prefix : <http://e/> . :a :p :b , :c ; a :T ; .",
       "<http://e/a> <http://e/p> <http://e/b> .\n<http://e/a> <http://e/p> <http://e/c> .\n"
       "<http://e/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/T> .");
  same("PREFIX e: <http://e/> e:a.b e:p e:c\\.d . ",
       "<http://e/a.b> <http://e/p> <http://e/c.d> .");
}

TEST_CASE("relative IRIs are resolved against the base", "[turtle]") {
  same("<> <p> <../q?x#y> .",
       "<http://example.org/doc> <http://example.org/p> <http://example.org/q?x#y> .");
  same("@base <http://e/x/y> . <a> <//h/b> <#c> .",
       "<http://e/x/a> <http://h/b> <http://e/x/y#c> .");
}

TEST_CASE("a string may end in the quote that would close it", "[turtle]") {
  same(R"(<s:s> <s:p> """He said "\"""" .)", R"(<s:s> <s:p> "He said \"\"" .)");
  same(R"(<s:s> <s:p> '''a''b\'''' .)", R"(<s:s> <s:p> "a''b'" .)");
  same(R"(<s:s> <s:p> "\u00e9\U0001F600\t" .)", "<s:s> <s:p> \"\xC3\xA9\xF0\x9F\x98\x80\\t\" .");
}

TEST_CASE("numbers and booleans have their datatypes", "[turtle]") {
  const auto quads = read("<s:s> <s:p> 1, -2.50, 3e4, .5E0, true .").quads;
  REQUIRE(quads.size() == 5);
  CHECK(quads[0].object == literal("1", "http://www.w3.org/2001/XMLSchema#integer"));
  CHECK(quads[1].object == literal("-2.50", "http://www.w3.org/2001/XMLSchema#decimal"));
  CHECK(quads[2].object == literal("3e4", "http://www.w3.org/2001/XMLSchema#double"));
  CHECK(quads[3].object == literal(".5E0", "http://www.w3.org/2001/XMLSchema#double"));
  CHECK(quads[4].object == literal("true", "http://www.w3.org/2001/XMLSchema#boolean"));
}

TEST_CASE("a number at the end of a statement leaves its point alone", "[turtle]") {
  same("<s:s> <s:p> 1.<s:s> <s:p> 2. ",
       "<s:s> <s:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
       "<s:s> <s:p> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .");
}

TEST_CASE("language tags are lower case", "[turtle]") {
  CHECK(read("<s:s> <s:p> 'a'@en-GB .").quads.at(0).object.language == "en-gb");
}

TEST_CASE("lists and nested blank nodes become statements", "[turtle]") {
  same("<s:s> <s:p> ( 'a' [ <s:q> () ] ) . [ <s:r> [] ] .",
       "<s:s> <s:p> _:1 .\n"
       "_:1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> \"a\" .\n"
       "_:1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:2 .\n"
       "_:2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> _:3 .\n"
       "_:3 <s:q> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .\n"
       "_:2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> "
       "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .\n"
       "_:4 <s:r> _:5 .");
}

TEST_CASE("anonymous nodes never meet labelled ones", "[turtle]") {
  const auto quads = read("[] <s:p> _:anon1, _:anon1x .").quads;
  REQUIRE(quads.size() == 2);
  CHECK(quads[0].subject != quads[0].object);
  CHECK(quads[0].subject != quads[1].object);
  CHECK(quads[0].object != quads[1].object);
}

TEST_CASE("TriG puts statements into graphs", "[trig]") {
  same(
      "{ <s:a> <s:p> <s:b> } <s:g> { <s:a> <s:p> <s:c> . <s:d> <s:p> 'e' } GRAPH _:g { }"
      "<s:x> <s:y> <s:z> .",
      "<s:a> <s:p> <s:b> .\n<s:a> <s:p> <s:c> <s:g> .\n<s:d> <s:p> \"e\" <s:g> .\n"
      "<s:x> <s:y> <s:z> .",
      Format::TriG);
}

TEST_CASE("faults tell the place, what was found and what was expected", "[turtle][errors]") {
  CHECK(read("<s:s> <s:p> .").fault ==
        "test:1:13: error: found '.', expected an object: an IRI, a blank node, a literal, '[' or "
        "'('");
  CHECK(read("<s:s>\n  e:p 1 .").fault ==
        "test:2:3: error: found the prefix \"e:\", expected one that @prefix declares before");
  CHECK(read("<s:s> <s:p> 'a\n' .").fault ==
        "test:1:15: error: found the end of the line, expected ' at the end of the string");
  CHECK(read("<s:s> <s:p> \"\"\"a\n").fault ==
        "test:2:1: error: found the end of the text, expected \"\"\" at the end of the string that "
        "line 1 begins");
  CHECK(read("<s:s> <s:p> 'é' 1 .").fault ==
        "test:1:17: error: found '1', expected '.' at the end of the statement");
  CHECK(read("<a> <s:p> <s:o> .", Format::NTriples).fault ==
        "test:1:1: error: found <a>, expected an absolute IRI");
}

TEST_CASE("ill-formed UTF-8 is refused where it stands", "[turtle][errors]") {
  for (const std::string bad : {"\xED\xA0\x80", "\xC0\xAF", "\xFF", "\xF4\x90\x80\x80", "\xC3"}) {
    const Reading reading = read("<s:s> <s:p> 'ab' .\n<s:s> <s:p> '" + bad + "' .");
    CHECK(reading.quads.size() == 1);
    CHECK(reading.fault.find("test:2:14: error: found the byte 0x") == 0);
  }
}

TEST_CASE("IRIs are refused that could not be written again", "[turtle][errors]") {
  CHECK(read("<s:s> <s:a b> 1 .").fault != "");
  CHECK(read("<s:s> <s:a\\u0020b> 1 .").fault != "");
  CHECK(read("<s:s> <s:a{b}> 1 .").fault != "");
}

TEST_CASE("nesting is bounded", "[turtle][errors]") {
  const auto nested = [](int depth, const std::string& open, const std::string& close) {
    std::string text = "<s:s> <s:p> ";
    for (int i = 0; i < depth; ++i) text += open;
    for (int i = 0; i < depth; ++i) text += close;
    return text + " .";
  };
  CHECK(read(nested(kMaxNesting, "(", ")")).fault == "");
  CHECK(read(nested(kMaxNesting + 1, "(", ")")).fault.find("nested deeper") != std::string::npos);
  CHECK(read(nested(200000, "[<s:p>", "]")).fault.find("nested deeper") != std::string::npos);
}

TEST_CASE("positions count lines and code points to the object", "[turtle]") {
  const Reading reading = read("<s:s> <s:é> 1 ,\n  'ü' , <s:o> .");
  REQUIRE(reading.positions.size() == 3);
  CHECK(reading.positions[0].column == 13);
  CHECK(reading.positions[1].line == 2);
  CHECK(reading.positions[2].column == 9);
}

TEST_CASE("a handler can stop the reading", "[turtle]") {
  int count = 0;
  const auto fault = read_rdf("<s:s> <s:p> 1, 2, 3 . and then rubbish", Format::Turtle, {},
                              [&](const Quad&, Position) { return ++count < 2; });
  CHECK_FALSE(fault);
  CHECK(count == 2);
}

TEST_CASE("no cut of a statement passes for a whole one", "[turtle][errors]") {
  const std::string text =
      "<s:a> <s:p> \"\"\"x\\u0041\"\"\"@en , 'y'^^<s:t> , ( 1 [ <s:q> 2.5 ] ) .";
  for (std::size_t length = 1; length < text.size(); ++length) {
    CHECK(read(text.substr(0, length)).fault != "");
  }
  CHECK(read(text).fault == "");
}

TEST_CASE("the format is told by the extension", "[rdf]") {
  CHECK(format_of("a/b.ttl") == Format::Turtle);
  CHECK(format_of("b.nq") == Format::NQuads);
  CHECK_FALSE(format_of("b.rdf"));
}
