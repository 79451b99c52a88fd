// SPDX-License-Identifier: ISC
#include "graph/agency.h"

#include "text/dateline.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <span>
#include <vector>

namespace entente {

namespace {

constexpr std::size_t kParagraphsAtEnds = 3;  // a dateline or credit stands in the outermost ones
constexpr std::size_t kLongestCredit = 100;   // bytes of a paragraph that is a credit
constexpr std::size_t kLongestName = 40;      // bytes of a name behind the last sentence

// What stands before the name in a credit: a closed class of English, in lower case.
constexpr std::array<std::string_view, 7> kCreditWords = {"source:", "sources:", "via", "by",
                                                          "agency:", "—",        "–"};
constexpr std::array<std::string_view, 3> kCopyrightWords = {"copyright", "©", "(c)"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) { return lower(c); });
  return result;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(kSpace), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(kSpace) + 1);
}

/// Takes `head` off the front, in any case, together with the space behind it.
bool take(std::string_view& text, std::string_view head) {
  if (lower(text.substr(0, head.size())) != head) return false;
  text = trim(text.substr(head.size()));
  return true;
}

bool take_word(std::string_view& text, std::string_view word) {
  std::string_view rest = text;
  if (!take(rest, word)) return false;
  if (word.back() >= 'a' && word.back() <= 'z' && text.size() > word.size() &&
      text[word.size()] != ' ') {
    return false;
  }
  text = rest;
  return true;
}

template <std::size_t N>
bool take_any(std::string_view& text, const std::array<std::string_view, N>& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return take_word(text, word); });
}

/// Gathers whom the article credits.
class CreditReader {
 public:
  CreditReader(const Document& document, const AgencyNames& names) : names_(names) {
    for (const Block& block : document.blocks) {
      if (block.kind != BlockKind::Body && block.kind != BlockKind::Metadata) continue;
      paragraphs_.push_back(trim(block.range.in(document.text)));
      is_body_.push_back(block.kind == BlockKind::Body);
    }
    read_author(document.info.author);
  }

  const Actor* read() {
    std::size_t bodies = 0;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      read_credit(paragraphs_[i]);
      if (is_body_[i] && bodies++ < kParagraphsAtEnds) read_dateline(paragraphs_[i]);
      if (i + kParagraphsAtEnds >= paragraphs_.size()) read_tail(paragraphs_[i]);
    }
    return credited_.size() == 1 ? *credited_.begin() : nullptr;
  }

 private:
  /// True if each of the names, parted by commas or slashes, is somebody's.
  bool credit(std::string_view list) {
    std::vector<const Actor*> found;
    while (true) {
      const std::size_t end = std::min(list.find_first_of(",/"), list.size());
      found.push_back(names_.find(trim(list.substr(0, end))));
      if (end == list.size()) break;
      list.remove_prefix(end + 1);
    }
    if (std::ranges::count(found, nullptr) > 0) return false;
    credited_.insert(found.begin(), found.end());
    return true;
  }

  // "Ann Example, Reuters": what is nobody's name is a person.
  void read_author(std::string_view author) {
    take_word(author, "by");
    while (!author.empty()) {
      const std::size_t end = std::min(author.find_first_of(",/|"), author.size());
      if (const Actor* actor = names_.find(trim(author.substr(0, end)))) credited_.insert(actor);
      author.remove_prefix(std::min(end + 1, author.size()));
    }
  }

  void read_dateline(std::string_view text) {
    text = text.substr(0, dateline_size(text));
    for (const auto& [open, close] : {std::pair('(', ')'), std::pair('/', '/')}) {
      const std::size_t begin = text.find(open);
      if (begin == std::string_view::npos) continue;
      const std::size_t end = text.find(close, begin + 1);
      if (end != std::string_view::npos) credit(text.substr(begin + 1, end - begin - 1));
    }
  }

  void read_credit(std::string_view text) {
    if (text.size() > kLongestCredit) return;
    if (text.starts_with('(') && text.ends_with(')')) {
      text = trim(text.substr(1, text.size() - 2));
      take_any(text, kCreditWords);
      credit(text);
    } else if (take_any(text, kCopyrightWords)) {
      take_any(text, kCopyrightWords);
      const std::size_t name = text.find_first_not_of("0123456789–-, ");
      text.remove_prefix(std::min(name, text.size()));
      credit(text.substr(0, text.find('.')));
    } else if (take_any(text, kCreditWords)) {
      credit(text);
    }
  }

  void read_tail(std::string_view text) {
    if (text.ends_with(')')) {
      const std::size_t open = text.rfind('(');
      if (open == std::string_view::npos || !ends_sentence(text.substr(0, open))) return;
      credit(text.substr(open + 1, text.size() - open - 2));
      return;
    }
    const std::string_view end = text.substr(text.size() - std::min(text.size(), kLongestName));
    for (const std::string_view dash : {"—", "–", " - "}) {
      const std::size_t at = end.rfind(dash);
      if (at == std::string_view::npos) continue;
      if (ends_sentence(text.substr(0, text.size() - end.size() + at))) {
        credit(end.substr(at + dash.size()));
      }
    }
  }

  static bool ends_sentence(std::string_view text) {
    text = trim(text);
    return std::ranges::any_of(std::initializer_list<std::string_view>{".", "!", "?", "”", "\""},
                               [&](std::string_view mark) { return text.ends_with(mark); });
  }

  const AgencyNames& names_;
  std::vector<std::string_view> paragraphs_;
  std::vector<bool> is_body_;
  std::set<const Actor*> credited_;
};

}  // namespace

AgencyNames::AgencyNames(const ActorKnowledge& knowledge) {
  const auto add = [&](std::string_view name, const Actor& actor) {
    const auto [at, fresh] = actors_.try_emplace(lower(name), &actor);
    if (!fresh && at->second != &actor) at->second = nullptr;
  };
  for (const Actor& actor : knowledge.actors) {
    if (actor.type != ActorType::Media) continue;
    add(actor.label, actor);
    for (const ActorName& name : actor.names) add(name.text, actor);
  }
}

const Actor* AgencyNames::find(std::string_view name) const {
  take_word(name, "the");
  if (name.ends_with('.')) name.remove_suffix(1);
  const auto found = actors_.find(lower(name));
  return found == actors_.end() ? nullptr : found->second;
}

const Actor* find_agency(const Document& document, const AgencyNames& names) {
  return CreditReader(document, names).read();
}

}  // namespace entente
