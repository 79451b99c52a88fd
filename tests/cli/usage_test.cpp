// SPDX-License-Identifier: ISC
#include "command.h"

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

TEST_CASE("without a subcommand the usage is shown and the status is 2", "[cli]") {
  const CommandResult result = run_entente({});
  CHECK(result.status == 2);
  CHECK_THAT(result.err, Contains("subcommand is required"));
}

TEST_CASE("an unknown option is named", "[cli]") {
  const CommandResult result = run_entente({"version", "--speed"});
  CHECK(result.status == 2);
  CHECK_THAT(result.err, Contains("--speed"));
}

TEST_CASE("help goes to standard output with status 0", "[cli]") {
  const CommandResult result = run_entente({"--help"});
  CHECK(result.status == 0);
  CHECK_THAT(result.out, Contains("entente"));
  CHECK(result.err.empty());
}
