// SPDX-License-Identifier: ISC
/// @file
/// Which words of a sentence stand in a place that a frame names, however the parser has attached
/// them.
#pragma once

#include "events/lexicon.h"
#include "events/participants.h"
#include "events/tree.h"

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

using Words = std::vector<WordNumber>;

/// A sentence as frames are read in it. Refers to its parts: they must outlive it.
struct FrameContext {
  const EventLexicon& lexicon;
  const Tree& tree;
  std::uint32_t sentence;
  const MentionIndex& mentions;
};

/// Whether the word is a subject, an object or a phrase of a verb or noun.
bool is_nominal_place(const Tree& tree, WordNumber n);

/// The words at a frame's path, in text order; empty if the place is not taken.
Words words_of(const FrameContext& in, const Frame& frame, WordNumber trigger, const Path& path);

/// "spoke on Sunday by telephone with Putin", "ratified an agreement on fishing with Norway": the
/// phrase may hang on any noun of the verb's that stands before it. At most one word.
Words distant_argument(const FrameContext& in, WordNumber predicate,
                       const std::string& preposition);

/// Whether phrases with that preposition are looked for so far off.
bool is_distant(const std::string& preposition);

/// The words by which the condition holds; empty if it does not.
Words words_that_meet(const FrameContext& in, const Frame& frame, WordNumber trigger,
                      const Condition& condition);

}  // namespace entente
