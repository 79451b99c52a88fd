// SPDX-License-Identifier: ISC
/// @file
/// Words of the news that the treebanks hardly have, taken for others that they have: "ally"
/// behaves like "friend". Such a word gets a vector of its own that makes it look to the network
/// just like its model, whatever its letters suggest.
#pragma once

#include "syntax/model_file.h"

#include <string>

namespace entente::train {

/// Reads lines "WORD MODEL [LEMMA]" ('#' starts a comment) and adds each word to the model's forms,
/// or gives it a new vector if it is there; the lemma counts where the word is a verb. Doing it
/// twice changes nothing. Throws std::runtime_error for a MODEL that is no form.
void add_likenesses(const std::string& path, ModelData& data);

}  // namespace entente::train
