// SPDX-License-Identifier: ISC
/// @file
/// From bytes of any encoding to valid UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// How it is known which encoding a text has.
enum class EncodingEvidence : std::uint8_t {
  ByteOrderMark,
  Utf8,      ///< the bytes are UTF-8, or are mostly so
  Declared,  ///< the document names it
  Detected,  ///< guessed from the bytes
};

struct DecodedText {
  std::string text;      ///< valid UTF-8 without byte order mark and without NUL
  std::string encoding;  ///< "UTF-8", "UTF-16LE", "windows-1251" ...
  EncodingEvidence evidence = EncodingEvidence::Utf8;
  std::size_t invalid = 0;               ///< invalid sequences, each replaced by U+FFFD
  std::size_t nul = 0;                   ///< NUL characters, each replaced by U+FFFD
  std::uint32_t first_invalid_line = 0;  ///< from 1; 0: none
};

/// Decodes `bytes`. Order of belief: byte order mark, zero bytes of UTF-16, well-formed UTF-8,
/// `declared` (may be empty), mostly UTF-8, the detector (uchardet), windows-1252. Never fails.
DecodedText decode(std::string_view bytes, std::string_view declared = {});

/// What `bytes` are if they are no text: "a PDF document", "a PNG image", "binary data (31 %
/// control characters)"; empty if they may be text. Reads at most the first 64 KiB.
std::string describe_binary(std::string_view bytes);

}  // namespace entente
