// SPDX-License-Identifier: ISC
/// @file
/// Reads the terminals that Turtle, TriG, N-Triples, N-Quads and SPARQL have in common, from a text
/// that is well-formed UTF-8. Each function stands at the terminal's first character, checks it
/// whole and moves behind it, or throws SyntaxError with what was found and what was expected.
#pragma once

#include "rdf/arena.h"
#include "rdf/characters.h"

#include <string>
#include <string_view>

namespace entente::rdf {

/// Thrown by the parsers of this folder and of store/ at byte `at` of their text. The functions
/// that the folders offer turn it into a Diagnostic; it never leaves them.
struct SyntaxError {
  std::size_t at = 0;
  std::string message;  ///< "found ..., expected ..."
};

/// A prefixed name; `local` has its escapes undone. `has_colon` is false for a bare word.
struct PrefixedName {
  std::string_view prefix, local;
  bool has_colon = false;
};

enum class NumberKind : std::uint8_t { Integer, Decimal, Double };

struct Scanner {
  std::string_view text;
  std::size_t at = 0;
  Arena arena;  ///< owns what could not be a view of `text`

  explicit Scanner(std::string_view whole) : text(whole) {}

  bool at_end() const { return at >= text.size(); }
  /// The byte `ahead` of here, '\0' behind the end.
  char peek(std::size_t ahead = 0) const {
    return at + ahead < text.size() ? text[at + ahead] : '\0';
  }
  bool looking_at(std::string_view word) const { return text.substr(at).starts_with(word); }

  /// Passes white space and comments.
  void skip_space();
  /// Passes blanks and tabs only.
  void skip_blanks() {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  }

  /// <...>: the characters between, with \u escapes undone; not resolved.
  std::string_view iri_ref();
  /// "..." '...' and their long forms.
  std::string_view string_literal();
  /// "..." only, on one line (N-Triples).
  std::string_view short_string(char quote);
  /// @en-GB: lower-cased, without the @.
  std::string_view language_tag();
  /// _:label: the label.
  std::string_view blank_label();
  /// prefix:local, prefix: or a bare word such as `a`, `true`, `SELECT`.
  PrefixedName prefixed_name();
  /// A number without its sign's meaning: the lexical form as written, sign included.
  std::string_view number(NumberKind& kind);

  /// True if a number begins here: a digit, or a sign or point with a digit behind it.
  bool at_number() const;
  /// True if a letter that can begin a name stands here (not '_').
  bool at_name_start() const;

  [[noreturn]] void fail(std::string_view expected) const { fail_at(at, expected); }
  /// "found X, expected `expected`", where X is what stands at `where`.
  [[noreturn]] void fail_at(std::size_t where, std::string_view expected) const;

 private:
  std::string_view long_string(char quote);
  void skip_escape(std::string_view expected);
  std::string_view unescape(std::size_t begin, std::size_t end, bool is_iri);
  std::size_t name_chars(std::size_t from) const;
  std::size_t name_char_length(std::size_t where, bool first) const;
  std::string_view local_name();
};

/// The line of byte `at` and its column in code points, both from 1.
struct LineColumn {
  std::uint32_t line = 1, column = 1;
};
LineColumn locate(std::string_view text, std::size_t at);

/// How a message names what stands at `at`: "'}'", "the word \"foo\"", "the end of the text".
std::string describe(std::string_view text, std::size_t at);

}  // namespace entente::rdf
