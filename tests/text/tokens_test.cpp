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

TEST_CASE("sentences end where a reader would end them", "[tokens]") {
  struct Case {
    const char* text;
    const char* sentences;  // with | between
  };
  const auto [text, sentences] = GENERATE(values<Case>({
      {"He left. She stayed.", "He left . | She stayed ."},
      {"V. Putinas met A. Lukashenka. They spoke.",
       "V. Putinas met A. Lukashenka . | They spoke ."},
      {"U.S. President Biden spoke.", "U.S. President Biden spoke ."},
      {"They live in the U.S. The law changed.", "They live in the U.S. | The law changed ."},
      {"Gen. Mark Milley said so. It rained.", "Gen. Mark Milley said so . | It rained ."},
      {"“We know. We are ready,” he said. “Go.”",
       "“ We know . | We are ready , ” he said . | “ Go . ”"},
      {"He called it “peaceful.” Minsk agreed.", "He called it “ peaceful . ” | Minsk agreed ."},
      {"She saw the [Kremlin ally] Belarus there.", "She saw the [ Kremlin ally ] Belarus there ."},
      {"He waited... Then he left.", "He waited ... | Then he left ."},
      {"Was it so? Nobody knew!", "Was it so ? | Nobody knew !"},
      {"It cost 5.5 million. Sept. 5 came.", "It cost 5.5 million . | Sept. 5 came ."},
      {"The troops (about 300) left. Others came.",
       "The troops ( about 300 ) left . | Others came ."},
      {"He said at 5 p.m. that it was over.", "He said at 5 p.m. that it was over ."},
  }));
  CHECK(tokens_of(text) == sentences);
}

TEST_CASE("every visible character stands in one word", "[tokens]") {
  const std::string text =
      "“A ‘b’—c… d/e” (f’s)\u00a0g.\r\n- h: $5m; i@j.org!?  —  Ж. Ё\n\n\t#k 50% &co.";
  const std::string words = tokens_of(text);
  const auto visible = [](const std::string& s) {
    std::string kept;
    for (const char c : s) {
      if (std::string_view(" ~|\r\n\t").find(c) == std::string_view::npos) kept += c;
    }
    return kept;
  };
  std::string expected = visible(text);
  expected.erase(expected.find("\u00a0"), 2);  // a space, too
  CHECK(visible(words) == expected);
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
