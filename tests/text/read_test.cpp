// SPDX-License-Identifier: ISC
#include "text/read.h"

#include "text/tokens.h"
#include "text/utf8.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
namespace fs = std::filesystem;

namespace {

// A folder that is gone when the test is over.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "entente-read-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  std::string operator()(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream((path_ / name), std::ios::binary) << bytes;
    return (*this)(name);
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

// Ids of the articles read, with a space behind each, and all messages without the folder's name.
struct Outcome {
  std::string ids;
  std::string messages;
};

Outcome read_all(const Folder& folder, const std::vector<std::string>& names,
                 ReadOptions options = {}) {
  Outcome outcome;
  Reader reader(names, options);
  while (const auto record = reader.next()) {
    if (record->document) outcome.ids += record->document->id + " ";
    for (Diagnostic diagnostic : record->diagnostics) {
      if (diagnostic.file.starts_with(folder.path() + "/")) {
        diagnostic.file.erase(0, folder.path().size() + 1);
      }
      outcome.messages += to_string(diagnostic) + "\n";
    }
  }
  return outcome;
}

Record text_record(const std::string& bytes) {
  return read_text(bytes, "a.txt", "a.txt", {});
}

std::string text_of(const std::string& bytes) {
  const Record record = text_record(bytes);
  REQUIRE(record.document);
  return record.document->text;
}

// The last message, which is the reason for a refusal.
std::string message_of(const Record& record) {
  return record.diagnostics.empty() ? "" : to_string(record.diagnostics.back());
}

std::string utf16(const std::string& ascii, bool little, bool mark) {
  std::string bytes = !mark ? "" : little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char c : ascii) {
    if (!little) bytes += '\0';
    bytes += c;
    if (little) bytes += '\0';
  }
  return bytes;
}

}  // namespace

TEST_CASE("a header gives what is known about the article", "[read]") {
  const Record record = text_record(
      "Title: Talks fail\nDate: August 5, 2022\nPublisher: The Post\nURL: https://post.example/1\n"
      "Author: Jane Doe\nLicense: CC BY\n\nThe talks failed on Friday.\n");
  REQUIRE(record.document);
  const ArticleInfo& info = record.document->info;
  CHECK(info.title == "Talks fail");
  CHECK(info.date == Date{2022, 8, 5});
  CHECK(info.publisher == "The Post");
  CHECK(info.url == "https://post.example/1");
  CHECK(info.author == "Jane Doe");
  REQUIRE(record.document->blocks.size() == 7);
  CHECK(record.document->blocks[5].kind == BlockKind::Metadata);
  CHECK(record.document->blocks[6].kind == BlockKind::Body);
}

TEST_CASE("a sentence with a colon is no header", "[read]") {
  const Record record = text_record("Minsk: The talks failed.\nVilnius: They did not.\n");
  REQUIRE(record.document);
  CHECK(record.document->info.title.empty());
  CHECK(record.document->blocks[0].kind == BlockKind::Body);
}

TEST_CASE("the text is the decoded file, line ends and all", "[read]") {
  CHECK(text_of("\xEF\xBB\xBF"
                "One.\r\nTwo.\r\n") == "One.\r\nTwo.\r\n");
}

TEST_CASE("encodings are recognised", "[read]") {
  const std::string words = "Minsk and Vilnius agreed to talk again.\n";
  CHECK(text_of(utf16(words, true, true)) == words);
  CHECK(text_of(utf16(words, false, true)) == words);
  CHECK(text_of(utf16(words, true, false)) == words);
  CHECK(text_of(utf16(words, false, false)) == words);
  CHECK(text_of("The caf\xE9 in the \x93old\x94 town was full of people.") ==
        "The café in the “old” town was full of people.");
  CHECK(text_of("\xD0\xF3\xF1\xF1\xEA\xE8\xE5 \xE2\xEE\xE9\xF1\xEA\xE0 "
                "\xE2\xEE\xF8\xEB\xE8 \xE2 \xE3\xEE\xF0\xEE\xE4 \xE8 "
                "\xE2\xFB\xF8\xEB\xE8 \xE8\xE7 \xED\xE5\xE3\xEE.")
            .starts_with("Русские войска"));
}

TEST_CASE("invalid bytes are replaced and reported once", "[read]") {
  const Record record = text_record("Good line.\nBad \xFF and \xC0\xAF here.\n");
  REQUIRE(record.document);
  CHECK(record.document->text == "Good line.\nBad \uFFFD and \uFFFD\uFFFD here.\n");
  REQUIRE(record.diagnostics.size() == 1);
  CHECK(to_string(record.diagnostics[0]) ==
        "a.txt:2: warning: 3 invalid byte sequences of UTF-8 replaced by U+FFFD, the first on this "
        "line");
}

TEST_CASE("NUL bytes are replaced and reported once", "[read]") {
  const Record record = text_record(std::string("Some wo\0rds in a \0row of words.", 31));
  REQUIRE(record.document);
  CHECK(record.document->text.find('\0') == std::string::npos);
  CHECK(message_of(record) == "a.txt: warning: 2 NUL bytes replaced by U+FFFD");
}

TEST_CASE("what is no text is refused with its kind", "[read]") {
  struct Case {
    std::string bytes, message;
  };
  const auto test = GENERATE(values<Case>({
      {"", "is empty, expected text"},
      {" \n\t\r\n", "holds nothing but white space, expected text"},
      {"%PDF-1.7\n%\xE2\xE3", "is a PDF document, expected text"},
      {"\x89PNG\r\n\x1A\n", "is a PNG image, expected text"},
      {"\xFF\xD8\xFF\xE0", "is a JPEG image, expected text"},
      {"PK\x03\x04zip", "is a ZIP archive (or an office document), expected text"},
      {std::string("\x01\x02\x03\x04\x05\x06\x07\x0E", 8) + "ab",
       "is binary data (80 % control characters), expected text"},
  }));
  const Record record = text_record(test.bytes);
  CHECK_FALSE(record.document);
  CHECK(message_of(record) == "a.txt: error: " + test.message);
}

TEST_CASE("50 MB in one line without spaces are read and set aside as no prose", "[read]") {
  const Record record = text_record(std::string(50'000'000, 'x'));
  REQUIRE(record.document);
  REQUIRE(record.document->blocks.size() == 1);
  CHECK(record.document->blocks[0].kind == BlockKind::Boilerplate);
  CHECK(tokenize(*record.document).empty());
}

TEST_CASE("a missing file is named with the reason, the others are read", "[read]") {
  const Folder folder;
  const std::string good = folder.write("good.txt", "It rained in Minsk.");
  const Outcome outcome = read_all(folder, {folder("missing.txt"), good});
  CHECK(outcome.ids == "good.txt ");
  CHECK(outcome.messages == "missing.txt: error: No such file or directory\n");
}

TEST_CASE("a folder is read in the order of its names", "[read]") {
  const Folder folder;
  for (const char* name : {"b.txt", "a/z.txt", "a/k.html", ".hidden/x.txt", "c.md"}) {
    folder.write("in/" + std::string(name), "<p>It rained in Minsk.");
  }
  const Outcome outcome = read_all(folder, {folder("in")});
  CHECK(outcome.ids == "a/k.html a/z.txt b.txt ");
  CHECK(outcome.messages.empty());
}

TEST_CASE("a folder without articles is refused", "[read]") {
  const Folder folder;
  folder.write("in/c.md", "x");
  CHECK(read_all(folder, {folder("in")}).messages ==
        "in: error: is a folder without articles, expected .txt, .html, .jsonl or .conllu\n");
}

TEST_CASE("an unknown extension needs an input format", "[read]") {
  const Folder folder;
  const std::string name = folder.write("a.md", "It rained in Minsk.");
  CHECK(read_all(folder, {name}).messages ==
        "a.md: error: has the unknown extension '.md', expected .txt, .html, .jsonl or .conllu, or "
        "--input-format\n");
  CHECK(read_all(folder, {name}, {.format = InputFormat::Text}).ids == "a.md ");
}

TEST_CASE("records of JSON lines are articles", "[read]") {
  const Record record = read_json_line(
      R"({"id":"n7","text":"It rained.","title":"Rain","date":"2022-08-05","publisher":"The Post",)"
      R"("url":"https://post.example/7","author":"Jane Doe","language":"EN"})",
      "in.jsonl", 1, "in.jsonl:1", {});
  REQUIRE(record.document);
  CHECK(record.document->id == "n7");
  CHECK(record.document->text == "It rained.");
  CHECK(record.document->info.title == "Rain");
  CHECK(record.document->info.date == Date{2022, 8, 5});
  CHECK(record.document->info.language == "en");
}

TEST_CASE("broken JSON on line 3 of 5 costs one record", "[read]") {
  const Folder folder;
  const std::string good = R"({"id":"a","text":"It rained."})";
  const std::string name = folder.write(
      "in.jsonl", good + "\n\n{\"id\":\"b\", \"text\": oops}\r\n{\"text\":\"Sun.\"}\n" +
                      R"({"id":"c","text":"Snow."})");
  const Outcome outcome = read_all(folder, {name});
  CHECK(outcome.ids == "a in.jsonl:4 c ");
  CHECK(outcome.messages == "in.jsonl:3:20: error: broken JSON: invalid literal\n");
}

TEST_CASE("records without a text are refused", "[read]") {
  const Folder folder;
  const std::string name = folder.write(
      "in.jsonl", "{\"id\":\"a\"}\n{\"text\":7}\n{\"text\":\" \"}\n[1]\n{\"text\":\"Rain.\"}\n");
  const Outcome outcome = read_all(folder, {name});
  CHECK(outcome.ids == "in.jsonl:5 ");
  CHECK(outcome.messages ==
        "in.jsonl:1: error: record without \"text\", expected a string\n"
        "in.jsonl:2: error: \"text\" is a JSON number, expected a string\n"
        "in.jsonl:3: error: record with an empty \"text\"\n"
        "in.jsonl:4: error: found a JSON array, expected an object with \"text\"\n");
}

TEST_CASE("an id used twice is reported, both articles are kept", "[read]") {
  const Folder folder;
  const std::string line = "{\"id\":\"a\",\"text\":\"Rain.\"}\n";
  const Outcome outcome = read_all(folder, {folder.write("in.jsonl", line + line + line)});
  CHECK(outcome.ids == "a a#2 a#3 ");
  CHECK(outcome.messages ==
        "in.jsonl:2: warning: the id 'a' was used before, this article is 'a#2'\n"
        "in.jsonl:3: warning: the id 'a' was used before, this article is 'a#3'\n");
}

TEST_CASE("JSON lines may be UTF-16 and need no last line end", "[read]") {
  const Folder folder;
  const std::string lines = "{\"id\":\"a\",\"text\":\"Rain.\"}\n{\"id\":\"b\",\"text\":\"Sun.\"}";
  CHECK(read_all(folder, {folder.write("in.jsonl", utf16(lines, true, true))}).ids == "a b ");
}

TEST_CASE("deeply nested JSON does no harm", "[read]") {
  const Record record = read_json_line(std::string(200000, '['), "in.jsonl", 1, "in.jsonl:1", {});
  CHECK_FALSE(record.document);
}

TEST_CASE("CoNLL-U is handed on document by document", "[read]") {
  const Folder folder;
  const std::string name = folder.write("in.conllu",
                                        "# newdoc id = a\n1\tRain\t_\n\n# newdoc id = b\n"
                                        "# text = Sun\n1\tSun\t_\n\n");
  Reader reader({name}, {});
  const auto first = reader.next();
  const auto second = reader.next();
  REQUIRE((first && second && !reader.next()));
  CHECK(first->document->id == "a");
  CHECK(first->conllu == "# newdoc id = a\n1\tRain\t_\n\n");
  CHECK(second->document->id == "b");
  CHECK(second->first_line == 4);
}

TEST_CASE("progress is told in bytes", "[read]") {
  const Folder folder;
  const std::string name = folder.write("a.txt", "It rained in Minsk.");
  Reader reader({name}, {});
  CHECK(reader.bytes_total() == 19);
  CHECK(reader.bytes_done() == 0);
  while (reader.next()) continue;
  CHECK(reader.bytes_done() == 19);
}

TEST_CASE("an article in another language is reported", "[read]") {
  const Record record = text_record(
      "Der Präsident hat mit dem Minister über die Lage und den Krieg "
      "gesprochen.");
  CHECK(message_of(record) ==
        "a.txt: warning: has no English text (the language seems to be 'de'), expected some");
}

TEST_CASE("a given date holds for articles without one", "[read]") {
  const ReadOptions options{.format = {}, .date = Date{2022, 8, 5}};
  CHECK(read_text("It rained.", "a", "a", options).document->info.date == Date{2022, 8, 5});
  CHECK(read_text("Date: 2021-01-02\n\nIt rained.", "a", "a", options).document->info.date ==
        Date{2021, 1, 2});
}
