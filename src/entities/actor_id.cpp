// SPDX-License-Identifier: ISC
#include "entities/actor.h"
#include "entities/fold.h"

#include <cstdint>

#include <fmt/format.h>

namespace entente {

namespace {

// FNV-1a: names of scripts without ASCII letters still need an id of their own.
std::string hashed_id(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return fmt::format("x-{:08x}", hash);
}

}  // namespace

std::string make_actor_id(std::string_view name) {
  std::string id;
  for (const char c : fold(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain)
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? hashed_id(name) : id;
}

}  // namespace entente
