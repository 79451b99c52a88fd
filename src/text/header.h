// SPDX-License-Identifier: ISC
/// @file
/// The block of `Key: value` lines on top of a .txt file.
#pragma once

#include "text/byte_range.h"
#include "text/document.h"

#include <string_view>

namespace entente {

/// Reads the block's lines into `info` (title, date, publisher, url, author, language; others are
/// passed over) and returns its extent, from 0 to behind its last line; empty if there is none.
/// A block needs at least one known key, and nothing but `Key: value` lines up to the first empty
/// line or the first line of another kind.
ByteRange read_header(std::string_view text, ArticleInfo& info);

}  // namespace entente
