// SPDX-License-Identifier: ISC
#include "train/substitutes.h"

#include "syntax/letters.h"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace entente::train {

namespace {

// Shares: judgement.
constexpr float kRenamed = 0.8F;
constexpr float kInvented = 0.4F;  // of the organisations
constexpr float kPeople = 0.4F;    // put where an organisation begins the sentence
constexpr float kSmall = 0.04F;    // written in small letters, as in hasty writing

constexpr const char* kMatters[] = {
    "Energy",   "Justice",     "Health",    "Education", "Defense",         "Trade",
    "Labor",    "Commerce",    "Transport", "Finance",   "Interior",        "Science",
    "Industry", "Agriculture", "Culture",   "Economics", "Foreign Affairs", "Public Safety"};
constexpr const char* kBodiesOf[] = {"Ministry", "Department", "Institute",  "Office",
                                     "Bureau",   "Board",      "Committee",  "School",
                                     "Center",   "Council",    "Association"};

std::vector<std::string> words_of(const std::string& name) {
  std::istringstream in(name);
  return {std::istream_iterator<std::string>(in), {}};
}

std::string acronym(Random& random) {
  std::string out;
  const std::size_t length = 2 + random.below(4);
  while (out.size() < length) out += static_cast<char>('A' + random.below(26));
  return out;
}

// "Zentora", "Kovi": made of syllables.
std::string invented_word(Random& random) {
  constexpr const char* kSyllables[] = {
      "Ka",  "ven", "to", "ra",  "zen", "li",  "mo", "dex", "cor", "va", "tel", "no",  "bri",
      "sta", "qui", "lo", "gen", "ta",  "pha", "ri", "don", "el",  "xi", "us",  "mar", "in"};
  std::string out;
  for (std::size_t n = 2 + random.below(2); n > 0; --n)
    out += kSyllables[random.below(std::size(kSyllables))];
  out[0] = static_cast<char>(out[0] >= 'a' ? out[0] - 'a' + 'A' : out[0]);
  return out;
}

}  // namespace

Substitutes::Substitutes(const Lists& lists) {
  for (const List& list : lists) {
    if (list.kind == "first") first_.push_back(&list);
    if (list.kind == "last") last_.push_back(&list);
    if (list.kind == "company" || list.kind == "org" || list.kind == "media") org_.push_back(&list);
    if (list.kind == "country" || list.kind == "place") place_.push_back(&list);
    if (list.kind == "town") town_.push_back(&list);
    if (list.kind == "orgword") orgword_.push_back(&list);
  }
}

const std::string& Substitutes::any(const std::vector<const List*>& lists, Random& random) const {
  static const std::string kNone = "Smith";
  if (lists.empty()) return kNone;
  const List& list = *lists[random.below(lists.size())];
  return list.names[random.below(list.names.size())];
}

// As long as the one before: given names alone, full names, and bare surnames stay what they are.
Substitutes::Words Substitutes::person(std::size_t length, Random& random) const {
  const auto surname = [&] {
    return random.chance(0.15F) ? invented_word(random) : any(last_, random);
  };
  if (length == 1) return {random.chance(0.3F) ? any(first_, random) : surname()};
  Words out = {any(first_, random)};
  if (length > 2)
    out.push_back(random.chance(0.5F) ? std::string(1, 'A' + random.below(26)) + "."
                                      : any(last_, random));
  out.push_back(surname());
  return out;
}

Substitutes::Words Substitutes::organization(Random& random) const {
  return random.chance(kInvented) ? invented_organization(random) : words_of(any(org_, random));
}

Substitutes::Words Substitutes::invented_organization(Random& random) const {
  const float kind = random.uniform();
  if (kind < 0.25F) return {acronym(random)};
  if (kind < 0.4F) return {invented_word(random)};
  Words out;
  if (kind < 0.55F) {
    out = {kBodiesOf[random.below(std::size(kBodiesOf))], "of"};
    for (const std::string& word :
         words_of(random.chance(0.6F) ? kMatters[random.below(std::size(kMatters))]
                                      : any(place_, random)))
      out.push_back(word);
    return out;
  }
  out = random.chance(0.4F)   ? words_of(any(place_, random))
        : random.chance(0.5F) ? Words{any(last_, random)}
                              : Words{invented_word(random)};
  out.push_back(any(orgword_, random));
  if (random.chance(0.2F)) out.push_back(any(orgword_, random));
  return out;
}

Substitutes::Words Substitutes::place(Random& random) const {
  return words_of(any(random.chance(0.4F) ? town_ : place_, random));
}

void Substitutes::rename(Random& random, std::vector<std::string>& words,
                         std::vector<NameTag>& tags) const {
  std::vector<std::string> new_words;
  std::vector<NameTag> new_tags;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    while (end < words.size() && tags[end] != kOutside && tags[end] % 2 == 0) ++end;
    Words name;
    NameTag begin = tags[i];
    if (begin != kOutside && begin % 2 == 1 && random.chance(kRenamed)) {
      if (begin == kBeginOrg && i == 0 && random.chance(kPeople)) begin = kBeginPer;
      name = begin == kBeginPer   ? person(std::min<std::size_t>(end - i, 2), random)
             : begin == kBeginOrg ? organization(random)
                                  : place(random);
    }
    const bool renamed = !name.empty();
    if (renamed && random.chance(kSmall)) {
      for (std::string& word : name) word = to_lower(word);
    }
    for (std::size_t k = i; !renamed && k < end; ++k) name.push_back(words[k]);
    for (std::size_t k = 0; k < name.size(); ++k) {
      new_words.push_back(name[k]);
      new_tags.push_back(k == 0 || begin == kOutside ? begin : static_cast<NameTag>(begin + 1));
    }
    i = end;
  }
  words = std::move(new_words);
  tags = std::move(new_tags);
}

}  // namespace entente::train
