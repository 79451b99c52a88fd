// SPDX-License-Identifier: ISC
#include "graph/hash.h"

#include <array>
#include <cstdint>

#include <fmt/format.h>
#include <nettle/sha2.h>

namespace entente {

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());

  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const std::uint8_t byte : digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 0xF];
  }
  return hex;
}

ContentName& ContentName::add(std::string_view field) {
  fmt::format_to(std::back_inserter(bytes_), "{}:{},", field.size(), field);
  return *this;
}

ContentName& ContentName::add(std::uint64_t number) {
  return add(fmt::format("{}", number));
}

ContentName& ContentName::add(std::span<const SharedText> list) {
  add(static_cast<std::uint64_t>(list.size()));
  for (const SharedText& item : list) add(std::string_view(item));
  return *this;
}

std::string ContentName::id() const {
  return sha256_hex(bytes_).substr(0, 16);
}

}  // namespace entente
