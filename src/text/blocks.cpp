// SPDX-License-Identifier: ISC
// The article's region reaches from its headline to its last paragraph that could only be article
// text ("strong body"). Inside it, everything is kept that does not say plainly what else it is;
// before and behind it, short pieces are the page's furniture.
#include "text/blocks.h"

#include "text/characters.h"
#include "text/dateline.h"
#include "text/language.h"
#include "text/paragraph_features.h"
#include "text/paragraphs.h"
#include "text/tokens.h"
#include "text/written_date.h"

#include <algorithm>
#include <optional>
#include <string>

namespace entente {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Judgement: headlines of news have four to twenty-five words.
constexpr int kMinHeadlineWords = 4;
constexpr int kMaxHeadlineWords = 25;
constexpr int kMaxCaptionWords = 70;
constexpr std::size_t kMaxHeadLines = 80;  // how far above the article its headline may stand
constexpr std::size_t kEchoDistance = 12;  // how far apart a headline and its repetition stand

struct Line {
  ByteRange range;
  ParagraphFeatures is;
  BlockKind kind = BlockKind::Body;
  bool marked = false;  // the kind is known from mark-up
};

class Classifier {
 public:
  Classifier(Document& document, std::span<const MarkedLine> lines) : document_(document) {
    for (const MarkedLine& line : lines) {
      if (!line.mark) {
        split_at_credits(line.range);
      } else {
        lines_.push_back(
            {line.range, describe_paragraph(line.range.in(document.text)), *line.mark, true});
      }
    }
  }

  void run() {
    find_region();
    classify_by_wording();
    if (first_body_ != kNone) {
      classify_head();
      classify_tail();
    }
    classify_captions();
    drop_repeats();
    rescue();
    set_aside_data();
    for (const Line& line : lines_) document_.blocks.push_back({line.kind, line.range});
    fill_info();
  }

 private:
  std::string_view text(const Line& line) const { return line.range.in(document_.text); }

  void add_line(std::uint32_t begin, std::uint32_t end) {
    const std::string_view whole = document_.text;
    while (begin < end && is_blank(char_at(whole, begin).kind)) begin = char_at(whole, begin).end;
    const std::string_view visible = trim(whole.substr(begin, end - begin));
    if (visible.empty()) return;
    const ByteRange range{begin, begin + static_cast<std::uint32_t>(visible.size())};
    lines_.push_back({range, describe_paragraph(visible), BlockKind::Body});
  }

  // A credit in the middle of a paragraph becomes a block of its own.
  void split_at_credits(ByteRange range) {
    std::uint32_t begin = range.begin;
    for (const ByteRange credit : find_inner_credits(range.in(document_.text))) {
      add_line(begin, range.begin + credit.begin);
      begin = range.begin + credit.end;
      add_line(range.begin + credit.begin, begin);
      lines_.back().is.is_credit = true;
    }
    add_line(begin, range.end);
  }

  void find_region() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const ParagraphFeatures& is = lines_[i].is;
      if (!is.is_strong_body() || is.is_invitation || is.foreign || lines_[i].marked) continue;
      if (first_body_ == kNone) first_body_ = i;
      last_body_ = i;
    }
  }

  void classify_by_wording() {
    const bool alone = lines_.size() == 1;
    for (Line& line : lines_) {
      const ParagraphFeatures& is = line.is;
      if (line.marked && !is_article_text(line.kind)) continue;
      if (is.foreign) {
        line.kind = BlockKind::Foreign;
      } else if (alone) {
        continue;  // a text of one line is what its owner wants to have read
      } else if (is.is_credit || is.is_byline || is.is_date_line) {
        line.kind = BlockKind::Metadata;
      } else if (is.is_invitation && is_furniture(is)) {
        line.kind = BlockKind::Boilerplate;
      } else if (is.words == 0) {
        line.kind = BlockKind::Boilerplate;
      }
    }
  }

  // "Search and rescue teams were sent to Minsk." begins like an invitation but tells something.
  static bool is_furniture(const ParagraphFeatures& is) {
    return !is.ends_with_stop || is.words <= 12;
  }

  bool could_be_headline(const Line& line) const {
    const ParagraphFeatures& is = line.is;
    return (line.kind == BlockKind::Body || line.kind == BlockKind::Headline) &&
           is.words >= kMinHeadlineWords && is.words <= kMaxHeadlineWords && !is.ends_with_colon;
  }

  bool is_repeated(std::size_t i) const {
    const std::size_t end = std::min(lines_.size(), i + kEchoDistance);
    for (std::size_t k = i + 1; k < end; ++k) {
      if (text(lines_[k]) == text(lines_[i])) return true;
    }
    return false;
  }

  bool matches_title(const Line& line) const {
    return !document_.info.title.empty() && text(line) == document_.info.title;
  }

  // Of the lines before the article: the given title, a repeated line, the last one without a full
  // stop, or the very first line of a text that has nothing else there.
  std::size_t find_headline() const {
    std::size_t best = kNone;
    int best_score = 0;
    const std::size_t first = first_body_ > kMaxHeadLines ? first_body_ - kMaxHeadLines : 0;
    for (std::size_t i = first; i < first_body_; ++i) {
      if (!could_be_headline(lines_[i])) continue;
      const ParagraphFeatures& is = lines_[i].is;
      const int score = (matches_title(lines_[i]) ? 8 : 0) + (lines_[i].marked ? 6 : 0) +
                        (is_repeated(i) ? 4 : 0) + (is.ends_with_stop ? 0 : 2) +
                        (is.words >= 6 ? 1 : 0) + (i == 0 ? 1 : 0);
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
    return best;
  }

  bool has_furniture_before(std::size_t end) const {
    return std::any_of(
        lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(end),
        [](const Line& line) { return line.kind == BlockKind::Boilerplate || line.is.is_label; });
  }

  void classify_head() {
    headline_ = find_headline();
    if (headline_ == kNone) {
      for (std::size_t i = 0; i < first_body_; ++i) drop_label(lines_[i]);
      return;
    }
    const bool furniture = has_furniture_before(headline_);
    for (std::size_t i = 0; i < headline_; ++i) {
      Line& line = lines_[i];
      if (line.kind != BlockKind::Body) continue;
      if (furniture && line.is.words <= 8) {
        line.kind = BlockKind::Boilerplate;
      } else if (!line.is.ends_with_stop) {
        line.kind = line.is.words >= kMinHeadlineWords && !furniture ? BlockKind::Headline
                                                                     : BlockKind::Boilerplate;
      }
    }
    lines_[headline_].kind = BlockKind::Headline;
    for (std::size_t i = headline_ + 1; i < first_body_; ++i) {
      Line& line = lines_[i];
      if (line.kind != BlockKind::Body || line.is.is_sentence()) continue;
      drop_label(line);
      if (line.kind == BlockKind::Body && could_be_headline(line) && !line.is.ends_with_stop) {
        line.kind = line.is.function_words > 0 || line.is.words >= 6 ? BlockKind::Headline
                                                                     : BlockKind::Metadata;
      }
    }
  }

  static void drop_label(Line& line) {
    if (line.kind == BlockKind::Body && line.is.is_label) line.kind = BlockKind::Metadata;
  }

  // Behind the last strong paragraph: sentences stay until the page's furniture begins.
  void classify_tail() {
    bool furniture = false;
    for (std::size_t i = last_body_ + 1; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.is.is_invitation) furniture = true;
      if (line.kind != BlockKind::Body) continue;
      const bool speaks = (line.is.ends_with_stop && line.is.words >= 4) || line.is.has_quote;
      const bool weak = furniture ? line.is.words < 15 : !speaks && line.is.words < 15;
      const bool label = line.is.is_label && !line.is.ends_with_stop;
      if ((weak || label) && !line.is.ends_with_credit) {
        line.kind = BlockKind::Boilerplate;
      }
    }
  }

  const Line* next_kept(std::size_t i) const {
    return i + 1 < lines_.size() ? &lines_[i + 1] : nullptr;
  }

  // Inside the article: a line with a credit behind it tells of a picture, one without full stop
  // heads a section.
  void classify_captions() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.kind != BlockKind::Body || line.is.words == 0 || lines_.size() == 1) continue;
      const Line* next = next_kept(i);
      const bool credited = next != nullptr && next->is.is_credit;
      const bool open_end = !line.is.ends_with_stop && !line.is.ends_with_colon;
      if ((credited && line.is.words <= kMaxCaptionWords && line.is.words > 3 && i > 0 &&
           !line.is.has_quote) ||
          line.is.ends_with_credit) {
        line.kind = BlockKind::Caption;
      } else if (open_end && is_inside(i) && !line.is.has_quote && !is_bullet(line)) {
        classify_open_line(line, next);
      }
    }
  }

  bool is_inside(std::size_t i) const {
    return first_body_ != kNone && i > first_body_ && i < last_body_;
  }

  bool is_bullet(const Line& line) const {
    const CharClass first = char_at(document_.text, line.range.begin).kind;
    return !is_word_character(first) && first != CharClass::OpenQuote && first != CharClass::Open &&
           first != CharClass::Apostrophe;
  }

  static void classify_open_line(Line& line, const Line* next) {
    const bool heads = next != nullptr && next->kind == BlockKind::Body;
    if (line.is.words <= kMaxHeadlineWords && heads && line.is.capitalised + line.is.lower > 0) {
      line.kind = BlockKind::Headline;
    }
  }

  // A headline that stands twice counts once; so does a paragraph that is its own echo.
  void drop_repeats() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_article_text(lines_[i].kind)) continue;
      for (std::size_t k = i + 1; k < lines_.size() && k < i + kEchoDistance; ++k) {
        if (is_article_text(lines_[k].kind) && text(lines_[i]) == text(lines_[k]) &&
            (lines_[i].kind == BlockKind::Headline || k == i + 1)) {
          lines_[k].kind = BlockKind::Boilerplate;
        }
      }
    }
  }

  // If nothing is left, the rules were wrong about this text: keep all but other languages.
  void rescue() {
    const bool any = std::any_of(lines_.begin(), lines_.end(),
                                 [](const Line& line) { return is_article_text(line.kind); });
    if (any) return;
    for (Line& line : lines_) {
      if (line.kind != BlockKind::Foreign && line.is.words > 3) line.kind = BlockKind::Body;
    }
  }

  // Encoded data, not prose: its "words" are longer than any word.
  void set_aside_data() {
    for (Line& line : lines_) {
      const auto pieces = static_cast<std::uint32_t>(std::max(1, line.is.words));
      if (line.range.size() / pieces > kMaxWordBytes) line.kind = BlockKind::Boilerplate;
    }
  }

  void fill_info() {
    ArticleInfo& info = document_.info;
    if (info.title.empty() && headline_ != kNone) info.title = text(lines_[headline_]);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      const bool near_top = first_body_ == kNone || i <= first_body_ + 1;
      if (line.kind != BlockKind::Metadata || !near_top) continue;
      if (line.is.is_byline && info.author.empty()) info.author = name_in_byline(text(line));
      if (line.is.is_date_line && !info.date) info.date = parse_written_date(text(line));
    }
    if (first_body_ != kNone && !info.date) info.date = dateline_date(text(lines_[first_body_]));
    if (info.language.empty()) info.language = guess_language(article_text());
  }

  // Enough of the text to tell its language.
  std::string article_text() const {
    constexpr std::size_t kEnough = 4000;
    std::string all;
    for (const Line& line : lines_) {
      const bool counts = is_article_text(line.kind) || line.kind == BlockKind::Foreign;
      if (counts && all.size() < kEnough) all.append(text(line).substr(0, kEnough)).append(" ");
    }
    return all;
  }

  Document& document_;
  std::vector<Line> lines_;
  std::size_t first_body_ = kNone;
  std::size_t last_body_ = kNone;
  std::size_t headline_ = kNone;
};

}  // namespace

void add_plain_blocks(Document& document, ByteRange part) {
  for (const Paragraph& paragraph : split_paragraphs(document.text, part)) {
    document.blocks.push_back({BlockKind::Body, paragraph.range});
  }
}

void add_blocks(Document& document, std::span<const MarkedLine> lines) {
  Classifier(document, lines).run();
}

void add_blocks(Document& document, ByteRange part) {
  std::vector<MarkedLine> lines;
  for (const Paragraph& paragraph : split_paragraphs(document.text, part)) {
    lines.push_back({paragraph.range, std::nullopt});
  }
  add_blocks(document, lines);
}

}  // namespace entente
