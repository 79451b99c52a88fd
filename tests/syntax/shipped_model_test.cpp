// SPDX-License-Identifier: ISC
// What the shipped model must not get wrong. Sentences are plain ones; scores are measured apart.
#include "syntax/parser.h"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

const SyntaxModel& shipped_model() {
  static const SyntaxModel model = SyntaxModel::load("models/english.entente");  // from the root
  return model;
}

// Words parted by spaces; one sentence.
Sentence parse_words(const std::string& text) {
  Document document;
  document.text = text;
  TokenizedSentence sentence;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find(' ', at), text.size()));
    sentence.tokens.push_back({{at, end}, false});
    at = end + 1;
  }
  const TokenizedDocument tokenized{&document, {sentence}};
  return parse(shipped_model(), {&tokenized, 1}).at(0).at(0);
}

// "word<relation<head" for every word but punctuation.
std::vector<std::string> arcs(const Sentence& sentence) {
  std::vector<std::string> list;
  for (const Word& word : sentence.words) {
    if (word.upos == Upos::PUNCT) continue;
    list.push_back(word.form + "<" + word.deprel + "<" +
                   (word.head == 0 ? "" : sentence.word(word.head).form));
  }
  return list;
}

}  // namespace

TEST_CASE("a plain sentence gets subject, object and place", "[syntax][model]") {
  CHECK(arcs(parse_words("Russian troops attacked the city in March .")) ==
        std::vector<std::string>{"Russian<amod<troops", "troops<nsubj<attacked", "attacked<root<",
                                 "the<det<city", "city<obj<attacked", "in<case<March",
                                 "March<obl<attacked"});
}

TEST_CASE("a passive sentence gets its subject and agent", "[syntax][model]") {
  const Sentence sentence = parse_words("The bridge was destroyed by Ukrainian forces .");
  CHECK(sentence.word(2).deprel == "nsubj:pass");
  CHECK(sentence.word(3).deprel == "aux:pass");
  CHECK(sentence.word(7).deprel == "obl:agent");
}

TEST_CASE("reported speech hangs on the verb of saying", "[syntax][model]") {
  const Sentence sentence =
      parse_words("The minister said that his country would not join the war .");
  CHECK(sentence.word(9).deprel == "ccomp");
  CHECK(sentence.word(9).head == 3);
  CHECK(sentence.word(8).lemma == "not");
}

TEST_CASE("lemmas and features follow the form", "[syntax][model]") {
  const Sentence sentence = parse_words("Talks were held .");
  CHECK(sentence.word(1).lemma == "talk");
  CHECK(sentence.word(2).lemma == "be");
  CHECK(sentence.word(3).lemma == "hold");
  CHECK(feature(sentence.word(1), "Number") == "Plur");
}

TEST_CASE("names are found by type", "[syntax][model]") {
  const Sentence sentence =
      parse_words("President Vladimir Putin met leaders of the United Nations in Geneva .");
  CHECK(sentence.word(2).ner == "B-PER");
  CHECK(sentence.word(3).ner == "I-PER");
  CHECK(sentence.word(8).ner == "B-ORG");
  CHECK(sentence.word(9).ner == "I-ORG");
  CHECK(sentence.word(11).ner == "B-LOC");
}

TEST_CASE("an ally is a noun, whatever its ending", "[syntax][model]") {
  const Sentence sentence = parse_words("Turkey , a NATO ally , rejected the plan .");
  CHECK(sentence.word(5).upos == Upos::NOUN);
  CHECK(sentence.word(5).deprel == "appos");
  CHECK(sentence.word(1).deprel == "nsubj");
}

TEST_CASE("headline verbs are verbs, though they look like plurals", "[syntax][model]") {
  const char* const headlines[] = {"Minsk denies role in attack", "Moscow slams sanctions",
                                   "Paris unveils plan for talks", "Ankara urges Kyiv to sign"};
  const char* const lemmas[] = {"deny", "slam", "unveil", "urge"};
  for (std::size_t i = 0; i < std::size(headlines); ++i) {
    const Sentence sentence = parse_words(headlines[i]);
    CAPTURE(headlines[i]);
    CHECK(sentence.word(2).upos == Upos::VERB);
    CHECK(sentence.word(2).lemma == lemmas[i]);
    CHECK(sentence.word(1).deprel == "nsubj");
  }
}

TEST_CASE("documents are parsed alike alone and together", "[syntax][model]") {
  Document document;
  document.text = "Minsk denied it.";
  const TokenizedDocument tokenized{&document, tokenize(document)};
  document.blocks = {{BlockKind::Body, {0, 16}}};
  const TokenizedDocument one{&document, tokenize(document)};
  const std::vector<TokenizedDocument> several = {one, tokenized, one};
  const auto parsed = parse(shipped_model(), several);
  REQUIRE(parsed.size() == 3);
  CHECK(parsed[1].empty());
  CHECK(arcs(parsed[0].at(0)) == arcs(parsed[2].at(0)));
  CHECK(arcs(parsed[0].at(0)).size() == 3);
}
