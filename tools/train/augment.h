// SPDX-License-Identifier: ISC
/// @file
/// Sentences as other newsrooms would have set them: headlines in capitals or title case, without a
/// full stop, with other dashes and quotes, and about other people and places.
#pragma once

#include "train/random.h"
#include "train/treebank.h"

#include <string>
#include <vector>

namespace entente::train {

/// Names to put in place of others; one word each.
struct NameLists {
  std::vector<std::string> first, last, place;
};
/// Reads lines "first NAME", "last NAME", "place NAME"; '#' starts a comment.
NameLists read_name_lists(const std::string& path);

/// True if `gold` was changed.
bool augment(const NameLists& names, Random& random, GoldSentence& gold);

}  // namespace entente::train
