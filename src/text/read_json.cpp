// SPDX-License-Identifier: ISC
#include "text/characters.h"
#include "text/read.h"
#include "text/take_bytes.h"
#include "text/utf8.h"
#include "text/written_date.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente {

namespace {

using Json = nlohmann::json;

Record refused(Record record, const std::string& file, std::uint32_t line, std::uint32_t column,
               std::string message) {
  record.diagnostics.push_back({Severity::Error, file, line, column, std::move(message)});
  return record;
}

// The parser says "[json.exception.parse_error.101] parse error at line 1, column 9: syntax error
// while parsing value - invalid literal; last read: 'tru,'; expected ..."; keep what matters.
std::string shorten(std::string_view what) {
  const std::size_t dash = what.find(" - ");
  std::string_view reason = dash == std::string_view::npos ? what : what.substr(dash + 3);
  reason = reason.substr(0, reason.find("; last read"));
  std::string message(reason.substr(0, 120));
  std::replace(message.begin(), message.end(), '\n', ' ');
  return message;
}

std::string string_of(const Json& record, const char* key) {
  const auto found = record.find(key);
  if (found == record.end()) return {};
  if (found->is_string()) return std::string(trim(found->get_ref<const std::string&>()));
  if (found->is_number_integer()) return found->dump();
  return {};
}

void fill_info(const Json& record, ArticleInfo& info) {
  info.title = string_of(record, "title");
  info.publisher = string_of(record, "publisher");
  info.url = string_of(record, "url");
  info.author = string_of(record, "author");
  info.language = string_of(record, "language");
  std::transform(info.language.begin(), info.language.end(), info.language.begin(), ascii_lower);
  info.date = parse_written_date(string_of(record, "date"));
}

}  // namespace

Record read_json_line(std::string_view line, const std::string& file, std::uint32_t line_number,
                      std::string id, const ReadOptions& options) {
  Record record;
  record.input = file;
  record.first_line = line_number;
  const DecodedText decoded = decode(line, "utf-8");
  if (decoded.invalid > 0) {
    record.diagnostics.push_back(
        {Severity::Warning, file, line_number, 0,
         fmt::format("{} invalid byte sequence{} of UTF-8 replaced by U+FFFD", decoded.invalid,
                     decoded.invalid == 1 ? "" : "s")});
  }
  Json json;
  try {
    json = Json::parse(decoded.text);
  } catch (const Json::parse_error& error) {
    const std::size_t byte = std::min(error.byte > 0 ? error.byte - 1 : 0, decoded.text.size());
    const auto column = static_cast<std::uint32_t>(
        1 + count_code_points(std::string_view(decoded.text).substr(0, byte)));
    return refused(std::move(record), file, line_number, column,
                   fmt::format("broken JSON: {}", shorten(error.what())));
  }
  if (!json.is_object()) {
    return refused(
        std::move(record), file, line_number, 0,
        fmt::format("found a JSON {}, expected an object with \"text\"", json.type_name()));
  }
  const auto text = json.find("text");
  if (text == json.end() || !text->is_string()) {
    return refused(std::move(record), file, line_number, 0,
                   text == json.end() ? "record without \"text\", expected a string"
                                      : fmt::format("\"text\" is a JSON {}, expected a string",
                                                    text->type_name()));
  }
  if (trim(text->get_ref<const std::string&>()).empty()) {
    return refused(std::move(record), file, line_number, 0, "record with an empty \"text\"");
  }
  Document& document = record.document.emplace();
  document.id = string_of(json, "id");
  if (document.id.empty()) document.id = std::move(id);
  document.text = decode(text->get_ref<std::string&>(), "utf-8").text;
  fill_info(json, document.info);
  add_all_blocks(document, {0, static_cast<std::uint32_t>(document.text.size())}, options);
  report_other_language(record);
  return record;
}

}  // namespace entente
