// SPDX-License-Identifier: ISC
/// @file
/// As much XML as the expected results of the suites use.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente::w3c {

struct Element {
  std::string name;  ///< as written, with its prefix
  std::map<std::string, std::string> attributes;
  std::string text;  ///< all of its own text
  std::vector<Element> children;

  std::string_view local_name() const;
};

/// Throws std::runtime_error where the text is no XML of this kind.
Element parse_xml(std::string_view text);

}  // namespace entente::w3c
