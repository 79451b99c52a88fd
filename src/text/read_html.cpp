// SPDX-License-Identifier: ISC
#include "text/blocks.h"
#include "text/characters.h"
#include "text/html_info.h"
#include "text/html_text.h"
#include "text/html_tree.h"
#include "text/read.h"
#include "text/take_bytes.h"

#include <utility>

namespace entente {

Record read_html(std::string_view bytes, const std::string& file, std::string id,
                 const ReadOptions& options) {
  Record record;
  record.input = file;
  const auto decoded = take_bytes(bytes, declared_encoding(bytes), file, record.diagnostics);
  if (!decoded) return record;
  const std::string html = flatten_deep_nesting(decoded->text);
  const HtmlTree tree(html);
  HtmlText page = render_html(tree);
  if (trim(page.text).empty()) {
    record.diagnostics.push_back(
        {Severity::Error, file, 0, 0, "is a page without text, expected an article"});
    return record;
  }
  Document& document = record.document.emplace();
  document.id = std::move(id);
  document.text = std::move(page.text);
  document.info = read_html_info(tree);
  if (options.keep_all) {
    add_all_blocks(document, {0, static_cast<std::uint32_t>(document.text.size())}, options);
  } else {
    add_blocks(document, page.lines);
    if (!document.info.date) document.info.date = options.date;
    report_other_language(record);
  }
  return record;
}

}  // namespace entente
