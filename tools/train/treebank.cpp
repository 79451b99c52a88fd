// SPDX-License-Identifier: ISC
#include "train/treebank.h"

#include "syntax/conllu.h"
#include "syntax/lemma_rule.h"
#include "syntax/letters.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace entente::train {

namespace {

constexpr std::size_t kMinFormCount = 2;
constexpr std::size_t kMinRuleCount = 3;
constexpr std::size_t kMinFeatsCount = 3;

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + path);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string class_of(int task, const Word& word) {
  switch (task) {
    case kUposTask:
      return std::string(to_string(word.upos));
    case kXposTask:
      return word.xpos;
    case kFeatsTask:
      return word.feats;
    default:
      return word.lemma.empty() ? "" : lemma_rule(word.form, word.lemma);
  }
}

// Words that stand for half of a word split by mistake have no lemma of their own.
bool is_known(int task, const Word& word) {
  if (task == kLemmaTask) return !word.lemma.empty();
  return true;
}

}  // namespace

std::vector<GoldSentence> read_treebank(const std::string& path) {
  ConlluInput input = read_conllu(read_file(path), path);
  for (const Diagnostic& diagnostic : input.diagnostics)
    throw std::runtime_error(to_string(diagnostic));
  std::vector<GoldSentence> sentences;
  for (ConlluDocument& document : input.documents) {
    for (Sentence& sentence : document.sentences) sentences.push_back({std::move(sentence), false});
  }
  return sentences;
}

std::string words_key(const Sentence& sentence) {
  std::string key;
  for (const Word& word : sentence.words) key += word.form + ' ';
  return key;
}

NamesByWords read_names(const std::string& path) {
  NamesByWords tags_of;
  std::istringstream in(read_file(path));
  std::string line, key;
  std::vector<std::string> tags;
  const auto close = [&] {
    if (!tags.empty()) tags_of.emplace(std::move(key), std::move(tags));
    key.clear();
    tags.clear();
  };
  while (std::getline(in, line)) {
    if (line.empty()) close();
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string number, form, tag;
    std::getline(fields, number, '\t');
    std::getline(fields, form, '\t');
    std::getline(fields, tag, '\t');
    key += form + ' ';
    tags.push_back(tag == "O" ? "" : tag);
  }
  close();
  return tags_of;
}

std::size_t add_names(const std::string& path, std::vector<GoldSentence>& sentences) {
  const NamesByWords tags_of = read_names(path);
  std::size_t matched = 0;
  for (GoldSentence& gold : sentences) {
    const auto found = tags_of.find(words_key(gold.sentence));
    if (found == tags_of.end()) continue;
    for (std::size_t i = 0; i < found->second.size(); ++i) {
      gold.sentence.words[i].ner = found->second[i];
    }
    gold.names_known = true;
    ++matched;
  }
  return matched;
}

void ClassList::close(std::size_t at_least) {
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [name, count] : counts_) {
    if (count >= at_least) order.emplace_back(count, name);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [count, name] : order) {
    numbers_[name] = static_cast<int>(names_.size());
    names_.push_back(name);
  }
}

int ClassList::number(const std::string& name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? kMasked : found->second;
}

void Vocabulary::count(const std::vector<GoldSentence>& sentences) {
  for (const GoldSentence& gold : sentences) {
    for (const Word& word : gold.sentence.words) {
      ++form_counts_[normalize_form(word.form)];
      labels.count(word.deprel);
      if ((word.upos == Upos::VERB || word.upos == Upos::NOUN) && !word.lemma.empty()) {
        ++lemmas_[word.upos][to_lower(word.form)][word.lemma];
      }
      for (int task = 0; task < kTasks; ++task) {
        if (is_known(task, word)) classes[task].count(class_of(task, word));
      }
    }
  }
}

void Vocabulary::close() {
  for (int task = 0; task < kTasks; ++task) {
    classes[task].close(task == kLemmaTask   ? kMinRuleCount
                        : task == kFeatsTask ? kMinFeatsCount
                                             : 1);
  }
  labels.close(1);
  for (const auto& [form, count] : form_counts_) {
    if (count < kMinFormCount) continue;
    rows_[form] = static_cast<std::uint32_t>(2 + forms_.size());
    forms_.push_back(form);
  }
  root_.row = 0;
}

const FormEntry* Vocabulary::form(const std::string& form) {
  std::unique_ptr<FormEntry>& entry = entries_[form];
  if (entry) return entry.get();
  entry = std::make_unique<FormEntry>();
  const std::string key = normalize_form(form);
  const auto row = rows_.find(key);
  if (row != rows_.end()) {
    entry->row = row->second;
    entry->count = form_counts_[key];
  }
  find_features(form, hash_rows_, entry->features);
  return entry.get();
}

Example Vocabulary::example(const GoldSentence& gold) {
  Example example;
  example.forms = {&root_};
  example.heads = {0};
  example.labels = {kMasked};
  for (auto& list : example.classes) list = {kMasked};
  for (const Word& word : gold.sentence.words) {
    example.forms.push_back(form(word.form));
    example.heads.push_back(word.head);
    example.labels.push_back(std::max(0, labels.number(word.deprel)));
    for (int task = 0; task < kTasks; ++task) {
      example.classes[task].push_back(
          is_known(task, word) ? classes[task].number(class_of(task, word)) : kMasked);
    }
  }
  return example;
}

// "fought fight" for each form whose lemma is in most places the same one.
static std::vector<std::string> known_lemmas(
    const std::map<std::string, std::map<std::string, std::size_t>>& forms, double share) {
  std::vector<std::string> list;
  for (const auto& [form, lemmas] : forms) {
    std::size_t all = 0;
    auto top = lemmas.begin();
    for (auto at = lemmas.begin(); at != lemmas.end(); ++at) {
      all += at->second;
      if (at->second > top->second) top = at;
    }
    const bool has_space = (form + top->first).find(' ') != std::string::npos;
    if (static_cast<double>(top->second) >= share * static_cast<double>(all) && !has_space) {
      list.push_back(form + ' ' + top->first);
    }
  }
  return list;
}

void Vocabulary::store(ModelData& data) const {
  const char* names[kTasks] = {"upos", "xpos", "feats", "lemma"};
  for (int task = 0; task < kTasks; ++task) data.lists[names[task]] = classes[task].names();
  data.lists["deprel"] = labels.names();
  data.lists["forms"] = forms_;
  data.lists["lemmas.VERB"] = known_lemmas(lemmas_.at(Upos::VERB), 0.9);
  data.lists["lemmas.NOUN"] = known_lemmas(lemmas_.at(Upos::NOUN), 0.5);
}

}  // namespace entente::train
