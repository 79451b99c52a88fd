// SPDX-License-Identifier: ISC
#include "rdf/quad_writer.h"

#include "rdf/iri_encoding.h"
#include "rdf/literal.h"

#include <catch2/catch.hpp>

using namespace entente::rdf;

namespace {

constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";
constexpr Prefix kEx{"ex", "http://example.org/"};

Term ex(const std::string& name) {
  return iri("http://example.org/" + name);
}

std::string write(Format format, std::vector<Quad> quads, std::string base = "") {
  std::string text;
  QuadWriter writer({format, std::move(base), std::span(&kEx, 1)},
                    [&](std::string_view bytes) { text += bytes; });
  writer.write_resource(quads);
  writer.finish();
  return text;
}

/// The Turtle for <s> <p> `object` without the prefixes.
std::string write_object(const Term& object) {
  const std::string text = write(Format::Turtle, {{ex("s"), ex("p"), object, {}}});
  const std::size_t start = text.find("ex:p ") + 5;
  return text.substr(start, text.rfind(" .") - start);
}

Term typed(std::string lexical_form, std::string_view name) {
  return literal(std::move(lexical_form), std::string(kXsd).append(name));
}

}  // namespace

TEST_CASE("numbers and booleans stand bare only if they read back the same", "[writer]") {
  CHECK(write_object(typed("5", "integer")) == "5");
  CHECK(write_object(typed("007", "integer")) == "007");
  CHECK(write_object(typed("0.86", "decimal")) == "0.86");
  CHECK(write_object(typed("true", "boolean")) == "true");
  CHECK(write_object(typed("5x", "integer")) == "\"5x\"^^xsd:integer");
  CHECK(write_object(typed("5 ; <p> 6", "integer")) == "\"5 ; <p> 6\"^^xsd:integer");
  CHECK(write_object(typed("maybe", "boolean")) == "\"maybe\"^^xsd:boolean");
  CHECK(write_object(typed("1. ", "decimal")) == "\"1. \"^^xsd:decimal");
  CHECK(write_object(typed("5.", "decimal")) == "\"5.\"^^xsd:decimal");
  CHECK(write_object(typed("12", "decimal")) == "\"12\"^^xsd:decimal");
  CHECK(write_object(typed("", "integer")) == "\"\"^^xsd:integer");
}

TEST_CASE("texts are written on one line, with quotes and line breaks escaped", "[writer]") {
  CHECK(write_object(literal("say \"no\"")) == R"("say \"no\"")");
  CHECK(write_object(literal("\"\"")) == R"("\"\"")");
  CHECK(write_object(literal("a\\b")) == R"("a\\b")");
  CHECK(write_object(literal("one\ntwo\r\tthree")) == R"("one\ntwo\r\tthree")");
}

TEST_CASE("ill-formed UTF-8 and NUL become the replacement character", "[writer]") {
  CHECK(repair_text("a\xED\xA0\x80z") == "a\uFFFD\uFFFD\uFFFDz");
  CHECK(repair_text("\xC0\xAF") == "\uFFFD\uFFFD");
  CHECK(repair_text(std::string_view("a\0b", 3)) == "a\uFFFDb");
  CHECK(repair_text("naïve €\U0001F600") == "naïve €\U0001F600");
  CHECK(write_object(literal("\xFF")) == "\"\uFFFD\"");
}

TEST_CASE("characters that no IRI may have are percent-encoded", "[writer]") {
  CHECK(repair_iri("http://a/b c<d>") == "http://a/b%20c%3Cd%3E");
  CHECK(repair_iri("http://a/#b#c") == "http://a/#b%23c");
  CHECK(repair_iri("http://a/é%20?q=1") == "http://a/é%20?q=1");
  CHECK(write_object(ex("a\"b")) == "<http://example.org/a%22b>");
}

TEST_CASE("segments of IRIs are encoded and decoded without loss", "[writer]") {
  CHECK(encode_segment("Kyiv-2_a") == "Kyiv-2_a");
  CHECK(encode_segment("a/b c.é%") == "a%2Fb%20c%2E%C3%A9%25");
  for (const std::string text : {"", "..", "a/b#c?d", "Łódź", "100%", "%41"}) {
    CHECK(decode_segment(encode_segment(text)) == text);
  }
}

TEST_CASE("blank nodes that are used once are nested", "[writer]") {
  const std::string text = write(Format::Turtle, {{ex("s"), ex("p"), blank("b"), {}},
                                                  {blank("b"), ex("q"), blank("c"), {}},
                                                  {blank("c"), ex("r"), literal("deep"), {}},
                                                  {blank("b"), ex("t"), literal("x"), {}}});
  CHECK(text.find("_:") == std::string::npos);
  CHECK(text.find("ex:r \"deep\"") != std::string::npos);
}

TEST_CASE("blank nodes that are used twice or in a circle keep their labels", "[writer]") {
  const std::string twice = write(Format::Turtle, {{ex("s"), ex("p"), blank("b"), {}},
                                                   {ex("s"), ex("q"), blank("b"), {}},
                                                   {blank("b"), ex("r"), literal("x"), {}}});
  CHECK(twice.find("_:b\n\tex:r \"x\"") != std::string::npos);
  const std::string circle = write(Format::Turtle, {{blank("a"), ex("p"), blank("b"), {}},
                                                    {blank("b"), ex("p"), blank("a"), {}}});
  CHECK(circle.find("_:a") != std::string::npos);
  CHECK(circle.find("_:b") != std::string::npos);
}

TEST_CASE("lists are written in parentheses", "[writer]") {
  const Term first = iri(std::string(vocab::rdf::kFirst)),
             rest = iri(std::string(vocab::rdf::kRest));
  const std::string text =
      write(Format::Turtle, {{ex("s"), ex("p"), blank("1"), {}},
                             {blank("1"), first, ex("a"), {}},
                             {blank("1"), rest, blank("2"), {}},
                             {blank("2"), first, literal("b"), {}},
                             {blank("2"), rest, iri(std::string(vocab::rdf::kNil)), {}}});
  CHECK(text.find("_:") == std::string::npos);
  CHECK(text.find("(") < text.find("ex:a"));
  CHECK(text.find("\"b\"") < text.find(")"));
}

TEST_CASE("only TriG and N-Quads name the graph", "[writer]") {
  const std::vector<Quad> quads = {{ex("s"), ex("p"), ex("o"), ex("g")}};
  CHECK(write(Format::Turtle, quads).find("ex:g") == std::string::npos);
  CHECK(write(Format::TriG, quads).find("ex:g {") != std::string::npos);
  CHECK(write(Format::NTriples, quads) ==
        "<http://example.org/s> <http://example.org/p> <http://example.org/o> .\n");
  CHECK(write(Format::NQuads, quads) ==
        "<http://example.org/s> <http://example.org/p> <http://example.org/o> "
        "<http://example.org/g> .\n");
}

TEST_CASE("TriG closes a graph before the next and before the default graph", "[writer]") {
  const Quad first{ex("s"), ex("p"), ex("o"), ex("g")}, second{ex("s"), ex("p"), ex("o"), ex("h")};
  const Quad third{ex("s"), ex("p"), ex("o"), {}}, fourth{ex("s"), ex("p"), ex("o"), blank("b")};
  const std::string text = write(Format::TriG, {first, first, second, third, fourth});
  CHECK(text.substr(text.find("\nex:g")) ==
        "\nex:g {\nex:s\n\tex:p ex:o ,\n\t\tex:o .\n}\n\nex:h {\nex:s\n\tex:p ex:o .\n}\n"
        "\nex:s\n\tex:p ex:o .\n\n_:b {\nex:s\n\tex:p ex:o .\n}\n");
}

TEST_CASE("names with hyphens are shortened, others that Turtle must escape are not", "[writer]") {
  CHECK(write_object(ex("mode-heavy-weapons")) == "ex:mode-heavy-weapons");
  CHECK(write_object(ex("a.b")) == "<http://example.org/a.b>");
  CHECK(write_object(ex("a%20b")) == "<http://example.org/a%20b>");
}

TEST_CASE("IRIs under the base are relative where that is safe", "[writer]") {
  const auto object = [](const std::string& name) {
    return write(Format::Turtle,
                 {{iri("http://base/s"), iri("http://base/p"), iri("http://base/" + name), {}}},
                 "http://base/");
  };
  CHECK(object("actor/BLR").find("<actor/BLR>") != std::string::npos);
  CHECK(object("").find("<http://base/>") != std::string::npos);
  CHECK(object("../x").find("<http://base/../x>") != std::string::npos);
  CHECK(object("a:b").find("<http://base/a:b>") != std::string::npos);
  CHECK(object("/x").find("<http://base//x>") != std::string::npos);
}

TEST_CASE("every prefix that is used is declared", "[writer]") {
  const std::string text =
      write(Format::Turtle, {{ex("s"), ex("p"), typed("2024-01-01", "date"), {}}});
  CHECK(text.find("@prefix ex: <http://example.org/> .") != std::string::npos);
  CHECK(text.find("@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .") != std::string::npos);
}

TEST_CASE("N-Triples keeps characters beyond ASCII as they are", "[writer]") {
  CHECK(write(Format::NTriples, {{ex("s"), ex("p"), literal("Łódź \t\u0001"), {}}}) ==
        "<http://example.org/s> <http://example.org/p> \"Łódź \\t\\u0001\" .\n");
}

TEST_CASE("language tags are kept", "[writer]") {
  CHECK(write_object(language_literal("Minsk", "en")) == "\"Minsk\"@en");
}

TEST_CASE("decimals have no exponent, no trailing zeros and at most 15 digits", "[literal]") {
  CHECK(decimal(0.86).value == "0.86");
  CHECK(decimal(1).value == "1");
  CHECK(decimal(0).value == "0");
  CHECK(decimal(-0.0).value == "0");
  CHECK(decimal(120000).value == "120000");
  CHECK(decimal(0.1 + 0.2).value == "0.3");
  CHECK(decimal(-2.5).value == "-2.5");
  CHECK(decimal(1.0 / 3).value == "0.33333333333333");
  CHECK(decimal(123456789.123456789).value == "123456789.123457");
  CHECK(decimal(1e-9).value == "0.000000001");
}
