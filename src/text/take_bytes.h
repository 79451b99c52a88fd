// SPDX-License-Identifier: ISC
/// @file
/// The steps that all readers of articles share.
#pragma once

#include "text/byte_range.h"
#include "text/decode.h"
#include "text/diagnostic.h"
#include "text/document.h"
#include "text/read.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// Offsets have 32 bits, and decoding may make a text three times as long.
inline constexpr std::size_t kMaxArticleBytes = std::size_t{1} << 30U;

/// Decodes an article's bytes. Nothing if they are empty, too many or no text; the reason, and what
/// had to be repaired, is added to `diagnostics`.
std::optional<DecodedText> take_bytes(std::string_view bytes, std::string_view declared,
                                      const std::string& file, Diagnostics& diagnostics);

/// Adds the blocks of `part` as the options say, and the date that they give if there is no other.
void add_all_blocks(Document& document, ByteRange part, const ReadOptions& options);

/// Adds a warning if the record's document has text, but none that is English.
void report_other_language(Record& record);

}  // namespace entente
