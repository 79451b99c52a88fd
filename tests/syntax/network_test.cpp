// SPDX-License-Identifier: ISC
#include "syntax/network.h"

#include "syntax/tiny_model.h"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

using Forms = std::vector<std::string_view>;

// Sentences of 1 to `count` words, the words drawn from a short list.
std::vector<Forms> make_sentences(std::size_t count) {
  constexpr std::string_view kForms[] = {"The",   "envoy",          "said",   "that",
                                         "Minsk", "\u201CNo\u201D", "2,400",  "troops",
                                         ".",     "Żeleński",       "US-led", "x"};
  std::vector<Forms> sentences(count);
  for (std::size_t s = 0; s < count; ++s) {
    for (std::size_t i = 0; i <= s; ++i)
      sentences[s].push_back(kForms[(s * 5 + i * 7 + i * i) % std::size(kForms)]);
  }
  return sentences;
}

void check_same(const Analysis& a, const Analysis& b) {
  CHECK(a.heads == b.heads);
  CHECK(a.labels == b.labels);
  CHECK(a.classes == b.classes);
}

const Network& tiny_network() {
  static ModelData data = test::TinyModel::make();
  static const Network network(data, "tiny");
  return network;
}

}  // namespace

TEST_CASE("every vector unit gives the same analysis", "[syntax][network]") {
  const std::vector<Forms> sentences = make_sentences(40);
  const std::vector<Analysis> portable = tiny_network().analyze(sentences, VectorUnit::Portable);
  for (const VectorUnit unit : {VectorUnit::Avx2, VectorUnit::Avx512}) {
    if (!is_supported(unit)) continue;
    const std::vector<Analysis> other = tiny_network().analyze(sentences, unit);
    for (std::size_t s = 0; s < sentences.size(); ++s) check_same(portable[s], other[s]);
  }
}

TEST_CASE("a sentence is analysed alike alone and among others", "[syntax][network]") {
  const std::vector<Forms> sentences = make_sentences(70);
  const std::vector<Analysis> together = tiny_network().analyze(sentences, best_vector_unit());
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const std::vector<Analysis> alone =
        tiny_network().analyze({&sentences[s], 1}, best_vector_unit());
    check_same(together[s], alone[0]);
  }
}

TEST_CASE("every sentence gets a tree with one root", "[syntax][network]") {
  const std::vector<Forms> sentences = make_sentences(60);
  const auto root = static_cast<std::uint16_t>(1);  // "root" in the tiny model's list
  for (const Analysis& analysis : tiny_network().analyze(sentences, best_vector_unit())) {
    std::size_t roots = 0;
    for (std::size_t i = 0; i < analysis.heads.size(); ++i) {
      CHECK((analysis.heads[i] == 0) == (analysis.labels[i] == root));
      roots += analysis.heads[i] == 0;
      std::size_t at = i + 1, steps = 0;
      while (at != 0 && steps++ <= analysis.heads.size()) at = analysis.heads[at - 1];
      CHECK(at == 0);
    }
    CHECK(roots == 1);
  }
}

TEST_CASE("products are exact at the ends of their range", "[syntax][network]") {
  ModelMatrix weights{17, 320, std::vector<std::int8_t>(17 * 320, -127),
                      std::vector<float>(17, 1.0F)};
  const Layer layer = make_layer(weights, {}, 1.0F);
  const std::vector<std::int16_t> rows(9 * 320, 31744);
  for (const VectorUnit unit : {VectorUnit::Portable, VectorUnit::Avx2, VectorUnit::Avx512}) {
    if (!is_supported(unit)) continue;
    std::vector<std::int32_t> sums(9 * layer.width, 1);
    multiply(unit, rows.data(), 9, 320, layer, sums.data());
    for (std::size_t i = 0; i < sums.size(); ++i)
      CHECK(sums[i] == (i % layer.width < 17 ? -127 * 31744 * 320 : 0));
  }
}
