// SPDX-License-Identifier: ISC
#include "syntax/parser.h"

#include "syntax/lemma_rule.h"
#include "syntax/letters.h"
#include "syntax/name_finder.h"
#include "syntax/network.h"
#include "text/diagnostic.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <unordered_map>

namespace entente {

namespace {

// Sentences of one call to the network: many enough that its batches hold sentences of like length.
constexpr std::size_t kChunkWords = 4000;

constexpr std::string_view kNoWord = "_";  // what stands for a word without characters

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw ConfigError({Severity::Error, path, 0, 0,
                       std::string("the model cannot be opened: ") + std::strerror(errno)});
  }
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// A sentence of one of the documents.
struct Place {
  std::size_t document;
  std::size_t sentence;
};

// Lemmas of verbs and nouns that the treebanks have; the rules are for all other words.
class KnownLemmas {
 public:
  explicit KnownLemmas(const ModelData& data) {
    for (const Upos upos : {Upos::VERB, Upos::NOUN}) {
      const auto list = data.lists.find("lemmas." + std::string(to_string(upos)));
      if (list == data.lists.end()) continue;
      for (const std::string& entry : list->second) {
        const std::size_t space = std::min(entry.find(' '), entry.size() - 1);
        lemmas_of(upos).emplace(entry.substr(0, space), entry.substr(space + 1));
      }
    }
  }
  // Empty if the lemma is not known.
  std::string_view find(Upos upos, std::string_view form) const {
    if (upos != Upos::VERB && upos != Upos::NOUN) return {};
    const auto& lemmas = upos == Upos::VERB ? verbs_ : nouns_;
    const auto found = lemmas.find(to_lower(form));
    return found == lemmas.end() ? std::string_view() : found->second;
  }

 private:
  using Lemmas = std::unordered_map<std::string, std::string>;
  Lemmas& lemmas_of(Upos upos) { return upos == Upos::VERB ? verbs_ : nouns_; }
  Lemmas verbs_, nouns_;
};

void fill_word(const NetworkLists& lists, const KnownLemmas& lemmas, const Analysis& analysis,
               std::size_t i, Word& word) {
  const auto class_of = [&](Task task) -> const std::string& {
    return lists.classes[task][analysis.classes[task][i]];
  };
  word.upos = parse_upos(class_of(kUposTask));
  word.xpos = class_of(kXposTask);
  word.feats = class_of(kFeatsTask);
  word.lemma = lemmas.find(word.upos, word.form);
  if (word.lemma.empty()) word.lemma = apply_lemma_rule(class_of(kLemmaTask), word.form);
  word.head = analysis.heads[i];
  word.deprel = lists.deprels[analysis.labels[i]];
}

Sentence make_sentence(const TokenizedSentence& tokens, std::string_view text,
                       const NetworkLists& lists, const KnownLemmas& lemmas,
                       const Analysis& analysis) {
  Sentence sentence{tokens.range, tokens.block, {}};
  sentence.words.resize(tokens.tokens.size());
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    Word& word = sentence.words[i];
    word.range = tokens.tokens[i].range;
    word.joined_to_next = tokens.tokens[i].joined_to_next;
    word.form = word.range.empty() ? kNoWord : word.range.in(text);
    fill_word(lists, lemmas, analysis, i, word);
  }
  return sentence;
}

}  // namespace

struct SyntaxModel::Impl {
  Impl(ModelData data, const std::string& file)
      : network(data, file), names(data, file), lemmas(data) {}
  Network network;
  NameFinder names;
  KnownLemmas lemmas;
};

SyntaxModel::SyntaxModel(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
SyntaxModel::SyntaxModel(SyntaxModel&&) noexcept = default;
SyntaxModel& SyntaxModel::operator=(SyntaxModel&&) noexcept = default;
SyntaxModel::~SyntaxModel() = default;

SyntaxModel SyntaxModel::load(const std::string& path) {
  return SyntaxModel(std::make_unique<const Impl>(read_model(read_file(path), path), path));
}

std::vector<std::vector<Sentence>> parse(const SyntaxModel& model,
                                         std::span<const TokenizedDocument> documents) {
  const Network& network = model.impl().network;
  const VectorUnit unit = best_vector_unit();
  std::vector<std::vector<Sentence>> parsed(documents.size());
  std::vector<Place> places;
  std::vector<std::vector<std::string_view>> forms;
  std::size_t words = 0;
  const auto flush = [&] {
    const std::vector<Analysis> analyses = network.analyze(forms, unit);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const TokenizedDocument& from = documents[places[i].document];
      parsed[places[i].document].push_back(make_sentence(from.sentences[places[i].sentence],
                                                         from.document->text, network.lists(),
                                                         model.impl().lemmas, analyses[i]));
    }
    places.clear();
    forms.clear();
    words = 0;
  };
  for (std::size_t d = 0; d < documents.size(); ++d) {
    for (std::size_t s = 0; s < documents[d].sentences.size(); ++s) {
      std::vector<std::string_view> list;
      for (const Token& token : documents[d].sentences[s].tokens) {
        list.push_back(token.range.empty() ? kNoWord : token.range.in(documents[d].document->text));
      }
      if (list.empty()) continue;
      words += list.size();
      places.push_back({d, s});
      forms.push_back(std::move(list));
      if (words >= kChunkWords) flush();
    }
  }
  if (!places.empty()) flush();
  for (std::vector<Sentence>& sentences : parsed) model.impl().names.find(sentences);
  return parsed;
}

}  // namespace entente
