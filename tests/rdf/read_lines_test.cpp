// SPDX-License-Identifier: ISC
// The fast reader of lines must say what the reader of statements says: same quads, same faults.
#include "rdf/read_lines.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::rdf;

namespace {

struct Reading {
  std::vector<Quad> quads;
  std::string fault;
};

Reading by_statements(std::string_view text, Format format, const ReadOptions& options = {}) {
  Reading reading;
  const auto fault = read_rdf(text, format, options, [&](const Quad& quad, Position) {
    reading.quads.push_back(quad);
    return true;
  });
  if (fault) reading.fault = to_string(*fault);
  return reading;
}

Reading by_lines(std::string_view text, Format format, const ReadOptions& options = {}) {
  Reading reading;
  const auto take = [&](const LineChunk& chunk) {
    const auto term = [&](TermId id) { return to_term(chunk.terms.view(id)); };
    for (const QuadIds& q : chunk.quads) {
      reading.quads.push_back({term(q[0]), term(q[1]), term(q[2]), term(q[3])});
    }
  };
  const auto fault = read_lines(text, format, options, take);
  if (fault) reading.fault = to_string(*fault);
  return reading;
}

void same(std::string_view text, const ReadOptions& options = {}) {
  for (const Format format : {Format::NTriples, Format::NQuads}) {
    INFO(text);
    const Reading ours = by_lines(text, format, options);
    const Reading expected = by_statements(text, format, options);
    CHECK(ours.fault == expected.fault);
    if (expected.fault.empty()) CHECK(ours.quads == expected.quads);
  }
}

}  // namespace

TEST_CASE("lines are read as statements are", "[lines]") {
  same("<a:s> <a:p> <a:o> .\n<a:s> <a:p> _:b1 .\n_:b1 <a:q> \"x\" .\n_:b1 <a:q> \"x\"@en .");
  same("<a:s> <a:p> \"1\"^^<a:t> <a:g> .\r\n<a:s> <a:p> \"2\"^^<a:t> <a:g> .\r\n");
  same("<a:s> <a:p> \"1\"^^<a:t> _:g .\n_:s <a:p> \"2\"^^<a:u> _:g .\n_:ss <a:p> \"\" _:gg .\n");
  same("\xEF\xBB\xBF<a:s> <a:p> \"Zo\xC3\xAB\"@fr-BE .\n<a:s> <a:p> \"b\"@fr-BE-x .\n");
  same("# a comment\n\n<a:s>\t<a:p>  <a:o>. # more\n <a:s><a:p><a:o>.\n  ");
  same(
      "<a:s> <a:p> \"a \\\"b\\\" \\u00E9\\n\" .\n<a:s> <a:p> \"a\\\\n\" .\n<a:s> <a:p> \"\\n\" "
      ".\n");
  same("<a:s> <a:p> <a:\\u00E9> .\n<a:s> <a:p> <a:\xC3\xA9> .\n");
  same("_:anon1 <a:p> _:anon1x .\n_:a.b <a:p> _:\xC3\xA9 .\n_:1 <a:p> _:_ .\n");
  same("<a:s> <a:p> <a:o> .\r<a:s> <a:p> <a:o2> .\r\n");
  same("<a:s> <a:p> \"1\"@en .\n<a:s> <a:p> \"1\"@en.\n<a:s> <a:p> \"1\"@EN .\n");
}

TEST_CASE("lines are refused as statements are", "[lines][errors]") {
  const std::string_view good = "<a:s> <a:p> <a:o> .\n";
  for (const std::string_view bad : {"<a:s> <a:p> .\n",
                                     "<s> <a:p> <a:o> .\n",
                                     "<a:s> <a:p> <a:o> <a:g> <a:h> .\n",
                                     "<a:s",
                                     "<a:s> \"p\" <a:o> .\n",
                                     "\"s\" <a:p> <a:o> .\n",
                                     "<a:s> <a:p> \"x\ry\" .\n",
                                     "_:-a",
                                     "<a:s> <a:p> \"x\ny\" .\n",
                                     "<a:s> <a:p> \"\xC3\" .\n",
                                     "<a:\xFF> <a:p> <a:o> .\n",
                                     "<a:s> <a:p> <a:o> . # \xC0\xAF\n",
                                     "<a:s> <a:p> <a o> .\n",
                                     "<a:s> <a:p> <a:o> . x\n",
                                     "<a:s> <a:p> \"x\\q\" .\n",
                                     "<a:s> <a:p> \"x\\\ny\" .\n",
                                     "<a:s> <a:p> <a:\\\nb> .\n",
                                     "<a:s> <a:p> <a:\\u0020> .\n",
                                     "<a:s> <a:p> \"1\"^^<t> .\n",
                                     "<a:s> <a:p> \"1\"^<a:t> .\n",
                                     "<a:s> <a:p> \"1\"@ .\n",
                                     "<a:s> <a:p> \"1\"@en- .\n",
                                     "\xEF\xBB\xBF<a:s> <a:p> <a:o> .",
                                     "<a:s> <a:p> _: .\n",
                                     "<a:s> <a:p> _:b",
                                     "<a:s> <a:p> \"x\"",
                                     "<a:s> <a:p> <a:o> \"g\" ."}) {
    same(bad);
    same(std::string(good) + std::string(bad) + std::string(good));
  }
}

TEST_CASE("labels of blank nodes get their prefix", "[lines]") {
  ReadOptions options;
  options.blank_prefix = "f1";
  same("_:a <a:p> _:b .\n_:a <a:p> _:b _:c .\n_:anon <a:p> _:anon2 .\n", options);
  same("_:a <a:p> _:b .\n<f1:a> <a:p> \"a\" .\n", options);
}

TEST_CASE("pieces come in order, and a fault in the last one is told with its line", "[lines]") {
  std::string text;
  while (text.size() < (5 << 20)) {
    text +=
        "<a:s" + std::to_string(text.size()) + "> <a:p> \"words that fill a line up\" <a:g> .\n";
  }
  std::string bad = text + "<a:s> <a:p> oops\n";
  same(text);
  same(bad);
  std::size_t pieces = 0;
  const char* at = text.data();
  const auto take = [&](const LineChunk& chunk) {
    ++pieces;
    CHECK(chunk.text.data() == at);
    at += chunk.text.size();
  };
  CHECK_FALSE(read_lines(text, Format::NQuads, {}, take));
  CHECK(pieces > 2);
  CHECK(at == text.data() + text.size());
}
