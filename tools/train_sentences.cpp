// SPDX-License-Identifier: ISC
// Trains the sentence splitter and prints src/text/sentence_weights.cpp.
// usage: train_sentences TREEBANK.conllu... > sentence_weights.cpp
//
// Logistic regression by stochastic gradients (AdaGrad) over the gaps of the treebanks' raw
// paragraphs, split into words by our own rules; the same input gives the same bytes. Part of the
// paragraphs is seen a second time with curly quotes for straight ones, as newspapers print them.
#include "text/sentence_features.h"
#include "text/sentence_weights.h"
#include "text/words.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>

using namespace entente;

namespace {

constexpr int kEpochs = 15;
constexpr double kRate = 0.05;
constexpr double kDecay = 1e-3;  // tuned on EWT and GUM dev, like the two above
constexpr int kLargest = 40;     // of the printed weights: 'P' +- 40 are printable

struct Paragraph {
  std::string text;
  std::vector<std::uint32_t> ends;  // byte offsets behind its sentences
};

struct Gap {
  std::vector<std::uint16_t> features;
  bool ends = false;
};

std::vector<Paragraph> read_treebank(const char* path) {
  std::vector<Paragraph> paragraphs;
  std::ifstream file(path);
  bool fresh = true;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# newpar") || line.starts_with("# newdoc")) fresh = true;
    if (!line.starts_with("# text = ")) continue;
    if (fresh) paragraphs.emplace_back();
    fresh = false;
    Paragraph& paragraph = paragraphs.back();
    if (!paragraph.text.empty()) paragraph.text += ' ';
    paragraph.text += line.substr(9);
    paragraph.ends.push_back(static_cast<std::uint32_t>(paragraph.text.size()));
  }
  return paragraphs;
}

// Straight double quotes become curly ones.
Paragraph with_curly_quotes(const Paragraph& paragraph) {
  Paragraph curly;
  std::size_t sentence = 0;
  bool open = true;
  for (std::size_t i = 0; i <= paragraph.text.size(); ++i) {
    if (sentence < paragraph.ends.size() && paragraph.ends[sentence] == i) {
      curly.ends.push_back(static_cast<std::uint32_t>(curly.text.size()));
      ++sentence;
    }
    if (i == paragraph.text.size()) break;
    if (paragraph.text[i] == '"') {
      curly.text += open ? "“" : "”";
      open = !open;
    } else if (paragraph.text[i] == '\'' && i > 0 && paragraph.text[i - 1] != ' ') {
      curly.text += "’";
    } else {
      curly.text += paragraph.text[i];
    }
  }
  return curly;
}

void add_gaps(const Paragraph& paragraph, std::vector<Gap>& gaps) {
  std::vector<Token> words;
  split_words(paragraph.text, {0, static_cast<std::uint32_t>(paragraph.text.size())}, words);
  const SentenceFeatures features(paragraph.text, words);
  std::size_t start = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool ends =
        std::binary_search(paragraph.ends.begin(), paragraph.ends.end(), words[i].range.end);
    if (features.is_candidate(i)) {
      gaps.emplace_back().ends = ends;
      features.append(i, start, gaps.back().features);
    }
    if (ends) start = i + 1;
  }
}

// A small generator of our own: the standard's shuffles differ between libraries.
struct Random {
  std::uint64_t state = 88172645463325252ULL;
  std::uint64_t next() {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    return state;
  }
};

struct Model {
  std::vector<double> weights = std::vector<double>(kSentenceWeights, 0.0);
  std::vector<double> squares = std::vector<double>(kSentenceWeights, 1e-3);
  double bias = 0;

  double score(const Gap& gap) const {
    return std::accumulate(gap.features.begin(), gap.features.end(), bias,
                           [&](double sum, std::uint16_t f) { return sum + weights[f]; });
  }

  void learn(const Gap& gap) {
    const double error = 1 / (1 + std::exp(-score(gap))) - (gap.ends ? 1 : 0);
    if (std::abs(error) < 0.01) return;
    bias -= 0.01 * kRate * error;
    for (const std::uint16_t f : gap.features) {
      const double gradient = error + kDecay * weights[f];
      squares[f] += gradient * gradient;
      weights[f] -= kRate * gradient / std::sqrt(squares[f]);
    }
  }
};

Model train(const std::vector<Gap>& gaps) {
  Model model;
  Model sum;
  std::vector<std::size_t> order(gaps.size());
  std::iota(order.begin(), order.end(), 0);
  Random random;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[random.next() % i]);
    for (const std::size_t i : order) model.learn(gaps[i]);
    for (std::size_t f = 0; f < kSentenceWeights; ++f) sum.weights[f] += model.weights[f];
    sum.bias += model.bias;
  }
  return sum;  // the sum of all epochs: averaged but for a common factor
}

void print_table(const Model& model) {
  double largest = 0;
  for (const double weight : model.weights) largest = std::max(largest, std::abs(weight));
  // rare large weights are clipped, so that the many small ones keep their steps
  const double step = 0.55 * largest / kLargest;
  fmt::print(
      "// SPDX-License-Identifier: CC-BY-SA-4.0\n"
      "// Made by tools/train_sentences.cpp from UD English EWT 2.16 (train) and the open part of "
      "GUM\n"
      "// 2.16 (train: news, interview, bio, voyage, textbook, vlog, speech, conversation);\n"
      "// Universal Dependencies contributors. Do not edit.\n"
      "#include \"text/sentence_weights.h\"\n\n"
      "namespace entente {{\n\n// clang-format off\n"
      "const int kSentenceBias = {};\n\n"
      "const std::string_view kSentenceWeightTable =\n",
      std::lround(model.bias / step));
  for (std::size_t line = 0; line < kSentenceWeights; line += 88) {
    std::string row;
    for (std::size_t f = line; f < std::min(line + 88, kSentenceWeights); ++f) {
      const long value = std::clamp(std::lround(model.weights[f] / step),
                                    -static_cast<long>(kLargest), static_cast<long>(kLargest));
      char c = static_cast<char>(kZeroWeight + value);
      if (c == '\\' || c == '?') ++c;  // escapes and trigraphs
      row += c;
    }
    fmt::print("    \"{}\"\n", row);
  }
  fmt::print("    ;\n// clang-format on\n\n}}  // namespace entente\n");
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Gap> gaps;
  std::size_t number = 0;
  for (int i = 1; i < argc; ++i) {
    for (const Paragraph& paragraph : read_treebank(argv[i])) {
      add_gaps(paragraph, gaps);
      if (++number % 2 == 0) add_gaps(with_curly_quotes(paragraph), gaps);
    }
  }
  print_table(train(gaps));
}
