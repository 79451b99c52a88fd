// SPDX-License-Identifier: ISC
#include "text/header.h"

#include "text/characters.h"
#include "text/written_date.h"

#include <algorithm>
#include <optional>
#include <string>

namespace entente {

namespace {

constexpr std::size_t kMaxKeyBytes = 24;

enum class Key { Title, Date, Publisher, Url, Author, Language, Tolerated };

struct KeyName {
  std::string_view name;
  Key key;
};
constexpr KeyName kKeyNames[] = {
    {"title", Key::Title},
    {"headline", Key::Title},
    {"date", Key::Date},
    {"published", Key::Date},
    {"publication date", Key::Date},
    {"date published", Key::Date},
    {"publisher", Key::Publisher},
    {"publication", Key::Publisher},
    {"newspaper", Key::Publisher},
    {"source", Key::Publisher},
    {"url", Key::Url},
    {"link", Key::Url},
    {"author", Key::Author},
    {"authors", Key::Author},
    {"byline", Key::Author},
    {"language", Key::Language},
    {"license", Key::Tolerated},
    {"licence", Key::Tolerated},
    {"copyright", Key::Tolerated},
    {"rights", Key::Tolerated},
    {"id", Key::Tolerated},
    {"section", Key::Tolerated},
    {"keywords", Key::Tolerated},
    {"tags", Key::Tolerated},
    {"category", Key::Tolerated},
    {"updated", Key::Tolerated},
    {"description", Key::Tolerated},
    {"place", Key::Tolerated},
    {"retrieved", Key::Tolerated},
    {"note", Key::Tolerated},
};

std::optional<Key> find_key(std::string_view name) {
  for (const KeyName& known : kKeyNames) {
    if (equals_ignoring_case(name, known.name)) return known.key;
  }
  return std::nullopt;
}

bool looks_like_key(std::string_view name) {
  return !name.empty() && name.size() <= kMaxKeyBytes &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || c == ' ' || c == '-';
         });
}

void store(Key key, std::string_view value, ArticleInfo& info) {
  const std::string words(trim(value));
  switch (key) {
    case Key::Title:
      info.title = words;
      break;
    case Key::Date:
      info.date = parse_written_date(words);
      break;
    case Key::Publisher:
      info.publisher = words;
      break;
    case Key::Url:
      info.url = words;
      break;
    case Key::Author:
      info.author = words;
      break;
    case Key::Language:
      info.language = words;
      std::transform(words.begin(), words.end(), info.language.begin(), ascii_lower);
      break;
    case Key::Tolerated:
      break;
  }
}

}  // namespace

ByteRange read_header(std::string_view text, ArticleInfo& info) {
  ArticleInfo found = info;
  bool has_known_key = false;
  std::size_t block_end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    const std::size_t colon = line.find(':');
    if (line.empty() && block_end == 0) {
      at = end + 1;
      continue;
    }
    if (colon == std::string_view::npos || !looks_like_key(trim(line.substr(0, colon)))) break;
    const auto key = find_key(trim(line.substr(0, colon)));
    if (!key && !has_known_key) break;
    if (key) store(*key, line.substr(colon + 1), found);
    has_known_key = has_known_key || key;
    block_end = end;
    at = end + 1;
  }
  if (!has_known_key) return {};
  info = std::move(found);
  return {0, static_cast<std::uint32_t>(block_end)};
}

}  // namespace entente
