// SPDX-License-Identifier: ISC
#include "rdf/claim_table.h"

#include "full_graph.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace entente;
using namespace entente::rdf;

namespace {

std::string write(const KnowledgeGraph& graph, TableFormat format) {
  std::string text;
  write_claim_table(graph, format, "http://b/", [&](std::string_view bytes) { text += bytes; });
  return text;
}

std::vector<std::string> split(const std::string& text, std::string_view separator) {
  std::vector<std::string> parts{""};
  for (std::size_t at = 0; at < text.size();) {
    if (text.compare(at, separator.size(), separator) == 0) {
      parts.emplace_back();
      at += separator.size();
    } else {
      parts.back() += text[at++];
    }
  }
  return parts;
}

nlohmann::ordered_json first_row() {
  const std::string text = write(full_graph(), TableFormat::JsonLines);
  return nlohmann::ordered_json::parse(text.substr(0, text.find('\n')));
}

}  // namespace

TEST_CASE("fields of the claim table stand in their order", "[table]") {
  std::vector<std::string> keys;
  const auto row = first_row();
  for (const auto& [key, value] : row.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"claim", "situation", "article", "start", "end",
                                         "sentence", "type", "action", "initiators", "recipients",
                                         "place", "date", "asserted_by", "polarity", "modality",
                                         "confidence"});
}

TEST_CASE("a row of the claim table gives names, places and dates", "[table]") {
  const auto row = first_row();
  CHECK(row["situation"] == "http://b/situation/00000000000000aa");
  CHECK(row["article"] == "war.txt");
  CHECK(row["start"] == 10);
  CHECK(
      row["initiators"][0].dump() ==
      R"({"id":"FRE","label":"Freedonia","country":"FRE","sector":"GOV","text":"Freedonian guns"})");
  CHECK(row["place"].dump() == R"({"label":"Old Town","country":"SYL"})");
  CHECK(row["date"].dump() == R"({"from":"2024-05-01","to":"2024-05-05"})");
  CHECK(row["asserted_by"].dump() ==
        R"([{"id":"rufus-firefly","label":"Rufus \"T\" Firefly","country":"FRE"}])");
  CHECK(row["polarity"] == "denied");
  CHECK(row["modality"] == "possible");
  CHECK(row["confidence"].dump() == "0.86");
}

TEST_CASE("what a claim does not say is null", "[table]") {
  const std::string text = write(full_graph(), TableFormat::JsonLines);
  const auto row = nlohmann::json::parse(text.substr(text.find('\n') + 1));
  CHECK(row["type"] == "alliedWith");
  CHECK(row["action"].is_null());
  CHECK(row["place"].is_null());
  CHECK(row["date"].is_null());
  CHECK(row["asserted_by"].empty());
  CHECK(row["recipients"][0]["sector"].is_null());
}

TEST_CASE("every line of the CSV table has a cell for every column", "[table]") {
  const auto lines = split(write(full_graph(), TableFormat::Csv), "\r\n");
  REQUIRE(lines.size() == 4);
  CHECK(
      lines[0].starts_with("claim,situation,article,start,end,sentence,type,action,initiators.id"));
  CHECK(lines[3].empty());
  const auto cells = split(lines[2], ",");
  CHECK(cells.size() == split(lines[0], ",").size());
  CHECK(cells[6] == "alliedWith");
  CHECK(cells[7].empty());
  CHECK(cells.back() == "1");
}

TEST_CASE("CSV cells with commas, quotes or line breaks are quoted", "[table]") {
  KnowledgeGraph graph = full_graph();
  graph.claims[0].sentence = "a \"b\",\nc";
  graph.claims[1].sentence = "plain";
  const std::string text = write(graph, TableFormat::Csv);
  CHECK(text.find(",\"a \"\"b\"\",\nc\",") != std::string::npos);
  CHECK(text.find(",plain,") != std::string::npos);
  CHECK(text.find("Freedonian guns | guns") != std::string::npos);
}

TEST_CASE("characters that JSON must escape are escaped", "[table]") {
  KnowledgeGraph graph = full_graph();
  graph.claims[0].sentence = "tab\t, quote\", \x01 and \xFF";
  const std::string text = write(graph, TableFormat::JsonLines);
  CHECK(text.find("tab\\t, quote\\\", \\u0001 and \uFFFD") != std::string::npos);
}

TEST_CASE("the extension picks the table format", "[table]") {
  CHECK(table_format_of("a/claims.jsonl") == TableFormat::JsonLines);
  CHECK(table_format_of("claims.csv") == TableFormat::Csv);
  CHECK(!table_format_of("claims.ttl"));
}
