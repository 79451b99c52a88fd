// SPDX-License-Identifier: ISC
/// @file
/// Lemmas as edits of the form, so that a classifier can choose one ("drop two, add y").
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// How a lemma comes from a form. As text: "l2y" is lower case, two characters off, "y" on;
/// "k0" is the form as it stands; "t0" title case; "=be" the lemma itself.
/// Curly apostrophes of the form are read as straight ones.
std::string lemma_rule(std::string_view form, std::string_view lemma);

/// The lemma that `rule` gives for `form`; the form itself if it is too short for the rule.
std::string apply_lemma_rule(std::string_view rule, std::string_view form);

}  // namespace entente
