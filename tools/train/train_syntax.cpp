// SPDX-License-Identifier: ISC
/// @file
/// Trains the model of src/syntax/ (see models/README.md): train-syntax [options] TREEBANK...
#include "train/augment.h"
#include "train/likeness.h"
#include "train/network.h"
#include "train/optimizer.h"
#include "train/treebank.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace entente;
using namespace entente::train;

constexpr std::size_t kBatchWords = 520;
constexpr std::size_t kMaxWords = 120;     // longer sentences are left out
constexpr std::size_t kAverageEvery = 10;  // steps
constexpr float kAverageEpochs = 1.0F;     // the moving average looks back about so far

struct Options {
  std::string out = "models/english.entente";
  std::string names;       // IOB2
  std::string name_lists;  // for augmentation
  std::vector<std::string> dev;
  std::vector<std::string> treebanks;
  std::string like;                // words taken for others in the saved model
  std::vector<std::string> start;  // models to begin with: their mean
  float rate = 0.002F;             // at its peak
  std::size_t epochs = 10;
  std::uint64_t seed = 1;
  std::size_t print_every = 3;
  Config config;
};

void usage() {
  std::fputs(
      "usage: train-syntax [--out FILE] [--epochs N] [--seed N] [--hidden N] [--dropout P] "
      "[--names IOB2]\n"
      "                    [--name-lists FILE] [--dev CONLLU]... [--start MODEL]... "
      "TREEBANK.conllu...\n",
      stderr);
  std::exit(2);
}

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (!name.starts_with("--")) {
      options.treebanks.push_back(name);
      continue;
    }
    if (++i == argc) usage();
    const std::string value = argv[i];
    if (name == "--out")
      options.out = value;
    else if (name == "--names")
      options.names = value;
    else if (name == "--name-lists")
      options.name_lists = value;
    else if (name == "--dev")
      options.dev.push_back(value);
    else if (name == "--print-every")
      options.print_every = std::stoul(value);
    else if (name == "--like")
      options.like = value;
    else if (name == "--start")
      options.start.push_back(value);
    else if (name == "--rate")
      options.rate = std::stof(value);
    else if (name == "--epochs")
      options.epochs = std::stoul(value);
    else if (name == "--seed")
      options.seed = std::stoull(value);
    else if (name == "--hidden")
      options.config.hidden = static_cast<std::uint32_t>(std::stoul(value));
    else if (name == "--dropout")
      options.config.dropout = std::stof(value);
    else if (name == "--recurrent-dropout")
      options.config.recurrent_dropout = std::stof(value);
    else
      usage();
  }
  if (options.treebanks.empty()) usage();
  return options;
}

// Batches of sentences of like length, in random order.
std::vector<std::vector<const Example*>> make_batches(const std::vector<Example>& examples,
                                                      Random& random) {
  std::vector<std::pair<std::size_t, const Example*>> order;
  for (const Example& example : examples) {
    const std::size_t length = example.forms.size();
    order.emplace_back(length + random.below(2 + length / 4), &example);
  }
  random.shuffle(order);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::vector<const Example*>> batches(1);
  std::size_t words = 0;
  for (const auto& [length, example] : order) {
    if (words >= kBatchWords) {
      batches.emplace_back();
      words = 0;
    }
    batches.back().push_back(example);
    words += example->forms.size();
  }
  random.shuffle(batches);
  return batches;
}

std::vector<Example> make_examples(const std::vector<GoldSentence>& sentences,
                                   const NameLists* names, Vocabulary& vocabulary, Random& random) {
  std::vector<Example> examples;
  for (const GoldSentence& gold : sentences) {
    if (gold.sentence.words.size() > kMaxWords) continue;
    if (names == nullptr) {
      examples.push_back(vocabulary.example(gold));
      continue;
    }
    GoldSentence other = gold;
    augment(*names, random, other);
    examples.push_back(vocabulary.example(other));
  }
  return examples;
}

void evaluate(const std::string& name, const std::vector<Example>& examples, Network& network) {
  std::size_t words = 0, uas = 0, las = 0, right[kTasks] = {}, known[kTasks] = {};
  for (std::size_t at = 0; at < examples.size(); at += 32) {
    std::vector<const Example*> batch;
    for (std::size_t i = at; i < std::min(examples.size(), at + 32); ++i)
      batch.push_back(&examples[i]);
    const std::vector<Prediction> predictions = network.predict(batch);
    for (std::size_t s = 0; s < batch.size(); ++s) {
      const Example& gold = *batch[s];
      const Prediction& found = predictions[s];
      for (std::size_t i = 1; i < gold.forms.size(); ++i) {
        ++words;
        const bool head = gold.heads[i] == found.heads[i];
        uas += head;
        las += head && gold.labels[i] == found.labels[i];
        for (int task = 0; task < kTasks; ++task) {
          if (gold.classes[task][i] == kMasked) continue;
          ++known[task];
          right[task] += gold.classes[task][i] == found.classes[task][i];
        }
      }
    }
  }
  const auto share = [](std::size_t part, std::size_t all) {
    return all == 0 ? 0.0 : 100.0 * double(part) / double(all);
  };
  std::printf("  %s: UAS %.2f LAS+sub %.2f UPOS %.2f XPOS %.2f feats %.2f lemma %.2f\n",
              name.c_str(), share(uas, words), share(las, words), share(right[0], known[0]),
              share(right[1], known[1]), share(right[2], known[2]), share(right[3], known[3]));
}

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void save(const Options& options, const Network& network, const Vocabulary& vocabulary) {
  ModelData data;
  network.store(data);
  vocabulary.store(data);
  if (!options.like.empty()) add_likenesses(options.like, data);
  const std::string bytes = write_model(data);
  std::ofstream out(options.out, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + options.out);
}

void begin(const Options& options, Network& network) {
  if (options.start.empty()) return;
  std::vector<ModelData> models;
  for (const std::string& path : options.start)
    models.push_back(read_model(read_bytes(path), path));
  network.restore(models);
}

void run(Options options) {
  std::vector<GoldSentence> sentences;
  for (const std::string& path : options.treebanks) {
    for (GoldSentence& gold : read_treebank(path)) sentences.push_back(std::move(gold));
  }
  if (!options.names.empty())
    std::printf("names: %zu sentences\n", add_names(options.names, sentences));
  const NameLists lists =
      options.name_lists.empty() ? NameLists{} : read_name_lists(options.name_lists);
  Vocabulary vocabulary(options.config.hash_rows);
  vocabulary.count(sentences);
  vocabulary.close();
  Random random(options.seed);
  Config& config = options.config;
  config.form_rows = vocabulary.form_rows();
  config.labels = vocabulary.labels.size();
  for (int task = 0; task < kTasks; ++task) config.classes[task] = vocabulary.classes[task].size();
  Network network(config, random);
  std::vector<std::pair<std::string, std::vector<Example>>> dev;
  for (const std::string& path : options.dev) {
    std::vector<Example> examples;
    for (const GoldSentence& gold : read_treebank(path))
      examples.push_back(vocabulary.example(gold));
    dev.emplace_back(path.substr(path.rfind('/') + 1), std::move(examples));
  }
  std::printf("%zu sentences, %u forms, classes %u %u %u %u, labels %u\n", sentences.size(),
              config.form_rows, config.classes[0], config.classes[1], config.classes[2],
              config.classes[3], config.labels);
  begin(options, network);
  const Rates rates{.peak = options.rate};
  if (options.epochs == 0) {
    for (const auto& [name, list] : dev) evaluate(name, list, network);
    return save(options, network, vocabulary);
  }
  std::size_t step = 0, steps = 0;
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t epoch = 1; epoch <= options.epochs; ++epoch) {
    const std::vector<Example> examples = make_examples(sentences, &lists, vocabulary, random);
    const auto batches = make_batches(examples, random);
    if (steps == 0) steps = batches.size() * options.epochs;
    double loss = 0.0;
    for (const auto& batch : batches) {
      loss += static_cast<double>(network.learn(batch, random));
      update(network.parameters(), rates, rate_at(rates, step, steps), step);
      if (++step % kAverageEvery == 0) {
        const float share = static_cast<float>(kAverageEvery) /
                            (kAverageEpochs * static_cast<float>(batches.size()));
        const float first = static_cast<float>(kAverageEvery) / static_cast<float>(step);
        average(network.parameters(), std::max(share, first));
      }
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("epoch %zu loss %.4f seconds %.0f\n", epoch,
                loss / static_cast<double>(batches.size()), took.count());
    if (epoch % options.print_every == 0 || epoch == options.epochs) {
      swap_average(network.parameters());
      for (const auto& [name, list] : dev) evaluate(name, list, network);
      save(options, network, vocabulary);
      swap_average(network.parameters());
    }
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(read_options(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train-syntax: %s\n", error.what());
    return 1;
  }
}
