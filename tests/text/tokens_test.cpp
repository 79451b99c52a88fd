// SPDX-License-Identifier: ISC
#include "text/tokens.h"

#include "text/read.h"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

// Words with a space between them and | between sentences; joined words with ~.
std::string tokens_of(std::string text) {
  Document document;
  document.text = std::move(text);
  document.blocks.push_back(
      {BlockKind::Body, {0, static_cast<std::uint32_t>(document.text.size())}});
  std::string result;
  for (const TokenizedSentence& sentence : tokenize(document)) {
    if (!result.empty()) result += "| ";
    for (const Token& token : sentence.tokens) {
      result += std::string(token.range.in(document.text)) + (token.joined_to_next ? "~" : " ");
    }
  }
  if (!result.empty()) result.pop_back();
  return result;
}

}  // namespace

TEST_CASE("words follow UD English", "[tokens]") {
  struct Case {
    const char* text;
    const char* words;
  };
  const auto [text, words] = GENERATE(values<Case>({
      {"don't", "do~n't"},
      {"don’t", "do~n’t"},
      {"Minsk’s", "Minsk~’s"},
      {"allies' fears", "allies~' fears"},
      {"'the allies' feared", "' the allies ' feared"},
      {"cannot", "can~not"},
      {"Belarus-deployed units", "Belarus - deployed units"},
      {"pro-Russian", "pro-Russian"},
      {"non-NATO", "non-NATO"},
      {"2010-2014", "2010 - 2014"},
      {"02/03/2022", "02/03/2022"},
      {"2022-02-24", "2022-02-24"},
      {"and/or", "and / or"},
      {"9/11", "9/11"},
      {"$5.5bn", "$ 5.5 bn"},
      {"US$4", "US$ 4"},
      {"12,000 men", "12,000 men"},
      {"80%", "80 %"},
      {"[Putin]", "[ Putin ]"},
      {"at 5pm", "at 5 pm"},
      {"the 20th", "the 20th"},
      {"http://a.org/b?c=1.", "http://a.org/b?c=1 ."},
      {"press@mod.gov.ua", "press@mod.gov.ua"},
      {"No. 5", "No. 5"},
      {"oh no.", "oh no ."},
      {"war—and", "war — and"},
      {"so... no", "so ... no"},
      {"the '90s", "the '90s"},
      {"F-16", "F - 16"},
  }));
  CHECK(tokens_of(text) == words);
}

TEST_CASE("a piece without spaces is cut into words of bounded length", "[tokens]") {
  Document document;
  document.text = std::string(100000, 'x');
  document.blocks.push_back({BlockKind::Body, {0, 100000}});
  std::size_t bytes = 0;
  for (const TokenizedSentence& sentence : tokenize(document)) {
    CHECK(sentence.tokens.size() <= kMaxSentenceWords);
    for (const Token& token : sentence.tokens) {
      REQUIRE(token.range.size() <= kMaxWordBytes);
      bytes += token.range.size();
    }
  }
  CHECK(bytes == 100000);
}
