// SPDX-License-Identifier: ISC
#include "rdf/isomorphic.h"

#include "rdf/read_rdf.h"

#include <catch2/catch.hpp>

using namespace entente::rdf;

namespace {

std::vector<Quad> quads(std::string_view turtle) {
  std::vector<Quad> found;
  const auto fault = read_rdf(turtle, Format::Turtle, {}, [&](const Quad& quad, Position) {
    found.push_back(quad);
    return true;
  });
  REQUIRE_FALSE(fault);
  return found;
}

}  // namespace

TEST_CASE("renamed blank nodes make no difference", "[isomorphic]") {
  CHECK(isomorphic(quads("_:a <s:p> _:b . _:b <s:p> 1 ."), quads("_:y <s:p> 1 . _:x <s:p> _:y .")));
  CHECK_FALSE(isomorphic(quads("_:a <s:p> _:b ."), quads("_:a <s:p> _:a .")));
  CHECK_FALSE(isomorphic(quads("_:a <s:p> 1 ."), quads("_:a <s:p> 1.0 .")));
}

TEST_CASE("rings of blank nodes are told apart by their length", "[isomorphic]") {
  const auto six = quads(
      "_:a <s:p> _:b . _:b <s:p> _:c . _:c <s:p> _:d . _:d <s:p> _:e . "
      "_:e <s:p> _:f . _:f <s:p> _:a .");
  const auto three_and_three = quads(
      "_:a <s:p> _:b . _:b <s:p> _:c . _:c <s:p> _:a . "
      "_:d <s:p> _:e . _:e <s:p> _:f . _:f <s:p> _:d .");
  CHECK(isomorphic(six, six));
  CHECK_FALSE(isomorphic(six, three_and_three));
}
