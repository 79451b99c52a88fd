// SPDX-License-Identifier: ISC
#include "syntax/name_features.h"

#include "syntax/hash.h"
#include "syntax/letters.h"
#include "text/utf8.h"

#include <algorithm>

namespace entente {

namespace {

constexpr std::array<std::string_view, kNameTags> kTagNames = {"",      "B-PER", "I-PER", "B-ORG",
                                                               "I-ORG", "B-LOC", "I-LOC"};

// 1 PER, 2 ORG, 3 LOC, 0 none.
std::size_t type_of(NameTag tag) {
  return (static_cast<std::size_t>(tag) + 1) / 2;
}

// A word as the features see it, each aspect as a number.
struct Aspects {
  std::uint64_t form = 0, shape = 0, upos = 0, xpos = 0, deprel = 0, lemma = 0, known = 0,
                types = 0;
  std::array<std::uint64_t, 4> suffixes{}, prefixes{};
  bool capital = false, proper = false, acronym = false;
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

// "UAW", "AT&T": capitals, no more than six.
bool is_acronym(std::u32string_view form) {
  const auto fits = [](char32_t c) { return is_upper(c) || c == U'&'; };
  return form.size() >= 2 && form.size() <= 6 && std::all_of(form.begin(), form.end(), fits);
}

Aspects aspects_of(const Word& word, std::uint64_t known, std::uint64_t types) {
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
  a.types = types;
  for (std::size_t n = 1; n <= 4 && n <= view.size(); ++n) {
    a.suffixes[n - 1] = hash(view.substr(view.size() - n));
    a.prefixes[n - 1] = hash(view.substr(0, n));
  }
  a.capital = !form.empty() && is_upper(form.front());
  a.proper = word.upos == Upos::PROPN;
  a.acronym = is_acronym(form);
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
  std::uint64_t first = 0, last = 0, known = 0, types = 0, length = 0;
  std::uint64_t before = 0, after = 0;  // the words beside it
  std::uint64_t deprel = 0, above = 0;  // of the word by which it hangs in the tree
};

bool joins_run(const Word& word) {
  return word.upos == Upos::PROPN || word.form == "-";
}

// What stands around a run, and what it does in its sentence.
void look_around(const Sentence& sentence, const std::vector<Aspects>& aspects, std::size_t begin,
                 std::size_t end, Run& run) {
  run.before = begin > 0 ? aspects[begin - 1].form : 1;
  run.after = end < aspects.size() ? aspects[end].form : 1;
  for (std::size_t k = begin; k < end; ++k) {
    const std::size_t head = sentence.words[k].head;
    if (head > begin && head <= end) continue;
    run.deprel = aspects[k].deprel;
    run.above = head == 0 ? 1 : aspects[head - 1].lemma;
  }
}

std::vector<Run> find_runs(const Sentence& sentence, const std::vector<Aspects>& aspects) {
  std::vector<Run> runs(sentence.words.size());
  for (std::size_t i = 0; i < runs.size();) {
    std::size_t end = i;
    while (end < runs.size() && joins_run(sentence.words[end])) ++end;
    Run run;
    if (end > i)
      run = {aspects[i].form, aspects[end - 1].form, 0, 0, std::min<std::uint64_t>(end - i, 5)};
    for (std::size_t k = i; k < end; ++k) {
      run.known |= aspects[k].known;
      run.types |= aspects[k].types;
    }
    if (end > i) look_around(sentence, aspects, i, end, run);
    for (std::size_t k = i; k < end; ++k) runs[k] = run;
    i = std::max(end, i + 1);
  }
  return runs;
}

// A name with what hangs on it: "Department of Housing and Urban Development", "Bank of America".
// What stands before the first joining word tells the most.
struct LongRun {
  std::uint64_t head = 0, head_known = 0, first = 0, last = 0, last_known = 0, joint = 0;
  std::size_t head_end = 0, end = 0;
};

bool joins_names(const std::string& form) {
  return form == "of" || form == "for" || form == "and" || form == "&" || form == "'s" ||
         form == "the" || form == "de" || form == "on";
}

// Where the joining words from `i` on end, if a capital follows them; else `i`.
std::size_t behind_joint(const Sentence& sentence, const std::vector<Aspects>& aspects,
                         std::size_t i) {
  std::size_t end = i;
  while (end < aspects.size() && end < i + 2 && joins_names(sentence.words[end].form)) ++end;
  return end > i && end < aspects.size() && aspects[end].capital ? end : i;
}

LongRun long_run_at(const Sentence& sentence, const std::vector<Aspects>& aspects,
                    std::size_t begin) {
  LongRun run;
  std::size_t end = begin;
  while (end < aspects.size() && (aspects[end].capital || sentence.words[end].form == "-")) ++end;
  run.head = aspects[end - 1].form;
  run.head_known = aspects[end - 1].known;
  run.head_end = run.end = end;
  run.first = aspects[begin].form;
  for (std::size_t next = behind_joint(sentence, aspects, end); next > run.end;
       next = behind_joint(sentence, aspects, run.end)) {
    if (run.joint == 0) run.joint = aspects[run.end].form;
    run.end = next;
    while (run.end < aspects.size() && aspects[run.end].capital) ++run.end;
  }
  run.last = aspects[run.end - 1].form;
  run.last_known = aspects[run.end - 1].known;
  return run;
}

// An acronym in brackets: 1; its initials are those of the words before: 2; else 0.
std::uint64_t bracketed(const Sentence& sentence, const std::vector<Aspects>& aspects,
                        std::size_t i) {
  if (i < 2 || i + 1 >= aspects.size() || !aspects[i].acronym ||
      sentence.words[i - 1].form != "(" || sentence.words[i + 1].form != ")" ||
      !aspects[i - 2].capital)
    return 0;
  const std::string& acronym = sentence.words[i].form;
  std::size_t letter = acronym.size(), at = i - 1;
  while (letter > 0 && at > 0) {
    const std::string& form = sentence.words[--at].form;
    if (!aspects[at].capital && joins_names(form)) continue;
    if (form[0] != acronym[letter - 1]) return 1;
    --letter;
  }
  return letter == 0 ? 2 : 1;
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

constexpr std::uint64_t kLongRunTemplates = 500;  // behind those of one word

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
  list.known(w.types, w.proper);
  list.known(w.types, w.shape);
  list.known(w.types, before.types, w.proper);
  list.known(w.types, after.types, w.proper);
  list.known(w.types, before.types, after.types);
  list.known(w.types, before.form);
  list.known(w.types, after.form);
  list.known(w.types, w.deprel, above.lemma);
  list.known(run.known, run.length);
  list.known(run.types, run.length);
  list.each_bit(run.known, run.length > 1);
  if (run.length == 0) return;
  list.context(run.before, run.length);
  list.context(run.after, run.length);
  list.context(run.deprel, run.above);
  list.known(run.types, run.before);
  list.known(run.types, run.deprel, run.above);
}

// The name that a long run may be, as seen from each of its words.
void add_long_run_features(const Sentence& sentence, const std::vector<Aspects>& aspects,
                           NameFeatures& features) {
  for (std::size_t i = 0; i < aspects.size();) {
    if (!aspects[i].capital) {
      ++i;
      continue;
    }
    const LongRun run = long_run_at(sentence, aspects, i);
    const std::uint64_t acronym =
        run.end + 1 < aspects.size() ? bracketed(sentence, aspects, run.end + 1) : 0;
    for (std::size_t k = i; k < run.end; ++k) {
      // 1 first, 2 up to the joint, 3 the joint and what is behind it.
      const std::uint64_t place = k == i ? 1 : k < run.head_end ? 2 : 3;
      FeatureList list(kLongRunTemplates, features[k]);
      list.lexical(mix(run.head, run.joint), place);
      list.known(run.head_known, run.joint, place);
      list.known(run.last_known, run.joint, place);
      list.lexical(mix(run.first, run.joint), place);
      list.lexical(run.last, place);
      list.context(acronym, place);
      list.context(bracketed(sentence, aspects, k), aspects[k].acronym,
                   mix(case_of(aspects), run.end - i == 1));
    }
    i = run.end;
  }
}

constexpr std::uint64_t kHistoryTemplates = 1000;  // behind all others

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
  std::vector<std::uint64_t> known;
  known_names.match(sentence, known);
  std::vector<Aspects> aspects;
  aspects.reserve(known.size());
  for (std::size_t i = 0; i < known.size(); ++i)
    aspects.push_back(aspects_of(sentence.words[i], known[i], known_names.types_of(known[i])));
  const std::vector<Run> runs = find_runs(sentence, aspects);
  const std::uint64_t sentence_case = case_of(aspects);
  features.resize(known.size());
  for (std::size_t i = 0; i < known.size(); ++i) {
    features[i].clear();
    add_features(sentence, aspects, runs, sentence_case, i, FeatureList(0, features[i]));
  }
  add_long_run_features(sentence, aspects, features);
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

}  // namespace entente
