// SPDX-License-Identifier: ISC
/// @file
/// Trains the name finder of a model (see models/README.md) and puts it into the model's file.
#include "syntax/conllu.h"
#include "syntax/parser.h"
#include "train/chain.h"
#include "train/gazetteer.h"
#include "train/likeness.h"
#include "train/substitutes.h"
#include "train/treebank.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>

namespace {

using namespace entente;
using namespace entente::train;

constexpr std::size_t kFolds = 3;

// Sentences and the names in them.
struct NameSet {
  std::string treebank, names;
  std::size_t copies = 1;  // with other names
};

struct Options {
  std::string model = "models/english.entente";
  std::string out;
  std::string like;                // words that behave like others
  std::vector<std::string> lists;  // gazetteer files
  std::string towns;               // GeoNames as a gettext catalogue
  std::string actors;              // the ontology, whose actors are known names too
  std::vector<NameSet> training;
  std::string dev, dev_names;
  std::uint64_t seed = 1;
  std::int32_t outside_cost = 0;  // taken off "no name" in the second run: more names are found
  ChainOptions chain;
  std::size_t chains = 3;  // whose mean is each run's
};

void usage() {
  std::fputs(
      "usage: train-names --model FILE {--treebank CONLLU --names IOB2 [--copies N]}... [--out "
      "FILE]\n"
      "                   [--list FILE]... [--towns FILE.mo] [--actors ONTOLOGY] [--like FILE]\n"
      "                   [--dev CONLLU --dev-names IOB2] [--seed N] [--epochs N]\n",
      stderr);
  std::exit(2);
}

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i], value = argv[i + 1];
    if (name == "--model")
      options.model = value;
    else if (name == "--out")
      options.out = value;
    else if (name == "--like")
      options.like = value;
    else if (name == "--list")
      options.lists.push_back(value);
    else if (name == "--towns")
      options.towns = value;
    else if (name == "--actors")
      options.actors = value;
    else if (name == "--treebank")
      options.training.push_back({value, {}, 1});
    else if (name == "--names" && !options.training.empty())
      options.training.back().names = value;
    else if (name == "--dev")
      options.dev = value;
    else if (name == "--dev-names")
      options.dev_names = value;
    else if (name == "--seed")
      options.seed = std::stoull(value);
    else if (name == "--epochs")
      options.chain.epochs = std::stoul(value);
    else if (name == "--chains")
      options.chains = std::stoul(value);
    else if (name == "--copies" && !options.training.empty())
      options.training.back().copies = std::stoul(value);
    else if (name == "--outside-cost")
      options.outside_cost = std::stoi(value);
    else if (name == "--rate")
      options.chain.rate = std::stof(value);
    else if (name == "--lexical-drop")
      options.chain.lexical_drop = std::stof(value);
    else if (name == "--known-drop")
      options.chain.known_drop = std::stof(value);
    else if (name == "--shrink")
      options.chain.shrink = std::stof(value);
    else
      usage();
  }
  if (argc % 2 == 0 || options.training.empty()) usage();
  if (options.out.empty()) options.out = options.model;
  return options;
}

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

// A document parsed by the model, with its right names; sentences without any have no tags.
struct NamedDocument {
  std::vector<Sentence> sentences;
  std::vector<std::vector<NameTag>> gold;
};

// The forms of a document's sentences as a text of their own, words parted by spaces.
struct PlainDocument {
  Document document;
  std::vector<TokenizedSentence> sentences;
  void add(const std::vector<std::string>& words) {
    TokenizedSentence& sentence = sentences.emplace_back();
    std::string& text = document.text;
    for (const std::string& word : words) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += word;
      sentence.tokens.push_back({{begin, static_cast<std::uint32_t>(text.size())}, false});
      text += ' ';
    }
  }
};

// `substitutes` null: the documents as they are.
std::vector<NamedDocument> read_documents(const std::string& path, const std::string& names,
                                          const SyntaxModel& model, const Substitutes* substitutes,
                                          Random random) {
  const NamesByWords tags_of = read_names(names);
  const ConlluInput input = read_conllu(read_bytes(path), path);
  std::vector<PlainDocument> plain(input.documents.size());
  std::vector<NamedDocument> documents(input.documents.size());
  std::vector<TokenizedDocument> tokenized;
  for (std::size_t d = 0; d < plain.size(); ++d) {
    for (const Sentence& sentence : input.documents[d].sentences) {
      std::vector<NameTag>& gold = documents[d].gold.emplace_back();
      const auto found = tags_of.find(words_key(sentence));
      if (found != tags_of.end()) {
        for (const std::string& tag : found->second) gold.push_back(parse_name_tag(tag));
      }
      std::vector<std::string> words;
      for (const Word& word : sentence.words) words.push_back(word.form);
      if (substitutes != nullptr && !gold.empty()) substitutes->rename(random, words, gold);
      plain[d].add(words);
    }
    tokenized.push_back({&plain[d].document, plain[d].sentences});
  }
  std::vector<std::vector<Sentence>> parsed = parse(model, tokenized);
  for (std::size_t d = 0; d < parsed.size(); ++d) documents[d].sentences = std::move(parsed[d]);
  return documents;
}

NameHistory history_of(const NamedDocument& document, const KnownNames& gazetteer,
                       const NameWeights& weights) {
  NameHistory history;
  NameFeatures features;
  for (const Sentence& sentence : document.sentences) {
    if (!may_have_names(sentence)) continue;
    find_name_features(sentence, gazetteer, features);
    count_history(sentence, best_names(weights, features), history);
  }
  return history;
}

void add_examples(const NamedDocument& document, const KnownNames& gazetteer,
                  const NameHistory* history, std::vector<ChainExample>& examples) {
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    if (document.gold[s].empty() || !may_have_names(document.sentences[s])) continue;
    ChainExample& example = examples.emplace_back();
    find_name_features(document.sentences[s], gazetteer, example.features);
    if (history != nullptr) add_history_features(document.sentences[s], *history, example.features);
    example.tags = document.gold[s];
  }
}

std::vector<const ChainExample*> pointers(const std::vector<ChainExample>& examples) {
  std::vector<const ChainExample*> all;
  for (const ChainExample& example : examples) all.push_back(&example);
  return all;
}

// A training document and its fold: copies with other names stay in that of their original.
struct FoldedDocument {
  NamedDocument document;
  std::size_t fold = 0;
};

// How the first run takes documents that it was not trained on: it is trained anew without them.
std::vector<NameHistory> cross_histories(const std::vector<FoldedDocument>& documents,
                                         const KnownNames& gazetteer, const Options& options) {
  std::vector<NameHistory> histories(documents.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<ChainExample> examples;
    for (const FoldedDocument& d : documents) {
      if (d.fold != fold) add_examples(d.document, gazetteer, nullptr, examples);
    }
    const NameWeights weights =
        train_chain(pointers(examples), options.chain, Random(options.seed + fold));
    for (std::size_t d = 0; d < documents.size(); ++d) {
      if (documents[d].fold == fold)
        histories[d] = history_of(documents[d].document, gazetteer, weights);
    }
  }
  return histories;
}

std::vector<FoldedDocument> read_training(const Options& options, const SyntaxModel& model,
                                          const Substitutes& substitutes) {
  std::vector<FoldedDocument> all;
  std::uint64_t seed = options.seed + 100;
  for (const NameSet& set : options.training) {
    for (std::size_t copy = 0; copy <= set.copies; ++copy) {
      auto documents = read_documents(set.treebank, set.names, model,
                                      copy == 0 ? nullptr : &substitutes, Random(seed++));
      for (std::size_t d = 0; d < documents.size(); ++d)
        all.push_back({std::move(documents[d]), d % kFolds});
    }
  }
  return all;
}

struct Spans {
  std::vector<std::array<std::size_t, 3>> list;  // begin, end, type
  explicit Spans(const std::vector<NameTag>& tags) {
    for (std::size_t i = 0; i < tags.size();) {
      if (tags[i] == kOutside) {
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      while (end < tags.size() && tags[end] != kOutside && tags[end] % 2 == 0) ++end;
      list.push_back({i, end, (static_cast<std::size_t>(tags[i]) + 1) / 2});
      i = end;
    }
  }
};

void evaluate(const std::vector<NamedDocument>& documents, const KnownNames& gazetteer,
              const std::array<NameWeights, 2>& runs) {
  std::array<std::size_t, 4> right{}, found{}, gold{};
  NameFeatures features;
  for (const NamedDocument& document : documents) {
    const NameHistory history = history_of(document, gazetteer, runs[0]);
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
      if (document.gold[s].empty()) continue;
      std::vector<NameTag> tags(document.gold[s].size(), kOutside);
      if (may_have_names(document.sentences[s])) {
        find_name_features(document.sentences[s], gazetteer, features);
        add_history_features(document.sentences[s], history, features);
        tags = best_names(runs[1], features);
      }
      const Spans system(tags), right_ones(document.gold[s]);
      for (const auto& span : system.list) {
        ++found[span[2]];
        right[span[2]] += std::count(right_ones.list.begin(), right_ones.list.end(), span);
      }
      for (const auto& span : right_ones.list) ++gold[span[2]];
    }
  }
  const char* types[] = {"all", "PER", "ORG", "LOC"};
  for (std::size_t t = 1; t < 4; ++t)
    right[0] += right[t], found[0] += found[t], gold[0] += gold[t];
  for (std::size_t t = 0; t < 4; ++t) {
    std::printf("  %s P %.3f R %.3f F %.3f\n", types[t], double(right[t]) / double(found[t]),
                double(right[t]) / double(gold[t]),
                2.0 * double(right[t]) / double(found[t] + gold[t]));
  }
}

void store(const NameWeights& weights, const std::string& name, ModelData& data) {
  ModelMatrix& matrix = data.matrices[name];
  matrix = {kNameTags,
            static_cast<std::uint32_t>(weights.rows.size()),
            {},
            std::vector<float>(kNameTags, 1.0F)};
  std::vector<float>& transitions = data.vectors[name + ".transitions"];
  transitions.clear();
  for (std::size_t tag = 0; tag < kNameTags; ++tag) {
    for (const auto& row : weights.rows) matrix.values.push_back(row[tag]);
  }
  for (const auto& row : weights.transitions) {
    for (const std::int32_t weight : row) transitions.push_back(static_cast<float>(weight));
  }
}

void run(const Options& options) {
  ModelData data = read_model(read_bytes(options.model), options.model);
  if (!options.like.empty()) add_likenesses(options.like, data);
  write_file(options.out, write_model(data));
  const SyntaxModel model = SyntaxModel::load(options.out);
  Lists lists = read_lists({options.lists, options.towns, options.actors});
  std::vector<std::string> treebanks;
  for (const NameSet& set : options.training) treebanks.push_back(set.treebank);
  add_small_lists(ordinary_words(treebanks), lists);
  KnownNames gazetteer;
  data.lists["names.kinds"].clear();
  for (std::size_t kind = 0; kind < lists.size(); ++kind) {
    gazetteer.set_kind(kind, lists[kind].kind);
    for (const std::string& name : lists[kind].names) gazetteer.add(kind, name);
    data.lists["names.kinds"].push_back(lists[kind].kind);
    data.lists["names." + lists[kind].kind] = lists[kind].names;
    std::printf("%s %zu  ", lists[kind].kind.c_str(), lists[kind].names.size());
  }
  std::puts("");
  const Substitutes substitutes(lists);
  const std::vector<FoldedDocument> documents = read_training(options, model, substitutes);
  const std::vector<NameHistory> histories = cross_histories(documents, gazetteer, options);
  ChainOptions chain = options.chain;
  chain.chains = options.chains;
  std::array<NameWeights, 2> runs;
  for (std::size_t number = 0; number < 2; ++number) {
    std::vector<ChainExample> examples;
    for (std::size_t d = 0; d < documents.size(); ++d) {
      add_examples(documents[d].document, gazetteer, number == 0 ? nullptr : &histories[d],
                   examples);
    }
    runs[number] = train_chain(pointers(examples), chain, Random(options.seed));
    for (auto& row : runs[number].transitions)
      row[kOutside] -= number == 1 ? options.outside_cost : 0;
    store(runs[number], "names.run" + std::to_string(number + 1), data);
  }
  if (!options.dev.empty()) {
    const auto dev = read_documents(options.dev, options.dev_names, model, nullptr, Random(0));
    for (const std::int32_t more : {-8, -4, 0, 4, 8}) {
      std::array<NameWeights, 2> other = runs;
      for (auto& row : other[1].transitions) row[kOutside] -= more;
      std::printf("outside cost %d\n", options.outside_cost + more);
      evaluate(dev, gazetteer, other);
    }
  }
  write_file(options.out, write_model(data));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(read_options(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train-names: %s\n", error.what());
    return 1;
  }
}
