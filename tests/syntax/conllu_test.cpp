// SPDX-License-Identifier: ISC
#include "syntax/conllu.h"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

const std::string kSentence =
    "# newdoc id = a1\n"
    "# newpar\n"
    "# sent_id = a1-1\n"
    "# text = Minsk doesn't agree.\n"
    "1\tMinsk\tMinsk\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tNER=B-LOC\n"
    "2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdoes\tdo\tAUX\tVBZ\tTense=Pres\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_\n"
    "4\tagree\tagree\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n";

std::string word(int id, int head) {
  return std::to_string(id) + "\tw\tw\tX\t_\t_\t" + std::to_string(head) + "\tdep\t_\t_\n";
}

std::vector<std::string> messages_of(const std::string& bytes) {
  std::vector<std::string> messages;
  for (const Diagnostic& diagnostic : read_conllu(bytes, "f.conllu").diagnostics) {
    messages.push_back(to_string(diagnostic));
  }
  return messages;
}

}  // namespace

TEST_CASE("CoNLL-U is read with its words, tree and names", "[syntax][conllu]") {
  const ConlluInput input = read_conllu(kSentence, "f.conllu");
  REQUIRE(input.documents.size() == 1);
  const ConlluDocument& read = input.documents[0];
  CHECK(read.document.id == "a1");
  CHECK(read.document.text == "Minsk doesn't agree.");
  REQUIRE(read.sentences.size() == 1);
  const Sentence& sentence = read.sentences[0];
  REQUIRE(sentence.words.size() == 5);
  CHECK(sentence.words[2].range == ByteRange{10, 13});
  CHECK(sentence.words[1].joined_to_next);
  CHECK_FALSE(sentence.words[2].joined_to_next);
  CHECK(sentence.words[0].ner == "B-LOC");
  CHECK(sentence.words[3].head == 0);
  CHECK(read.has_tree[0]);
}

TEST_CASE("what was read is written the same", "[syntax][conllu]") {
  const ConlluInput input = read_conllu(kSentence, "f.conllu");
  std::string out;
  write_conllu(input.documents[0].document, input.documents[0].sentences, out);
  CHECK(out == kSentence);
}

TEST_CASE("a sentence without heads is left to the parser", "[syntax][conllu]") {
  const ConlluInput input =
      read_conllu("1\tPeace\t_\t_\t_\t_\t_\t_\t_\t_\n2\tnow\t_\t_\t_\t_\t_\t_\t_\t_\n", "f.conllu");
  REQUIRE(input.documents.size() == 1);
  CHECK(input.documents[0].document.id == "f.conllu");
  CHECK(input.documents[0].document.text == "Peace now");
  CHECK_FALSE(input.documents[0].has_tree[0]);
  CHECK(input.documents[0].tokens[0].tokens[1].range == ByteRange{6, 9});
}

TEST_CASE("each paragraph is a block", "[syntax][conllu]") {
  const std::string one = "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n\n";
  const ConlluInput input = read_conllu("# newpar\n" + one + one + "# newpar\n" + one, "f.conllu");
  const Document& document = input.documents.at(0).document;
  CHECK(document.text == "Yes Yes\n\nYes");
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].range == ByteRange{0, 7});
  CHECK(input.documents[0].sentences[2].block == 1);
}

TEST_CASE("a word that the text has not gets an empty range", "[syntax][conllu]") {
  const ConlluInput input =
      read_conllu("# text = of it\n1-2\tof\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(1, 2) + word(2, 0) +
                      "3\tit\tit\tPRON\tPRP\t_\t2\tdep\t_\t_\n",
                  "f.conllu");
  const Sentence& sentence = input.documents.at(0).sentences.at(0);
  CHECK(sentence.words[0].range.empty());
  CHECK(sentence.words[2].range == ByteRange{3, 5});
}

TEST_CASE("a sentence that cannot be read is passed over and named by its line",
          "[syntax][conllu]") {
  struct Case {
    std::string bytes, message;
  };
  const std::string tail = "; the sentence was passed over";
  const Case cases[] = {
      {"# c\n1\ttwo columns\n", "f.conllu:2: warning: expected ten columns parted by tabs"},
      {word(1, 0) + word(3, 1), "f.conllu:2: warning: found word number 3, expected 2"},
      {word(1, 2) + word(2, 1), "f.conllu:1: warning: found 0 roots, expected one"},
      {word(1, 0) + word(2, 3) + word(3, 2), "f.conllu:1: warning: the heads form a circle"},
      {word(1, 0) + word(2, 9), "f.conllu:1: warning: a head lies outside the sentence"},
      {"x\tw\tw\tX\t_\t_\t0\troot\t_\t_\n",
       "f.conllu:1: warning: found \"x\", expected a word number"},
      {"1\tw\tw\tX\t_\t_\tup\troot\t_\t_\n",
       "f.conllu:1: warning: found \"up\", expected the head's number"},
  };
  for (const Case& one : cases) {
    CHECK(messages_of(one.bytes) == std::vector<std::string>{one.message + tail});
    CHECK(messages_of(one.bytes + "\n" + word(1, 0)).size() == 1);
  }
}

TEST_CASE("empty nodes are passed over", "[syntax][conllu]") {
  const ConlluInput input =
      read_conllu(word(1, 0) + "1.1\tw\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(2, 1), "f.conllu");
  CHECK(input.diagnostics.empty());
  CHECK(input.documents.at(0).sentences.at(0).words.size() == 2);
}

TEST_CASE("what a given tree leaves open is the parser's, what it says is kept",
          "[syntax][conllu]") {
  const auto sentence_of = [](const std::string& rows) {
    return read_conllu(rows, "f.conllu").documents.at(0).sentences.at(0);
  };
  const std::string bare =
      "1\tOslo\t_\tPROPN\t_\t_\t2\tobj\t_\t_\n2\tspoke\t_\tVERB\t_\t_\t0\troot\t_\t_\n";
  const Sentence parsed = sentence_of(
      "1\tOslo\tOslo\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-LOC\n"
      "2\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\t_\n");
  Sentence given = sentence_of(bare);
  fill_gaps(parsed, given);
  CHECK(given.words[0].ner == "B-LOC");
  CHECK(given.words[0].deprel == "obj");
  CHECK(given.words[1].lemma == "speak");
  CHECK(given.words[1].xpos == "VBD");
  Sentence named = parsed;
  named.words[0].ner = "B-ORG";
  fill_gaps(parsed, named);
  CHECK(named.words[0].ner == "B-ORG");
}
