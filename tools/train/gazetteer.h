// SPDX-License-Identifier: ISC
/// @file
/// Lists of known names for the name finder: the project's own files, and towns of GeoNames.
#pragma once

#include <string>
#include <vector>

namespace entente::train {

struct List {
  std::string kind;
  std::vector<std::string> names;  ///< sorted, each once
};
using Lists = std::vector<List>;  ///< in order of kind

/// Reads files of lines "kind name;name;..." (with ';' nowhere: names are parted by spaces) and a
/// gettext catalogue whose messages are names of towns (kind "town"; empty path: none).
Lists read_lists(const std::vector<std::string>& paths, const std::string& towns);

}  // namespace entente::train
