// SPDX-License-Identifier: ISC
#include "train/augment.h"

#include "syntax/letters.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace entente::train {

namespace {

// How often a sentence is changed in each way: judgement.
constexpr float kNoStop = 0.06F;
constexpr float kCapitals = 0.02F;
constexpr float kTitleCase = 0.04F;
constexpr float kSmall = 0.01F;
constexpr float kOtherDash = 0.15F;
constexpr float kOtherNames = 0.35F;
constexpr float kOtherName = 0.7F;  // for each name of such a sentence

bool is_lemma_cased(const Word& word) {
  return word.upos == Upos::PROPN || word.lemma == "I";
}

bool drop_stop(Sentence& sentence) {
  const std::size_t size = sentence.words.size();
  if (size < 4 || sentence.words.back().form != "." || sentence.words.back().head == 0)
    return false;
  for (const Word& word : sentence.words) {
    if (word.head == size) return false;
  }
  sentence.words.pop_back();
  return true;
}

bool is_small_word(const Word& word) {
  return word.upos == Upos::ADP || word.upos == Upos::DET || word.upos == Upos::CCONJ ||
         word.upos == Upos::PART || word.upos == Upos::AUX || word.upos == Upos::PUNCT ||
         word.upos == Upos::SCONJ;
}

void set_title_case(Sentence& sentence, bool small_words_too) {
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    Word& word = sentence.words[i];
    if (i > 0 && is_small_word(word) && !small_words_too) continue;
    std::u32string form = decode(word.form);
    form[0] = to_upper(form[0]);
    word.form = encode(form);
  }
}

bool change_case(Random& random, Sentence& sentence) {
  const float at = random.uniform();
  if (at < kCapitals) {
    for (Word& word : sentence.words) word.form = to_upper(word.form);
  } else if (at < kCapitals + kTitleCase) {
    set_title_case(sentence, random.chance(0.3F));
  } else if (at < kCapitals + kTitleCase + kSmall) {
    for (Word& word : sentence.words) word.form = to_lower(word.form);
    for (Word& word : sentence.words) {
      if (is_lemma_cased(word)) word.lemma.clear();  // cannot be told from the form
    }
  } else {
    return false;
  }
  for (Word& word : sentence.words) {
    if (word.upos == Upos::PROPN && at < kCapitals) word.lemma.clear();
  }
  return true;
}

bool change_dashes(Random& random, Sentence& sentence) {
  constexpr const char* kDashes[] = {"-", "--", "\u2013", "\u2014"};
  const auto is_dash = [&](const std::string& form) {
    return std::find(std::begin(kDashes), std::end(kDashes), form) != std::end(kDashes);
  };
  bool changed = false;
  const std::string dash = kDashes[random.below(4)];
  for (Word& word : sentence.words) {
    if (word.upos != Upos::PUNCT || !is_dash(word.form)) continue;
    word.form = word.lemma = dash;
    changed = true;
  }
  return changed;
}

void rename(const std::vector<std::string>& names, Random& random, Word& word) {
  if (names.empty() || word.upos != Upos::PROPN || word.form.size() < 3) return;
  word.form = word.lemma = names[random.below(names.size())];
}

bool change_names(const NameLists& names, Random& random, Sentence& sentence) {
  bool changed = false;
  auto& words = sentence.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].ner.starts_with("B-")) continue;
    std::size_t end = i + 1;
    while (end < words.size() && words[end].ner.starts_with("I-")) ++end;
    if (!random.chance(kOtherName)) continue;
    const std::size_t length = end - i;
    if (words[i].ner == "B-PER" && length <= 3) {
      if (length == 1) {
        rename(random.chance(0.6F) ? names.last : names.first, random, words[i]);
      } else {
        rename(names.first, random, words[i]);
        rename(names.last, random, words[end - 1]);
      }
      changed = true;
    } else if (words[i].ner == "B-LOC" && length == 1) {
      rename(names.place, random, words[i]);
      changed = true;
    }
  }
  return changed;
}

}  // namespace

NameLists read_name_lists(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot open " + path);
  NameLists lists;
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream fields(line.substr(0, line.find('#')));
    std::string kind, name;
    if (!(fields >> kind)) continue;
    auto& list = kind == "first" ? lists.first : kind == "last" ? lists.last : lists.place;
    while (fields >> name) list.push_back(name);
  }
  return lists;
}

bool augment(const NameLists& names, Random& random, GoldSentence& gold) {
  bool changed = false;
  if (random.chance(kOtherNames)) changed |= change_names(names, random, gold.sentence);
  if (random.chance(kOtherDash)) changed |= change_dashes(random, gold.sentence);
  if (random.chance(kNoStop)) changed |= drop_stop(gold.sentence);
  changed |= change_case(random, gold.sentence);
  return changed;
}

}  // namespace entente::train
