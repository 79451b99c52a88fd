// SPDX-License-Identifier: ISC
/// @file
/// Corrections of parse errors that would change who says what, or who does it. Each names a
/// construction that parsers confuse and the signs by which it can be told.
#pragma once

#include "events/lexicon.h"
#include "syntax/sentence.h"

#include <span>
#include <vector>

namespace entente {

/// - "denied on Tuesday that Z had attacked W", "evidence that Z attacked W": a clause with "that"
///   before a subject and an object of its own is no relative clause; it is the content of the verb
///   or noun.
/// - "Germany delivered tanks", "Belarus borders Ukraine", read as noun phrases: sentences.
/// - "Lukashenko denies ...", tagged a noun and a finite verb: a verb.
/// - regular verbs that the lemmatiser has not met ("telephon"): lemmas of the lexicon.
std::vector<Sentence> repaired(const EventLexicon& lexicon, std::span<const Sentence> sentences);

}  // namespace entente
