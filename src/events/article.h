// SPDX-License-Identifier: ISC
/// @file
/// An article under analysis: its trees, mentions and sayings, computed once and then only read.
#pragma once

#include "events/lexicon.h"
#include "events/participants.h"
#include "events/speech.h"
#include "events/tree.h"
#include "text/document.h"

#include <span>
#include <vector>

namespace entente {

/// All references must outlive it.
struct Article {
  Article(const EventLexicon& lexicon, const Document& document,
          std::span<const Sentence> sentences, const Entities& entities);
  Article(const Article&) = delete;  // trees point into it
  Article& operator=(const Article&) = delete;

  const EventLexicon& lexicon;
  const Document& document;
  std::vector<Sentence> repaired_sentences;  ///< what all below is read from
  std::span<const Sentence> sentences;       ///< the same
  const Entities& entities;
  std::vector<Tree> trees;  ///< one a sentence
  MentionIndex mentions;
  SpeechMap speech;
};

/// Sets who asserts a claim whose trigger is that word. What a definite noun phrase takes for
/// granted is the article's own, unless it stands inside quotation marks.
void set_speakers(const Article& article, std::uint32_t sentence, WordNumber trigger,
                  bool presupposed, Claim& claim);

}  // namespace entente
