// SPDX-License-Identifier: ISC
#include "syntax/name_finder.h"

#include "syntax/form_features.h"
#include "syntax/letters.h"
#include "text/diagnostic.h"

#include <algorithm>
#include <limits>

namespace entente {

namespace {

constexpr std::array<std::string_view, kNameTags> kTagNames = {"",      "B-PER", "I-PER", "B-ORG",
                                                               "I-ORG", "B-LOC", "I-LOC"};

// 1 PER, 2 ORG, 3 LOC, 0 none.
std::size_t type_of(NameTag tag) {
  return (static_cast<std::size_t>(tag) + 1) / 2;
}

constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t value =
      (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9ULL;
  return value ^ (value >> 31);
}

std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char byte : text)
    value = (value ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return value ^ (value >> 29);
}

// A word as the features see it, each aspect as a number.
struct Aspects {
  std::uint64_t form = 0, shape = 0, upos = 0, xpos = 0, deprel = 0, lemma = 0, known = 0,
                history = 0;
  std::array<std::uint64_t, 4> suffixes{}, prefixes{};
  bool capital = false, proper = false;
};

std::u32string shape_of(std::u32string_view form, bool full) {
  std::u32string shape;
  for (const char32_t c : form) {
    const char32_t kind = is_upper(c) ? U'X' : is_lower(c) ? U'x' : is_digit(c) ? U'0' : c;
    if (full ? shape.size() < 8 : shape.empty() || shape.back() != kind) shape.push_back(kind);
  }
  return shape;
}

// How the document took a word before: the leading type and how often, roughly.
std::uint64_t history_of(const NameHistory& history, const std::string& key) {
  const auto found = history.find(key);
  if (found == history.end()) return 1;
  const auto& counts = found->second;
  const auto top =
      static_cast<std::uint64_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  const std::uint32_t all = counts[0] + counts[1] + counts[2] + counts[3];
  const bool clear = counts[top] == all;
  return 2 + top * 8 + (clear ? 4 : 0) + std::min<std::uint32_t>(all, 4) - 1;
}

Aspects aspects_of(const Word& word, std::uint32_t known, const NameHistory* history) {
  Aspects a;
  const std::string normal = normalize_form(word.form);
  const std::u32string form = decode(word.form), lower = decode(normal);
  a.form = hash(normal);
  a.shape = hash(encode(shape_of(form, false)));
  a.upos = static_cast<std::uint64_t>(word.upos);
  a.xpos = hash(word.xpos);
  a.deprel = hash(word.deprel);
  a.lemma = hash(word.lemma);
  a.known = known;
  for (std::size_t n = 1; n <= 4 && n <= lower.size(); ++n) {
    a.suffixes[n - 1] = hash(encode(lower.substr(lower.size() - n)));
    a.prefixes[n - 1] = hash(encode(lower.substr(0, n)));
  }
  a.capital = !form.empty() && is_upper(form.front());
  a.proper = word.upos == Upos::PROPN;
  if (history != nullptr && a.capital) a.history = history_of(*history, normal);
  return a;
}

// A run of proper nouns: what it begins and ends with tells much about its type.
struct Run {
  std::uint64_t first = 0, last = 0, known = 0, length = 0;
};

bool joins_run(const Word& word) {
  return word.upos == Upos::PROPN || word.form == "-";
}

std::vector<Run> find_runs(const Sentence& sentence, const std::vector<Aspects>& aspects) {
  std::vector<Run> runs(sentence.words.size());
  for (std::size_t i = 0; i < runs.size();) {
    std::size_t end = i;
    while (end < runs.size() && joins_run(sentence.words[end])) ++end;
    Run run;
    if (end > i)
      run = {aspects[i].form, aspects[end - 1].form, 0, std::min<std::uint64_t>(end - i, 5)};
    for (std::size_t k = i; k < end; ++k) run.known |= aspects[k].known;
    for (std::size_t k = i; k < end; ++k) runs[k] = run;
    i = std::max(end, i + 1);
  }
  return runs;
}

// Share of capitalised words, in thirds: in headlines and shouting a capital says nothing.
std::uint64_t case_of(const std::vector<Aspects>& aspects) {
  std::size_t capitals = 0;
  for (const Aspects& a : aspects) capitals += a.capital;
  return 3 * capitals / std::max<std::size_t>(aspects.size(), 1);
}

class FeatureList {
 public:
  FeatureList(std::uint32_t rows, std::vector<std::uint32_t>& out) : rows_(rows), out_(out) {
    out_.clear();
  }
  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    const std::uint64_t value = mix(mix(mix(++kind_ * 0x1000193, a), b), c);
    out_.push_back(static_cast<std::uint32_t>((value >> 8) % rows_));
  }

 private:
  std::uint32_t rows_;
  std::vector<std::uint32_t>& out_;
  std::uint64_t kind_ = 0;
};

void add_features(const Sentence& sentence, const std::vector<Aspects>& all,
                  const std::vector<Run>& runs, std::uint64_t sentence_case, std::size_t i,
                  FeatureList list) {
  static const Aspects kNone;
  const auto at = [&](std::ptrdiff_t offset) -> const Aspects& {
    const std::ptrdiff_t k = static_cast<std::ptrdiff_t>(i) + offset;
    return k < 0 || k >= static_cast<std::ptrdiff_t>(all.size()) ? kNone
                                                                 : all[static_cast<std::size_t>(k)];
  };
  const Aspects &w = at(0), &before = at(-1), &after = at(1);
  list.add(0);
  list.add(w.form);
  list.add(w.form, w.capital);
  list.add(before.form);
  list.add(after.form);
  list.add(at(-2).form);
  list.add(at(2).form);
  list.add(before.form, w.form);
  list.add(w.form, after.form);
  list.add(before.form, w.shape);
  list.add(w.shape, after.form);
  list.add(w.shape, before.shape);
  list.add(w.shape, after.shape);
  list.add(w.shape, i == 0, sentence_case);
  for (std::size_t n = 0; n < 4; ++n) list.add(w.suffixes[n], w.capital);
  for (std::size_t n = 0; n < 4; ++n) list.add(w.prefixes[n], w.capital);
  list.add(w.upos, before.upos, after.upos);
  list.add(w.xpos, before.xpos);
  list.add(w.xpos, after.xpos);
  list.add(w.deprel, w.upos, w.capital);
  const std::uint16_t head = sentence.words[i].head;
  const Aspects& above = head == 0 ? kNone : all[head - 1U];
  list.add(w.deprel, above.lemma, w.proper);
  list.add(w.deprel, above.upos, above.proper ? above.form : 0);
  list.add(w.known, w.proper);
  list.add(w.known, w.shape);
  list.add(w.known, before.known, after.known);
  list.add(before.known, w.proper, w.capital);
  list.add(after.known, w.proper, w.capital);
  list.add(before.lemma, w.known);
  list.add(after.lemma, w.known);
  const Run& run = runs[i];
  list.add(run.first, run.length > 0);
  list.add(run.last, run.length > 0);
  list.add(run.length, w.shape);
  list.add(run.known, run.length);
  list.add(w.history);
  list.add(w.history, w.known);
  list.add(w.history, before.history);
  list.add(w.history, after.history);
}

const std::vector<std::string>* find_list(const ModelData& data, std::string_view name) {
  const auto found = data.lists.find(name);
  return found == data.lists.end() ? nullptr : &found->second;
}

}  // namespace

std::string_view to_string(NameTag tag) {
  return kTagNames[tag];
}

NameTag parse_name_tag(std::string_view tag) {
  for (std::size_t i = 1; i < kNameTags; ++i) {
    if (kTagNames[i] == tag) return static_cast<NameTag>(i);
  }
  return kOutside;
}

bool may_follow(NameTag before, NameTag tag) {
  const bool goes_on = tag != kOutside && tag % 2 == 0;
  return !goes_on || (before != kOutside && type_of(before) == type_of(tag));
}

void Gazetteer::add(std::size_t kind, std::string_view name) {
  std::string key;
  for (const char byte : to_lower(name)) {
    if (byte == '.') continue;
    const char kept = byte == '-' ? ' ' : byte;
    if (kept != ' ' || !(key.empty() || key.ends_with(' '))) key += kept;
  }
  while (key.ends_with(' ')) key.pop_back();
  if (!key.empty()) kinds_[key] |= 1U << kind;
}

void Gazetteer::match(const Sentence& sentence, std::vector<std::uint32_t>& bits) const {
  bits.assign(sentence.words.size(), 0);
  std::vector<std::string> keys;
  for (const Word& word : sentence.words) {
    std::string key = to_lower(word.form);
    std::erase(key, '.');
    keys.push_back(word.form == "-" ? "" : key);
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].empty()) continue;
    std::string name;
    std::uint32_t found = 0;
    std::size_t found_end = i;
    for (std::size_t end = i, words = 0; end < keys.size() && words < kMaxWords; ++end) {
      if (keys[end].empty()) continue;
      name += name.empty() ? keys[end] : " " + keys[end];
      ++words;
      const auto entry = kinds_.find(name);
      if (entry == kinds_.end()) continue;
      found = entry->second;
      found_end = end;
    }
    for (std::size_t kind = 0; kind < kMaxKinds && found != 0; ++kind) {
      if ((found >> kind & 1U) == 0) continue;
      bits[i] |= 1U << (2 * kind);
      for (std::size_t k = i + 1; k <= found_end; ++k) bits[k] |= 2U << (2 * kind);
    }
  }
}

void count_history(const Sentence& sentence, std::span<const NameTag> tags, NameHistory& history) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const std::string& form = sentence.words[i].form;
    std::size_t at = 0;
    if (form.empty() || !is_upper(decode(form)[at])) continue;
    ++history[normalize_form(form)][type_of(tags[i])];
  }
}

void find_name_features(const Sentence& sentence, const Gazetteer& gazetteer,
                        const NameHistory* history, std::uint32_t rows,
                        std::vector<std::vector<std::uint32_t>>& features) {
  std::vector<std::uint32_t> known;
  gazetteer.match(sentence, known);
  std::vector<Aspects> aspects;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    aspects.push_back(aspects_of(sentence.words[i], known[i], history));
  }
  const std::vector<Run> runs = find_runs(sentence, aspects);
  const std::uint64_t sentence_case = case_of(aspects);
  features.resize(sentence.words.size());
  for (std::size_t i = 0; i < features.size(); ++i) {
    add_features(sentence, aspects, runs, sentence_case, i, FeatureList(rows, features[i]));
  }
}

std::vector<NameTag> best_names(const NameWeights& weights,
                                const std::vector<std::vector<std::uint32_t>>& features) {
  using Scores = std::array<std::int32_t, kNameTags>;
  constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::min() / 2;
  std::vector<std::array<std::uint8_t, kNameTags>> came_from(features.size());
  Scores best{};
  for (std::size_t i = 0; i < features.size(); ++i) {
    Scores here{};
    for (const std::uint32_t row : features[i]) {
      for (std::size_t tag = 0; tag < kNameTags; ++tag) here[tag] += weights.rows[row][tag];
    }
    Scores next;
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
      next[tag] = kNever;
      for (std::size_t before = 0; before < (i == 0 ? 1 : kNameTags); ++before) {
        if (!may_follow(static_cast<NameTag>(before), static_cast<NameTag>(tag))) continue;
        const std::int32_t score = best[before] + weights.transitions[before][tag] + here[tag];
        if (score > next[tag])
          next[tag] = score, came_from[i][tag] = static_cast<std::uint8_t>(before);
      }
    }
    best = next;
  }
  std::vector<NameTag> tags(features.size());
  auto tag = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = features.size(); i-- > 0;) {
    tags[i] = static_cast<NameTag>(tag);
    tag = came_from[i][tag];
  }
  return tags;
}

NameFinder::NameFinder(const ModelData& data, const std::string& file) {
  const auto fail = [&](const std::string& what) {
    throw ConfigError({Severity::Error, file, 0, 0, "the model's name finder " + what});
  };
  const std::vector<std::string>* kinds = find_list(data, "names.kinds");
  if (kinds == nullptr) return;
  if (kinds->size() > Gazetteer::kMaxKinds) fail("has too many lists");
  for (std::size_t kind = 0; kind < kinds->size(); ++kind) {
    const std::vector<std::string>* names = find_list(data, "names." + (*kinds)[kind]);
    if (names == nullptr) fail("lacks the list \"" + (*kinds)[kind] + "\"");
    for (const std::string& name : *names) gazetteer_.add(kind, name);
  }
  for (std::size_t run = 0; run < runs_.size(); ++run) {
    const std::string name = "names.run" + std::to_string(run + 1);
    const auto found = data.matrices.find(name);
    const auto transitions = data.vectors.find(name + ".transitions");
    if (found == data.matrices.end() || found->second.rows != kNameTags ||
        transitions == data.vectors.end() || transitions->second.size() != kNameTags * kNameTags) {
      fail("lacks its weights or has wrong ones");
    }
    const ModelMatrix& matrix = found->second;
    runs_[run].rows.resize(matrix.cols);
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
      for (std::size_t row = 0; row < matrix.cols; ++row) {
        runs_[run].rows[row][tag] = matrix.values[tag * matrix.cols + row];
      }
      for (std::size_t before = 0; before < kNameTags; ++before) {
        runs_[run].transitions[before][tag] =
            static_cast<std::int32_t>(transitions->second[before * kNameTags + tag]);
      }
    }
  }
}

void NameFinder::find(std::vector<Sentence>& sentences) const {
  if (runs_[0].rows.empty()) return;
  std::vector<std::vector<std::uint32_t>> features;
  NameHistory history;
  for (const Sentence& sentence : sentences) {
    find_name_features(sentence, gazetteer_, nullptr,
                       static_cast<std::uint32_t>(runs_[0].rows.size()), features);
    count_history(sentence, best_names(runs_[0], features), history);
  }
  for (Sentence& sentence : sentences) {
    find_name_features(sentence, gazetteer_, &history,
                       static_cast<std::uint32_t>(runs_[1].rows.size()), features);
    const std::vector<NameTag> tags = best_names(runs_[1], features);
    for (std::size_t i = 0; i < tags.size(); ++i) sentence.words[i].ner = to_string(tags[i]);
  }
}

}  // namespace entente
