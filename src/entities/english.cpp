// SPDX-License-Identifier: ISC
#include "entities/english.h"

#include <algorithm>
#include <array>
#include <string>

namespace entente {

namespace {

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string bare(std::string_view form) {
  std::string out = lower(form);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

constexpr std::array<std::string_view, 11> kHonorifics = {
    "mr", "mrs", "ms", "miss", "dr", "sir", "madam", "lord", "lady", "dame", "mister"};
constexpr std::array<std::string_view, 6> kFeminineTitles = {"mrs",   "ms",   "miss",
                                                             "madam", "lady", "dame"};
constexpr std::array<std::string_view, 4> kMasculineTitles = {"mr", "sir", "lord", "mister"};
constexpr std::array<std::string_view, 9> kFeminineNouns = {
    "queen", "princess", "wife", "mother", "daughter", "sister", "widow", "duchess", "empress"};
constexpr std::array<std::string_view, 10> kMasculineNouns = {
    "king",    "prince",  "husband", "father",  "son",
    "brother", "widower", "duke",    "emperor", "sheikh"};
constexpr std::array<std::string_view, 24> kLocatives = {
    "in",     "at",      "near",   "around", "outside", "inside", "into",   "from",
    "toward", "towards", "over",   "across", "through", "via",    "within", "throughout",
    "onto",   "beyond",  "beside", "north",  "south",   "east",   "west",   "to"};
constexpr std::array<std::string_view, 8> kDirections = {"north",   "south", "east",  "west",
                                                         "central", "upper", "lower", "mid"};
constexpr std::array<std::string_view, 8> kPast = {"former", "ex",       "late",      "then",
                                                   "ousted", "previous", "erstwhile", "onetime"};
constexpr std::array<std::string_view, 18> kOfStates = {
    "side",    "party",    "nation", "country",   "state",    "government",
    "capital", "republic", "rival",  "neighbour", "neighbor", "power",
    "ally",    "foe",      "enemy",  "adversary", "kingdom",  "belligerent"};
constexpr std::array<std::string_view, 8> kOfPeople = {
    "leader", "president", "minister", "man", "woman", "politician", "statesman", "premier"};
constexpr std::array<std::string_view, 7> kOpposed = {"side",  "party",     "rival",      "foe",
                                                      "enemy", "adversary", "belligerent"};
constexpr std::array<std::string_view, 22> kMonths = {
    "january",   "february", "march",    "april",    "may", "june", "july", "august",
    "september", "october",  "november", "december", "jan", "feb",  "mar",  "apr",
    "jun",       "jul",      "aug",      "sep",      "oct", "dec"};

constexpr std::array<std::string_view, 11> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday",    "mon",
                                                    "tue",    "wed",      "thu"};

struct PronounForm {
  std::string_view form;
  PronounClass cls;
};

constexpr std::array<PronounForm, 32> kPronouns = {{{"he", PronounClass::He},
                                                    {"him", PronounClass::He},
                                                    {"his", PronounClass::He},
                                                    {"himself", PronounClass::He},
                                                    {"she", PronounClass::She},
                                                    {"her", PronounClass::She},
                                                    {"hers", PronounClass::She},
                                                    {"herself", PronounClass::She},
                                                    {"it", PronounClass::It},
                                                    {"its", PronounClass::It},
                                                    {"itself", PronounClass::It},
                                                    {"they", PronounClass::They},
                                                    {"them", PronounClass::They},
                                                    {"their", PronounClass::They},
                                                    {"theirs", PronounClass::They},
                                                    {"themselves", PronounClass::They},
                                                    {"i", PronounClass::I},
                                                    {"me", PronounClass::I},
                                                    {"my", PronounClass::I},
                                                    {"mine", PronounClass::I},
                                                    {"myself", PronounClass::I},
                                                    {"we", PronounClass::We},
                                                    {"us", PronounClass::We},
                                                    {"our", PronounClass::We},
                                                    {"ours", PronounClass::We},
                                                    {"ourselves", PronounClass::We},
                                                    {"you", PronounClass::You},
                                                    {"your", PronounClass::You},
                                                    {"who", PronounClass::Relative},
                                                    {"whom", PronounClass::Relative},
                                                    {"whose", PronounClass::Relative},
                                                    {"which", PronounClass::Relative}}};

}  // namespace

std::string lower(std::string_view ascii) {
  std::string out(ascii);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_honorific(std::string_view form) {
  return is_one_of(bare(form), kHonorifics);
}

Gender gender_of_honorific(std::string_view form) {
  const std::string title = bare(form);
  if (is_one_of(title, kFeminineTitles)) return Gender::Feminine;
  return is_one_of(title, kMasculineTitles) ? Gender::Masculine : Gender::Unknown;
}

Gender gender_of_noun(std::string_view lemma) {
  if (lemma.ends_with("woman") || is_one_of(lemma, kFeminineNouns)) return Gender::Feminine;
  if (lemma.ends_with("man") && lemma != "human" && lemma != "woman") return Gender::Masculine;
  return is_one_of(lemma, kMasculineNouns) ? Gender::Masculine : Gender::Unknown;
}

bool is_locative(std::string_view preposition) {
  return is_one_of(preposition, kLocatives);
}

bool is_direction(std::string_view word) {
  std::string base = lower(word);
  if (base.ends_with("ern")) base.resize(base.size() - 3);
  for (const std::string_view head : {"north", "south"}) {
    if (base.starts_with(head) && base.size() > head.size()) base.erase(0, head.size());
  }
  return is_one_of(base, kDirections);
}

bool is_past_modifier(std::string_view lemma) {
  return is_one_of(lemma, kPast);
}

bool is_any_state_noun(std::string_view lemma) {
  return lemma == "country" || lemma == "nation" || lemma == "state" || lemma == "homeland";
}

bool is_permission(std::string_view lemma) {
  return lemma == "allow" || lemma == "let" || lemma == "permit" || lemma == "enable";
}

bool is_commitment(std::string_view lemma) {
  for (const std::string_view verb : {"announce", "confirm", "deny", "pledge", "promise", "vow"}) {
    if (lemma == verb) return true;
  }
  return false;
}

bool is_group_of_states(std::string_view lemma) {
  return is_one_of(lemma, kOfStates);
}

bool is_group_of_people(std::string_view lemma) {
  return is_one_of(lemma, kOfPeople);
}

bool is_opposed(std::string_view lemma) {
  return is_one_of(lemma, kOpposed);
}

PronounClass pronoun_class(const Word& word) {
  const std::string form = lower(word.form);
  if (form == "us" && word.form == "US") return PronounClass::None;
  if (form == "that" && word.upos == Upos::PRON && feature(word, "PronType") == "Rel")
    return PronounClass::Relative;
  for (const PronounForm& pronoun : kPronouns) {
    if (pronoun.form == form)
      return word.upos == Upos::PRON || word.upos == Upos::DET ? pronoun.cls : PronounClass::None;
  }
  return PronounClass::None;
}

bool is_possessive(const Word& pronoun) {
  return feature(pronoun, "Poss") == "Yes" || pronoun.deprel == "nmod:poss";
}

bool is_reflexive(const Word& pronoun) {
  return pronoun.form.ends_with("self") || pronoun.form.ends_with("selves");
}

bool is_day_or_month(std::string_view form) {
  return is_one_of(bare(form), kMonths) || is_one_of(bare(form), kDays);
}

bool is_weekday(std::string_view form) {
  constexpr std::array<std::string_view, 7> kWeekdays = {
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  return std::find(kWeekdays.begin(), kWeekdays.end(), form) != kWeekdays.end();
}

}  // namespace entente
