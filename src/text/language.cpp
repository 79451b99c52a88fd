// SPDX-License-Identifier: ISC
#include "text/language.h"

#include "text/characters.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <map>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace entente {

namespace {

// Closed classes of grammar, so they stand here. Words that are also words elsewhere in Europe
// ("a", "in", "on", "to", "as", "no", "he", "me") are left out but for the two commonest.
constexpr std::string_view kEnglish[] = {
    "a",      "about",   "after", "all",   "also",  "and",  "any",   "are",   "at",   "be",
    "been",   "but",     "by",    "can",   "could", "did",  "does",  "for",   "from", "had",
    "has",    "have",    "he",    "her",   "him",   "his",  "how",   "if",    "into", "is",
    "it",     "its",     "may",   "more",  "not",   "of",   "or",    "our",   "over", "she",
    "should", "than",    "that",  "the",   "their", "them", "there", "these", "they", "this",
    "those",  "through", "to",    "under", "until", "was",  "we",    "were",  "what", "when",
    "where",  "which",   "while", "who",   "whose", "will", "with",  "would", "you",  "your",
    "on",     "in",      "as"};

struct Foreign {
  std::string_view word;
  const char* language;
};
constexpr Foreign kForeign[] = {
    {"der", "de"},  {"das", "de"},   {"und", "de"},  {"ist", "de"},   {"nicht", "de"},
    {"mit", "de"},  {"dem", "de"},   {"den", "de"},  {"ein", "de"},   {"eine", "de"},
    {"auf", "de"},  {"für", "de"},   {"von", "de"},  {"sich", "de"},  {"auch", "de"},
    {"zu", "de"},   {"wird", "de"},  {"nach", "de"}, {"le", "fr"},    {"les", "fr"},
    {"et", "fr"},   {"des", "fr"},   {"une", "fr"},  {"est", "fr"},   {"du", "fr"},
    {"dans", "fr"}, {"pour", "fr"},  {"que", "fr"},  {"qui", "fr"},   {"sur", "fr"},
    {"au", "fr"},   {"avec", "fr"},  {"pas", "fr"},  {"el", "es"},    {"los", "es"},
    {"las", "es"},  {"en", "es"},    {"por", "es"},  {"con", "es"},   {"una", "es"},
    {"para", "es"}, {"se", "es"},    {"del", "es"},  {"su", "es"},    {"más", "es"},
    {"il", "it"},   {"di", "it"},    {"che", "it"},  {"della", "it"}, {"per", "it"},
    {"non", "it"},  {"sono", "it"},  {"gli", "it"},  {"nel", "it"},   {"do", "pt"},
    {"da", "pt"},   {"não", "pt"},   {"um", "pt"},   {"uma", "pt"},   {"os", "pt"},
    {"het", "nl"},  {"een", "nl"},   {"van", "nl"},  {"zijn", "nl"},  {"niet", "nl"},
    {"voor", "nl"}, {"aan", "nl"},   {"ook", "nl"},  {"och", "sv"},   {"att", "sv"},
    {"som", "sv"},  {"på", "sv"},    {"är", "sv"},   {"med", "sv"},   {"av", "sv"},
    {"og", "no"},   {"ikke", "no"},  {"til", "no"},  {"ja", "fi"},    {"oli", "fi"},
    {"että", "fi"}, {"mutta", "fi"}, {"w", "pl"},    {"na", "pl"},    {"nie", "pl"},
    {"się", "pl"},  {"jest", "pl"},  {"że", "pl"},   {"przez", "pl"}, {"dla", "pl"},
    {"oraz", "pl"}, {"ve", "tr"},    {"bir", "tr"},  {"bu", "tr"},    {"için", "tr"},
    {"ile", "tr"},  {"ir", "lt"},    {"kad", "lt"},  {"yra", "lt"},   {"iš", "lt"},
    {"su", "lt"},   {"už", "lt"},    {"un", "lv"},   {"ar", "lv"},    {"nav", "lv"},
    {"és", "hu"},   {"egy", "hu"},   {"hogy", "hu"}, {"nem", "hu"},   {"că", "ro"},
    {"și", "ro"},   {"este", "ro"},  {"při", "cs"},  {"jsou", "cs"},  {"který", "cs"},
    {"и", "ru"},    {"в", "ru"},     {"не", "ru"},   {"на", "ru"},    {"что", "ru"},
    {"с", "ru"},    {"по", "ru"},    {"это", "ru"},  {"та", "uk"},    {"що", "uk"},
    {"у", "uk"},    {"з", "uk"},     {"до", "uk"},   {"від", "uk"},   {"і", "uk"}};

const char* foreign_language_of(std::string_view word) {
  static const auto sorted = [] {
    std::array<Foreign, std::size(kForeign)> words{};
    std::copy(std::begin(kForeign), std::end(kForeign), words.begin());
    std::stable_sort(words.begin(), words.end(),
                     [](const Foreign& a, const Foreign& b) { return a.word < b.word; });
    return words;
  }();
  const auto found =
      std::lower_bound(sorted.begin(), sorted.end(), word,
                       [](const Foreign& f, std::string_view w) { return f.word < w; });
  return found != sorted.end() && found->word == word ? found->language : nullptr;
}

// Letters of words that English keeps from elsewhere: façade, naïve, fiancé, coup d'état.
bool is_borrowed_letter(char32_t c) {
  return c == U'é' || c == U'è' || c == U'ê' || c == U'ï' || c == U'ç' || c == U'ñ' || c == U'ö' ||
         c == U'ü' || c == U'ä' || c == U'á' || c == U'à' || c == U'â' || c == U'ó' || c == U'í' ||
         c == U'ô';
}

// Reads words of letters; calls take(lower-case word, first character, foreign letters, Latin?).
template <typename Take>
void each_word(std::string_view text, Take take) {
  std::string word;
  CharClass first = CharClass::Space;
  bool strange = false;
  bool latin = true;
  const auto finish = [&] {
    if (!word.empty()) take(word, first, strange, latin);
    word.clear();
    strange = false;
    latin = true;
  };
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    at = c.end;
    if (!is_letter(c.kind)) {
      finish();
      continue;
    }
    if (word.empty()) first = c.kind;
    if (c.code_point < 0x80) {
      word.push_back(ascii_lower(static_cast<char>(c.code_point)));
      continue;
    }
    strange = strange || !is_borrowed_letter(c.code_point);
    UErrorCode error = U_ZERO_ERROR;
    latin = latin && uscript_getScript(static_cast<UChar32>(c.code_point), &error) == USCRIPT_LATIN;
    append_utf8(word, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.code_point))));
  }
  finish();
}

}  // namespace

bool is_english_function_word(std::string_view word) {
  static const auto sorted = [] {
    std::array<std::string_view, std::size(kEnglish)> words{};
    std::copy(std::begin(kEnglish), std::end(kEnglish), words.begin());
    std::sort(words.begin(), words.end());
    return words;
  }();
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

LanguageEvidence weigh_language(std::string_view text) {
  LanguageEvidence evidence;
  each_word(text, [&](std::string_view word, CharClass first, bool strange, bool latin) {
    ++evidence.words;
    evidence.english += is_english_function_word(word);
    // names keep their letters in English: only words in small letters count
    if (first == CharClass::Lower) {
      evidence.foreign += foreign_language_of(word) != nullptr;
      evidence.foreign_letters += strange && latin;
    }
    evidence.other_scripts += !latin;
  });
  return evidence;
}

// Judgement, tried on articles in nine languages: English sentences of news have a function word
// in every three or four words, names with foreign letters do not make them foreign.
bool is_foreign(const LanguageEvidence& evidence) {
  if (evidence.words < 3) return evidence.other_scripts > 0 && evidence.english == 0;
  if (evidence.other_scripts * 2 > evidence.words) return true;
  if (evidence.english * 5 > evidence.words) return false;
  const int against = evidence.foreign + evidence.foreign_letters;
  return against >= 2 && against > evidence.english && against * 8 >= evidence.words;
}

std::string guess_language(std::string_view text) {
  std::map<std::string, int> votes;
  int words = 0;
  each_word(text, [&](std::string_view word, CharClass, bool, bool) {
    ++words;
    if (is_english_function_word(word)) ++votes["en"];
    if (const char* language = foreign_language_of(word)) ++votes[language];
  });
  std::string best;
  int most = 0;
  for (const auto& [language, count] : votes) {
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return most >= 3 && most * 12 >= words ? best : "";
}

}  // namespace entente
