// SPDX-License-Identifier: ISC
#include "rdf/cut_text.h"

#include <string>

#include <catch2/catch.hpp>

using namespace entente::rdf;

namespace {

const std::string kTwoThings =
    "<a> <p> _:x .\n"
    "_:x <q> \"1\" .\n"
    "<a> <p> \"2\" .\n"
    "<b> <p> _:y .\n"
    "_:y <q> \"3\" .\n";

}  // namespace

TEST_CASE("a text is cut before another thing and nowhere else", "[rdf]") {
  const auto pieces = cut_at_things(kTwoThings, 1);
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[1].substr(0, 3) == "<b>");
}

TEST_CASE("the pieces of a text are the text, whatever their size", "[rdf]") {
  for (const std::string& end : {std::string(), std::string("<c> <p> <d> ."), std::string("_:z")}) {
    const std::string text = kTwoThings + "\n# said twice\n" + kTwoThings + end;
    for (std::size_t size = 1; size < text.size() + 2; ++size) {
      std::string together;
      for (const std::string_view piece : cut_at_things(text, size)) together += piece;
      CHECK(together == text);
    }
  }
}

TEST_CASE("an empty text has no pieces", "[rdf]") {
  CHECK(cut_at_things("", 10).empty());
}
