// SPDX-License-Identifier: ISC
/// @file
/// What words say about events and relations. Filled from ontology/lexicon/*.ttl by rdf/; this
/// folder knows no RDF.
///
/// Two kinds of entries: a *frame* says which event or relation a word tells of and where its
/// participants stand in the tree; a *cue* says what a word does to what it governs: who speaks,
/// whether it is so, whether it is done or only planned. A word may have both ("accuse").
#pragma once

#include "entities/actor.h"
#include "events/claim.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace entente {

enum class WordClass : std::uint8_t {
  Verb,
  Noun,
  Adjective,
  Adverb,       ///< also the particle "not"
  Auxiliary,    ///< "may", "will"
  Determiner,   ///< "no", "neither"
  Adposition,   ///< prepositions, several words too: "according to"
  Conjunction,  ///< "if", "unless"
};

/// Where an argument stands, seen from the predicate: steps from word to word. A step is
///   nsubj, obj, iobj   the logical subject or object (passives, relative clauses and control
///                      are undone), or the indirect object
///   poss, mod          the possessor; an adjective or compound before a noun ("Russian", "NATO")
///   self               who the noun itself names, in apposition or as a predicate noun
///   light              the subject of the light verb that governs the noun
///   xcomp, ccomp       complement clauses
///   speaker            who says the clause of which the entry is the predicate
///   any lemma          a word that the entry needs ("line" in "toe ... line"), or, if the entry
///                      has no such word, an argument with that preposition ("on", "out of")
using Path = std::vector<std::string>;

/// Reads "line.poss" as a path.
Path parse_path(std::string_view text);

/// What a frame tells of.
struct Sense {
  std::string type;      ///< as Claim::type
  std::string action;    ///< as Claim::action
  std::string mode;      ///< as Claim::mode
  std::string relation;  ///< that the event also shows, if both sides are named: who supplies arms
                         ///< to somebody aids him and is his supplier; empty for none
  std::vector<std::string> contexts;
  bool is_relation = false;
};

/// The word at `at` must have one of these lemmas.
struct Condition {
  Path at;
  std::vector<std::string> lemmas;  ///< sorted
};

/// How a word tells of an event or relation.
struct Frame {
  std::string id;  ///< for traces: "verb:crack down"
  WordClass word_class = WordClass::Verb;
  std::string head;                ///< lemma of the word on which the others hang
  std::vector<std::string> fixed;  ///< lemmas that must hang on it: particles, objects of idioms
  Sense sense;
  std::vector<Path> initiator, recipient;  ///< alternatives, the first that names an actor counts
  std::vector<Condition> conditions;       ///< all must hold
  std::vector<Condition> exclusions;       ///< none may hold: earthquakes attack nobody
  std::vector<Path> absent;                ///< nothing may stand there
  bool needs_initiator = false;            ///< no claim without one
  bool needs_recipient = false;
  bool direct_recipient = false;  ///< the recipient must be an actor itself, not something of its
  std::vector<ActorType> initiator_types, recipient_types;  ///< of which they must be; empty: any
  bool joins = false;       ///< takes part in a fight that others lead: "take part in the war"
  bool reciprocal = false;  ///< several initiators may act on each other, without a recipient
  std::string of_people;  ///< type instead, where people do it to people ("Trump attacked Pelosi");
                          ///< "-": nothing then
  Polarity polarity = Polarity::Affirmed;  ///< Denied: the word tells of the end ("leave NATO")
  Modality modality = Modality::Actual;
};

/// What becomes of the content under a cue.
struct Effect {
  bool reversed = false;                 ///< it is not so
  Modality modality = Modality::Actual;  ///< Actual: as it was
};

/// How a word changes what it governs. Signatures follow Nairn, Condoravdi and Karttunen 2006:
/// what follows if the cue is affirmed, and if it is denied.
struct Cue {
  std::string id;
  WordClass word_class = WordClass::Verb;
  std::string head;
  std::vector<std::string> fixed;
  bool reports = false;          ///< its subject is the speaker of its content
  bool light = false;            ///< hands its subject to the event noun that it governs
  bool subject_control = false;  ///< "X promised Y to attack": X attacks
  bool keeps_nouns = false;      ///< definite nouns are taken for granted: "end the war"
  bool hearsay = false;          ///< "is said to": only possible where nobody is named
  bool factive = false;          ///< its content is so, whatever is said of the cue
  std::vector<Path> content;     ///< beside clauses: noun phrases that are its content
  std::vector<Path> speaker;     ///< empty: the subject, or the possessor of a noun
  std::vector<Path> doer;        ///< who does what its content tells of, if not the subject:
                                 ///< "blamed Iran for the attack"
  Modality of_clauses = Modality::Actual;  ///< of clauses only: "have to leave", not "have ties"
  Effect affirmed, denied;
};

/// All entries, by the lemma of their head. Immutable; shared by threads.
struct EventLexicon {
  std::vector<Frame> frames;
  std::vector<Cue> cues;
  /// Irregular verb forms: "struck" to "strike".
  std::unordered_map<std::string, std::string> lemma_of_form;
  /// What is counted: "soldier" to "troops"; "kill" makes of those it is done to "killed".
  std::unordered_map<std::string, std::string> unit_of_noun, unit_of_verb;
  /// Nouns of people who belong to the place where they are, if nothing else is said of them:
  /// "villager", "protester".
  std::unordered_set<std::string> locals;
  /// Nouns of people who are others than whose they are: "Putin's critics", "his sister".
  std::unordered_set<std::string> others;
  /// Nouns of a part in something, which a denial need not name again: "involvement".
  std::unordered_set<std::string> parts;
  /// Nouns of what is fought over or hit and is the other side's if nothing else is said of it:
  /// "position", "refinery".
  std::unordered_set<std::string> targets;
  /// Nouns of things that act for their owners, but are only things where something is done with
  /// them: "refused to send missiles".
  std::unordered_set<std::string> things;
  std::unordered_map<std::string, std::vector<std::uint32_t>> frames_of, cues_of;  ///< by head
};

/// Fills the indexes. To be called once, after the last entry.
void index_lexicon(EventLexicon& lexicon);

}  // namespace entente
