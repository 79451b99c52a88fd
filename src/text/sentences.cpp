// SPDX-License-Identifier: ISC
// A linear classifier decides each gap between words from left to right (logistic regression,
// trained by tools/train_sentences.cpp). Integer sums: the same on every machine.
#include "text/sentences.h"

#include "text/sentence_features.h"
#include "text/sentence_weights.h"

#include <cstdint>

namespace entente {

namespace {

// A sentence without a stop at its end is rare in news, but common in the mail that the weights
// were learned from: ask for more evidence. Tuned on EWT and GUM dev and looked at on Wikinews.
constexpr int kOpenEndMargin = 12;

bool ends_sentence(const SentenceFeatures& gaps, std::size_t i, std::size_t start,
                   std::vector<std::uint16_t>& features) {
  features.clear();
  gaps.append(i, start, features);
  int sum = kSentenceBias;
  for (const std::uint16_t feature : features) {
    sum += kSentenceWeightTable[feature] - kZeroWeight;
  }
  return sum > (gaps.is_terminal(i) ? 0 : kOpenEndMargin);
}

}  // namespace

std::vector<std::size_t> find_sentence_starts(std::string_view text,
                                              const std::vector<Token>& words, SentenceEnds ends) {
  std::vector<std::size_t> starts{0};
  const SentenceFeatures gaps(text, words);
  std::vector<std::uint16_t> features;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!gaps.is_candidate(i) || gaps.closes_inside(i)) continue;
    if (ends == SentenceEnds::StopsOnly && !gaps.is_terminal(i)) continue;
    if (ends_sentence(gaps, i, starts.back(), features)) {
      starts.push_back(i + 1);
    }
  }
  return starts;
}

}  // namespace entente
