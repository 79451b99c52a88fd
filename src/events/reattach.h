// SPDX-License-Identifier: ISC
/// @file
/// Steps that corrections of trees share.
#pragma once

#include "events/tree.h"

#include <string_view>

namespace entente {

inline void attach(Sentence& sentence, WordNumber n, WordNumber head, std::string_view relation) {
  sentence.words[n - 1].head = head;
  sentence.words[n - 1].deprel = relation;
}

inline bool is_nominal(const Tree& tree, WordNumber n) {
  return tree.word(n).upos == Upos::NOUN || tree.word(n).upos == Upos::PROPN;
}

}  // namespace entente
