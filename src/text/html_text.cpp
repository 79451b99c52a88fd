// SPDX-License-Identifier: ISC
#include "text/html_text.h"

#include "text/characters.h"
#include "text/paragraph_features.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

namespace entente {

namespace {

// A line while it is being collected.
struct RenderedLine {
  ByteRange range;
  std::size_t link_bytes = 0;
  std::optional<BlockKind> mark;
  std::vector<const GumboNode*> ancestors;  // block elements, outermost first
};

bool is_skipped(const GumboNode* node) {
  switch (node->v.element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_MATH:
      return true;
    default:
      break;
  }
  if (gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr) return true;
  std::string style(attribute(node, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos;
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_P:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
      return true;
    default:
      return false;
  }
}

// Words in class and id that say what an element is for; whole words between - _ and capitals.
bool has_hint(const GumboNode* node, std::initializer_list<std::string_view> hints) {
  for (const char* name : {"class", "id", "role", "itemprop", "data-testid"}) {
    std::string value(attribute(node, name));
    std::string words = " ";
    for (std::size_t i = 0; i < value.size(); ++i) {
      const bool hump = i > 0 && value[i] >= 'A' && value[i] <= 'Z' && value[i - 1] >= 'a';
      if (hump) words += ' ';
      words += value[i] == '-' || value[i] == '_' ? ' ' : ascii_lower(value[i]);
    }
    words += ' ';
    for (const std::string_view hint : hints) {
      if (words.find(' ' + std::string(hint) + ' ') != std::string::npos) return true;
    }
  }
  return false;
}

std::optional<BlockKind> mark_of(const GumboNode* node) {
  switch (node->v.element.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
      return BlockKind::Boilerplate;
    case GUMBO_TAG_FIGCAPTION:
      return BlockKind::Caption;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return BlockKind::Headline;
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_ADDRESS:
      return BlockKind::Metadata;
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ARTICLE:
      return std::nullopt;
    default:
      break;
  }
  if (has_hint(node,
               {"nav",         "menu",      "footer",   "sidebar",    "related",    "share",
                "sharing",     "social",    "comments", "newsletter", "cookie",     "cookies",
                "promo",       "advert",    "ad",       "ads",        "breadcrumb", "breadcrumbs",
                "recommended", "subscribe", "signup",   "paywall",    "banner",     "popup",
                "navigation",  "toolbar",   "tags",     "contentinfo"})) {
    return BlockKind::Boilerplate;
  }
  if (has_hint(node,
               {"credit", "byline", "author", "dateline", "timestamp", "copyright", "published"})) {
    return BlockKind::Metadata;
  }
  if (has_hint(node, {"caption"})) return BlockKind::Caption;
  return std::nullopt;
}

class Renderer {
 public:
  void walk(const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        add_text(node->v.text.text);
        break;
      case GUMBO_NODE_ELEMENT:
        walk_element(node);
        break;
      default:
        break;
    }
  }

  void finish() { end_line(); }

  std::string text;
  std::vector<RenderedLine> lines;

 private:
  void walk_element(const GumboNode* node) {
    if (is_skipped(node)) return;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_BR) return end_line();
    // a credit inside a caption is a line of its own
    const bool block = is_block(tag) || has_hint(node, {"credit", "copyright"});
    const auto outer_mark = mark_;
    const auto own_mark = mark_of(node);
    // the outermost Boilerplate holds; otherwise the innermost word counts
    const bool remarks = own_mark && mark_ != BlockKind::Boilerplate && (block || !in_line());
    if (block) end_line();
    if (remarks) mark_ = own_mark;
    if (block) ancestors_.push_back(node);
    links_ += tag == GUMBO_TAG_A;
    preformatted_ += tag == GUMBO_TAG_PRE;
    for (unsigned i = 0; i < node->v.element.children.length; ++i) {
      walk(static_cast<const GumboNode*>(node->v.element.children.data[i]));
    }
    links_ -= tag == GUMBO_TAG_A;
    preformatted_ -= tag == GUMBO_TAG_PRE;
    if (block) end_line();
    if (block) ancestors_.pop_back();
    if (remarks && !block && in_line()) line_mark_ = own_mark;  // an inline mark covers its line
    mark_ = outer_mark;
  }

  bool in_line() const { return begin_.has_value(); }

  void add_text(std::string_view more) {
    for (std::size_t at = 0; at < more.size();) {
      const Char c = char_at(more, at);
      at = c.end;
      if (preformatted_ > 0 && c.code_point == '\n') {
        end_line();
      } else if (is_blank(c.kind)) {
        blank_ = true;
      } else {
        add_character(more.substr(c.begin, c.end - c.begin));
      }
    }
  }

  void add_character(std::string_view bytes) {
    if (!begin_) {
      if (!text.empty()) text += '\n';
      begin_ = static_cast<std::uint32_t>(text.size());
      line_mark_ = mark_;
    } else if (blank_) {
      text += ' ';
    }
    blank_ = false;
    text += bytes;
    if (links_ > 0) link_bytes_ += bytes.size();
  }

  void end_line() {
    if (begin_) {
      lines.push_back({{*begin_, static_cast<std::uint32_t>(text.size())},
                       link_bytes_,
                       line_mark_,
                       ancestors_});
    }
    begin_.reset();
    link_bytes_ = 0;
    blank_ = false;
  }

  std::vector<const GumboNode*> ancestors_;
  std::optional<BlockKind> mark_;
  std::optional<BlockKind> line_mark_;
  std::optional<std::uint32_t> begin_;
  std::size_t link_bytes_ = 0;
  int links_ = 0;
  int preformatted_ = 0;
  bool blank_ = false;
};

bool is_mostly_links(const RenderedLine& line) {
  return line.link_bytes * 2 > line.range.size();
}

// Which element holds the article: half of a paragraph's weight goes to its parent, a quarter to
// the one above, and so on, so that the nearest element around all paragraphs wins.
const GumboNode* find_main(const std::vector<RenderedLine>& lines, std::string_view text) {
  std::map<const GumboNode*, std::pair<double, std::size_t>> scores;  // score, order of first sight
  double all = 0;
  for (const RenderedLine& line : lines) {
    if (line.mark == BlockKind::Boilerplate || is_mostly_links(line)) continue;
    if (!describe_paragraph(line.range.in(text)).is_strong_body()) continue;
    double weight = line.range.size();
    all += weight;
    for (std::size_t i = line.ancestors.size(); i-- > 0 && line.ancestors.size() - i < 6;) {
      const auto [entry, is_new] = scores.try_emplace(line.ancestors[i], 0.0, scores.size());
      entry->second.first += weight;
      weight *= 0.8;
    }
  }
  const GumboNode* best = nullptr;
  std::pair<double, std::size_t> best_score{0, 0};
  for (const auto& [node, score] : scores) {
    if (score.first > best_score.first ||
        (score.first == best_score.first && score.second < best_score.second)) {
      best = node;
      best_score = score;
    }
  }
  // a page without one clear place for its text is taken whole
  return best_score.first > all * 0.4 ? best : nullptr;
}

bool is_inside(const RenderedLine& line, const GumboNode* main) {
  return std::find(line.ancestors.begin(), line.ancestors.end(), main) != line.ancestors.end();
}

bool is_heading(const RenderedLine& line, GumboTag tag) {
  return std::any_of(line.ancestors.begin(), line.ancestors.end(),
                     [&](const GumboNode* node) { return is_element(node, tag); });
}

MarkedLine decide(const RenderedLine& line, const GumboNode* main, std::string_view text) {
  MarkedLine marked{line.range, line.mark};
  const bool first_heading = is_heading(line, GUMBO_TAG_H1);
  const bool outside = main != nullptr && !is_inside(line, main) && !first_heading;
  const ParagraphFeatures is = describe_paragraph(line.range.in(text));
  if (outside && line.mark != BlockKind::Metadata) {
    // a caption or standfirst may stand beside the main text, a menu is mostly links
    const bool teaser =
        is_mostly_links(line) || !is.is_sentence() || line.mark == BlockKind::Headline;
    if (teaser && line.mark != BlockKind::Caption) marked.mark = BlockKind::Boilerplate;
  } else if (!line.mark && is_mostly_links(line) && !is.is_strong_body()) {
    marked.mark = BlockKind::Boilerplate;
  }
  if (marked.mark == BlockKind::Metadata && is.is_strong_body()) marked.mark.reset();
  return marked;
}

}  // namespace

HtmlText render_html(const HtmlTree& tree) {
  Renderer renderer;
  renderer.walk(tree.root());
  renderer.finish();
  HtmlText result;
  const GumboNode* main = find_main(renderer.lines, renderer.text);
  for (const RenderedLine& line : renderer.lines) {
    result.lines.push_back(decide(line, main, renderer.text));
  }
  result.text = std::move(renderer.text);
  return result;
}

}  // namespace entente
