// SPDX-License-Identifier: ISC
#include "syntax/model_file.h"

#include "syntax/network.h"
#include "syntax/parser.h"
#include "syntax/tiny_model.h"
#include "text/diagnostic.h"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::string message_of(std::string_view bytes) {
  try {
    read_model(bytes, "m.entente");
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a model that was written is read back the same", "[syntax][model]") {
  const ModelData data = test::TinyModel::make();
  CHECK(read_model(write_model(data), "m.entente") == data);
}

TEST_CASE("a file that is no model is refused", "[syntax][model]") {
  CHECK(message_of("") == "m.entente: error: this is no Entente model");
  CHECK(message_of("%PDF-1.4 and so on") == "m.entente: error: this is no Entente model");
}

TEST_CASE("a truncated model is refused wherever it ends", "[syntax][model]") {
  const std::string bytes = write_model(test::TinyModel::make());
  CHECK(message_of(bytes.substr(0, 20)) ==
        "m.entente: error: the model is truncated: its header is incomplete");
  const std::string body = std::to_string(bytes.size() - 28);
  for (const std::size_t size : {std::size_t{28}, bytes.size() / 2, bytes.size() - 1}) {
    CHECK(message_of(bytes.substr(0, size)) == "m.entente: error: the model is truncated: found " +
                                                   std::to_string(size - 28) + " bytes, expected " +
                                                   body);
  }
}

TEST_CASE("a model with a changed byte is refused", "[syntax][model]") {
  std::string bytes = write_model(test::TinyModel::make());
  bytes[bytes.size() / 2] ^= 0x10;
  CHECK(message_of(bytes) == "m.entente: error: the model is damaged: its checksum is wrong");
}

TEST_CASE("a model of another version is refused with both numbers", "[syntax][model]") {
  std::string bytes = write_model(test::TinyModel::make());
  bytes[8] = 99;
  CHECK(message_of(bytes) == "m.entente: error: the model has version 99, expected version " +
                                 std::to_string(kModelVersion));
}

TEST_CASE("a model with a missing part is refused by name", "[syntax][model]") {
  ModelData data = test::TinyModel::make();
  data.matrices.erase("arc.head.weight");
  CHECK_THROWS_WITH(Network(data, "m.entente"),
                    "m.entente: error: the model's part \"arc.head.weight\" is missing");
}

TEST_CASE("a model that does not exist is named", "[syntax][model]") {
  CHECK_THROWS_WITH(
      SyntaxModel::load("nowhere.entente"),
      "nowhere.entente: error: the model cannot be opened: No such file or directory");
}
