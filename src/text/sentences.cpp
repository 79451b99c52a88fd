// SPDX-License-Identifier: ISC
#include "text/sentences.h"

#include "text/abbreviations.h"
#include "text/characters.h"

namespace entente {

namespace {

class BoundaryFinder {
 public:
  BoundaryFinder(std::string_view text, const std::vector<Token>& words)
      : text_(text), words_(words) {}

  std::vector<std::size_t> run() const {
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (!can_end(i)) continue;
      const std::size_t next = behind_closers(i);
      if (next < words_.size() && next > starts.back() && can_start(i, next)) {
        starts.push_back(next);
      }
    }
    return starts;
  }

 private:
  std::string_view form(std::size_t i) const { return words_[i].range.in(text_); }
  CharClass first(std::size_t i) const { return char_at(text_, words_[i].range.begin).kind; }
  bool space_before(std::size_t i) const { return words_[i - 1].range.end < words_[i].range.begin; }
  bool is_stop(std::size_t i) const { return first(i) == CharClass::Stop; }

  bool can_end(std::size_t i) const {
    if (is_stop(i)) return true;
    const std::string_view word = form(i);
    if (word.size() < 3 || word.back() != '.') return false;
    const AbbreviationKind kind = find_abbreviation(word.substr(0, word.size() - 1));
    return kind == AbbreviationKind::None || kind == AbbreviationKind::After;
  }

  // Quotes and brackets that close belong to the sentence that ends.
  std::size_t behind_closers(std::size_t i) const {
    std::size_t next = i + 1;
    while (next < words_.size() && !space_before(next)) {
      const CharClass kind = first(next);
      const bool closes = kind == CharClass::CloseQuote || kind == CharClass::PlainQuote ||
                          kind == CharClass::Close || kind == CharClass::Stop ||
                          (kind == CharClass::Apostrophe && words_[next].range.size() <= 3);
      if (!closes) break;
      ++next;
    }
    return next;
  }

  bool can_start(std::size_t end, std::size_t next) const {
    if (!space_before(next)) return false;
    std::size_t i = next;
    while (i < words_.size() && opens(first(i))) ++i;
    if (i == words_.size()) return false;
    const CharClass kind = first(i);
    if (kind == CharClass::Upper) return true;
    return is_stop(end) && (kind == CharClass::Digit || form(end).size() > 1 ? i == next : false) &&
           kind == CharClass::Digit;
  }

  static bool opens(CharClass kind) {
    return kind == CharClass::OpenQuote || kind == CharClass::PlainQuote ||
           kind == CharClass::Open || kind == CharClass::Apostrophe;
  }

  std::string_view text_;
  const std::vector<Token>& words_;
};

}  // namespace

std::vector<std::size_t> find_sentence_starts(std::string_view text,
                                              const std::vector<Token>& words) {
  return BoundaryFinder(text, words).run();
}

}  // namespace entente
