// SPDX-License-Identifier: ISC
/// @file
/// Treebanks as training examples: what classes there are, and which one each word has.
#pragma once

#include "syntax/sentence.h"
#include "train/network.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente::train {

/// A treebank's sentences. Words without `names_known` have no name annotation at all.
struct GoldSentence {
  Sentence sentence;
  bool names_known = false;
};

/// Reads a CoNLL-U file. Throws std::runtime_error if it cannot be opened or read without loss.
std::vector<GoldSentence> read_treebank(const std::string& path);

/// Name tags of an IOB2 file (Universal NER), by the words of the sentence.
using NamesByWords = std::unordered_map<std::string, std::vector<std::string>>;
NamesByWords read_names(const std::string& path);
std::string words_key(const Sentence& sentence);

/// Puts the name tags of an IOB2 file (Universal NER) on the sentences with the very same words.
/// Returns how many sentences were matched.
std::size_t add_names(const std::string& path, std::vector<GoldSentence>& sentences);

/// Names of classes, numbered by how often they occur, then by name.
class ClassList {
 public:
  void count(const std::string& name) { ++counts_[name]; }
  void close(std::size_t at_least);
  int number(const std::string& name) const;  ///< kMasked if there is none
  const std::vector<std::string>& names() const { return names_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }

 private:
  std::map<std::string, std::size_t> counts_;
  std::vector<std::string> names_;
  std::map<std::string, int> numbers_;
};

/// Everything that is counted before training.
class Vocabulary {
 public:
  explicit Vocabulary(std::uint32_t hash_rows) : hash_rows_(hash_rows) {}
  void count(const std::vector<GoldSentence>& sentences);
  void close();

  Example example(const GoldSentence& gold);
  const FormEntry* form(const std::string& form);  ///< stays where it is
  const FormEntry* root() const { return &root_; }
  void store(ModelData& data) const;

  ClassList classes[kTasks];
  ClassList labels;
  std::uint32_t form_rows() const { return static_cast<std::uint32_t>(2 + forms_.size()); }

 private:
  std::uint32_t hash_rows_;
  std::map<std::string, std::uint32_t> form_counts_;
  // Lemmas of the forms of verbs and nouns, with how often each occurs.
  std::map<Upos, std::map<std::string, std::map<std::string, std::size_t>>> lemmas_;
  std::vector<std::string> forms_;  // row 2 onwards
  std::unordered_map<std::string, std::uint32_t> rows_;
  std::unordered_map<std::string, std::unique_ptr<FormEntry>> entries_;
  FormEntry root_;
};

}  // namespace entente::train
