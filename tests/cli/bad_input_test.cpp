// SPDX-License-Identifier: ISC
// Bad input: the file is named with the reason, the rest is built, and the status says so.
#include "command.h"

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

constexpr std::string_view kGoodArticle =
    "Title: Troops cross the border\nDate: 2022-02-24\nPublisher: Sample Wire\n\n"
    "Troops cross the border\n\nRussia attacked Ukraine on Thursday.\n";

// Builds a bad input together with a good one into claims.jsonl.
struct Built {
  CommandResult command;
  std::string claims;
};

Built build_with_good(const ScratchFolder& folder, const std::string& bad) {
  const std::string good = folder.write("good.txt", kGoodArticle);
  const std::string out = folder.path("claims.jsonl");
  Built built{run_entente({"build", bad, good, "-o", out, "--quiet"}), {}};
  built.claims = read_file(out);
  return built;
}

// The bad input is skipped with `message`; the good article is built all the same.
void check_skipped(const ScratchFolder& folder, const std::string& bad,
                   const std::string& message) {
  const Built built = build_with_good(folder, bad);
  CHECK(built.command.status == 1);
  CHECK(built.command.err == message + "\n");
  CHECK_THAT(built.claims, Contains("\"article\":\"good.txt\""));
}

// Nothing is skipped: the input was repaired or is merely odd.
void check_taken(const ScratchFolder& folder, const std::string& bad, const std::string& message) {
  const Built built = build_with_good(folder, bad);
  CHECK(built.command.status == 0);
  CHECK(built.command.err == (message.empty() ? "" : message + "\n"));
  CHECK_THAT(built.claims, Contains("\"article\":\"good.txt\""));
}

std::string utf16(std::string_view ascii, bool with_mark) {
  std::string bytes = with_mark ? std::string("\xff\xfe") : std::string();
  for (const char c : ascii) bytes += {c, '\0'};
  return bytes;
}

}  // namespace

TEST_CASE("a missing file is named and the rest is built", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string missing = folder.path("missing.txt");
  check_skipped(folder, missing, missing + ": error: No such file or directory");
}

TEST_CASE("an empty file is skipped", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string empty = folder.write("empty.txt", "");
  check_skipped(folder, empty, empty + ": error: is empty, expected text");
}

TEST_CASE("a PDF is recognised, whatever its name", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string pdf = folder.write("report.txt", "%PDF-1.7\n\x01\x02\x03");
  const Built built = build_with_good(folder, pdf);
  CHECK(built.command.status == 1);
  CHECK_THAT(built.command.err, Contains("report.txt: error: ") && Contains("PDF"));
}

TEST_CASE("an image is recognised, whatever its name", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string image =
      folder.write("map.txt", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  const Built built = build_with_good(folder, image);
  CHECK(built.command.status == 1);
  CHECK_THAT(built.command.err, Contains("map.txt: error: ") && Contains("PNG"));
}

TEST_CASE("50 MB of one line without spaces end in time and harm nothing", "[cli][bad-input]") {
  const ScratchFolder folder;
  const Built built =
      build_with_good(folder, folder.write("endless.txt", std::string(50 * 1000 * 1000, 'x')));
  CHECK(built.command.status <= 1);
  CHECK_THAT(built.claims, Contains("\"article\":\"good.txt\""));
}

TEST_CASE("invalid UTF-8 is replaced and reported once, with a count", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string file = folder.write("bytes.txt",
                                        "“Iran condemned the strikes \xc3\x28 on Yemen”, the "
                                        "ministry said – twice. \xff “Really,” it "
                                        "said, “we condemned them \xe2\x82.”\n");
  const Built built = build_with_good(folder, file);
  CHECK(built.command.status == 0);
  const std::string& err = built.command.err;
  CHECK_THAT(err,
             Contains("bytes.txt") && Contains("warning") && Contains("3") && Contains("U+FFFD"));
  CHECK(err.find("warning") == err.rfind("warning"));
}

TEST_CASE("NUL bytes do not end the text", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string file =
      folder.write("nul.txt", std::string("Iran condemned Israel.\0 Israel attacked Iran.\n", 46));
  const Built built = build_with_good(folder, file);
  CHECK(built.command.status == 0);
  CHECK_THAT(built.command.err, Contains("NUL"));
  CHECK_THAT(built.claims, Contains("\"article\":\"nul.txt\""));
}

TEST_CASE("UTF-16 is read, with and without byte order mark", "[cli][bad-input]") {
  const bool with_mark = GENERATE(true, false);
  const ScratchFolder folder;
  const std::string file =
      folder.write("wide.txt", utf16("Iran attacked Israel on Friday.\n", with_mark));
  const Built built = build_with_good(folder, file);
  CHECK(built.command.status == 0);
  CHECK_THAT(built.claims, Contains("Iran attacked Israel on Friday."));
}

TEST_CASE("HTML nested 100,000 deep does not overflow the stack", "[cli][bad-input]") {
  const ScratchFolder folder;
  std::string page;
  for (int i = 0; i < 100000; ++i) page += "<div>";
  page += "<p>Iran attacked Israel on Friday.</p>";
  const Built built = build_with_good(folder, folder.write("deep.html", page));
  CHECK(built.command.status <= 1);
  CHECK_THAT(built.claims, Contains("\"article\":\"good.txt\""));
}

TEST_CASE("HTML that ends within a tag gives what came before", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string file = folder.write(
      "cut.html",
      "<html><body><article><p>Iran attacked Israel on Friday, officials said.</p><p cla");
  const Built built = build_with_good(folder, file);
  CHECK(built.command.status == 0);
  CHECK_THAT(built.claims, Contains("\"article\":\"cut.html\""));
}

TEST_CASE("broken JSON on line 3 of 5 costs that record alone", "[cli][bad-input]") {
  const ScratchFolder folder;
  const char* const kAttacked[] = {"Iraq", "Israel", "Yemen", "Syria", "Jordan"};
  const std::string good = R"({"id":"N","text":"Iran attacked Israel."})";
  std::string lines;
  for (int line = 1; line <= 5; ++line) {
    std::string record = good;
    record.replace(record.find('N'), 1, std::to_string(line));
    record.replace(record.find("Israel"), 6, kAttacked[line - 1]);
    lines += (line == 3 ? record.substr(0, 20) : record) + "\n";
  }
  const std::string file = folder.write("five.jsonl", lines);
  const Built built = build_with_good(folder, file);
  CHECK(built.command.status == 1);
  CHECK_THAT(built.command.err, Contains("five.jsonl:3:") && Contains("broken JSON"));
  for (const char* id : {"1", "2", "4", "5"}) {
    CHECK_THAT(built.claims, Contains("\"article\":\"" + std::string(id) + "\""));
  }
}

TEST_CASE("a JSON record without text is skipped with its line", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string file = folder.write("records.jsonl", "{\"id\":\"a\",\"title\":\"x\"}\n");
  check_skipped(folder, file, file + ":1: error: record without \"text\", expected a string");
}

TEST_CASE("articles of one id are kept apart", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string file = folder.write("twice.jsonl",
                                        "{\"id\":\"a\",\"text\":\"Iran attacked Israel.\"}\n"
                                        "{\"id\":\"a\",\"text\":\"Israel attacked Iran.\"}\n");
  check_taken(folder, file,
              file + ":2: warning: the id 'a' was used before, this article is 'a#2'");
  CHECK_THAT(read_file(folder.path("claims.jsonl")), Contains("\"article\":\"a#2\""));
}

TEST_CASE("when nothing can be read, nothing is written and the status is 3", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string out = folder.path("graph.ttl");
  const CommandResult result = run_entente({"build", folder.path("missing.txt"), "-o", out});
  CHECK(result.status == 3);
  CHECK_THAT(result.err, Contains("nothing was written"));
  CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("an output folder that is not there is told before any work", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string good = folder.write("good.txt", kGoodArticle);
  const std::string out = folder.path("nowhere/graph.ttl");
  const CommandResult result = run_entente({"build", good, "-o", out});
  CHECK(result.status == 2);
  CHECK(result.err == out + ": error: cannot create: No such file or directory\n");
}

TEST_CASE("a full disk leaves no half file", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string good = folder.write("good.txt", kGoodArticle);
  const CommandResult result =
      run_entente({"build", good, "-o", folder.path("full.nt"), "--quiet"});
  CHECK(result.status == 0);
  std::filesystem::remove(folder.path("full.nt"));
  std::filesystem::create_symlink("/dev/full", folder.path("full.nt"));
  const CommandResult full = run_entente({"build", good, "-o", folder.path("full.nt"), "--quiet"});
  CHECK(full.status == 2);
  CHECK_THAT(full.err, Contains("full.nt: error: cannot write: No space left on device"));
}

TEST_CASE("an unknown output extension is refused", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string good = folder.write("good.txt", kGoodArticle);
  const CommandResult result = run_entente({"build", good, "-o", "graph.docx"});
  CHECK(result.status == 2);
  CHECK(result.err ==
        "graph.docx: error: unknown extension of an output file, expected .ttl, .trig, .nt, .nq, "
        ".jsonl or .csv\n");
}

TEST_CASE("a broken actor file is named with line and column before any output",
          "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string good = folder.write("good.txt", kGoodArticle);
  const std::string actors = folder.write("mine.ttl",
                                          "@prefix ent: <https://w3id.org/entente/ontology#> .\n"
                                          "<x> a ent:Person ;;; . nonsense\n");
  const std::string out = folder.path("graph.ttl");
  const CommandResult result = run_entente({"build", good, "-o", out, "--actors", actors});
  CHECK(result.status == 2);
  CHECK_THAT(result.err, Contains("mine.ttl:2:") && Contains("error: "));
  CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("a day that does not exist is refused", "[cli][bad-input]") {
  const ScratchFolder folder;
  const std::string good = folder.write("good.txt", kGoodArticle);
  const CommandResult result =
      run_entente({"build", good, "-o", folder.path("x.nt"), "--date", "2022-02-30"});
  CHECK(result.status == 2);
  CHECK_THAT(result.err, Contains("--date: found \"2022-02-30\", expected a day as YYYY-MM-DD"));
}

TEST_CASE("check tells all faults of an ontology's actors", "[cli][bad-input]") {
  const ScratchFolder folder;
  folder.write("actors/mine.ttl",
               "@base <https://w3id.org/entente/actor/> .\n"
               "@prefix ent: <https://w3id.org/entente/ontology#> .\n"
               "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
               "<x> a ent:Person ; rdfs:label \"Xenia X\"@en ; ent:actsFro <BLR> .\n"
               "<y> a ent:Person ; rdfs:label \"Ypsilon Y\"@en ; ent:sektor \"GOV\" .\n");
  const CommandResult result = run_entente({"check", folder.path("")});
  CHECK(result.status == 2);
  CHECK_THAT(result.err, Contains("mine.ttl:4:") && Contains("mine.ttl:5:"));
}

TEST_CASE("a file of further actors is checked on top of the shipped ones", "[cli]") {
  const ScratchFolder folder;
  const std::string head =
      "@base <https://w3id.org/entente/actor/> .\n"
      "@prefix ent: <https://w3id.org/entente/ontology#> .\n"
      "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n";
  const std::string good = folder.write(
      "good.ttl",
      head + "<jane-doe> a ent:Person ; rdfs:label \"Jane Doe\"@en ; ent:actsFor <EST> .\n");
  const std::string bad = folder.write(
      "bad.ttl",
      head + "<jane-doe> a ent:Persn ; rdfs:label \"Jane Doe\"@en ; ent:actsFor <EST> .\n");
  CHECK(run_entente({"check", "--actors", good}).status == 0);
  const CommandResult result = run_entente({"check", "--actors", bad});
  CHECK(result.status == 2);
  CHECK(result.err.find("bad.ttl:4:") != std::string::npos);
  CHECK(result.err.find("Person") != std::string::npos);
}
