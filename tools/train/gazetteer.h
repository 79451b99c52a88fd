// SPDX-License-Identifier: ISC
/// @file
/// Lists of known names for the name finder: the project's own files, and towns of GeoNames.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace entente::train {

struct List {
  std::string kind;
  std::vector<std::string> names;  ///< sorted, each once
};
using Lists = std::vector<List>;  ///< in order of kind

struct ListSources {
  std::vector<std::string> files;  ///< lines "kind name;name;..."; with no ';': parted by spaces
  std::string towns;   ///< gettext catalogue whose messages are names of towns; empty: none
  std::string actors;  ///< folder of the ontology; empty: none
};
Lists read_lists(const ListSources& sources);

/// Words that occur in small letters in treebanks (CoNLL-U) and are no proper nouns there.
std::set<std::string> ordinary_words(const std::vector<std::string>& treebanks);

/// Adds lists of names in small letters, as hasty writers put them, but for ordinary words.
void add_small_lists(const std::set<std::string>& ordinary, Lists& lists);

}  // namespace entente::train
