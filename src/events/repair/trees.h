// SPDX-License-Identifier: ISC
/// @file
/// Corrections of what hangs on what. Each names a construction that parsers confuse and the signs
/// by which it can be told. All have one shape: `tree` is the sentence as it was before, and what
/// is mended goes into `sentence`, which is the same when they are called. Two of them may
/// contradict each other within one sentence: whoever calls them takes back what is no tree.
#pragma once

#include "events/lexicon.h"
#include "events/tree.h"

namespace entente {

/// Makes participles that have a subject and no auxiliary the past tense, in whole sentences:
/// headlines leave auxiliaries out. What such a verb and its clause govern is set right with it:
/// subjects and objects taken for measures of time, agents, adjectives.
void repair_finite(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// Objects read as measures, and agents of active verbs: "shut down its embassy", "stood by
/// Serbia".
void repair_objects(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// "Iran arms Hezbollah", "Qatar arms and trains the rebels": between a name (or "which") and a
/// noun phrase without a preposition no plural noun stands; it is a verb if the lexicon has one.
void repair_plurals(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// Sentences read as noun phrases: "Germany delivered tanks", "Belarus borders Ukraine",
/// "Lukashenko denies his troops joined the war"; and a noun read as a verb: "Claims that Russia
/// attacked are false".
void repair_roots(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// Gives the main clause back its verb: "Chad, meanwhile, closed the border after troops were
/// wounded" with the wounding above the closing; "Algeria, which borders Mali, denied it" with the
/// denial for one more thing said of Algeria.
void repair_main(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// Prepositions on what only modifies a noun ("of Eritrean villages"), and nouns read as subjects
/// of nouns.
void repair_compounds(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// Hangs parts of noun phrases where they belong: the agent on the event's noun in "the shelling of
/// villages by Ethiopia", the subject on the verb in "Russia blocked Kosovo's bid".
void repair_phrases(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// Hangs the words of an idiom on its verb, and what stands between them as its object: "held
/// Greece accountable", "called its ambassador home", "declared two diplomats persona non grata",
/// "set ablaze a refinery", however the noun phrase around them was read.
void repair_idioms(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// A clause with a subject and an object of its own, before which "that" stands or may stand, is
/// the content of the verb or noun: "denied on Tuesday that Z had attacked W".
void repair_clauses(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// "allegations it bombed Syria": a clause that lacks nothing is what the noun says.
void repair_content_clauses(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// "said last month that it was planning": the clause is said, the month is when.
/// "said Rwanda's conduct amounted to war", read as conduct that was amounted: one says clauses.
void repair_said(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// "condemned what it called Russian aggression against Kyiv" condemns the aggression: what the
/// thing is called takes the place of "what", with all that follows it.
void repair_namings(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// "branded the move a provocation", "deemed the step positive": the word after the object that an
/// entry of the verb asks for as its complement is its complement.
void repair_complements(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// A noun phrase right before a verb that lacks a subject begins a clause: "halted aid to Rwanda,
/// and Germany called off talks"; a noun right behind a second verb is its object.
void repair_new_clauses(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// A noun right before a verb that lacks a subject is its subject: "halted aid to Rwanda, and
/// Germany called off talks" tells of no aid to Germany.
/// Whoever speaks goes on speaking: in "said that troops crossed the border and accused Sudan" the
/// one who said it accuses, and in "accusing Mali of arming rebels and urging it to stop" the one
/// who accuses urges.
void repair_coordination(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

/// "sealed off the West Bank", "handed over 700 tons": the particle right after a verb that takes
/// it, by the lexicon, belongs to the verb, and the noun phrase after it is the verb's object.
/// "offered to mediate": a noun after "to" that the lexicon knows as a verb only is an infinitive.
/// "is due to visit": no preposition "due to".
void repair_particles(const EventLexicon& lexicon, const Tree& tree, Sentence& sentence);

}  // namespace entente
