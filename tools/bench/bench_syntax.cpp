// SPDX-License-Identifier: ISC
/// @file
/// How fast the language layers are on one core: bench-syntax MODEL FILE.conllu [ROUNDS].
/// Prints words per second of processor time for each stage, the stages' ratios to tokens, and the
/// peak memory. The stages run in turn within each round, so that they share the machine's moods.
#include "syntax/conllu.h"
#include "syntax/name_finder.h"
#include "syntax/network.h"
#include "syntax/parser.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>

#include <sys/resource.h>

namespace {

using namespace entente;

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

struct Stage {
  const char* name;
  double seconds = 0.0;
};

// The network alone, in pieces as parse() cuts them.
void run_network(const Network& network, const ConlluInput& input, VectorUnit unit) {
  std::vector<std::vector<std::string_view>> forms;
  std::size_t words = 0;
  for (const ConlluDocument& document : input.documents) {
    for (const Sentence& sentence : document.sentences) {
      std::vector<std::string_view>& list = forms.emplace_back();
      for (const Word& word : sentence.words) list.push_back(word.form);
      words += list.size();
      if (words < 4000) continue;
      network.analyze(forms, unit);
      forms.clear();
      words = 0;
    }
  }
  if (!forms.empty()) network.analyze(forms, unit);
}

void run(const std::string& model_path, const std::string& path, int rounds) {
  const double start = now();
  const SyntaxModel model = SyntaxModel::load(model_path);
  const double loaded = now();
  ModelData data = read_model(read_bytes(model_path), model_path);
  const NameFinder names(data, model_path);
  const Network network(data, model_path);
  ConlluInput input = read_conllu(read_bytes(path), path);
  std::vector<TokenizedDocument> documents;
  std::size_t words = 0;
  for (const ConlluDocument& document : input.documents) {
    documents.push_back({&document.document, document.tokens});
    for (const Sentence& sentence : document.sentences) words += sentence.words.size();
  }
  Stage stages[] = {
      {"tokens"}, {"network, AVX2"}, {"network, AVX-512"}, {"names"}, {"all but tokens"}};
  for (int round = 0; round < rounds; ++round) {
    const auto time = [&](std::size_t stage, auto&& work) {
      const double from = now();
      work();
      stages[stage].seconds += now() - from;
    };
    time(0, [&] {
      for (const ConlluDocument& document : input.documents) tokenize(document.document);
    });
    if (is_supported(VectorUnit::Avx2))
      time(1, [&] { run_network(network, input, VectorUnit::Avx2); });
    if (is_supported(VectorUnit::Avx512))
      time(2, [&] { run_network(network, input, VectorUnit::Avx512); });
    std::vector<std::vector<Sentence>> parsed;
    time(4, [&] { parsed = parse(model, documents); });
    time(3, [&] {
      for (std::vector<Sentence>& sentences : parsed) names.find(sentences);
    });
  }
  std::printf("%zu words, %d rounds; model loaded in %.3f s\n", words, rounds, loaded - start);
  for (const Stage& stage : stages) {
    if (stage.seconds <= 0.0) continue;
    std::printf("%-18s %9.0f words/s  %6.2f x tokens\n", stage.name,
                static_cast<double>(words) * rounds / stage.seconds,
                stage.seconds / stages[0].seconds);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("peak memory %.0f MB\n", static_cast<double>(usage.ru_maxrss) / 1024.0);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: bench-syntax MODEL FILE.conllu [ROUNDS]\n", stderr);
    return 2;
  }
  try {
    run(argv[1], argv[2], argc > 3 ? std::atoi(argv[3]) : 3);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench-syntax: %s\n", error.what());
    return 1;
  }
}
