// SPDX-License-Identifier: ISC
/// @file
/// Closed classes of English grammar that linking needs: honorifics, pronouns, prepositions of
/// place, directions. Lower case. Internal to src/entities.
#pragma once

#include "entities/actor.h"
#include "syntax/sentence.h"

#include <string>
#include <string_view>

namespace entente {

/// "Mr", "Mrs", "Sir": stands before a person's name and gives no post. With or without dot.
bool is_honorific(std::string_view form);
Gender gender_of_honorific(std::string_view form);
/// "chairwoman", "spokesman", "king": a noun whose form tells the gender.
Gender gender_of_noun(std::string_view lemma);

/// "in", "at", "near", "into": what stands behind is a place.
bool is_locative(std::string_view preposition);
/// "northern", "south-eastern", "central": a part of a country is still in the country.
bool is_direction(std::string_view word);

/// "former", "ex", "late", "then": the post is over.
bool is_past_modifier(std::string_view lemma);

/// "side", "nation": nouns that stand for states spoken of together ("both sides").
bool is_group_of_states(std::string_view lemma);

/// "leader", "man": nouns that stand for people spoken of together ("the two leaders").
bool is_group_of_people(std::string_view lemma);

/// "side", "rival": those who are at odds with each other.
bool is_opposed(std::string_view lemma);

/// "country", "nation", "state": any state may be called so.
bool is_any_state_noun(std::string_view lemma);

/// "allow", "let": verbs whose object acts in the sphere of their subject.
bool is_permission(std::string_view lemma);

/// "confirm", "promise", "deny": verbs whose subject speaks of the own side's doings.
bool is_commitment(std::string_view lemma);

enum class PronounClass { None, He, She, It, They, I, We, You, Relative, Other };
/// He also for "his", "him", "himself" and so on.
PronounClass pronoun_class(const Word& word);
bool is_possessive(const Word& pronoun);
bool is_reflexive(const Word& pronoun);

/// "january" ... "december", "monday" ... "sunday", also short.
bool is_day_or_month(std::string_view form);

std::string lower(std::string_view ascii);

/// "Monday" to "Sunday".
bool is_weekday(std::string_view form);

}  // namespace entente
