// SPDX-License-Identifier: ISC
#include "cli/app.h"

#include <fmt/format.h>

namespace entente::cli {

void add_version(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("version", "Print the version");
  command->callback([&action] {
    action = [] {
      fmt::print("entente {}\n", ENTENTE_VERSION);
      return static_cast<int>(kOk);
    };
  });
}

}  // namespace entente::cli
