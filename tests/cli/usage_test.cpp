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

TEST_CASE("a command that does not exist is named, with the one that was probably meant", "[cli]") {
  const CommandResult result = run_entente({"bild", "samples"});
  CHECK(result.status == 2);
  CHECK_THAT(result.err, Contains("no command is called \"bild\"; did you mean \"build\"?"));
}

TEST_CASE("the version is told by a command and by an option", "[cli]") {
  CHECK(run_entente({"version"}).out == run_entente({"--version"}).out);
}
