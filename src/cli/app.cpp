// SPDX-License-Identifier: ISC
#include "cli/app.h"

#include "rdf/atomic_file.h"
#include "rdf/did_you_mean.h"
#include "text/diagnostic.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

// What is wrong with the first argument, if it is neither an option nor a subcommand; else empty.
std::string unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return {};
  const std::string found = argv[1];
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  if (std::find(names.begin(), names.end(), found) != names.end()) return {};
  const std::vector<std::string_view> known(names.begin(), names.end());
  return fmt::format("entente: error: no command is called \"{}\"{}\n", found,
                     rdf::did_you_mean(found, known));
}

}  // namespace

int run(int argc, const char* const* argv) {
  CLI::App app{"Reads news about states and war and writes a knowledge graph in RDF.", "entente"};
  app.require_subcommand(1);
  Action action;
  add_annotate(app, action);
  add_build(app, action);
  add_check(app, action);
  add_convert(app, action);
  add_push(app, action);
  add_query(app, action);
  add_path(app, action);
  add_explain(app, action);
  add_rank(app, action);
  add_balance(app, action);
  add_draw(app, action);
  add_diff(app, action);
  add_merge(app, action);
  add_drop(app, action);
  add_version(app, action);
  app.set_version_flag("--version", "entente " ENTENTE_VERSION);
  if (const std::string error = unknown_command(app, argc, argv); !error.empty()) {
    fmt::print(stderr, "{}Run with --help for more information.\n", error);
    return kUsage;
  }
  try {
    app.parse(argc, argv);
    return action();
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kOk : kUsage;
  } catch (const ConfigError& error) {
    fmt::print(stderr, "{}\n", error.what());
    return kUsage;
  } catch (const OutputError& error) {
    fmt::print(stderr, "{}\n", error.what());
    return kUsage;
  } catch (const std::exception& error) {
    fmt::print(stderr, "entente: error: {}\n", error.what());
    return kUsage;
  }
}

}  // namespace entente::cli
