// SPDX-License-Identifier: ISC
#include "rdf/write_line.h"

#include "rdf/iri_encoding.h"
#include "rdf/vocab.h"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <serd/serd.h>

using namespace entente::rdf;

namespace {

std::size_t take(const void* data, std::size_t size, void* text) {
  static_cast<std::string*>(text)->append(static_cast<const char*>(data), size);
  return size;
}

SerdNode node(SerdType type, const std::string& text) {
  SerdNode made = serd_node_from_substring(
      type, reinterpret_cast<const std::uint8_t*>(text.c_str()), text.size());
  made.flags = 0;
  return made;
}

/// The line that serd writes for a statement whose object is a literal.
std::string line_of_serd(const Quad& quad) {
  std::string text;
  SerdEnv* const env = serd_env_new(nullptr);
  SerdWriter* const writer =
      serd_writer_new(SERD_NQUADS, static_cast<SerdStyle>(0), env, nullptr, take, &text);
  const std::string iris[] = {repair_iri(quad.subject.value), repair_iri(quad.predicate.value),
                              repair_iri(quad.graph.value), repair_iri(quad.object.datatype)};
  const std::string object = repair_text(quad.object.value);
  const SerdNode subject = node(SERD_URI, iris[0]), predicate = node(SERD_URI, iris[1]),
                 graph = node(SERD_URI, iris[2]), literal = node(SERD_LITERAL, object),
                 datatype = node(SERD_URI, iris[3]),
                 language = node(SERD_LITERAL, quad.object.language);
  const bool tagged = !quad.object.language.empty();
  const bool typed = !tagged && quad.object.datatype != vocab::xsd::kString;
  serd_writer_write_statement(writer, 0, &graph, &subject, &predicate, &literal,
                              typed ? &datatype : nullptr, tagged ? &language : nullptr);
  serd_writer_free(writer);
  serd_env_free(env);
  return text;
}

std::string line(const Quad& quad) {
  std::string text;
  append_line(text, to_view(quad), true);
  return text;
}

/// Characters that need care, and some that do not; now and then a byte that is no UTF-8.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {
      "a",  "Z",    "0",    " ",    "\"", "\\",   "\n",     "\r",         "\t", "\b",
      "\f", "\x01", "\x1F", "\x7F", "#",  "é",    "€",      "\U0001F600", "<",  ">",
      "{",  "|",    "`",    "%41",  "'",  "\xFF", "\u0080", "\uFFFD"};
  std::string text;
  for (std::size_t length = random() % 8; length > 0; --length) {
    text += kPieces[random() % kPieces.size()];
  }
  return text;
}

}  // namespace

TEST_CASE("lines are those that serd writes, byte for byte", "[writer]") {
  std::mt19937 random(1);
  for (int i = 0; i < 3000; ++i) {
    Term object = literal(random_text(random));
    if (i % 3 == 1) object = language_literal(object.value, "en");
    if (i % 3 == 2) object = literal(object.value, "http://example.org/d" + random_text(random));
    const Quad quad{iri("http://example.org/s" + random_text(random)),
                    iri("http://example.org/p#" + random_text(random)), object,
                    iri("http://example.org/g" + random_text(random))};
    REQUIRE(line(quad) == line_of_serd(quad));
  }
}

TEST_CASE("a line names its graph only if it is wanted", "[writer]") {
  const Quad quad{iri("http://a/s"), iri("http://a/p"), blank("b"), iri("http://a/g")};
  CHECK(line(quad) == "<http://a/s> <http://a/p> _:b <http://a/g> .\n");
  std::string text;
  append_line(text, to_view(quad), false);
  CHECK(text == "<http://a/s> <http://a/p> _:b .\n");
  CHECK(line({quad.subject, quad.predicate, quad.object, {}}) == text);
}
