// SPDX-License-Identifier: ISC
/// @file
/// Names made from content: SHA-256 (FIPS 180-4).
#pragma once

#include "graph/shared_text.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace entente {

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// Names a thing by its fields: equal fields in equal order give equal names, and nothing else
/// does (but for collisions of 64 bits). Each field goes in with its length, so that fields cannot
/// run into each other.
class ContentName {
 public:
  ContentName& add(std::string_view field);
  ContentName& add(std::uint64_t number);
  /// The list with its length, as one field after the other.
  ContentName& add(std::span<const SharedText> list);
  /// The first 16 hexadecimal digits of the SHA-256 of all fields.
  std::string id() const;

 private:
  std::string bytes_;
};

}  // namespace entente
