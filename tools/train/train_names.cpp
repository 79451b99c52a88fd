// SPDX-License-Identifier: ISC
/// @file
/// Trains the name finder of a model (see models/README.md) and puts it into the model's file.
#include "syntax/conllu.h"
#include "syntax/parser.h"
#include "train/chain.h"
#include "train/gazetteer.h"
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

struct Options {
  std::string model = "models/english.entente";
  std::string out;
  std::vector<std::string> lists;  // gazetteer files
  std::string towns;               // GeoNames as a gettext catalogue
  std::string treebank, names;     // training
  std::string dev, dev_names;
  std::uint64_t seed = 1;
  std::size_t copies = 1;         // of the training text, with other names
  std::int32_t outside_cost = 0;  // taken off "no name" in the second run: more names are found
  ChainOptions chain;
};

void usage() {
  std::fputs(
      "usage: train-names --model FILE --treebank CONLLU --names IOB2 [--out FILE] [--list "
      "FILE]... [--towns FILE.mo]\n"
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
    else if (name == "--list")
      options.lists.push_back(value);
    else if (name == "--towns")
      options.towns = value;
    else if (name == "--treebank")
      options.treebank = value;
    else if (name == "--names")
      options.names = value;
    else if (name == "--dev")
      options.dev = value;
    else if (name == "--dev-names")
      options.dev_names = value;
    else if (name == "--seed")
      options.seed = std::stoull(value);
    else if (name == "--epochs")
      options.chain.epochs = std::stoul(value);
    else if (name == "--copies")
      options.copies = std::stoul(value);
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
  if (argc % 2 == 0 || options.treebank.empty() || options.names.empty()) usage();
  if (options.out.empty()) options.out = options.model;
  return options;
}

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// A document parsed by the model, with its right names; sentences without any have no tags.
struct NamedDocument {
  std::vector<Sentence> sentences;
  std::vector<std::vector<NameTag>> gold;
};

// Names of a type to put in place of others: by number of words, each name as its words.
class Substitutes {
 public:
  explicit Substitutes(const Lists& lists) {
    for (const List& list : lists) {
      const std::size_t type = list.kind == "company" || list.kind == "org" || list.kind == "media"
                                   ? kOrg
                               : list.kind == "country" || list.kind == "place" ? kLoc
                               : list.kind == "town"                            ? kTown
                                                                                : kOther;
      if (list.kind == "first") first_ = &list.names;
      if (list.kind == "last") last_ = &list.names;
      if (type == kOther) continue;
      for (const std::string& name : list.names) {
        std::istringstream in(name);
        std::vector<std::string> words{std::istream_iterator<std::string>(in), {}};
        if (words.size() <= kMaxWords) by_size_[type][words.size()].push_back(std::move(words));
      }
    }
  }

  // Other names for most of those in `words`, with as many words each.
  void rename(const std::vector<NameTag>& tags, Random& random,
              std::vector<std::string>& words) const {
    for (std::size_t i = 0; i < tags.size(); ++i) {
      if (tags[i] == kOutside || tags[i] % 2 == 0 || !random.chance(kShare)) continue;
      std::size_t end = i + 1;
      while (end < tags.size() && tags[end] != kOutside && tags[end] % 2 == 0) ++end;
      if (tags[i] == kBeginPer) {
        rename_person(i, end, random, words);
      } else {
        const std::size_t type = tags[i] == kBeginOrg ? kOrg : random.chance(0.4F) ? kTown : kLoc;
        const auto found = by_size_[type].find(end - i);
        if (found == by_size_[type].end()) continue;
        const auto& name = found->second[random.below(found->second.size())];
        std::copy(name.begin(), name.end(), words.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
  }

 private:
  enum Type { kOrg, kLoc, kTown, kOther };
  static constexpr std::size_t kMaxWords = 4;
  static constexpr float kShare = 0.8F;

  void rename_person(std::size_t begin, std::size_t end, Random& random,
                     std::vector<std::string>& words) const {
    if (end - begin > 3 || first_ == nullptr || last_ == nullptr) return;
    if (end - begin > 1 || random.chance(0.3F))
      words[begin] = (*first_)[random.below(first_->size())];
    if (end - begin > 1 || random.chance(0.7F))
      words[end - 1] = (*last_)[random.below(last_->size())];
  }

  std::map<std::size_t, std::vector<std::vector<std::string>>> by_size_[kOther];
  const std::vector<std::string>* first_ = nullptr;
  const std::vector<std::string>* last_ = nullptr;
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
      if (substitutes != nullptr) substitutes->rename(gold, random, words);
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

// How the first run takes documents that it was not trained on: it is trained anew without them.
// Documents repeat after `period` with other names; the copies stay in their original's fold.
std::vector<NameHistory> cross_histories(const std::vector<NamedDocument>& documents,
                                         std::size_t period, const KnownNames& gazetteer,
                                         const Options& options) {
  const auto fold_of = [&](std::size_t document) { return document % period % kFolds; };
  std::vector<NameHistory> histories(documents.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<ChainExample> examples;
    for (std::size_t d = 0; d < documents.size(); ++d) {
      if (fold_of(d) != fold) add_examples(documents[d], gazetteer, nullptr, examples);
    }
    const NameWeights weights =
        train_chain(pointers(examples), options.chain, Random(options.seed + fold));
    for (std::size_t d = 0; d < documents.size(); ++d) {
      if (fold_of(d) == fold) histories[d] = history_of(documents[d], gazetteer, weights);
    }
  }
  return histories;
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
  const SyntaxModel model = SyntaxModel::load(options.model);
  ModelData data = read_model(read_bytes(options.model), options.model);
  const Lists lists = read_lists(options.lists, options.towns);
  KnownNames gazetteer;
  data.lists["names.kinds"].clear();
  for (std::size_t kind = 0; kind < lists.size(); ++kind) {
    for (const std::string& name : lists[kind].names) gazetteer.add(kind, name);
    data.lists["names.kinds"].push_back(lists[kind].kind);
    data.lists["names." + lists[kind].kind] = lists[kind].names;
    std::printf("%s %zu  ", lists[kind].kind.c_str(), lists[kind].names.size());
  }
  std::puts("");
  std::vector<NamedDocument> documents =
      read_documents(options.treebank, options.names, model, nullptr, Random(0));
  const std::size_t period = documents.size();
  const Substitutes substitutes(lists);
  for (std::size_t copy = 0; copy < options.copies; ++copy) {
    const Random random(options.seed + 100 + copy);
    auto renamed = read_documents(options.treebank, options.names, model, &substitutes, random);
    std::move(renamed.begin(), renamed.end(), std::back_inserter(documents));
  }
  const std::vector<NameHistory> histories = cross_histories(documents, period, gazetteer, options);
  std::array<NameWeights, 2> runs;
  for (std::size_t number = 0; number < 2; ++number) {
    std::vector<ChainExample> examples;
    for (std::size_t d = 0; d < documents.size(); ++d) {
      add_examples(documents[d], gazetteer, number == 0 ? nullptr : &histories[d], examples);
    }
    runs[number] = train_chain(pointers(examples), options.chain, Random(options.seed));
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
  const std::string bytes = write_model(data);
  std::ofstream out(options.out, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + options.out);
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
