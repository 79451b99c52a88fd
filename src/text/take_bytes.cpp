// SPDX-License-Identifier: ISC
#include "text/take_bytes.h"

#include "text/blocks.h"
#include "text/characters.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace entente {

std::optional<DecodedText> take_bytes(std::string_view bytes, std::string_view declared,
                                      const std::string& file, Diagnostics& diagnostics) {
  const auto report = [&](Severity severity, std::uint32_t line, std::string message) {
    diagnostics.push_back({severity, file, line, 0, std::move(message)});
  };
  if (bytes.empty()) {
    report(Severity::Error, 0, "is empty, expected text");
    return std::nullopt;
  }
  if (bytes.size() > kMaxArticleBytes) {
    report(Severity::Error, 0,
           fmt::format("has {} bytes, expected at most {} in one article", bytes.size(),
                       kMaxArticleBytes));
    return std::nullopt;
  }
  if (const std::string what = describe_binary(bytes); !what.empty()) {
    report(Severity::Error, 0, fmt::format("is {}, expected text", what));
    return std::nullopt;
  }
  DecodedText decoded = decode(bytes, declared);
  if (decoded.invalid > 0) {
    report(
        Severity::Warning, decoded.first_invalid_line,
        fmt::format("{} invalid byte sequence{} of {} replaced by U+FFFD, the first on this line",
                    decoded.invalid, decoded.invalid == 1 ? "" : "s", decoded.encoding));
  }
  if (decoded.nul > 0) {
    report(
        Severity::Warning, 0,
        fmt::format("{} NUL byte{} replaced by U+FFFD", decoded.nul, decoded.nul == 1 ? "" : "s"));
  }
  if (decoded.evidence == EncodingEvidence::Detected) {
    report(Severity::Note, 0, fmt::format("read as {}, which was guessed", decoded.encoding));
  }
  if (trim(decoded.text).empty()) {
    report(Severity::Error, 0, "holds nothing but white space, expected text");
    return std::nullopt;
  }
  return decoded;
}

void add_all_blocks(Document& document, ByteRange part, const ReadOptions& options) {
  if (options.keep_all) {
    add_plain_blocks(document, part);
  } else {
    add_blocks(document, part);
  }
  if (!document.info.date) document.info.date = options.date;
}

void report_other_language(Record& record) {
  const auto has = [&](auto test) {
    return std::any_of(record.document->blocks.begin(), record.document->blocks.end(), test);
  };
  if (has([](const Block& block) { return is_article_text(block.kind); })) return;
  if (!has([](const Block& block) { return block.kind == BlockKind::Foreign; })) return;
  const std::string& language = record.document->info.language;
  record.diagnostics.push_back(
      {Severity::Warning, record.input, record.first_line > 1 ? record.first_line : 0, 0,
       fmt::format(
           "has no English text{}, expected some",
           language.empty() ? "" : fmt::format(" (the language seems to be '{}')", language))});
}

}  // namespace entente
