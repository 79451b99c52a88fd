// SPDX-License-Identifier: ISC
// One scan from left to right over each piece without spaces ("chunk"). At every position the
// first shape that fits takes its characters: address, emoticon, run of symbols, word with its
// inner joiners, single symbol. A word is then cut into stem and clitics or number and unit.
#include "text/words.h"

#include "text/abbreviations.h"
#include "text/characters.h"

#include <algorithm>
#include <array>
#include <string>

namespace entente {

namespace {

using enum CharClass;

// Longer chunks are cut here, so that a text without any space needs little memory.
constexpr std::size_t kMaxChunkCharacters = 4096;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view item) { return equals_ignoring_case(word, item); });
}

// Prefixes that are no words of their own: EWT 2.16 leaves them joined by their hyphen.
bool is_bound_prefix(std::string_view word) {
  return is_one_of(word, {"anti", "arch",  "bi",    "co",     "counter", "cross", "de",   "e",
                          "ex",   "extra", "hyper", "inter",  "intra",   "macro", "mega", "micro",
                          "mid",  "mini",  "multi", "neo",    "non",     "over",  "pan",  "para",
                          "post", "pre",   "pro",   "pseudo", "psycho",  "re",    "semi", "socio",
                          "sub",  "super", "trans", "tri",    "ultra",   "un",    "under"});
}

bool is_top_level_domain(std::string_view word) {
  return is_one_of(word, {"com", "org", "net", "gov", "edu", "int", "mil", "info", "io", "uk", "de",
                          "ru",  "ua",  "by",  "eu",  "tv",  "me",  "us",  "fr",   "ca", "au"});
}

bool is_unit(std::string_view word) {
  return is_one_of(
      word, {"am",  "pm",  "k",   "m",   "mm",   "cm",   "km",  "kg",  "ft",     "mph",  "bn",
             "mn",  "tn",  "lb",  "lbs", "kw",   "mw",   "gw",  "hrs", "hr",     "mins", "min",
             "pts", "kms", "kmh", "sq",  "a.m.", "p.m.", "a.m", "p.m", "persons"});
}

// Spellings in one piece that UD splits, with the length of the first word.
struct Fusion {
  std::string_view word;
  std::uint32_t first;
};
constexpr Fusion kFusions[] = {
    {"cannot", 3},   {"gonna", 3}, {"wanna", 3}, {"gotta", 3},   {"dont", 2},    {"didnt", 3},
    {"doesnt", 4},   {"cant", 2},  {"wont", 2},  {"couldnt", 5}, {"wouldnt", 5}, {"isnt", 2},
    {"shouldnt", 6}, {"arent", 3}, {"wasnt", 3}, {"aint", 2},    {"havent", 4},  {"hasnt", 3},
    {"werent", 4},   {"im", 1},    {"ive", 1},   {"outta", 3},
};

class WordScanner {
 public:
  WordScanner(std::string_view text, ByteRange part, std::vector<Token>& words)
      : text_(text), part_(part), words_(words) {}

  void run() {
    std::size_t at = part_.begin;
    while (at < part_.end) {
      const Char c = char_at(text_, at);
      at = c.end;
      if (is_blank(c.kind) || c.kind == Control) {
        finish_chunk(at);
      } else {
        chunk_.push_back(c);
        has_at_sign_ = has_at_sign_ || c.code_point == '@';
        if (chunk_.size() == kMaxChunkCharacters) finish_chunk(at);
      }
    }
    finish_chunk(at);
  }

 private:
  void finish_chunk(std::size_t next) {
    next_chunk_ = next;
    for (std::size_t i = 0; i < chunk_.size();) i = scan(i);
    chunk_.clear();
    has_at_sign_ = false;
  }

  // ---- the chunk's characters; outside of it all is blank
  CharClass kind(std::size_t i) const { return i < chunk_.size() ? chunk_[i].kind : Space; }
  char32_t code(std::size_t i) const { return i < chunk_.size() ? chunk_[i].code_point : U' '; }
  bool is_word_at(std::size_t i) const { return is_word_character(kind(i)); }
  std::string_view view(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    return text_.substr(chunk_[begin].begin, chunk_[end - 1].end - chunk_[begin].begin);
  }
  bool starts_with(std::size_t i, std::string_view head) const {
    return chunk_.size() - i >= head.size() && equals_ignoring_case(view(i, i + head.size()), head);
  }

  // The first visible character behind the chunk, looked for within this part only.
  char32_t next_visible() const {
    for (std::size_t at = next_chunk_; at < part_.end;) {
      const Char c = char_at(text_, at);
      if (!is_blank(c.kind)) return c.code_point;
      at = c.end;
    }
    return U' ';
  }

  void push(std::size_t begin, std::size_t end, bool joined = false) {
    std::uint32_t from = chunk_[begin].begin;
    for (std::size_t i = begin; i < end; ++i) {
      if (chunk_[i].end - from <= kMaxWordBytes) continue;
      words_.push_back({{from, chunk_[i].begin}, false});
      from = chunk_[i].begin;
    }
    words_.push_back({{from, chunk_[end - 1].end}, joined});
  }

  std::size_t scan(std::size_t i) {
    if (const std::size_t end = find_address(i)) return push(i, end), end;
    if (has_at_sign_ && is_word_at(i)) {
      if (const std::size_t end = find_mail_address(i)) return push(i, end), end;
    }
    if (const std::size_t end = find_emoticon(i)) return push(i, end), end;
    if (starts_word(i)) return scan_word(i);
    if (kind(i) == Apostrophe) return scan_apostrophe(i);
    open_single_ += code(i) == U'‘';
    const std::size_t end = find_symbol_run(i);
    push(i, end);
    return end;
  }

  // ---- addresses and emoticons
  bool ends_address(std::size_t i) const {
    const char32_t c = code(i);
    return kind(i) == PlainQuote || kind(i) == OpenQuote || kind(i) == CloseQuote || c == '<' ||
           c == '>' || c == '{' || c == '}' || c == '|';
  }

  std::size_t trim_address(std::size_t begin, std::size_t end) const {
    const bool has_bracket = view(begin, end).find('(') != std::string_view::npos;
    while (end > begin + 1) {
      const char32_t last = code(end - 1);
      const bool closes = last == ')' && !has_bracket;
      const bool stop = last == '.' || last == ',' || last == ';' || last == ':' || last == '!' ||
                        last == '?' || last == '*' || last == ']' || kind(end - 1) == Apostrophe;
      if (!closes && !stop) break;
      --end;
    }
    return end;
  }

  std::size_t address_end(std::size_t begin) const {
    std::size_t end = begin;
    while (end < chunk_.size() && !ends_address(end)) ++end;
    return trim_address(begin, end);
  }

  std::size_t find_address(std::size_t i) const {
    const char32_t c = code(i);
    if (c != 'h' && c != 'H' && c != 'w' && c != 'W' && c != 'f' && c != 'm') return 0;
    for (const std::string_view head : {"http://", "https://", "www.", "ftp://", "mailto:"}) {
      if (starts_with(i, head) && chunk_.size() > i + head.size()) return address_end(i);
    }
    return 0;
  }

  // Local parts may hold full stops, also several ("jane...@example.org" in archives).
  std::size_t find_mail_address(std::size_t i) const {
    std::size_t at = i;
    while (is_word_at(at) || code(at) == '.' || code(at) == '_' || code(at) == '-' ||
           code(at) == '%' || code(at) == '+') {
      ++at;
    }
    if (code(at) != '@' || at == i || !is_word_at(at + 1)) return 0;
    std::size_t end = at + 1;
    while (is_word_at(end) ||
           ((code(end) == '.' || code(end) == '-' || code(end) == '_') && is_word_at(end + 1))) {
      ++end;
    }
    return end;
  }

  std::size_t find_emoticon(std::size_t i) const {
    const char32_t c = code(i);
    if (c != ':' && c != ';' && c != '=' && c != '<' && c != '(' && c != '^') return 0;
    for (const std::string_view face :
         {":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":)", ":(", ";)", ":D", ":P", ":p", "=)", "=(",
          "<3", "(:", "^_^", ":/", ":|"}) {
      const std::size_t end = i + face.size();
      if (end <= chunk_.size() && view(i, end) == face && !is_word_at(end) && code(end) != '/') {
        return end;
      }
    }
    return 0;
  }

  // ---- symbols
  std::size_t find_symbol_run(std::size_t i) const {
    std::size_t end = i + 1;
    const char32_t c = code(i);
    if (kind(i) == Stop) {
      while (kind(end) == Stop) ++end;
      return end;
    }
    if (kind(i) == Hyphen || kind(i) == Other || c == '`') {
      if (c == ',' || c == ';' || c == ':' || c == '/' || c == '%' || c == U'•') return end;
      while (code(end) == c) ++end;
    }
    return end;
  }

  // ---- apostrophes and single quotes
  bool is_clitic(std::size_t i, std::size_t end) const {
    return is_one_of(view(i + 1, end), {"s", "re", "ve", "ll", "d", "m"});
  }

  std::size_t word_end(std::size_t i) const {
    while (is_word_at(i)) ++i;
    return i;
  }

  std::size_t scan_apostrophe(std::size_t i) {
    const bool doubled = kind(i + 1) == Apostrophe && code(i) == code(i + 1);
    if (doubled) return push(i, i + 2), i + 2;
    const std::size_t end = word_end(i + 1);
    const bool attached = i > 0 && is_word_at(i - 1);
    if (i > 0 && is_clitic(i, end)) {  // after a closing quote or bracket: "Hamlet”’s"
      words_.back().joined_to_next = true;
      return push(i, end), end;
    }
    if (attached && is_plural_possessive(i)) {
      words_.back().joined_to_next = true;
      return push(i, i + 1), i + 1;
    }
    if (attached) {
      open_single_ -= open_single_ > 0;
    } else if (code(i) == '\'' && is_word_at(i + 1)) {
      ++open_single_;
    }
    return push(i, i + 1), i + 1;
  }

  bool is_plural_possessive(std::size_t i) const {
    const char32_t last = code(i - 1);
    return (last == 's' || last == 'S' || last == 'z' || last == 'x') && open_single_ == 0 &&
           !is_word_at(i + 1);
  }

  // ---- words
  bool starts_word(std::size_t i) const {
    if (is_word_at(i)) return true;
    const bool fresh = i == 0 || !is_word_at(i - 1);
    if (!fresh) return false;
    if (kind(i) == Apostrophe) return starts_elision(i);
    if (code(i) == '@' || code(i) == '#') return is_letter(kind(i + 1));
    return (code(i) == '.' || (code(i) == '+' && i == 0)) && kind(i + 1) == Digit;
  }

  // 'em, 'til, 'cause, '90s: the apostrophe stands for what is left out.
  bool starts_elision(std::size_t i) const {
    const std::size_t end = word_end(i + 1);
    const std::string_view word = view(i + 1, end);
    if (is_one_of(word, {"em", "til", "cause", "tis", "twas", "n"})) return true;
    return kind(i + 1) == Digit && kind(i + 2) == Digit && (end == i + 3 || code(i + 3) == 's') &&
           open_single_ == 0;
  }

  std::size_t scan_word(std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < chunk_.size()) {
      if (is_word_at(end)) {
        ++end;
      } else if (joins(begin, end)) {
        if (is_address_so_far(begin, end)) {
          end = address_end(begin);
          return push(begin, end), end;
        }
        ++end;
      } else {
        break;
      }
    }
    if (is_currency_of(begin, end)) return push(begin, end + 1), end + 1;
    end = take_full_stop(begin, end);
    push_parts(begin, end);
    return end;
  }

  // US$, A$, HK$
  bool is_currency_of(std::size_t begin, std::size_t end) const {
    return kind(end) == Currency && end - begin <= 2 && kind(begin) == Upper &&
           kind(end - 1) == Upper;
  }

  // "gov.uk/path": a domain goes on with its path.
  bool is_address_so_far(std::size_t begin, std::size_t i) const {
    return code(i) == '/' && ends_with_domain(begin, i);
  }

  bool ends_with_domain(std::size_t begin, std::size_t end) const {
    // no domain is longer; keeps the cost linear
    const std::string_view word = view(end - begin > 64 ? end - 64 : begin, end);
    const std::size_t dot = word.rfind('.');
    return dot != std::string_view::npos && dot > 1 && is_top_level_domain(word.substr(dot + 1));
  }

  std::size_t run_start(std::size_t begin, std::size_t i) const {
    while (i > begin && is_word_at(i - 1)) --i;
    return i;
  }

  // Does the character at i, behind word characters, hold its neighbours together?
  bool joins(std::size_t begin, std::size_t i) const {
    const char32_t c = code(i);
    const bool digits = kind(i - 1) == Digit && kind(i + 1) == Digit;
    if (c == '@' || c == '_') return is_word_at(i + 1);
    // "pro- and anti-war"
    if (kind(i) == Hyphen && i + 1 == chunk_.size()) return is_bound_prefix(view(begin, i));
    if (c == '/' && ends_with_domain(begin, i)) return true;
    if (!is_word_at(i + 1)) return false;
    switch (c) {
      case '.':
        return joins_by_stop(begin, i);
      case ',':
        return digits;
      case ':':
        return digits;
      case '&':
        return is_letter(kind(i - 1)) && is_letter(kind(i + 1));
      case '*':
        return is_letter(kind(i - 1)) && is_letter(kind(i + 1));
      case '/':
        return joins_by_slash(begin, i);
      case '$':
        return false;
      default:
        break;
    }
    if (kind(i) == Apostrophe) return c != '`' && joins_by_apostrophe(i);
    return kind(i) == Hyphen && joins_by_hyphen(begin, i);
  }

  bool joins_by_stop(std::size_t begin, std::size_t i) const {
    const std::size_t left = run_start(begin, i);
    if (kind(i - 1) == Digit) {
      return kind(i + 1) == Digit || code(begin) == '@' ||
             is_one_of(view(i + 1, word_end(i + 1)), {"doc", "docx", "pdf", "xls", "txt", "jpg"});
    }
    if (kind(i + 1) == Digit) return i - left <= 2;
    // "ended.The": a missing space; "Mr.Smith" likewise
    const bool capitalised = kind(i + 1) == Upper && kind(i + 2) == Lower;
    return !(capitalised && i - left > 1 && kind(i - 1) == Lower);
  }

  bool joins_by_slash(std::size_t begin, std::size_t i) const {
    const std::size_t left = run_start(begin, i);
    const std::size_t right = word_end(i + 1);
    if (kind(i - 1) == Digit && kind(i + 1) == Digit) {
      return i - left <= 2 ? right - i <= 5 : code(right) == '/' || code(left - 1) == '/';
    }
    if (i - left == 1 && right - i == 2) return true;  // "A/C"
    return is_one_of(view(left, right), {"w/o", "s/he"});
  }

  bool joins_by_apostrophe(std::size_t i) const {
    if (kind(i - 1) == Digit) return code(i + 1) == 's' && !is_word_at(i + 2);
    return is_letter(kind(i + 1));
  }

  bool joins_by_hyphen(std::size_t begin, std::size_t i) const {
    const std::size_t left = run_start(begin, i);
    const bool alone = left == begin;  // no joiner before: a prefix stands first
    if (kind(i - 1) == Digit && kind(i + 1) == Digit) return joins_digits(begin, i);
    if (!alone || !is_letter(kind(i - 1))) return false;
    return is_bound_prefix(view(left, i)) && (is_letter(kind(i + 1)) || kind(i + 2) == Digit);
  }

  // Telephone numbers and dates are whole ("713-853-3989", "2022-02-24"), ranges are not.
  bool joins_digits(std::size_t begin, std::size_t i) const {
    const std::size_t left = run_start(begin, i);
    const std::size_t right = word_end(i + 1);
    const std::size_t before = i - left;
    const std::size_t behind = right - i - 1;
    const bool continued = left > begin && kind(left - 1) == Hyphen;
    const bool continues = kind(right) == Hyphen && kind(right + 1) == Digit;
    return continued || continues || (before == 3 && behind == 4);
  }

  // ---- the full stop behind a word
  std::size_t take_full_stop(std::size_t begin, std::size_t end) const {
    if (code(end) != '.' || code(end + 1) == '.' || is_word_at(end + 1)) return end;
    return has_own_full_stop(begin, end) ? end + 1 : end;
  }

  bool has_own_full_stop(std::size_t begin, std::size_t end) const {
    const std::string_view word = view(begin, end);
    if (end - begin == 1 && kind(begin) == Upper) return word != "I";
    if (is_dotted_initials(begin, end)) return true;
    return is_abbreviation(word, end + 1 == chunk_.size() ? next_visible() : code(end + 1));
  }

  // U.S, e.g, Ph.D, J.-P: short letter groups between full stops.
  bool is_dotted_initials(std::size_t begin, std::size_t end) const {
    std::size_t group = 0;
    bool dotted = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (code(i) == '.') {
        dotted = true;
        group = 0;
      } else if (!is_letter(kind(i)) || ++group > 2) {
        return false;
      }
    }
    return dotted;
  }

  // ---- stem and clitics, number and unit
  void push_parts(std::size_t begin, std::size_t end) {
    if (const std::size_t cut = find_clitic(begin, end)) {
      push_parts(begin, cut);
      words_.back().joined_to_next = true;
      push(cut, end);
    } else if (const std::size_t fused = find_fusion(begin, end)) {
      push(begin, fused, true);
      push(fused, end);
    } else if (const std::size_t unit = find_unit(begin, end)) {
      push(begin, unit);
      push(unit, end);
    } else {
      push(begin, end);
    }
  }

  std::size_t find_clitic(std::size_t begin, std::size_t end) const {
    std::size_t i = end;
    while (i > begin && kind(i - 1) != Apostrophe) --i;
    if (i <= begin + 1 || !is_letter(kind(i - 2)) || end - i > 2) return 0;
    const std::size_t mark = i - 1;
    const std::string_view clitic = view(i, end);
    const std::string_view stem = view(begin, mark);
    if (is_one_of(clitic, {"s", "re", "ve", "ll"})) return mark;
    if (is_one_of(clitic, {"t"}) && mark > begin + 1 &&
        (stem.back() == 'n' || stem.back() == 'N')) {
      return mark - 1;
    }
    if (is_one_of(clitic, {"m"}) && is_one_of(stem, {"i"})) return mark;
    const bool subject = is_one_of(stem, {"i", "you", "he", "she", "it", "we", "they", "who",
                                          "that", "there", "what", "how", "where"});
    return is_one_of(clitic, {"d"}) && subject ? mark : 0;
  }

  std::size_t find_fusion(std::size_t begin, std::size_t end) const {
    const std::string_view word = view(begin, end);
    if (word.size() > 8 || word == "IM" || word == "IVE") return 0;
    for (const Fusion& fusion : kFusions) {
      if (equals_ignoring_case(word, fusion.word)) return begin + fusion.first;
    }
    return 0;
  }

  // "5pm", "10.5m", "30km"; but "20th", "1990s", "4G" are whole.
  std::size_t find_unit(std::size_t begin, std::size_t end) const {
    if (kind(begin) != Digit && code(begin) != '.') return 0;
    std::size_t i = begin + 1;
    while (i < end && (kind(i) == Digit || (!is_letter(kind(i)) && kind(i + 1) == Digit))) ++i;
    return i < end && is_unit(view(i, end)) ? i : 0;
  }

  std::string_view text_;
  ByteRange part_;
  std::vector<Token>& words_;
  std::vector<Char> chunk_;
  std::size_t next_chunk_ = 0;
  bool has_at_sign_ = false;
  int open_single_ = 0;  // single quotes opened in this part
};

}  // namespace

bool is_abbreviation(std::string_view word, char32_t next_visible) {
  const CharClass next = class_of(next_visible);
  switch (find_abbreviation(word)) {
    case AbbreviationKind::None:
      return false;
    case AbbreviationKind::List:
      return next != Upper && !is_blank(next);
    case AbbreviationKind::Number:
      return next == Digit;
    default:
      return true;
  }
}

void split_words(std::string_view text, ByteRange part, std::vector<Token>& words) {
  WordScanner(text, part, words).run();
}

}  // namespace entente
