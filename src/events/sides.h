// SPDX-License-Identifier: ISC
/// @file
/// The two sides of a claim, for rules that fill an empty one.
#pragma once

#include "events/article.h"
#include "events/claim.h"
#include "events/lexicon.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// True if the type is one of those.
bool is_any(const std::string& type, std::initializer_list<std::string_view> types);

/// The country of the first that has one; empty if none has.
std::string country_of(const Article& article, const std::vector<Participant>& side);

/// The state of that code, if the article speaks of it.
std::optional<ActorIndex> state_of(const Article& article, const std::string& country);

/// Puts `with` in the empty side, on the word of the claim's own quote, and lowers the confidence.
void fill_side(Claim& claim, std::vector<Participant>& side, std::vector<Participant> with);

bool share_actor(const std::vector<Participant>& one, const std::vector<Participant>& other);

/// True if the noun tells of events of that type: "the operation" is one even where nobody is
/// named.
bool tells_of_event(const EventLexicon& lexicon, const std::string& lemma, const std::string& type);

/// Affirmed, and as a fact.
bool has_happened(const Claim& claim);

/// "people", "rebel positions", "the offices of activists": they belong where it happens.
bool is_local(const Article& article, const Tree& tree, WordNumber n);

}  // namespace entente
