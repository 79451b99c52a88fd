// SPDX-License-Identifier: ISC
#include "syntax/join_names.h"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

struct Given {
  const char* form;
  Upos upos;
  const char* relation;
  std::uint16_t head;
  const char* ner;
};

Sentence sentence_of(std::initializer_list<Given> words) {
  Sentence sentence;
  for (const Given& given : words) {
    Word& word = sentence.words.emplace_back();
    word.form = given.form;
    word.upos = given.upos;
    word.deprel = given.relation;
    word.head = given.head;
    word.ner = given.ner;
  }
  return sentence;
}

std::string at(const Sentence& sentence, std::size_t n) {
  return sentence.words[n - 1].deprel + ">" + std::to_string(sentence.words[n - 1].head);
}

}  // namespace

TEST_CASE("the words of a name hang together", "[syntax][names]") {
  Sentence sentence = sentence_of({{"Burkina", Upos::PROPN, "nsubj", 3, "B-LOC"},
                                   {"Faso", Upos::ADV, "advmod", 3, "I-LOC"},
                                   {"left", Upos::VERB, "root", 0, ""}});
  join_names(sentence);
  CHECK(at(sentence, 1) == "nsubj>3");
  CHECK(at(sentence, 2) == "flat>1");
}

TEST_CASE("a name that is one phrase stays as it is", "[syntax][names]") {
  Sentence sentence = sentence_of({{"the", Upos::DET, "det", 3, ""},
                                   {"European", Upos::ADJ, "amod", 3, "B-ORG"},
                                   {"Union", Upos::PROPN, "nsubj", 4, "I-ORG"},
                                   {"agreed", Upos::VERB, "root", 0, ""}});
  join_names(sentence);
  CHECK(at(sentence, 2) == "amod>3");
  CHECK(at(sentence, 3) == "nsubj>4");
}

TEST_CASE("joining names makes no circle and loses no root", "[syntax][names]") {
  Sentence sentence = sentence_of({{"Addis", Upos::PROPN, "obl", 3, "B-LOC"},
                                   {"Ababa", Upos::PROPN, "root", 0, "I-LOC"},
                                   {"talks", Upos::NOUN, "obl", 2, ""}});
  join_names(sentence);
  CHECK(at(sentence, 1) == "obl>3");
  CHECK(at(sentence, 2) == "root>0");
}
