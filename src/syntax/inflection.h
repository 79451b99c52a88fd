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

/// What a regular verb form may be inflected from: "shelled" → "shell", "shelle", "shel". Empty if
/// it has no such ending. Requires: `form` is in lower case.
std::vector<std::string> stems_of(std::string_view form);

}  // namespace entente
