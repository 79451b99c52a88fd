// SPDX-License-Identifier: ISC
/// @file
/// What can be seen of a paragraph by itself: length, punctuation, function words, and wordings
/// that pages use around an article (credits, by-lines, dates, invitations to click).
#pragma once

#include "text/byte_range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct ParagraphFeatures {
  int words = 0;        ///< pieces between spaces that have a letter or digit
  int lower = 0;        ///< of these, words that begin with a small letter
  int capitalised = 0;  ///< words that begin with a capital
  int function_words = 0;
  bool ends_with_stop = false;  ///< . ! ? … perhaps with closing quotes or brackets behind
  bool ends_with_colon = false;
  bool has_quote = false;  ///< a double quotation mark
  bool foreign = false;
  bool is_byline = false;         ///< "By X", "X, Reporter"
  bool is_credit = false;         ///< nothing but who made the picture
  bool ends_with_credit = false;  ///< "... (Image: X)"
  bool is_date_line = false;      ///< nothing but a date or time: "Published: 02/03/2022"
  bool is_invitation = false;     ///< "Sign up to ...", "Read more", "You may like"
  bool is_label = false;          ///< one to three words or numbers without a sentence: "Menu", "0"

  /// A sentence of its own, as far as it can be seen.
  bool is_sentence() const {
    return ends_with_stop && words >= 4 && (function_words > 0 || lower >= 3);
  }
  /// A paragraph that only an article has.
  bool is_strong_body() const {
    return (ends_with_stop && words >= 15 && function_words * 7 >= words) ||
           (words >= 30 && function_words * 5 >= words);
  }
};

/// Requires: `paragraph` has no white space at its ends. Cost: linear.
ParagraphFeatures describe_paragraph(std::string_view paragraph);

/// Photographers' credits in the middle of running text ("... in Minsk. JANE DOE/AFP via Getty
/// Images Doe, who ..."): their ranges within `paragraph`, in text order.
std::vector<ByteRange> find_inner_credits(std::string_view paragraph);

/// The name in a by-line: "Jane Doe" of "By Jane Doe".
std::string name_in_byline(std::string_view paragraph);

}  // namespace entente
