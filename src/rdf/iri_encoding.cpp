// SPDX-License-Identifier: ISC
#include "rdf/iri_encoding.h"

#include "text/utf8.h"

#include <cstddef>

namespace entente::rdf {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_alphanumeric(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_forbidden_in_iri(unsigned char c) {
  return c <= ' ' || c == 0x7F ||
         std::string_view("<>\"{}|^`\\").find(static_cast<char>(c)) != std::string_view::npos;
}

void append_encoded(std::string& out, unsigned char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out += '%';
  out += kDigits[c >> 4];
  out += kDigits[c & 0xF];
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// Bytes of the well-formed character at `at`, 0 if there is none.
std::size_t character_length(std::string_view text, std::size_t at) {
  for (std::size_t length = 1; length <= 4 && at + length <= text.size(); ++length) {
    if (is_valid_utf8(text.substr(at, length))) return length;
  }
  return 0;
}

}  // namespace

std::string encode_segment(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_alphanumeric(byte) || c == '-' || c == '_' || c == '~') {
      out += c;
    } else {
      append_encoded(out, byte);
    }
  }
  return out;
}

std::string decode_segment(std::string_view segment) {
  std::string out;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const bool encoded = segment[i] == '%' && i + 2 < segment.size() &&
                         hex_digit(segment[i + 1]) >= 0 && hex_digit(segment[i + 2]) >= 0;
    if (!encoded) {
      out += segment[i];
      continue;
    }
    out += static_cast<char>(hex_digit(segment[i + 1]) * 16 + hex_digit(segment[i + 2]));
    i += 2;
  }
  return out;
}

std::string repair_iri(std::string_view iri) {
  std::string out;
  bool in_fragment = false;
  for (const char c : repair_text(iri)) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_forbidden_in_iri(byte) || (c == '#' && in_fragment)) {
      append_encoded(out, byte);
    } else {
      out += c;
    }
    in_fragment = in_fragment || c == '#';
  }
  return out;
}

std::string repair_text(std::string_view text) {
  if (is_valid_utf8(text) && text.find('\0') == std::string_view::npos) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = text[at] == '\0' ? 0 : character_length(text, at);
    out += length > 0 ? text.substr(at, length) : kReplacement;
    at += length > 0 ? length : 1;
  }
  return out;
}

}  // namespace entente::rdf
