// SPDX-License-Identifier: ISC
#include "store/functions.h"

#include <array>

#include <fmt/format.h>
#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

namespace entente::store {

namespace {

template <std::size_t size, typename Context>
std::string digest(std::string_view text, void (*init)(Context*),
                   void (*update)(Context*, std::size_t, const std::uint8_t*),
                   void (*finish)(Context*, std::size_t, std::uint8_t*)) {
  Context context;
  std::array<std::uint8_t, size> bytes{};
  init(&context);
  update(&context, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
  finish(&context, size, bytes.data());
  std::string out;
  for (const std::uint8_t byte : bytes) out += fmt::format("{:02x}", byte);
  return out;
}

std::string digest_of(Op op, std::string_view text) {
  switch (op) {
    case Op::Md5:
      return digest<MD5_DIGEST_SIZE, md5_ctx>(text, md5_init, md5_update, md5_digest);
    case Op::Sha1:
      return digest<SHA1_DIGEST_SIZE, sha1_ctx>(text, sha1_init, sha1_update, sha1_digest);
    case Op::Sha256:
      return digest<SHA256_DIGEST_SIZE, sha256_ctx>(text, sha256_init, sha256_update,
                                                    sha256_digest);
    case Op::Sha384:
      return digest<SHA384_DIGEST_SIZE, sha512_ctx>(text, sha384_init, sha512_update,
                                                    sha384_digest);
    default:
      return digest<SHA512_DIGEST_SIZE, sha512_ctx>(text, sha512_init, sha512_update,
                                                    sha512_digest);
  }
}

}  // namespace

Value call_hash_function(Op op, std::span<const Value> arguments, FunctionContext& context) {
  if (arguments[0].kind != ValueKind::String) return error_value();
  return string_value(context.arena->keep(digest_of(op, arguments[0].text)));
}

}  // namespace entente::store
