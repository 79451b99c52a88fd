// SPDX-License-Identifier: ISC
#include "text/decode.h"

#include "text/characters.h"
#include "text/utf8.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace entente {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kProbeBytes = 65536;
// UTF-16 of English has a zero in every second byte; judgement: a third of them is proof enough.
constexpr double kMinZeroShare = 0.33;
constexpr double kMaxControlShare = 0.05;  // judgement: text has next to none

unsigned char byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

// ---- UTF-8 with repairs

// Bytes of the longest ill-formed sequence at `at` that counts as one error (Unicode 15, 3.9, D93b:
// maximal subparts).
std::size_t invalid_length(std::string_view bytes, std::size_t at) {
  const unsigned char lead = byte_at(bytes, at);
  std::size_t want = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : 1;
  std::size_t length = 1;
  while (length < want && at + length < bytes.size() &&
         (byte_at(bytes, at + length) & 0xC0) == 0x80 && length + 1 < want) {
    const unsigned char second = byte_at(bytes, at + 1);
    const bool bad_second = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                            (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    if (bad_second) break;
    ++length;
  }
  return length;
}

struct Utf8Census {
  std::size_t multi_byte = 0;
  std::size_t invalid = 0;
};

Utf8Census take_census(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_sequence_length(bytes, at);
    census.multi_byte += length > 1;
    census.invalid += length == 0;
    at += length > 0 ? length : invalid_length(bytes, at);
  }
  return census;
}

DecodedText decode_utf8(std::string_view bytes, EncodingEvidence evidence) {
  DecodedText result;
  result.encoding = "UTF-8";
  result.evidence = evidence;
  result.text.reserve(bytes.size());
  std::uint32_t line = 1;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_sequence_length(bytes, at);
    if (length == 1) {
      line += bytes[at] == '\n';
      result.text.push_back(bytes[at++]);
    } else if (length > 1) {
      result.text.append(bytes.substr(at, length));
      at += length;
    } else {
      if (result.invalid++ == 0) result.first_invalid_line = line;
      result.text.append(kReplacement);
      at += invalid_length(bytes, at);
    }
  }
  return result;
}

// ---- other encodings

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::optional<DecodedText> decode_by(const std::string& encoding, std::string_view bytes,
                                     EncodingEvidence evidence) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.c_str(), &error));
  if (U_FAILURE(error) != 0) return std::nullopt;
  const icu::UnicodeString decoded(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                   converter.get(), error);
  if (U_FAILURE(error) != 0) return std::nullopt;
  DecodedText result;
  result.encoding = encoding;
  result.evidence = evidence;
  decoded.toUTF8String(result.text);
  for (std::size_t at = 0; (at = result.text.find(kReplacement, at)) != std::string::npos; ++at) {
    if (result.invalid++ > 0) continue;
    const auto begin = result.text.begin();
    result.first_invalid_line = 1 + static_cast<std::uint32_t>(std::count(
                                        begin, begin + static_cast<std::ptrdiff_t>(at), '\n'));
  }
  return result;
}

std::string find_utf16_by_zeros(std::string_view bytes) {
  const std::string_view probe = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) & ~1U);
  if (probe.empty()) return {};
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < probe.size(); ++i) {
    if (probe[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  const double pairs = static_cast<double>(probe.size()) / 2;
  if (static_cast<double>(odd) > pairs * kMinZeroShare && even * 10 < odd) return "UTF-16LE";
  if (static_cast<double>(even) > pairs * kMinZeroShare && odd * 10 < even) return "UTF-16BE";
  return {};
}

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
constexpr Mark kMarks[] = {
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
};

// Stray high bytes read as windows-1252: would they be letters of words, quotes or signs?
bool looks_like_windows_1252(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char c = byte_at(bytes, i);
    if (c < 0x80) continue;
    const unsigned char next = i + 1 < bytes.size() ? byte_at(bytes, i + 1) : ' ';
    const unsigned char last = i > 0 ? byte_at(bytes, i - 1) : ' ';
    const bool undefined = c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D;
    const bool rare = c == 0xD0 || c == 0xD7 || c == 0xDE || c == 0xF7 || c >= 0xFE;
    const bool upper_inside = c >= 0xC0 && c <= 0xDE && last >= 'a' && last <= 'z';
    const bool odd_next = c >= 0xC0 && (next == '(' || next < 0x20) && next != '\n' && next != '\r';
    if (undefined || rare || upper_inside || odd_next) return false;
  }
  return true;
}

std::string detect(std::string_view bytes) {
  struct Close {
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
  };
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, Close> detector(uchardet_new());
  const std::string_view probe = bytes.substr(0, 1U << 20);
  uchardet_handle_data(detector.get(), probe.data(), probe.size());
  uchardet_data_end(detector.get());
  const std::string name = uchardet_get_charset(detector.get());
  // both have nearly the same small letters, and nobody writes the former any more
  return name == "MAC-CYRILLIC" ? "WINDOWS-1251" : name;
}

// Few high bytes are too little for the detector's statistics: English with some names or quotes.
bool is_mostly_ascii(std::string_view bytes) {
  const auto high = std::count_if(bytes.begin(), bytes.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return static_cast<std::size_t>(high) * 50 < bytes.size();
}

DecodedText decode_legacy(std::string_view bytes) {
  const bool western = looks_like_windows_1252(bytes);
  if (is_mostly_ascii(bytes)) {
    if (!western) return decode_utf8(bytes, EncodingEvidence::Utf8);
  } else if (const std::string name = detect(bytes);
             !name.empty() && name != "UTF-8" && name != "ASCII") {
    const bool latin = name.rfind("ISO-8859-1", 0) == 0 || name == "WINDOWS-1252";
    if (!latin) {
      if (auto decoded = decode_by(name, bytes, EncodingEvidence::Detected)) return *decoded;
    }
  }
  if (!western) return decode_utf8(bytes, EncodingEvidence::Utf8);
  auto decoded = decode_by("windows-1252", bytes, EncodingEvidence::Detected);
  return decoded ? *decoded : decode_utf8(bytes, EncodingEvidence::Utf8);
}

DecodedText decode_any(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    return decode_utf8(bytes.substr(3), EncodingEvidence::ByteOrderMark);
  }
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    const std::string_view rest = bytes.substr(mark.bytes.size());
    if (auto decoded = decode_by(mark.encoding, rest, EncodingEvidence::ByteOrderMark)) {
      return *decoded;
    }
  }
  if (const std::string utf16 = find_utf16_by_zeros(bytes); !utf16.empty()) {
    if (auto decoded = decode_by(utf16, bytes, EncodingEvidence::Detected)) return *decoded;
  }
  const Utf8Census census = take_census(bytes);
  if (census.invalid == 0) return decode_utf8(bytes, EncodingEvidence::Utf8);
  const bool names_utf8 = equals_ignoring_case(declared, "utf-8") ||
                          equals_ignoring_case(declared, "utf8") || declared.empty();
  if (!names_utf8) {
    const std::string name(declared);
    if (auto decoded = decode_by(name, bytes, EncodingEvidence::Declared)) return *decoded;
  }
  if (!declared.empty() && names_utf8) return decode_utf8(bytes, EncodingEvidence::Declared);
  if (census.multi_byte >= census.invalid) return decode_utf8(bytes, EncodingEvidence::Utf8);
  return decode_legacy(bytes);
}

void replace_nul(DecodedText& decoded) {
  decoded.nul =
      static_cast<std::size_t>(std::count(decoded.text.begin(), decoded.text.end(), '\0'));
  if (decoded.nul == 0) return;
  std::string clean;
  clean.reserve(decoded.text.size() + 2 * decoded.nul);
  for (const char c : decoded.text) {
    if (c == '\0') {
      clean.append(kReplacement);
    } else {
      clean.push_back(c);
    }
  }
  decoded.text = std::move(clean);
}

struct Magic {
  std::string_view bytes;
  const char* what;
};
constexpr Magic kMagics[] = {
    {"%PDF-", "a PDF document"},
    {"%!PS", "a PostScript document"},
    {"{\\rtf", "an RTF document"},
    {"\x89PNG", "a PNG image"},
    {"\xFF\xD8\xFF", "a JPEG image"},
    {"GIF87a", "a GIF image"},
    {"GIF89a", "a GIF image"},
    {std::string_view("II*\0", 4), "a TIFF image"},
    {std::string_view("MM\0*", 4), "a TIFF image"},
    {"RIFF", "a RIFF file (WebP image, sound or film)"},
    {"OggS", "an Ogg sound or film"},
    {"ID3", "an MP3 sound"},
    {"PK\x03\x04", "a ZIP archive (or an office document)"},
    {"\xD0\xCF\x11\xE0", "an office document of the old binary kind"},
    {"\x1F\x8B", "gzip-compressed data"},
    {"BZh", "bzip2-compressed data"},
    {"\xFD"
     "7zXZ",
     "xz-compressed data"},
    {"\x28\xB5\x2F\xFD", "zstd-compressed data"},
    {"7z\xBC\xAF", "a 7-Zip archive"},
    {"Rar!", "a RAR archive"},
    {"\x7F"
     "ELF",
     "an ELF program"},
    {"SQLite format 3", "an SQLite database"},
};

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B;
}

}  // namespace

DecodedText decode(std::string_view bytes, std::string_view declared) {
  DecodedText decoded = decode_any(bytes, declared);
  replace_nul(decoded);
  return decoded;
}

std::string describe_binary(std::string_view bytes) {
  const auto magic = std::find_if(std::begin(kMagics), std::end(kMagics),
                                  [&](const Magic& m) { return bytes.starts_with(m.bytes); });
  if (magic != std::end(kMagics)) return magic->what;
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return {};
  }
  if (!find_utf16_by_zeros(bytes).empty()) return {};
  const std::string_view probe = bytes.substr(0, kProbeBytes);
  const auto controls = static_cast<double>(std::count_if(probe.begin(), probe.end(), is_control));
  const double share = probe.empty() ? 0 : controls / static_cast<double>(probe.size());
  // a lone NUL in a short note is damage, not a program
  if (share <= kMaxControlShare || controls < 4) return {};
  return fmt::format("binary data ({:.0f} % control characters)", share * 100);
}

}  // namespace entente
