// SPDX-License-Identifier: ISC
#include "syntax/name_finder.h"

#include "syntax/letters.h"
#include "text/diagnostic.h"
#include "text/utf8.h"

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
  const std::uint64_t value =
      (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9ULL;
  return value ^ (value >> 31);
}

// FNV-1a; of bytes or of code points.
template <typename Text>
std::uint64_t hash(const Text& text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const auto unit : text)
    value = (value ^ static_cast<std::uint32_t>(unit)) * 1099511628211ULL;
  return value ^ (value >> 29);
}

bool has_capital(std::string_view form) {
  std::size_t at = 0;
  return !form.empty() && is_upper(next_code_point(form, at));
}

// A word as the features see it, each aspect as a number.
struct Aspects {
  std::uint64_t form = 0, shape = 0, upos = 0, xpos = 0, deprel = 0, lemma = 0, known = 0;
  std::array<std::uint64_t, 4> suffixes{}, prefixes{};
  bool capital = false, proper = false;
};

// "McDonald" is "XxXx": runs of one kind are one.
std::uint64_t shape_of(std::u32string_view form) {
  std::uint64_t shape = 7;
  char32_t last = 0;
  for (const char32_t c : form) {
    const char32_t kind = is_upper(c) ? U'X' : is_lower(c) ? U'x' : is_digit(c) ? U'0' : c;
    if (kind != last) shape = mix(shape, kind);
    last = kind;
  }
  return shape;
}

Aspects aspects_of(const Word& word, std::uint32_t known) {
  Aspects a;
  const std::u32string form = decode(word.form);
  std::u32string lower = form;
  for (char32_t& character : lower) character = to_lower(character);
  const std::u32string_view view = lower;
  a.form = hash(view);
  a.shape = shape_of(form);
  a.upos = static_cast<std::uint64_t>(word.upos);
  a.xpos = hash(word.xpos);
  a.deprel = hash(word.deprel);
  a.lemma = hash(word.lemma);
  a.known = known;
  for (std::size_t n = 1; n <= 4 && n <= view.size(); ++n) {
    a.suffixes[n - 1] = hash(view.substr(view.size() - n));
    a.prefixes[n - 1] = hash(view.substr(0, n));
  }
  a.capital = !form.empty() && is_upper(form.front());
  a.proper = word.upos == Upos::PROPN;
  return a;
}

std::uint64_t history_key(std::string_view form) {
  return hash(to_lower(form));
}

// How the document took a word before: the leading type and how often, roughly; 1 if it did not.
std::uint64_t history_of(const NameHistory& history, const Word& word) {
  if (!has_capital(word.form)) return 0;
  const auto found = history.find(history_key(word.form));
  if (found == history.end()) return 1;
  const auto& counts = found->second;
  const auto top =
      static_cast<std::uint64_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  const std::uint32_t all = counts[0] + counts[1] + counts[2] + counts[3];
  const bool clear = counts[top] == all;
  return 2 + top * 8 + (clear ? 4 : 0) + std::min<std::uint32_t>(all, 4) - 1;
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
  // Templates are numbered from `kind` on.
  FeatureList(std::uint64_t kind, std::vector<NameFeature>& out) : kind_(kind), out_(out) {}
  void context(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    add(NameFeature::kContext, a, b, c);
  }
  void lexical(std::uint64_t a, std::uint64_t b = 0) { add(NameFeature::kLexical, a, b, 0); }
  void known(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    add(NameFeature::kKnown, a, b, c);
  }
  // One feature for each bit, all of one template.
  void each_bit(std::uint64_t bits, std::uint64_t a) {
    ++kind_;
    for (std::uint64_t bit = 0; bits != 0; ++bit, bits >>= 1) {
      if ((bits & 1) != 0) put(NameFeature::kKnown, bit + 1, a, 0);
    }
  }

 private:
  void add(NameFeature::Group group, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    ++kind_;
    put(group, a, b, c);
  }
  void put(NameFeature::Group group, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    const std::uint64_t value = mix(mix(mix(kind_ * 0x1000193, a), b), c);
    const auto row = static_cast<std::uint32_t>((value >> 8) % kNameRows);
    out_.push_back({row, group});
  }
  std::uint64_t kind_;
  std::vector<NameFeature>& out_;
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
  list.context(0);
  list.lexical(w.form);
  list.lexical(w.form, w.capital);
  list.context(before.form);
  list.context(after.form);
  list.context(at(-2).form);
  list.context(at(2).form);
  list.lexical(before.form, w.form);
  list.lexical(w.form, after.form);
  list.context(before.form, w.shape);
  list.context(w.shape, after.form);
  list.context(w.shape, before.shape);
  list.context(w.shape, after.shape);
  list.context(w.shape, i == 0, sentence_case);
  for (std::size_t n = 0; n < 4; ++n) list.lexical(w.suffixes[n], w.capital);
  for (std::size_t n = 0; n < 4; ++n) list.lexical(w.prefixes[n], w.capital);
  list.context(w.upos, before.upos, after.upos);
  list.context(w.xpos, before.xpos);
  list.context(w.xpos, after.xpos);
  list.context(w.deprel, w.upos, w.capital);
  const std::uint16_t head = sentence.words[i].head;
  const Aspects& above = head == 0 ? kNone : all[head - 1U];
  list.context(w.deprel, above.lemma, w.proper);
  list.context(w.deprel, above.upos, above.proper ? above.form : 0);
  list.known(w.known, w.proper);
  list.known(w.known, w.shape);
  list.known(w.known, before.known, after.known);
  list.known(before.known, w.proper, w.capital);
  list.known(after.known, w.proper, w.capital);
  list.each_bit(w.known, w.proper);
  list.each_bit(before.known, w.proper);
  list.each_bit(after.known, w.proper);
  const Run& run = runs[i];
  list.lexical(run.first, run.length > 0);
  list.lexical(run.last, run.length > 0);
  list.context(run.length, w.shape);
  list.known(run.known, run.length);
  list.each_bit(run.known, run.length > 1);
}

constexpr std::uint64_t kHistoryTemplates = 1000;  // behind all others

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

namespace {

// Hash of a name's words so far, one more word added. Dots are no part of it.
std::uint64_t add_word(std::uint64_t before, std::u32string_view word) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char32_t c : word) {
    if (c != U'.') value = (value ^ to_lower(c)) * 1099511628211ULL;
  }
  return mix(before, value);
}

}  // namespace

void KnownNames::add(std::size_t kind, std::string_view name) {
  const std::u32string text = decode(name);
  std::uint64_t key = 0;
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(U" -", at), text.size());
    if (end > at) {
      if (words > 0) kinds_[key] |= kGoesOn;
      if (++words > kMaxWords) return;
      key = add_word(key, std::u32string_view(text).substr(at, end - at));
    }
    at = end + 1;
  }
  if (words > 0) kinds_[key] |= 1U << kind;
}

void KnownNames::match(const Sentence& sentence, std::vector<std::uint32_t>& bits) const {
  const std::size_t size = sentence.words.size();
  bits.assign(size, 0);
  std::u32string word;
  for (std::size_t i = 0; i < size; ++i) {
    if (!has_capital(sentence.words[i].form)) continue;
    std::uint64_t key = 0;
    std::uint32_t found = 0;
    std::size_t found_end = i;
    for (std::size_t end = i; end < size; ++end) {
      if (sentence.words[end].form == "-") continue;
      key = add_word(key, decode(sentence.words[end].form));
      const auto entry = kinds_.find(key);
      if (entry == kinds_.end()) break;
      if ((entry->second & ~kGoesOn) != 0) found = entry->second & ~kGoesOn, found_end = end;
      if ((entry->second & kGoesOn) == 0) break;
    }
    for (std::size_t kind = 0; kind < kMaxKinds && found >> kind != 0; ++kind) {
      if ((found >> kind & 1U) == 0) continue;
      bits[i] |= 1U << (2 * kind);
      for (std::size_t k = i + 1; k <= found_end; ++k) bits[k] |= 2U << (2 * kind);
    }
  }
}

void count_history(const Sentence& sentence, std::span<const NameTag> tags, NameHistory& history) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const std::string& form = sentence.words[i].form;
    if (has_capital(form)) ++history[history_key(form)][type_of(tags[i])];
  }
}

bool may_have_names(const Sentence& sentence) {
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    if (word.upos == Upos::PROPN) return true;
    if (i > 0 && word.upos != Upos::PRON && has_capital(word.form)) return true;
  }
  return false;
}

void find_name_features(const Sentence& sentence, const KnownNames& known_names,
                        NameFeatures& features) {
  std::vector<std::uint32_t> known;
  known_names.match(sentence, known);
  std::vector<Aspects> aspects;
  aspects.reserve(known.size());
  for (std::size_t i = 0; i < known.size(); ++i)
    aspects.push_back(aspects_of(sentence.words[i], known[i]));
  const std::vector<Run> runs = find_runs(sentence, aspects);
  const std::uint64_t sentence_case = case_of(aspects);
  features.resize(known.size());
  for (std::size_t i = 0; i < known.size(); ++i) {
    features[i].clear();
    add_features(sentence, aspects, runs, sentence_case, i, FeatureList(0, features[i]));
  }
}

void add_history_features(const Sentence& sentence, const NameHistory& history,
                          NameFeatures& features) {
  std::uint64_t before = 0, here = history_of(history, sentence.words.front());
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const std::uint64_t after =
        i + 1 < sentence.words.size() ? history_of(history, sentence.words[i + 1]) : 0;
    FeatureList list(kHistoryTemplates, features[i]);
    list.context(here, sentence.words[i].upos == Upos::PROPN);
    list.context(here, before);
    list.context(here, after);
    before = here;
    here = after;
  }
}

std::vector<NameTag> best_names(const NameWeights& weights, const NameFeatures& features) {
  using Scores = std::array<std::int32_t, 8>;
  constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::min() / 2;
  std::vector<std::array<std::uint8_t, kNameTags>> came_from(features.size());
  Scores best{};
  for (std::size_t i = 0; i < features.size(); ++i) {
    Scores here{};
    for (const NameFeature feature : features[i]) {
      const auto& row = weights.rows[feature.row];
      for (std::size_t tag = 0; tag < 8; ++tag) here[tag] += row[tag];
    }
    Scores next;
    next.fill(kNever);
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
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
  auto tag = static_cast<std::uint8_t>(std::max_element(best.begin(), best.begin() + kNameTags) -
                                       best.begin());
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
  if (kinds->size() > KnownNames::kMaxKinds) fail("has too many lists");
  for (std::size_t kind = 0; kind < kinds->size(); ++kind) {
    const std::vector<std::string>* names = find_list(data, "names." + (*kinds)[kind]);
    if (names == nullptr) fail("lacks the list \"" + (*kinds)[kind] + "\"");
    for (const std::string& name : *names) known_names_.add(kind, name);
  }
  is_empty_ = false;
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
  if (is_empty_) return;
  std::vector<NameFeatures> features(sentences.size());
  NameHistory history;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (!may_have_names(sentences[s])) continue;
    find_name_features(sentences[s], known_names_, features[s]);
    count_history(sentences[s], best_names(runs_[0], features[s]), history);
  }
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (features[s].empty()) continue;
    add_history_features(sentences[s], history, features[s]);
    const std::vector<NameTag> tags = best_names(runs_[1], features[s]);
    for (std::size_t i = 0; i < tags.size(); ++i) sentences[s].words[i].ner = to_string(tags[i]);
  }
}

}  // namespace entente
