// SPDX-License-Identifier: ISC
#include "text/sentence_features.h"

#include "text/abbreviations.h"
#include "text/characters.h"

#include <algorithm>

namespace entente {

enum class SentenceFeatures::Shape : std::uint8_t {
  Outside,
  Lower,
  Capital,
  Capitals,
  Initial,
  Mixed,
  Digits,
  Stop,
  Exclaim,
  Dots,
  Dotted,
  Comma,
  Colon,
  OpenQuote,
  CloseQuote,
  PlainQuote,
  Apostrophe,
  Open,
  Close,
  Hyphen,
  Dash,
  Address,
  Bullet,
  Run,
  Symbol,
};

namespace {

std::uint32_t hash_form(std::string_view form) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  char last = 0;
  for (const char c : form.substr(0, 16)) {
    const char folded = c >= '0' && c <= '9' ? '0' : ascii_lower(c);
    if (folded == '0' && last == '0') continue;
    hash = (hash ^ static_cast<unsigned char>(folded)) * 16777619U;
    last = folded;
  }
  return hash;
}

std::uint16_t mix(std::uint32_t kind, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
  std::uint32_t hash = kind * 0x9E3779B1U;
  for (const std::uint32_t value : {a, b, c}) {
    hash = (hash ^ value) * 0x85EBCA6BU;
    hash ^= hash >> 13U;
  }
  hash *= 0xC2B2AE35U;
  return static_cast<std::uint16_t>((hash ^ (hash >> 16U)) % kSentenceWeights);
}

std::uint32_t bucket(std::size_t n) {
  return n <= 3    ? static_cast<std::uint32_t>(n)
         : n <= 6  ? 4U
         : n <= 12 ? 5U
         : n <= 25 ? 6U
         : n <= 45 ? 7U
                   : 8U;
}

}  // namespace

SentenceFeatures::Shape SentenceFeatures::shape_of(std::string_view form) {
  const Char first = char_at(form, 0);
  const bool single = first.end == form.size();
  switch (first.kind) {
    case CharClass::Stop:
      if (single)
        return first.code_point == '.'    ? Shape::Stop
               : first.code_point == U'…' ? Shape::Dots
                                          : Shape::Exclaim;
      return form.find_first_of("!?") != std::string_view::npos ? Shape::Exclaim : Shape::Dots;
    case CharClass::Apostrophe:
      return Shape::Apostrophe;
    case CharClass::OpenQuote:
      return Shape::OpenQuote;
    case CharClass::CloseQuote:
      return Shape::CloseQuote;
    case CharClass::PlainQuote:
      return Shape::PlainQuote;
    case CharClass::Open:
      return Shape::Open;
    case CharClass::Close:
      return Shape::Close;
    case CharClass::Hyphen:
      return single ? Shape::Hyphen : Shape::Run;
    case CharClass::Dash:
      return Shape::Dash;
    case CharClass::Digit:
      return Shape::Digits;
    case CharClass::Upper:
    case CharClass::Lower:
      break;
    default:
      if (form == ",") return Shape::Comma;
      if (form == ":" || form == ";") return Shape::Colon;
      if (form == "*" || form == "•") return Shape::Bullet;
      return single ? Shape::Symbol : Shape::Run;
  }
  if (form.find_first_of("@/") != std::string_view::npos && form.size() > 5) return Shape::Address;
  if (form.ends_with('.') && form.size() > 1) return single ? Shape::Initial : Shape::Dotted;
  if (first.kind == CharClass::Lower) return Shape::Lower;
  if (single) return Shape::Initial;
  const bool has_small = std::any_of(form.begin() + 1, form.end(),
                                     [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80); });
  return has_small ? Shape::Capital : Shape::Capitals;
}

SentenceFeatures::SentenceFeatures(std::string_view text, const std::vector<Token>& words) {
  info_.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view form = words[i].range.in(text);
    Info& info = info_[i];
    info.form = hash_form(form);
    info.shape = shape_of(form);
    info.length = static_cast<std::uint8_t>(std::min<std::size_t>(form.size(), 8));
    const std::string_view stem = form.ends_with('.') ? form.substr(0, form.size() - 1) : form;
    if ((info.shape >= Shape::Lower && info.shape <= Shape::Mixed) || info.shape == Shape::Dotted) {
      info.abbreviation = static_cast<std::uint8_t>(find_abbreviation(stem));
    }
    if (i + 1 == words.size()) continue;
    info.space = words[i].range.end < words[i + 1].range.begin ? 1 : 0;
    if (words[i].joined_to_next) info.space = 2;
  }
  note_quotes();
  for (std::size_t i = words.size(); i-- > 0 && i + 3 > words.size();) {
    const Shape shape = info_[i].shape;
    ends_with_stop_ =
        ends_with_stop_ || shape == Shape::Stop || shape == Shape::Exclaim || shape == Shape::Dots;
  }
}

void SentenceFeatures::note_quotes() {
  bool quote = false;
  int brackets = 0;
  for (Info& info : info_) {
    if (info.shape == Shape::PlainQuote) quote = !quote;
    if (info.shape == Shape::OpenQuote) quote = true;
    if (info.shape == Shape::CloseQuote) quote = false;
    if (info.shape == Shape::Open) ++brackets;
    if (info.shape == Shape::Close) brackets = std::max(0, brackets - 1);
    info.in_quote = quote;
    info.in_bracket = brackets > 0;
  }
}

const SentenceFeatures::Info& SentenceFeatures::at(std::ptrdiff_t i) const {
  return i >= 0 && i < static_cast<std::ptrdiff_t>(info_.size())
             ? info_[static_cast<std::size_t>(i)]
             : outside_;
}

bool SentenceFeatures::is_stop(const Info& info) {
  return info.shape == Shape::Stop || info.shape == Shape::Exclaim || info.shape == Shape::Dots ||
         info.shape == Shape::Dotted || info.shape == Shape::Initial;
}

bool SentenceFeatures::is_closer(const Info& info) {
  return info.shape == Shape::Close || info.shape == Shape::CloseQuote ||
         info.shape == Shape::PlainQuote || info.shape == Shape::Apostrophe;
}

bool SentenceFeatures::is_terminal(std::size_t i) const {
  constexpr int kMaxClosers = 4;  // '.")' and the like; keeps the cost linear
  for (int n = 0; n < kMaxClosers && i > 0 && is_closer(info_[i]) && info_[i - 1].space == 0; ++n) {
    --i;
  }
  return is_stop(info_[i]);
}

bool SentenceFeatures::closes_inside(std::size_t i) const {
  if (!is_closer(info_[i]) || i == 0 || info_[i - 1].space != 0) return false;
  const Shape last = info_[i - 1].shape;
  return last == Shape::Lower || last == Shape::Capital || last == Shape::Capitals ||
         last == Shape::Comma;
}

bool SentenceFeatures::is_candidate(std::size_t i) const {
  const Info& word = info_[i];
  if (word.space == 2) return false;
  const bool plain = word.shape == Shape::Lower || word.shape == Shape::Capital;
  const bool next_small = info_[i + 1].shape == Shape::Lower;
  if (plain && next_small) return false;
  const Shape next = info_[i + 1].shape;
  if (next == Shape::Comma || next == Shape::Stop || next == Shape::Apostrophe)
    return word.space > 0 && !plain;
  return word.space > 0 || word.shape == Shape::Stop || word.shape == Shape::Exclaim ||
         word.shape == Shape::Dots || word.shape == Shape::Close ||
         word.shape == Shape::PlainQuote || word.shape == Shape::CloseQuote;
}

void SentenceFeatures::append(std::size_t i, std::size_t start,
                              std::vector<std::uint16_t>& features) const {
  const auto k = static_cast<std::ptrdiff_t>(i);
  const Info& w0 = at(k);
  const Info& w1 = at(k + 1);
  const Info& b1 = at(k - 1);
  const Info& b2 = at(k - 2);
  const Info& n2 = at(k + 2);
  const Info& n3 = at(k + 3);
  const auto s = [](const Info& info) { return static_cast<std::uint32_t>(info.shape); };
  const std::uint32_t s0 = s(w0) * 4 + w0.space;
  const std::uint32_t s1 = s(w1) * 4 + w1.space;
  const std::size_t left = info_.size() - i - 1;
  const auto add = [&](std::uint16_t feature) { features.push_back(feature); };
  add(mix(1, w0.form, w0.space));
  add(mix(2, w1.form));
  add(mix(3, w0.form, w1.form));
  add(mix(4, s0, s1));
  add(mix(5, s(b1), s0, s1));
  add(mix(6, b1.form, s0, s(w1)));
  add(mix(7, s0, w1.form));
  add(mix(8, w0.form, s1));
  add(mix(9, s0, s1, s(n2)));
  add(mix(10, w1.form, n2.form));
  add(mix(11, b1.form, w0.form));
  add(mix(12, bucket(i + 1 - start), s0, s(w1)));
  add(mix(13, w0.in_quote * 2U + w0.in_bracket, s0, s1));
  add(mix(14, bucket(left), s0, ends_with_stop_));
  add(mix(15, w0.abbreviation, b1.abbreviation, s1));
  add(mix(16, b1.length, s(b1), s0 * 128 + s1));
  add(mix(17, s(b2) * 32 + s(b1), s0, s1 * 32 + s(n2)));
  add(mix(18, s0 * 128 + s1, s(n2), s(n3)));
  add(mix(19, n2.form, s0, s(w1)));
  add(mix(20, at(static_cast<std::ptrdiff_t>(start)).form, s0, s(w1)));
  add(mix(21, bucket(i + 1 - start), bucket(left), s0));
}

}  // namespace entente
