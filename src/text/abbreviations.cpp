// SPDX-License-Identifier: ISC
#include "text/abbreviations.h"

#include "text/characters.h"

#include <algorithm>
#include <array>
#include <string>

namespace entente {

namespace {

struct Entry {
  std::string_view word;  // lower case
  AbbreviationKind kind;
  bool capital_only = false;  // an ordinary word when written small
};

using enum AbbreviationKind;

constexpr Entry kAbbreviations[] = {
    {"adm", Title},        {"al", After},         {"amb", Title, true},  {"apr", Month, true},
    {"approx", Before},    {"art", Number, true}, {"asst", Title},       {"atty", Title},
    {"aug", Month},        {"ave", After},        {"bldg", After},       {"blvd", After},
    {"brig", Title},       {"bros", After},       {"c", Number},         {"ca", Number},
    {"capt", Title},       {"cf", Before},        {"ch", Number},        {"cmdr", Title},
    {"co", After, true},   {"col", Title},        {"comdr", Title},      {"cong", Title, true},
    {"corp", After},       {"cpl", Title},        {"dec", Month},        {"dept", After},
    {"del", Title, true},  {"det", Title, true},  {"dist", After, true}, {"dr", Title},
    {"ed", Before, true},  {"eds", Before, true}, {"eg", Before},        {"esp", Before},
    {"esq", After},        {"est", Before, true}, {"etc", List},         {"excl", Before},
    {"feb", Month},        {"fig", Number},       {"fr", Title, true},   {"fri", Month},
    {"ft", After},         {"gen", Title},        {"gov", Title},        {"govt", After},
    {"hon", Title, true},  {"hr", After},         {"hrs", After},        {"ie", Before},
    {"inc", After, true},  {"incl", Before},      {"insp", Title},       {"jan", Month, true},
    {"jr", After},         {"jul", Month},        {"jun", Month},        {"lb", After},
    {"lbs", After},        {"lieut", Title},      {"lt", Title},         {"ltd", After},
    {"maj", Title},        {"mar", Month, true},  {"messrs", Title},     {"mfg", After},
    {"mgr", Title},        {"mins", After},       {"mlle", Title},       {"mme", Title},
    {"mon", Month, true},  {"mr", Title},         {"mrs", Title},        {"ms", Title},
    {"msgr", Title},       {"mt", Title, true},   {"no", Number},        {"nos", Number},
    {"nov", Month},        {"oct", Month},        {"op", Number, true},  {"oz", After},
    {"p", Number},         {"para", Number},      {"pp", Number},        {"pres", Title, true},
    {"prof", Title},       {"pvt", Title},        {"rep", Title, true},  {"reps", Title, true},
    {"rev", Title, true},  {"sat", Month, true},  {"sec", Title, true},  {"sen", Title, true},
    {"sens", Title, true}, {"sept", Month},       {"sep", Month, true},  {"sgt", Title},
    {"sq", Before},        {"sr", After},         {"st", Title},         {"ste", Title, true},
    {"sun", Month, true},  {"supt", Title},       {"thu", Month},        {"thur", Month},
    {"thurs", Month},      {"tue", Month},        {"tues", Month},       {"univ", Before},
    {"v", Before},         {"vol", Number},       {"vs", Before},        {"wed", Month, true},
    {"yr", After},         {"yrs", After},
};

std::string to_lower(std::string_view word) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
  return lower;
}

}  // namespace

AbbreviationKind find_abbreviation(std::string_view word) {
  if (word.empty() || word.size() > 7) return None;
  static const auto sorted = [] {
    std::array<Entry, std::size(kAbbreviations)> entries{};
    std::copy(std::begin(kAbbreviations), std::end(kAbbreviations), entries.begin());
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.word < b.word; });
    return entries;
  }();
  const std::string lower = to_lower(word);
  const auto found =
      std::lower_bound(sorted.begin(), sorted.end(), lower,
                       [](const Entry& e, std::string_view w) { return e.word < w; });
  if (found == sorted.end() || found->word != lower) return None;
  const bool capital = word.front() >= 'A' && word.front() <= 'Z';
  return found->capital_only && !capital ? None : found->kind;
}

}  // namespace entente
