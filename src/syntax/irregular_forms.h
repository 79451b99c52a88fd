// SPDX-License-Identifier: ISC
/// @file
/// How English inflects: the irregular verbs, a closed class, and the spelling of the regular ones.
/// For forms that no treebank showed ("overran", "mimicking").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The base of an irregular past form or participle, with or without a prefix: "fled" → "flee",
/// "overthrew" → "overthrow". Empty if `form` is none, or if it is also the base of another verb
/// ("found", "lay") and not known to be past. Requires: `form` is in lower case.
std::string irregular_verb(std::string_view form, bool is_past);

/// What `form` may be the -ing or -ed form of: "barring" → "barr", "barre", "bar". Empty if it is
/// neither. Requires: `form` is in lower case.
std::vector<std::string> regular_bases(std::string_view form);

}  // namespace entente
