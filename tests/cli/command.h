// SPDX-License-Identifier: ISC
/// @file
/// Runs the built `entente` as a user would.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::test {

struct CommandResult {
  int status = -1;  ///< exit status; 128 + n if a signal n ended it
  std::string out;
  std::string err;
};

/// Runs `entente ARGUMENTS…` with `input` on standard input. Neither a shell nor a terminal is
/// used.
CommandResult run_entente(const std::vector<std::string>& arguments, std::string_view input = {});

/// A fresh folder, removed with all that is in it at the end of its life.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  /// Writes a file below the folder and returns its path.
  std::string write(std::string_view name, std::string_view bytes) const;
  std::string path(std::string_view name) const;

 private:
  std::string root_;
};

/// The bytes of a file; empty if there is none.
std::string read_file(const std::string& path);

}  // namespace entente::test
