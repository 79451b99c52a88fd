// SPDX-License-Identifier: ISC
#include "syntax/join_names.h"

namespace entente {

namespace {

bool dominates(const Sentence& sentence, std::size_t above, std::size_t below) {
  for (std::size_t n = below; n != 0; n = sentence.word(static_cast<std::uint16_t>(n)).head) {
    if (n == above) return true;
  }
  return false;
}

bool is_linking(const Word& word) {
  return word.upos == Upos::PUNCT || word.upos == Upos::ADP || word.upos == Upos::CCONJ ||
         word.upos == Upos::DET;
}

/// Words first to last, counted from 1, are one name.
void join_name(Sentence& sentence, std::size_t first, std::size_t last) {
  std::size_t top = 0;
  for (std::size_t n = first; n <= last; ++n) {
    Word& word = sentence.words[n - 1];
    const bool inside = word.head >= first && word.head <= last;
    if (inside || is_linking(word)) continue;
    if (top == 0) {
      top = n;
    } else if (word.head != 0 && !dominates(sentence, n, top)) {
      word.head = static_cast<std::uint16_t>(top);
      word.deprel = "flat";
    }
  }
}

}  // namespace

void join_names(Sentence& sentence) {
  const std::size_t size = sentence.words.size();
  for (std::size_t first = 1; first <= size; ++first) {
    if (!sentence.words[first - 1].ner.starts_with("B-")) continue;
    std::size_t last = first;
    while (last < size && sentence.words[last].ner.starts_with("I-")) ++last;
    if (last > first) join_name(sentence, first, last);
    first = last;
  }
}

}  // namespace entente
