// SPDX-License-Identifier: ISC
#include "text/html_tree.h"

#include "text/characters.h"

#include <algorithm>
#include <array>
#include <vector>

namespace entente {

namespace {

struct Tag {
  std::string_view name;
  std::size_t begin = 0;
  std::size_t end = 0;  // behind the '>'
  bool closes = false;
};

bool is_tag_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

// The next start or end tag from `at` on; begin == npos if there is none.
Tag find_tag(std::string_view html, std::size_t at) {
  while ((at = html.find('<', at)) != std::string_view::npos) {
    if (html.substr(at, 4) == "<!--") {
      at = html.find("-->", at + 4);
      continue;
    }
    const bool closes = at + 1 < html.size() && html[at + 1] == '/';
    const std::size_t name = at + (closes ? 2 : 1);
    if (name >= html.size() || !is_tag_letter(html[name])) {
      ++at;
      continue;
    }
    const std::size_t name_end = std::min(html.find_first_of(" \t\r\n\f/>", name), html.size());
    const std::size_t close = html.find('>', name_end);
    const std::size_t end = close == std::string_view::npos ? html.size() : close + 1;
    return {html.substr(name, name_end - name), at, end, closes};
  }
  return {{}, std::string_view::npos, html.size(), false};
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> list) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view item) { return equals_ignoring_case(item, name); });
}

// Elements without content, or whose end is understood when the next one begins.
bool does_not_nest(std::string_view name) {
  return is_one_of(name, {"br",  "img",   "hr",    "input",  "meta",  "link", "area", "base", "col",
                          "wbr", "embed", "param", "source", "track", "p",    "li",   "td",   "tr",
                          "th",  "dt",    "dd",    "option", "html",  "head", "body", "tbody"});
}

bool is_raw_text(std::string_view name) {
  return is_one_of(name, {"script", "style", "textarea", "title"});
}

// Behind the end tag of a raw text element that was opened before `at`.
std::size_t skip_raw_text(std::string_view html, std::size_t at, std::string_view name) {
  while ((at = html.find("</", at)) != std::string_view::npos) {
    if (equals_ignoring_case(html.substr(at + 2, name.size()), name)) return at;
    at += 2;
  }
  return html.size();
}

}  // namespace

std::string flatten_deep_nesting(std::string_view html) {
  std::string flat;
  flat.reserve(html.size());
  std::vector<std::string_view> open;  // elements that are kept
  std::size_t dropped = 0;             // elements open beyond the limit
  std::size_t at = 0;
  while (at < html.size()) {
    const Tag tag = find_tag(html, at);
    if (tag.begin == std::string_view::npos) break;
    bool keep = true;
    if (does_not_nest(tag.name)) {
      keep = true;
    } else if (!tag.closes) {
      keep = open.size() < static_cast<std::size_t>(kMaxHtmlDepth);
      if (keep) {
        open.push_back(tag.name);
      } else {
        ++dropped;
      }
    } else if (dropped > 0) {
      --dropped;
      keep = false;
    } else if (!open.empty() && equals_ignoring_case(open.back(), tag.name)) {
      open.pop_back();
    } else {
      const auto found = std::find_if(open.rbegin(), open.rend(), [&](std::string_view name) {
        return equals_ignoring_case(name, tag.name);
      });
      if (found != open.rend()) open.erase(found.base() - 1, open.end());
    }
    const std::size_t next =
        !tag.closes && is_raw_text(tag.name) ? skip_raw_text(html, tag.end, tag.name) : tag.end;
    flat.append(html.substr(at, tag.begin - at));
    if (keep || next != tag.end) flat.append(html.substr(tag.begin, next - tag.begin));
    at = next;
  }
  flat.append(html.substr(std::min(at, html.size())));
  return flat;
}

void HtmlTree::Destroy::operator()(GumboOutput* output) const {
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

HtmlTree::HtmlTree(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  output_.reset(gumbo_parse_with_options(&options, html.data(), html.size()));
}

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT;
}

bool is_element(const GumboNode* node, GumboTag tag) {
  return is_element(node) && node->v.element.tag == tag;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found != nullptr ? std::string_view(found->value) : std::string_view();
}

std::string inner_text(const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      return node->v.text.text;
    case GUMBO_NODE_ELEMENT: {
      std::string text;
      for (unsigned i = 0; i < node->v.element.children.length; ++i) {
        text += inner_text(static_cast<const GumboNode*>(node->v.element.children.data[i]));
      }
      return text;
    }
    default:
      return {};
  }
}

void each_element(const GumboNode* node, const std::function<void(const GumboNode*)>& visit) {
  if (!is_element(node)) return;
  visit(node);
  for (unsigned i = 0; i < node->v.element.children.length; ++i) {
    each_element(static_cast<const GumboNode*>(node->v.element.children.data[i]), visit);
  }
}

std::string declared_encoding(std::string_view html) {
  std::string head(html.substr(0, 4096));
  std::transform(head.begin(), head.end(), head.begin(), ascii_lower);
  for (const std::string_view key : {"charset", "encoding"}) {
    for (std::size_t at = 0; (at = head.find(key, at)) != std::string::npos; ++at) {
      std::size_t begin = head.find_first_not_of(" \t\r\n", at + key.size());
      if (begin == std::string::npos || head[begin] != '=') continue;
      begin = head.find_first_not_of(" \t\r\n\"'", begin + 1);
      if (begin == std::string::npos) continue;
      const std::size_t end = std::min(head.find_first_of(" \t\r\n\"';>?/", begin), head.size());
      const std::string name = head.substr(begin, end - begin);
      // a page whose head can be read as ASCII is no UTF-16, whatever it says
      return name.starts_with("utf-16") ? "utf-8" : name;
    }
  }
  return {};
}

}  // namespace entente
