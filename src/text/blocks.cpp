// SPDX-License-Identifier: ISC
#include "text/blocks.h"

#include "text/paragraphs.h"

namespace entente {

void add_plain_blocks(Document& document, ByteRange part) {
  for (const Paragraph& paragraph : split_paragraphs(document.text, part)) {
    document.blocks.push_back({BlockKind::Body, paragraph.range});
  }
}

void add_blocks(Document& document, ByteRange part) {
  add_plain_blocks(document, part);
}

}  // namespace entente
