// SPDX-License-Identifier: ISC
/// @file
/// The command `entente`: one subcommand a file. Only this folder prints, parses options, exits.
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace entente::cli {

/// Exit statuses (design: section 4).
enum ExitStatus : int {
  kOk = 0,            ///< all well
  kSkipped = 1,       ///< some inputs were skipped
  kUsage = 2,         ///< wrong usage, or configuration that cannot be read
  kNothingBuilt = 3,  ///< nothing could be built
};

/// What a chosen subcommand does; returns the exit status.
using Action = std::function<int()>;

/// Each adds its subcommand and options to `app`; when chosen, it stores what to do in `action`.
void add_annotate(CLI::App& app, Action& action);
void add_build(CLI::App& app, Action& action);
void add_check(CLI::App& app, Action& action);
void add_convert(CLI::App& app, Action& action);
void add_push(CLI::App& app, Action& action);
void add_query(CLI::App& app, Action& action);
void add_balance(CLI::App& app, Action& action);
void add_diff(CLI::App& app, Action& action);
void add_draw(CLI::App& app, Action& action);
void add_drop(CLI::App& app, Action& action);
void add_explain(CLI::App& app, Action& action);
void add_merge(CLI::App& app, Action& action);
void add_path(CLI::App& app, Action& action);
void add_rank(CLI::App& app, Action& action);
void add_version(CLI::App& app, Action& action);

/// Runs the whole command line. Catches everything that ends a run and prints it.
int run(int argc, const char* const* argv);

}  // namespace entente::cli
