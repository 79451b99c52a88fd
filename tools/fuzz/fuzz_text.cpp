// SPDX-License-Identifier: ISC
// libFuzzer target for the readers, the block classifier and the tokenizer. The first byte picks
// the format. Whatever the bytes are: no crash, and blocks, sentences and words lie in order inside
// valid UTF-8.
#include "text/read.h"
#include "text/tokens.h"
#include "text/utf8.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace entente;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

Record read(std::uint8_t choice, std::string_view bytes) {
  switch (choice % 3) {
    case 0:
      return read_text(bytes, "fuzz", "fuzz", {});
    case 1:
      return read_html(bytes, "fuzz", "fuzz", {});
    default:
      return read_json_line(bytes, "fuzz", 1, "fuzz", {});
  }
}

void check(const Document& document) {
  require(is_valid_utf8(document.text));
  std::uint32_t last = 0;
  for (const Block& block : document.blocks) {
    require(block.range.begin >= last && block.range.begin < block.range.end);
    require(is_valid_utf8(block.range.in(document.text)));
    last = block.range.end;
  }
  require(last <= document.text.size());
  last = 0;
  for (const TokenizedSentence& sentence : tokenize(document)) {
    require(!sentence.tokens.empty() && sentence.tokens.size() <= kMaxSentenceWords);
    require(document.blocks[sentence.block].range.contains(sentence.range));
    for (const Token& token : sentence.tokens) {
      require(token.range.begin >= last && !token.range.empty());
      require(is_valid_utf8(token.range.in(document.text)));
      last = token.range.end;
    }
    require(!sentence.tokens.back().joined_to_next);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Record record = read(data[0], bytes);
  require(record.document.has_value() || !record.diagnostics.empty());
  if (record.document) check(*record.document);
  return 0;
}
