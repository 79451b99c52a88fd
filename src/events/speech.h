// SPDX-License-Identifier: ISC
/// @file
/// Who says what: direct and indirect speech, "according to", quotations over several sentences,
/// headlines with a colon. Words are those of the PolNeAR guide: source, cue, content.
#pragma once

#include "events/lexicon.h"
#include "events/participants.h"
#include "events/tree.h"
#include "text/document.h"

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Words first to last of a sentence, both included.
struct WordRange {
  std::uint32_t sentence = 0;
  WordNumber first = 0, last = 0;
  bool contains(std::uint32_t s, WordNumber n) const {
    return s == sentence && first <= n && n <= last;
  }
};

/// One saying.
struct Speech {
  std::uint32_t sentence = 0;     ///< where the cue stands
  WordNumber cue = 0;             ///< 0: a headline's colon
  std::vector<WordRange> source;  ///< empty if the text does not name it
  std::vector<WordRange> content;
  std::vector<ActorIndex> speakers;
  bool direct = false;  ///< the content is a quotation
};

/// All sayings and quotations of an article.
struct SpeechMap {
  std::vector<Speech> speeches;       ///< in text order of their cues
  std::vector<WordRange> quotations;  ///< words between quotation marks, one range a sentence

  bool is_quoted(std::uint32_t sentence, WordNumber n) const;
  /// The sayings that a word belongs to, the innermost first.
  std::vector<const Speech*> around(std::uint32_t sentence, WordNumber n) const;
};

/// Requires: one tree per sentence. Pure.
SpeechMap find_speech(const EventLexicon& lexicon, const Document& document,
                      std::span<const Sentence> sentences, std::span<const Tree> trees,
                      const MentionIndex& mentions);

}  // namespace entente
