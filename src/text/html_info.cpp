// SPDX-License-Identifier: ISC
#include "text/html_info.h"

#include "text/characters.h"
#include "text/written_date.h"

#include <algorithm>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

namespace entente {

namespace {

using Json = nlohmann::json;

std::string tidy(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    at = c.end;
    if (!is_blank(c.kind)) {
      words += text.substr(c.begin, c.end - c.begin);
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

std::string lower_of(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
  return lower;
}

void set_if_empty(std::string& target, const std::string& value) {
  if (target.empty()) target = value;
}

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos;
}

std::string language_tag(std::string_view text) {
  std::string tag = lower_of(trim(text));
  std::replace(tag.begin(), tag.end(), '_', '-');
  return tag.substr(0, tag.find(','));
}

// ---- schema.org

// "name" of an object, the string itself, or the names of a list with commas between.
std::string name_of(const Json& value, int depth = 0) {
  if (value.is_string()) return tidy(value.get_ref<const std::string&>());
  if (depth > 3) return {};
  if (value.is_object()) return value.contains("name") ? name_of(value["name"], depth + 1) : "";
  std::string names;
  if (value.is_array()) {
    for (const Json& item : value) {
      const std::string name = name_of(item, depth + 1);
      if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
  }
  return names;
}

bool is_article_type(const Json& type) {
  if (type.is_array()) return std::any_of(type.begin(), type.end(), is_article_type);
  if (!type.is_string()) return false;
  const auto& name = type.get_ref<const std::string&>();
  return name.ends_with("Article") || name.ends_with("Posting") || name.ends_with("Report");
}

std::string member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() ? name_of(*found) : "";
}

void take_article(const Json& article, ArticleInfo& info) {
  set_if_empty(info.title, member(article, "headline"));
  set_if_empty(info.title, member(article, "name"));
  set_if_empty(info.publisher, member(article, "publisher"));
  set_if_empty(info.author, member(article, "author"));
  set_if_empty(info.url, member(article, "url"));
  set_if_empty(info.language, language_tag(member(article, "inLanguage")));
  if (!info.date) info.date = parse_written_date(member(article, "datePublished"));
}

void find_articles(const Json& json, ArticleInfo& info, int depth = 0) {
  if (depth > 6) return;
  if (json.is_array()) {
    for (const Json& item : json) find_articles(item, info, depth + 1);
  } else if (json.is_object()) {
    const auto type = json.find("@type");
    if (type != json.end() && is_article_type(*type)) take_article(json, info);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      if (json.contains(key)) find_articles(json[key], info, depth + 1);
    }
  }
}

// ---- elements

struct Found {
  std::map<std::string, std::string> meta;  // first content by lower-case name
  std::string title, heading, canonical, time, author, language;
  ArticleInfo schema;
};

void take_meta(const GumboNode* node, Found& found) {
  const std::string content = tidy(attribute(node, "content"));
  if (content.empty()) return;
  for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string name = lower_of(attribute(node, key));
    if (!name.empty()) found.meta.emplace(name, content);
  }
}

void take_element(const GumboNode* node, Found& found) {
  switch (node->v.element.tag) {
    case GUMBO_TAG_META:
      take_meta(node, found);
      break;
    case GUMBO_TAG_TITLE:
      set_if_empty(found.title, tidy(inner_text(node)));
      break;
    case GUMBO_TAG_H1:
      set_if_empty(found.heading, tidy(inner_text(node)));
      break;
    case GUMBO_TAG_HTML:
      found.language = language_tag(attribute(node, "lang"));
      break;
    case GUMBO_TAG_TIME:
      set_if_empty(found.time, std::string(attribute(node, "datetime")));
      break;
    case GUMBO_TAG_LINK:
      if (lower_of(attribute(node, "rel")) == "canonical") {
        set_if_empty(found.canonical, std::string(attribute(node, "href")));
      }
      break;
    case GUMBO_TAG_SCRIPT:
      if (lower_of(attribute(node, "type")) == "application/ld+json") {
        find_articles(Json::parse(inner_text(node), nullptr, false), found.schema);
      }
      break;
    default:
      break;
  }
  const std::string property = lower_of(attribute(node, "itemprop"));
  if (property == "datepublished")
    set_if_empty(found.time, std::string(attribute(node, "datetime")));
  if (property == "author" || attribute(node, "rel") == "author") {
    set_if_empty(found.author, tidy(inner_text(node)));
  }
}

std::string first_of(const Found& found, std::initializer_list<const char*> names,
                     bool may_be_address = true) {
  for (const char* name : names) {
    const auto entry = found.meta.find(name);
    if (entry == found.meta.end()) continue;
    if (may_be_address || !is_address(entry->second)) return entry->second;
  }
  return {};
}

// "Minsk recalls envoy | The Daily" without the name behind the last bar or dash.
std::string without_site_name(const std::string& title, const std::string& site) {
  for (const std::string_view bar : {" | ", " — ", " – ", " - ", " :: "}) {
    const std::size_t at = title.rfind(bar);
    if (at == std::string::npos || at < 12) continue;
    const std::string_view behind = std::string_view(title).substr(at + bar.size());
    if (equals_ignoring_case(behind, site) || (bar == " | " && behind.size() < 40)) {
      return title.substr(0, at);
    }
  }
  return title;
}

std::optional<Date> first_date(const Found& found) {
  for (const char* name : {"article:published_time", "og:article:published_time", "datepublished",
                           "date", "pubdate", "publishdate", "publish-date", "publication_date",
                           "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date",
                           "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"}) {
    const auto entry = found.meta.find(name);
    if (entry == found.meta.end()) continue;
    if (const auto date = parse_written_date(entry->second)) return date;
  }
  return parse_written_date(found.time);
}

}  // namespace

ArticleInfo read_html_info(const HtmlTree& tree) {
  Found found;
  each_element(tree.root(), [&](const GumboNode* node) { take_element(node, found); });
  ArticleInfo info = found.schema;
  set_if_empty(info.publisher, first_of(found,
                                        {"og:site_name", "dc.publisher", "publisher",
                                         "article:publisher", "application-name"},
                                        false));
  set_if_empty(info.title, first_of(found, {"og:title", "twitter:title", "dc.title"}));
  set_if_empty(info.title, found.heading);
  set_if_empty(info.title, found.title);
  info.title = without_site_name(info.title, info.publisher);
  set_if_empty(
      info.author,
      first_of(found, {"author", "article:author", "dc.creator", "parsely-author", "byl"}, false));
  set_if_empty(info.author, found.author);
  set_if_empty(info.url, found.canonical);
  set_if_empty(info.url, first_of(found, {"og:url"}));
  set_if_empty(info.language, found.language);
  set_if_empty(info.language, language_tag(first_of(found, {"og:locale", "content-language"})));
  if (!info.date) info.date = first_date(found);
  return info;
}

}  // namespace entente
