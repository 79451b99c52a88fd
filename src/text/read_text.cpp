// SPDX-License-Identifier: ISC
#include "text/header.h"
#include "text/paragraphs.h"
#include "text/read.h"
#include "text/take_bytes.h"

#include <utility>

namespace entente {

Record read_text(std::string_view bytes, const std::string& file, std::string id,
                 const ReadOptions& options) {
  Record record;
  record.input = file;
  auto decoded = take_bytes(bytes, {}, file, record.diagnostics);
  if (!decoded) return record;
  Document& document = record.document.emplace();
  document.id = std::move(id);
  document.text = std::move(decoded->text);
  const ByteRange header = read_header(document.text, document.info);
  for (const Paragraph& line : split_paragraphs(document.text, header)) {
    document.blocks.push_back({BlockKind::Metadata, line.range});
  }
  const auto size = static_cast<std::uint32_t>(document.text.size());
  add_all_blocks(document, {header.end, size}, options);
  report_other_language(record);
  return record;
}

}  // namespace entente
