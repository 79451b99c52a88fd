// SPDX-License-Identifier: ISC
/// @file
/// Is a paragraph English? By its function words and letters: enough to keep English news apart
/// from captions, menus and articles in other languages; it does not name every language.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// True for the commonest function words of English ("the", "of"), which are no words of the other
/// European languages. `word` in lower case.
bool is_english_function_word(std::string_view word);

/// What speaks for and against English in a paragraph.
struct LanguageEvidence {
  int words = 0;            ///< with letters
  int english = 0;          ///< English function words
  int foreign = 0;          ///< function words of other languages that are no English words
  int foreign_letters = 0;  ///< words in small letters with letters that English does not use
  int other_scripts = 0;    ///< words without Latin letters
};

LanguageEvidence weigh_language(std::string_view text);

/// Names before other languages; in doubt false.
bool is_foreign(const LanguageEvidence& evidence);

/// BCP 47 code of the language of a whole text: "en", the other language with most evidence ("ru",
/// "de" ...), or empty if it cannot be told.
std::string guess_language(std::string_view text);

}  // namespace entente
