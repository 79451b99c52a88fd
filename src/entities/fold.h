// SPDX-License-Identifier: ISC
/// @file
/// How names are compared: without case, accents, hyphens, apostrophes, or American spelling.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Lower case, NFKD without marks; Latin letters that do not decompose are spelt out ("ł" -> "l",
/// "ß" -> "ss"). Requires: valid UTF-8. Other scripts are kept.
std::string fold(std::string_view text);

/// A run of letters and digits of a name, as it is compared.
struct Piece {
  std::string key;       ///< folded; "defence" for "Defense"; a punctuation mark stands for itself
  bool capital = false;  ///< began with a capital letter
  bool all_capitals = false;  ///< every letter is a capital, and there are two or digits beside it
};

/// Splits at everything that is no letter and no digit. Hyphens, apostrophes and the dots of
/// initials leave nothing behind ("U.S." -> "us", "Al-Qaeda" -> "al" "qaeda"); other marks are
/// pieces, so that no name matches across them.
std::vector<Piece> pieces_of(std::string_view text);

}  // namespace entente
