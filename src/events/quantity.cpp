// SPDX-License-Identifier: ISC
#include "events/quantity.h"

#include "events/arguments.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace entente {

namespace {

struct NamedNumber {
  std::string_view name;
  double low, high;
};

/// Number words of English; vague ones as ranges.
constexpr std::array<NamedNumber, 28> kNumbers = {{
    {"one", 1, 1},
    {"two", 2, 2},
    {"three", 3, 3},
    {"four", 4, 4},
    {"five", 5, 5},
    {"six", 6, 6},
    {"seven", 7, 7},
    {"eight", 8, 8},
    {"nine", 9, 9},
    {"ten", 10, 10},
    {"eleven", 11, 11},
    {"twelve", 12, 12},
    {"thirteen", 13, 13},
    {"fourteen", 14, 14},
    {"fifteen", 15, 15},
    {"sixteen", 16, 16},
    {"seventeen", 17, 17},
    {"eighteen", 18, 18},
    {"nineteen", 19, 19},
    {"twenty", 20, 20},
    {"thirty", 30, 30},
    {"forty", 40, 40},
    {"fifty", 50, 50},
    {"dozens", 24, 99},
    {"scores", 40, 99},
    {"hundreds", 200, 999},
    {"thousands", 2000, 9999},
    {"millions", 2e6, 9.999e6},
}};

double scale_of(std::string_view word) {
  if (word == "hundred") return 1e2;
  if (word == "thousand") return 1e3;
  if (word == "million") return 1e6;
  if (word == "billion") return 1e9;
  if (word == "dozen") return 12;
  return 0;
}

const std::string* unit_of(const EventLexicon& lexicon, const std::string& lemma) {
  const auto found = lexicon.unit_of_noun.find(lemma);
  return found == lexicon.unit_of_noun.end() ? nullptr : &found->second;
}

std::optional<NumberRange> number_at(const Tree& tree, WordNumber n) {
  auto range = parse_number(tree.lower_form(n));
  double scale = 1;
  for (const WordNumber c : tree.children(n)) {
    const double here = scale_of(tree.lower_form(c));
    if (here > 0) scale *= here;
    if (!range) range = parse_number(tree.lower_form(c));
  }
  const double own = scale_of(tree.lower_form(n));
  if (own > 0) {
    if (!range) range = NumberRange{1, 1};
    scale *= own;
  }
  if (!range) return {};
  return NumberRange{range->low * scale, range->high * scale};
}

ByteRange bytes_of(const Tree& tree, WordNumber from, WordNumber to) {
  return {tree.word(std::min(from, to)).range.begin, tree.word(std::max(from, to)).range.end};
}

/// "120,000 soldiers"; "thousands of soldiers"; "50" killed. `harm`: the unit that the verb makes
/// of whoever is counted; null for none.
std::optional<Quantity> count_at(const EventLexicon& lexicon, const Tree& tree, WordNumber noun,
                                 const std::string* harm) {
  const auto made = [&](const std::string* unit, NumberRange n, WordNumber from, WordNumber to) {
    return Quantity{harm != nullptr ? *harm : *unit, n.low, n.high, bytes_of(tree, from, to)};
  };
  const std::string* unit = unit_of(lexicon, tree.lemma(noun));
  for (const WordNumber c : tree.children(noun)) {
    if (unit == nullptr || !tree.has_relation(c, "nummod")) continue;
    if (const auto n = number_at(tree, c)) return made(unit, *n, tree.span(c).first, noun);
  }
  const auto n = number_at(tree, noun);
  if (!n) return {};
  for (const WordNumber c : tree.children(noun)) {
    if (!tree.has_relation(c, "nmod") || tree.preposition(c) != "of") continue;
    unit = unit_of(lexicon, tree.lemma(c));
    if (unit != nullptr) return made(unit, *n, noun, c);
  }
  if (harm == nullptr) return {};
  return made(unit, *n, noun, noun);
}

}  // namespace

std::optional<NumberRange> parse_number(std::string_view text) {
  for (const NamedNumber& named : kNumbers) {
    if (named.name == text) return NumberRange{named.low, named.high};
  }
  std::string digits;
  for (const char c : text) {
    if (c != ',') digits += c;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  return NumberRange{value, value};
}

std::vector<Quantity> quantities_of(const Article& article, std::uint32_t sentence,
                                    WordNumber trigger) {
  const Tree& tree = article.trees[sentence];
  std::vector<WordNumber> counted;
  for (const WordNumber c : tree.children(trigger)) {
    for (const std::string_view relation : {"nsubj", "obj", "nmod", "obl"}) {
      if (!tree.has_relation(c, relation)) continue;
      const std::vector<WordNumber> all = with_conjuncts(tree, c);
      counted.insert(counted.end(), all.begin(), all.end());
      break;
    }
  }
  const auto harm = article.lexicon.unit_of_verb.find(tree.lemma(trigger));
  const std::string* made = harm == article.lexicon.unit_of_verb.end() ? nullptr : &harm->second;
  std::vector<Quantity> out;
  for (const WordNumber n : counted) {
    if (auto quantity = count_at(article.lexicon, tree, n, made)) {
      out.push_back(std::move(*quantity));
    }
  }
  return out;
}

}  // namespace entente
