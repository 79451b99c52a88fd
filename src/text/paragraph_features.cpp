// SPDX-License-Identifier: ISC
#include "text/paragraph_features.h"

#include "text/characters.h"
#include "text/language.h"
#include "text/written_date.h"

#include <algorithm>
#include <array>
#include <vector>

namespace entente {

namespace {

// ---- words between spaces

struct Piece {
  std::string_view word;  // without punctuation at its ends
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // of the piece with its punctuation
  CharClass first = CharClass::Other;
};

Piece make_piece(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Piece piece{{}, begin, end, CharClass::Other};
  std::uint32_t from = end;
  std::uint32_t to = begin;
  for (std::size_t at = begin; at < end;) {
    const Char c = char_at(text, at);
    at = c.end;
    if (!is_word_character(c.kind)) continue;
    if (from == end) {
      from = c.begin;
      piece.first = c.kind;
    }
    to = c.end;
  }
  if (from < to) piece.word = text.substr(from, to - from);
  return piece;
}

std::vector<Piece> split_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  std::uint32_t begin = 0;
  bool inside = false;
  for (std::size_t at = 0; at <= text.size();) {
    const bool at_end = at == text.size();
    const Char c = at_end ? Char{U' ', static_cast<std::uint32_t>(at), 0, CharClass::Space}
                          : char_at(text, at);
    const bool blank = is_blank(c.kind);
    if (inside && blank) pieces.push_back(make_piece(text, begin, c.begin));
    if (!inside && !blank) begin = c.begin;
    inside = !blank;
    if (at_end) break;
    at = c.end;
  }
  return pieces;
}

std::string lower_of(std::string_view word) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
  return lower;
}

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view item) { return equals_ignoring_case(item, word); });
}

// ---- wordings of pages. A matter of layout in English, not of politics.

// Begins of lines that ask the reader to do something or head a list of links.
constexpr std::string_view kInvitations[] = {
    "sign up",
    "sign in",
    "log in",
    "login",
    "subscribe",
    "register to",
    "register now",
    "register for free",
    "already a member",
    "already a subscriber",
    "become a member",
    "join our",
    "read more",
    "read next",
    "read also",
    "also read",
    "read the full",
    "read the rest",
    "read full",
    "see also",
    "more on this",
    "more from",
    "more stories",
    "related",
    "recommended",
    "you may also like",
    "you may like",
    "you might like",
    "you might also",
    "most read",
    "most popular",
    "trending",
    "top stories",
    "our picks",
    "editor's picks",
    "editors' picks",
    "don't miss",
    "don’t miss",
    "share this",
    "share on",
    "share article",
    "follow us",
    "follow our",
    "like us on",
    "click here",
    "click to",
    "tap here",
    "download the app",
    "download our",
    "get the app",
    "get our",
    "get all your",
    "get the latest",
    "get unlimited",
    "start your free",
    "start reading",
    "start your trial",
    "continue reading",
    "story continues",
    "article continues",
    "advertisement",
    "advertising",
    "sponsored",
    "promoted",
    "newsletter",
    "skip to",
    "jump to",
    "back to top",
    "all rights reserved",
    "copyright",
    "©",
    "terms of use",
    "terms and conditions",
    "terms of service",
    "privacy policy",
    "privacy notice",
    "cookie",
    "we use cookies",
    "accept all",
    "accept cookies",
    "manage preferences",
    "leave a comment",
    "post a comment",
    "view comments",
    "show comments",
    "comments are closed",
    "print this",
    "email this",
    "copy link",
    "link copied",
    "listen to this",
    "watch live",
    "watch now",
    "watch:",
    "please enable",
    "enable javascript",
    "loading",
    "menu",
    "search",
    "home page",
    "contact us",
    "about us",
    "this site uses",
    "by signing up",
    "by clicking",
    "by subscribing",
    "support our",
    "support us",
    "donate",
    "join the conversation",
    "turn on notifications",
    "breaking news alerts",
    "one subscription",
    "unlock",
    "this article is for",
    "to continue reading",
    "read news from",
    "download pdf",
    "save article",
    "fourteen days free",
    "live updates",
    "view all",
    "see all",
    "show more",
    "load more",
    "next article",
    "previous article",
    "latest news",
};

// Words of credits: who made or sold a picture. Agencies stand here as marks of a layout.
constexpr std::array<std::string_view, 34> kCreditWords = {
    "afp",     "ap",       "reuters", "getty",  "images",       "epa",     "efe",
    "scanpix", "anadolu",  "agency",  "tass",   "shutterstock", "istock",  "alamy",
    "pa",      "pool",     "photo",   "photos", "photograph",   "picture", "image",
    "credit",  "courtesy", "handout", "via",    "file",         "press",   "media",
    "wire",    "sputnik",  "zuma",    "upi",    "dpa",          "xinhua"};
// Those that make a line of capitals a credit.
constexpr std::array<std::string_view, 17> kCreditMarks = {
    "afp",   "ap",   "reuters", "getty", "images", "epa", "scanpix", "shutterstock", "istock",
    "alamy", "pool", "handout", "efe",   "zuma",   "upi", "dpa",     "tass"};
constexpr std::string_view kCreditBegins[] = {
    "photo:",        "photo by",     "photos by",  "photo credit", "photograph:",  "photograph by",
    "picture:",      "picture by",   "image:",     "image credit", "image by",     "credit:",
    "image source",  "photo source", "file photo", "courtesy of",  "(photo",       "(image",
    "(picture",      "(credit",      "[photo",     "[image",       "getty images", "pic:",
    "illustration:", "graphic:",     "map:",       "video:"};

template <std::size_t N>
bool begins_with_any(std::string_view text, const std::string_view (&list)[N]) {
  return std::any_of(std::begin(list), std::end(list), [&](std::string_view head) {
    if (text.size() < head.size() || !equals_ignoring_case(text.substr(0, head.size()), head)) {
      return false;
    }
    // whole words only: "Cookies" but not "Searchlights"
    if (text.size() == head.size()) return true;
    const std::size_t end = head.size();
    const bool plural = ascii_lower(text[end]) == 's' && text.size() == end + 1;
    return plural || !is_word_character(char_at(text, end).kind) ||
           !is_word_character(class_of(static_cast<unsigned char>(head.back())));
  });
}

bool is_month_or_day(std::string_view word) {
  constexpr std::array<std::string_view, 20> kTimes = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
      "mon",    "tue",     "wed",       "thu",      "fri",    "sat",      "sun",
      "am",     "pm",      "gmt",       "utc",      "est",    "edt"};
  return parse_month(word) > 0 || is_in(kTimes, word);
}

// "Published: 02/03/2022", "- 08:46", "Aug 5, 2022 10:02 AM EDT", "Updated 3 hours ago"
bool is_date_line(const std::vector<Piece>& pieces) {
  constexpr std::array<std::string_view, 18> kHelpers = {
      "published", "updated", "posted", "last", "modified", "on",  "at",   "at",    "by",
      "date",      "bst",     "cet",    "eet",  "ago",      "min", "read", "hours", "first"};
  int dated = 0;
  for (const Piece& piece : pieces) {
    if (piece.word.empty()) continue;
    if (piece.first == CharClass::Digit || is_month_or_day(piece.word)) {
      ++dated;
    } else if (!is_in(kHelpers, piece.word)) {
      return false;
    }
  }
  return dated > 0 && (dated > 1 || pieces.size() > 1 ||
                       pieces.front().word.find_first_of("/:.") != std::string_view::npos);
}

bool is_name_word(const Piece& piece) {
  constexpr std::array<std::string_view, 12> kParticles = {"and", "de",  "van", "von", "al", "bin",
                                                           "der", "for", "in",  "of",  "da", "the"};
  return piece.first == CharClass::Upper || piece.word.empty() || is_in(kParticles, piece.word);
}

bool is_byline(const std::vector<Piece>& pieces) {
  if (pieces.size() < 2 || pieces.size() > 12) return false;
  const bool by = equals_ignoring_case(pieces[0].word, "by") && pieces[0].first == CharClass::Upper;
  const bool names = std::all_of(pieces.begin() + 1, pieces.end(), is_name_word);
  return by && names && pieces[1].first == CharClass::Upper;
}

bool is_credit(std::string_view text, const std::vector<Piece>& pieces) {
  if (pieces.size() > 14) return false;
  if (begins_with_any(text, kCreditBegins)) return true;
  bool marked = false;
  for (const Piece& piece : pieces) {
    std::string_view word = piece.word;
    const std::size_t slash = word.find('/');
    if (slash != std::string_view::npos) {
      marked = marked || is_in(kCreditMarks, word.substr(slash + 1));
      continue;
    }
    marked = marked || (is_in(kCreditMarks, word) && piece.first == CharClass::Upper);
    if (!is_name_word(piece) && !is_in(kCreditWords, word)) return false;
  }
  return marked && pieces.size() <= 10;
}

bool ends_with_stop(std::string_view text) {
  CharClass last = CharClass::Other;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    at = c.end;
    const bool closes = c.kind == CharClass::Close || c.kind == CharClass::CloseQuote ||
                        c.kind == CharClass::PlainQuote || c.kind == CharClass::Apostrophe;
    if (!closes || last != CharClass::Stop) last = c.kind;
  }
  return last == CharClass::Stop;
}

// "(The Independent)", "(Image: X)" at the end, behind text without a full stop.
bool ends_with_credit(std::string_view text) {
  if (!text.ends_with(')')) return false;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open < 20 || text.size() - open > 60) return false;
  const std::string_view before = trim(text.substr(0, open));
  const std::vector<Piece> pieces = split_pieces(text.substr(open + 1, text.size() - open - 2));
  const bool names = !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), is_name_word);
  const bool marked = is_credit(text.substr(open + 1, text.size() - open - 2), pieces);
  return marked || (names && pieces.size() > 1 && !ends_with_stop(before));
}

void count_words(const std::vector<Piece>& pieces, ParagraphFeatures& features) {
  for (const Piece& piece : pieces) {
    if (piece.word.empty()) continue;
    ++features.words;
    features.lower += piece.first == CharClass::Lower;
    features.capitalised += piece.first == CharClass::Upper;
    features.function_words += is_english_function_word(lower_of(piece.word));
  }
}

}  // namespace

ParagraphFeatures describe_paragraph(std::string_view paragraph) {
  ParagraphFeatures features;
  const std::vector<Piece> pieces = split_pieces(paragraph);
  count_words(pieces, features);
  features.ends_with_stop = ends_with_stop(paragraph);
  features.ends_with_colon = paragraph.ends_with(':');
  features.has_quote = paragraph.find('"') != std::string_view::npos ||
                       paragraph.find("“") != std::string_view::npos;
  features.foreign = is_foreign(weigh_language(paragraph));
  features.is_byline = is_byline(pieces);
  features.is_credit = is_credit(paragraph, pieces);
  features.ends_with_credit = ends_with_credit(paragraph);
  features.is_date_line = pieces.size() <= 14 && is_date_line(pieces);
  features.is_invitation = features.words <= 25 && begins_with_any(paragraph, kInvitations);
  features.is_label = features.words <= 3 && !features.has_quote &&
                      (!features.ends_with_stop || features.words <= 2);
  return features;
}

std::vector<ByteRange> find_inner_credits(std::string_view paragraph) {
  std::vector<ByteRange> credits;
  if (paragraph.find('/') == std::string_view::npos) return credits;
  const std::vector<Piece> pieces = split_pieces(paragraph);
  const auto ends_sentence = [&](const Piece& piece) {
    return ends_with_stop(paragraph.substr(piece.begin, piece.end - piece.begin));
  };
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    const std::size_t slash = pieces[i].word.find('/');
    if (slash == std::string_view::npos) continue;
    if (!is_in(kCreditMarks, pieces[i].word.substr(slash + 1))) continue;
    std::size_t begin = i;  // names before the slash, back to the end of the last sentence
    while (begin > 0 && i - begin < 5 && is_name_word(pieces[begin - 1]) &&
           !ends_sentence(pieces[begin - 1])) {
      --begin;
    }
    std::size_t end = i + 1;  // "via Getty Images"
    while (end < pieces.size() && is_in(kCreditWords, pieces[end].word)) ++end;
    if (begin == 0 || !ends_sentence(pieces[begin - 1]) || end == pieces.size()) continue;
    credits.push_back({pieces[begin].begin, pieces[end - 1].end});
    i = end;
  }
  return credits;
}

std::string name_in_byline(std::string_view paragraph) {
  return std::string(trim(paragraph.substr(2)));
}

}  // namespace entente
