// SPDX-License-Identifier: ISC
/// @file
/// Corrections of tags and lemmas.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

#include <string>
#include <vector>

namespace entente {

/// True if the lexicon has a cue or frame of that class under `lemma`.
bool has_entry(const EventLexicon& lexicon, const std::string& lemma, WordClass wanted);

/// True if the lexicon has an idiom of the verb whose first further word is that one: "hand over",
/// "seal off", "take part".
bool takes_particle(const EventLexicon& lexicon, const std::string& verb,
                    const std::string& particle);

/// The lemma of a verb in -s that takes back what it governs and that is no noun ("denies");
/// empty for every other word.
std::string denying_verb(const EventLexicon& lexicon, const Word& word);

/// The verb's subject may be the speaker of what it governs: "say", "accuse".
bool reports(const EventLexicon& lexicon, const std::string& lemma);

/// Whether it ends like a sentence rather than like a headline.
bool is_whole(const Tree& tree);

/// The verb of the lexicon whose past tense the form may be: "scrambled" → "scramble"; empty for
/// none. Requires: `form` is in lower case.
std::string past_verb(const EventLexicon& lexicon, const std::string& form);

/// Makes word n a noun, and the clauses that it governs clauses of a noun.
void make_noun(const Tree& tree, Sentence& sentence, WordNumber n);

/// Tags and lemmas of single words: finite verbs by their Penn tag, and regular verbs that the
/// lemmatiser has not met ("telephon").
void repair_words(const EventLexicon& lexicon, Sentence& sentence);

/// Tags by what the words govern: "controls" in "that Russia controls Belarus" is no noun; "called"
/// in "Lithuania called on Russia to withdraw" is no participle; "measures" in "eased emergency
/// measures" is no verb.
void repair_tags(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

}  // namespace entente
