// SPDX-License-Identifier: ISC
#include "cli/app.h"

#include "rdf/atomic_file.h"
#include "text/diagnostic.h"

#include <cstdio>
#include <exception>

#include <fmt/format.h>

namespace entente::cli {

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
