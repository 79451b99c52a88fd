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

/// One root, and no word above itself: two repairs of one place may contradict each other.
inline bool is_tree(const Sentence& sentence) {
  int roots = 0;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    roots += sentence.words[i].head == 0 ? 1 : 0;
    std::size_t steps = 0;
    for (WordNumber up = sentence.words[i].head; up != 0; up = sentence.word(up).head) {
      if (++steps > sentence.words.size()) return false;
    }
  }
  return roots == 1;
}

inline bool is_nominal(const Tree& tree, WordNumber n) {
  return tree.word(n).upos == Upos::NOUN || tree.word(n).upos == Upos::PROPN;
}

}  // namespace entente
