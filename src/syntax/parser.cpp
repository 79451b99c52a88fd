// SPDX-License-Identifier: ISC
#include "syntax/parser.h"

#include "syntax/inflection.h"
#include "syntax/join_names.h"
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
#include <numeric>
#include <unordered_map>
#include <unordered_set>

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

// Lemmas of verbs and nouns that the treebanks have; grammar and the learned rules are for all
// other words.
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
    for (const auto& [form, base] : verbs_) bases_.insert(base);
  }

  // The lemma of `word`, all else of which is known; `guess` is what the learned rule makes of it.
  std::string choose(const Word& word, std::string guess) const {
    if (is_letter(word)) return word.form;
    if (const std::string_view known = find(word.upos, word.form); !known.empty())
      return std::string(known);
    const std::string form = to_lower(word.form);
    if (word.upos == Upos::VERB) return verb(form, word, std::move(guess));
    return word.upos == Upos::NOUN ? noun(form, word.xpos, std::move(guess)) : guess;
  }

 private:
  // "Vitamin C", "factor X", "10 K"
  static bool is_letter(const Word& word) {
    const bool names = word.upos == Upos::NOUN || word.upos == Upos::NUM;
    return names && word.form.size() == 1 && word.form[0] >= 'A' && word.form[0] <= 'Z';
  }

  std::string verb(const std::string& form, const Word& word, std::string guess) const {
    const bool is_past = word.xpos == "VBD" || word.xpos == "VBN";
    std::string base = irregular_verb(form, is_past);
    // Participles that are adjectives of their own ("a foiled attack") stay as they are.
    if (base.empty() && word.deprel == "amod" && guess == form) return guess;
    if (base.empty() && (is_past || word.xpos == "VBG")) base = regular_verb(form);
    if (!base.empty()) return base;
    if (bases_.contains(guess)) return guess;
    for (const std::string& candidate : stems_of(form)) {
      if (bases_.contains(candidate)) return candidate;
    }
    return guess;
  }

  static std::string noun(const std::string& form, std::string_view xpos, std::string guess) {
    const bool is_path = form.find('.', 1) < form.size() - 1;  // "report.final.pdf"
    if (is_path) return form;
    if (xpos == "$") return form;
    // Nothing is to be cut off a singular: "withholding".
    if (xpos == "NN") return to_lower(guess) == form ? guess : form;
    if (xpos != "NNS") return guess;
    std::string singular = irregular_noun(form);
    if (!singular.empty()) return singular;
    const bool men = form.size() > 3 && form.ends_with("men");
    return men ? form.substr(0, form.size() - 2) + "an" : guess;
  }

  // Empty if the lemma is not known.
  std::string_view find(Upos upos, std::string_view form) const {
    if (upos != Upos::VERB && upos != Upos::NOUN) return {};
    const auto& lemmas = upos == Upos::VERB ? verbs_ : nouns_;
    const auto found = lemmas.find(to_lower(form));
    return found == lemmas.end() ? std::string_view() : found->second;
  }

  using Lemmas = std::unordered_map<std::string, std::string>;
  Lemmas& lemmas_of(Upos upos) { return upos == Upos::VERB ? verbs_ : nouns_; }
  Lemmas verbs_, nouns_;
  std::unordered_set<std::string> bases_;  // of the known verbs
};

void fill_word(const NetworkLists& lists, const KnownLemmas& lemmas, const Analysis& analysis,
               std::size_t i, Word& word) {
  const auto class_of = [&](Task task) -> const std::string& {
    return lists.classes[task][analysis.classes[task][i]];
  };
  word.upos = parse_upos(class_of(kUposTask));
  word.xpos = class_of(kXposTask);
  word.feats = class_of(kFeatsTask);
  word.head = analysis.heads[i];
  word.deprel = lists.deprels[analysis.labels[i]];
  word.lemma = lemmas.choose(word, apply_lemma_rule(class_of(kLemmaTask), word.form));
}

std::string_view form_of(const Token& token, std::string_view text) {
  return token.range.empty() ? kNoWord : token.range.in(text);
}

// Editors' brackets, as in "[The president] denied it", mark words as not those of the one quoted
// and say nothing of the sentence: the network reads it without them. All tokens of a sentence that
// has nothing else.
std::vector<std::size_t> read_tokens(const TokenizedSentence& tokens, std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const std::string_view form = form_of(tokens.tokens[i], text);
    if (form != "[" && form != "]") out.push_back(i);
  }
  if (!out.empty()) return out;
  out.resize(tokens.tokens.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  return out;
}

// Hangs a bracket on the word beside it that it encloses.
void fill_bracket(std::span<const std::size_t> read, std::size_t i, Word& word) {
  const bool opens = word.form == "[";
  const auto after = std::lower_bound(read.begin(), read.end(), i);
  const bool to_next = after == read.begin() || (opens && after != read.end());
  word.upos = Upos::PUNCT;
  word.xpos = opens ? "-LRB-" : "-RRB-";
  word.lemma = word.form;
  word.head = static_cast<std::uint16_t>((to_next ? *after : *(after - 1)) + 1);
  word.deprel = "punct";
}

Sentence make_sentence(const TokenizedSentence& tokens, std::string_view text,
                       const NetworkLists& lists, const KnownLemmas& lemmas,
                       const Analysis& analysis) {
  Sentence sentence{tokens.range, tokens.block, {}};
  sentence.words.resize(tokens.tokens.size());
  const std::vector<std::size_t> read = read_tokens(tokens, text);
  std::size_t next = 0;  // in `read`
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    Word& word = sentence.words[i];
    word.range = tokens.tokens[i].range;
    word.joined_to_next = tokens.tokens[i].joined_to_next;
    word.form = form_of(tokens.tokens[i], text);
    if (next == read.size() || read[next] != i) {
      fill_bracket(read, i, word);
      continue;
    }
    fill_word(lists, lemmas, analysis, next++, word);
    if (word.head != 0) word.head = static_cast<std::uint16_t>(read[word.head - 1u] + 1);
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
      const TokenizedSentence& tokens = documents[d].sentences[s];
      for (const std::size_t i : read_tokens(tokens, documents[d].document->text)) {
        list.push_back(form_of(tokens.tokens[i], documents[d].document->text));
      }
      if (list.empty()) continue;
      words += list.size();
      places.push_back({d, s});
      forms.push_back(std::move(list));
      if (words >= kChunkWords) flush();
    }
  }
  if (!places.empty()) flush();
  for (std::vector<Sentence>& sentences : parsed) {
    model.impl().names.find(sentences);
    for (Sentence& sentence : sentences) join_names(sentence);
  }
  return parsed;
}

}  // namespace entente
