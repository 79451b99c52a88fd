// SPDX-License-Identifier: ISC
#include "graph/shared_text.h"

#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>
#include <stdexcept>

namespace entente {

SharedText::Block* SharedText::make(std::string_view text) {
  if (text.empty()) return nullptr;
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error("a text of more than 4 GiB");
  }
  void* const memory = ::operator new(sizeof(Block) + text.size());
  Block* const block = new (memory) Block{{1}, static_cast<std::uint32_t>(text.size())};
  std::memcpy(block->text(), text.data(), text.size());
  return block;
}

void SharedText::free() noexcept {
  block_->~Block();
  ::operator delete(block_);
}

}  // namespace entente
