// SPDX-License-Identifier: ISC
#include "text/tokens.h"

#include "text/dateline.h"
#include "text/sentences.h"
#include "text/words.h"

#include <algorithm>

namespace entente {

namespace {

// A cut for sentences that are too long: behind the last comma or the like, else at the limit.
std::size_t find_cut(std::string_view text, const std::vector<Token>& words, std::size_t begin) {
  const std::size_t limit = begin + kMaxSentenceWords;
  for (std::size_t i = limit; i > begin + kMaxSentenceWords / 2; --i) {
    const std::string_view form = words[i - 1].range.in(text);
    if (form == "," || form == ";" || form == ":" || form == "|") return i;
  }
  std::size_t cut = limit;
  while (cut > begin + 1 && words[cut - 1].joined_to_next) --cut;
  return cut;
}

void add_sentence(const std::vector<Token>& words, std::size_t begin, std::size_t end,
                  std::uint32_t block, std::vector<TokenizedSentence>& sentences) {
  TokenizedSentence sentence;
  sentence.block = block;
  sentence.tokens.assign(words.begin() + static_cast<std::ptrdiff_t>(begin),
                         words.begin() + static_cast<std::ptrdiff_t>(end));
  sentence.range = {sentence.tokens.front().range.begin, sentence.tokens.back().range.end};
  sentences.push_back(std::move(sentence));
}

/// A dateline is no part of the first sentence: whoever files from New York need not be its
/// subject.
void set_dateline_apart(std::string_view text, ByteRange block, const std::vector<Token>& words,
                        std::vector<std::size_t>& starts) {
  const auto size = static_cast<std::uint32_t>(dateline_size(block.in(text)));
  if (size == 0) return;
  const auto behind = [&](std::size_t word) {
    return words[word].range.begin >= block.begin + size;
  };
  std::erase_if(starts, [&](std::size_t start) { return start > 0 && !behind(start); });
  std::size_t first = 0;
  while (first < words.size() && !behind(first)) ++first;
  const bool known = starts.size() > 1 && starts[1] == first;
  if (first > 0 && first < words.size() && !known) starts.insert(starts.begin() + 1, first);
}

void add_block(const Document& document, std::uint32_t block,
               std::vector<TokenizedSentence>& sentences) {
  std::vector<Token> words;
  split_words(document.text, document.blocks[block].range, words);
  if (words.empty()) return;
  const SentenceEnds ends = document.blocks[block].kind == BlockKind::Headline
                                ? SentenceEnds::StopsOnly
                                : SentenceEnds::Anything;
  std::vector<std::size_t> starts = find_sentence_starts(document.text, words, ends);
  set_dateline_apart(document.text, document.blocks[block].range, words, starts);
  starts.push_back(words.size());
  for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
    std::size_t begin = starts[s];
    while (starts[s + 1] - begin > kMaxSentenceWords) {
      const std::size_t cut = find_cut(document.text, words, begin);
      add_sentence(words, begin, cut, block, sentences);
      begin = cut;
    }
    add_sentence(words, begin, starts[s + 1], block, sentences);
  }
}

}  // namespace

std::vector<TokenizedSentence> tokenize(const Document& document) {
  std::vector<TokenizedSentence> sentences;
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    if (is_article_text(document.blocks[block].kind)) add_block(document, block, sentences);
  }
  return sentences;
}

}  // namespace entente
