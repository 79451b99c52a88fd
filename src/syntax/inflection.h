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

/// The base of a regular past form, participle or -ing form where the spelling leaves one choice:
/// "drizzling" → "drizzle", "stared" → "stare", "plodding" → "plod". Empty where it leaves several
/// ("visited", "admired"). Requires: `form` is in lower case.
std::string regular_verb(std::string_view form);

/// The singular of an irregular plural or of one whose spelling misleads: "wolves" → "wolf",
/// "calories" → "calorie"; the plural itself if it has no singular ("surroundings"). Empty for all
/// others. Requires: `form` is in lower case.
std::string irregular_noun(std::string_view form);

/// What a regular verb form may be inflected from: "shelled" → "shell", "shelle", "shel". Empty if
/// it has no such ending. Requires: `form` is in lower case.
std::vector<std::string> stems_of(std::string_view form);

}  // namespace entente
