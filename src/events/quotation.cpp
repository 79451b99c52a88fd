// SPDX-License-Identifier: ISC
#include "events/quotation.h"

#include <string_view>

namespace entente {

namespace {

enum class Mark { None, Opens, Closes, Either };

Mark mark_of(std::string_view form) {
  if (form == "“" || form == "``" || form == "«" || form == "„") return Mark::Opens;
  if (form == "”" || form == "''" || form == "»") return Mark::Closes;
  if (form == "\"") return Mark::Either;
  return Mark::None;
}

bool opens_with_mark(const Sentence& sentence) {
  if (sentence.words.empty()) return false;
  const Mark mark = mark_of(sentence.words.front().form);
  return mark == Mark::Opens || mark == Mark::Either;
}

}  // namespace

std::vector<Quotation> find_quotations(std::span<const Sentence> sentences) {
  std::vector<Quotation> out;
  bool open = false;
  Quotation current;
  const auto close = [&] {
    if (!current.empty()) out.push_back(std::move(current));
    current = {};
    open = false;
  };
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    const bool new_block = s == 0 || sentences[s].block != sentences[s - 1].block;
    if (open && new_block && !opens_with_mark(sentences[s])) close();
    WordNumber first = 1;
    const auto size = static_cast<WordNumber>(sentences[s].words.size());
    const auto take = [&](WordNumber last) {
      if (open && first <= last) current.push_back({s, first, last});
    };
    for (WordNumber n = 1; n <= size; ++n) {
      Mark mark = mark_of(sentences[s].word(n).form);
      if (mark == Mark::None) continue;
      if (mark == Mark::Either) mark = open && !(new_block && n == 1) ? Mark::Closes : Mark::Opens;
      if (mark == Mark::Closes) {
        take(static_cast<WordNumber>(n - 1));
        close();
      } else if (!open || (new_block && n == 1)) {
        open = true;
        first = static_cast<WordNumber>(n + 1);
      }
    }
    if (open) take(size);
  }
  close();
  return out;
}

}  // namespace entente
