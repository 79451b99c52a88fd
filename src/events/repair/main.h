// SPDX-License-Identifier: ISC
/// @file
/// Corrections of trees whose main verb was read as a part of another clause.
#pragma once

#include "events/tree.h"

namespace entente {

/// Gives the main clause back its verb: "Chad, meanwhile, closed the border after troops were
/// wounded" with the wounding above the closing; "Algeria, which borders Mali, denied it" with the
/// denial for one more thing said of Algeria.
void repair_main(Sentence& sentence);

}  // namespace entente
