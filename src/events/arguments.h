// SPDX-License-Identifier: ISC
/// @file
/// The logical arguments of a predicate, read off a UD tree: passives, relative clauses,
/// participles, control and raising, and shared arguments of coordination are undone.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

#include <vector>

namespace entente {

/// Who acts: the subject, or the by-phrase of a passive, also where it is understood from a
/// governing clause. Heads of noun phrases without their coordinates; empty if there is none.
std::vector<WordNumber> logical_subjects(const Tree& tree, const EventLexicon& lexicon,
                                         WordNumber predicate);

/// Who or what it is done to: the object, or the subject of a passive.
std::vector<WordNumber> logical_objects(const Tree& tree, const EventLexicon& lexicon,
                                        WordNumber predicate);

/// Noun phrases that hang on `predicate` with that preposition ("on", "out of").
std::vector<WordNumber> prepositional_arguments(const Tree& tree, WordNumber predicate,
                                                std::string_view preposition);

/// The same, on what is coordinated with the predicate: "launched and directed strikes on X".
std::vector<WordNumber> arguments_of_conjuncts(const Tree& tree, WordNumber predicate,
                                               std::string_view preposition);

/// The words at the end of `path` (see lexicon.h). `fixed` are the words that the entry needs.
std::vector<WordNumber> words_at(const Tree& tree, const EventLexicon& lexicon,
                                 WordNumber predicate, const Path& path,
                                 const std::vector<std::string>& fixed);

/// The words of an entry below its head, in the order of `fixed`; empty if one is missing. With
/// nothing fixed: one zero-length answer cannot be told from a failure, so ask only if it has some.
std::vector<WordNumber> find_fixed(const Tree& tree, WordNumber head,
                                   const std::vector<std::string>& fixed);

/// A word and everything coordinated with it, in text order.
std::vector<WordNumber> with_conjuncts(const Tree& tree, WordNumber word);

/// The noun that a relative pronoun stands for; the word itself if it is none.
WordNumber resolve_relative(const Tree& tree, WordNumber word);

/// The verb that hands its subject to this event noun ("launched an offensive"), or 0.
WordNumber light_verb_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun);

}  // namespace entente
