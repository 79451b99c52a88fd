// SPDX-License-Identifier: ISC
#include "syntax/sentence.h"

#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

}  // namespace

std::string_view to_string(Upos upos) {
  return kUposNames[static_cast<std::size_t>(upos)];
}

Upos parse_upos(std::string_view name) {
  for (std::size_t i = 0; i < kUposNames.size(); ++i) {
    if (kUposNames[i] == name) return static_cast<Upos>(i);
  }
  return Upos::X;
}

std::string_view base_relation(std::string_view deprel) {
  return deprel.substr(0, deprel.find(':'));
}

std::vector<std::vector<std::uint16_t>> children_of(const Sentence& sentence) {
  std::vector<std::vector<std::uint16_t>> children(sentence.words.size() + 1);
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    children[sentence.words[i].head].push_back(static_cast<std::uint16_t>(i + 1));
  }
  return children;
}

std::string_view feature(const Word& word, std::string_view name) {
  std::string_view rest = word.feats;
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('|'));
    if (pair.size() > name.size() && pair[name.size()] == '=' && pair.starts_with(name)) {
      return pair.substr(name.size() + 1);
    }
    rest.remove_prefix(pair.size() < rest.size() ? pair.size() + 1 : rest.size());
  }
  return {};
}

}  // namespace entente
