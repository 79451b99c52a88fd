// SPDX-License-Identifier: ISC
/// @file
/// An article as text: its characters, what is known about it, and which parts are the article.
/// The Document owns the text; everything that later stages add is an index or a view into it.
#pragma once

#include "text/byte_range.h"
#include "text/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente {

/// What is known about an article beside its text. Empty strings: not known.
struct ArticleInfo {
  std::string title;
  std::optional<Date> date;  ///< day of publication; absent: nothing is dated relative to it
  std::string publisher;
  std::string url;
  std::string author;
  std::string language;  ///< BCP 47, lower case, as declared or detected ("en"); empty: not known
};

/// What a stretch of the text is. Only Headline, Body and Caption are analysed.
enum class BlockKind : std::uint8_t {
  Headline,     ///< title, sub-title, section heading
  Body,         ///< a paragraph of the article
  Caption,      ///< text of a picture
  Metadata,     ///< the `Key: value` block, by-lines, photo credits, dates
  Boilerplate,  ///< menus, "You may like", sign-up notes, cookie banners
  Foreign,      ///< a language other than English
};

/// A stretch of the text, one paragraph or line. Blocks are in text order and do not overlap;
/// between them lies white space only.
struct Block {
  BlockKind kind = BlockKind::Body;
  ByteRange range;
};

/// Requires nothing: an article may have no blocks. `text` is valid UTF-8.
struct Document {
  std::string id;    ///< the input's id: the file's name, or the record's "id"
  std::string text;  ///< the decoded input, before any clean-up; offsets count from here
  ArticleInfo info;
  std::vector<Block> blocks;
};

inline bool is_article_text(BlockKind kind) {
  return kind == BlockKind::Headline || kind == BlockKind::Body || kind == BlockKind::Caption;
}

}  // namespace entente
