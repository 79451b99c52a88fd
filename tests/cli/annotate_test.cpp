// SPDX-License-Identifier: ISC
#include "command.h"

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

const std::string kTree =
    "# newdoc id = a\n"
    "# newpar\n"
    "# sent_id = a-1\n"
    "# text = Peace now\n"
    "1\tPeace\tpeace\tNOUN\tNN\t_\t2\tdep\t_\tNER=B-LOC\n"
    "2\tnow\tnow\tADV\tRB\t_\t0\troot\t_\t_\n"
    "\n";

}  // namespace

TEST_CASE("annotate prints an article as CoNLL-U", "[cli][annotate]") {
  const ScratchFolder folder;
  const CommandResult result =
      run_entente({"annotate", folder.write("a.txt", "The talks didn't fail.\n")});
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  CHECK_THAT(result.out, StartsWith("# newdoc id = a.txt\n# newpar\n# sent_id = a.txt-1\n"
                                    "# text = The talks didn't fail.\n1\tThe\tthe\tDET\tDT\t"));
  CHECK_THAT(result.out, Contains("\n3-4\tdidn't\t_"));
}

TEST_CASE("annotate keeps the trees that CoNLL-U brings", "[cli][annotate]") {
  const CommandResult result =
      run_entente({"annotate", "--layer", "syntax", "--input-format", "conllu", "-"}, kTree);
  CHECK(result.status == 0);
  CHECK_THAT(result.out, Contains("1\tPeace\tpeace\tNOUN\tNN\t_\t2\tdep\t_\tNER=B-LOC\n"));
}

TEST_CASE("annotate parses CoNLL-U words that have no tree", "[cli][annotate]") {
  const std::string words = "1\tTalks\t_\t_\t_\t_\t_\t_\t_\t_\n2\tfailed\t_\t_\t_\t_\t_\t_\t_\t_\n";
  const CommandResult result = run_entente({"annotate", "--input-format", "conllu", "-"}, words);
  CHECK(result.status == 0);
  CHECK_THAT(result.out, Contains("1\tTalks\ttalk\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t"));
}

TEST_CASE("annotate names a sentence that it cannot read and goes on", "[cli][annotate]") {
  const ScratchFolder folder;
  const std::string path = folder.write("a.conllu", kTree + "1\tonly\n\n");
  const CommandResult result = run_entente({"annotate", path});
  CHECK(result.err ==
        path + ":8: warning: expected ten columns parted by tabs; the sentence was passed over\n");
  CHECK_THAT(result.out, Contains("1\tPeace\tpeace\t"));
}

TEST_CASE("annotate refuses a model that is none", "[cli][annotate]") {
  const ScratchFolder folder;
  const std::string model = folder.write("m.entente", "no model");
  const CommandResult result =
      run_entente({"annotate", "--model", model, folder.write("a.txt", "Yes.\n")});
  CHECK(result.status == 2);
  CHECK(result.err == model + ": error: this is no Entente model\n");
}

TEST_CASE("annotate prints who says what", "[cli][annotate]") {
  const ScratchFolder folder;
  const CommandResult result = run_entente(
      {"annotate", "--layer", "attributions",
       folder.write("a.txt", "Vladimir Putin said that Russia had attacked Ukraine.\n")});
  CHECK(result.status == 0);
  CHECK(result.out ==
        "{\"article\":\"a.txt\",\"attributions\":[{\"source\":[[0,14]],\"cue\":[[15,19]],"
        "\"content\":[[20,52]],\"speakers\":[\"vladimir-putin\"]}]}\n");
}

TEST_CASE("annotate prints mentions, chains and posts of an article", "[cli][annotate]") {
  const ScratchFolder folder;
  const std::string text =
      "Belarusian President Alexander Lukashenko met Vladimir Putin in Minsk.\n";
  const CommandResult result =
      run_entente({"annotate", "--layer", "entities", folder.write("a.txt", text)});
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  CHECK_THAT(result.out, StartsWith("{\"article\":\"a.txt\",\"actors\":["));
  CHECK_THAT(result.out, Contains("\"text\":\"Alexander Lukashenko\",\"kind\":\"Name\","
                                  "\"actors\":[\"alexander-lukashenko\"]"));
  CHECK_THAT(result.out, Contains("{\"person\":\"alexander-lukashenko\",\"body\":\"BLR\","
                                  "\"role\":\"president\",\"leads\":true"));
}

TEST_CASE("annotate prints what verbs are said to be", "[cli][annotate]") {
  const ScratchFolder folder;
  const CommandResult result =
      run_entente({"annotate", "--layer", "factuality",
                   folder.write("a.txt", "Russia did not attack Ukraine.\n")});
  CHECK(result.status == 0);
  CHECK_THAT(result.out,
             Contains("\"form\":\"attack\",\"polarity\":\"denied\",\"modality\":\"actual\""));
}

TEST_CASE("annotate prints time expressions with their days", "[cli][annotate]") {
  const ScratchFolder folder;
  const CommandResult result = run_entente(
      {"annotate", "--layer", "times",
       folder.write("a.txt", "Date: 2022-08-05\n\nRussia attacked Ukraine on Wednesday.\n")});
  CHECK(result.status == 0);
  CHECK_THAT(result.out,
             Contains("\"value\":\"2022-08-03\",\"from\":\"2022-08-03\",\"to\":\"2022-08-03\""));
}
