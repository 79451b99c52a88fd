// SPDX-License-Identifier: ISC
#include "cli/data_files.h"

#include "text/diagnostic.h"

#include <array>
#include <system_error>

#include <fmt/format.h>
#include <source_root.h>  // made by meson

namespace entente::cli {

namespace fs = std::filesystem;

fs::path data_root() {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  const std::array<fs::path, 2> places = {program.parent_path().parent_path() / "share/entente",
                                          fs::path(ENTENTE_SOURCE_ROOT)};
  for (const fs::path& place : places) {
    if (fs::is_directory(place / "ontology", ignored)) return place;
  }
  throw ConfigError(
      {.message = fmt::format("found no ontology/ in {} nor in {}; name its folder with --ontology",
                              places[0].string(), places[1].string())});
}

}  // namespace entente::cli
