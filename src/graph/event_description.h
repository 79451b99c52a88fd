// SPDX-License-Identifier: ISC
/// @file
/// What one claim says of an event, reduced to what decides whether two claims mean one event.
/// The rules are told in graph/situations.h. Words are numbers here: there are millions of claims
/// and few words, and each claim is compared with many others.
#pragma once

#include "graph/knowledge_graph.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace entente {

enum class Reality : std::uint8_t { Fact, Prospect, Possible };

/// Number of a text in EventDescriptions::words. Numbers are in the order of the texts, so an order
/// of descriptions does not depend on what else was described.
using WordNumber = std::uint32_t;
inline constexpr WordNumber kUnsaid = 0;  ///< the empty text

struct PlaceNumbers {
  WordNumber label = kUnsaid;  ///< unsaid for a whole country
  WordNumber country = kUnsaid;
  friend auto operator<=>(const PlaceNumbers&, const PlaceNumbers&) = default;
};

/// Days since 1970-01-01, both ends included.
struct DayRange {
  std::int32_t from = 0, to = 0;
  friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

struct EventDescription {
  WordNumber type = kUnsaid, action = kUnsaid;
  Reality reality = Reality::Fact;
  /// Countries, or actors that have none: sorted and joined by line feeds.
  WordNumber initiators = kUnsaid, recipients = kUnsaid;
  std::optional<PlaceNumbers> place, launched_from;
  std::optional<DayRange> date;
  std::optional<std::int32_t> reported;  ///< the article's day; only without date and action
  WordNumber article = kUnsaid;  ///< only where neither side is said: nothing to meet others by
  friend auto operator<=>(const EventDescription&, const EventDescription&) = default;
};

/// The description of one claim, and what else is asked of it when claims meet.
struct DescribedClaim {
  EventDescription description;
  std::uint32_t claim = 0;    ///< index into graph.claims
  std::uint32_t article = 0;  ///< equal for claims of one article
  bool denied = false;
};

struct EventDescriptions {
  std::vector<DescribedClaim> claims;  ///< of all events, in the order of graph.claims
  std::vector<std::string> words;
};

/// The country that the actor acts for, else its own id.
std::string_view country_of(const Actor* actor, std::string_view id);

/// Requires: actors, articles and claims are sorted by id. Cost: linear in the claims.
EventDescriptions describe_events(const KnowledgeGraph& graph);

/// Strict weak order in which claims of one type are taken.
bool is_more_specific(const EventDescription& a, const EventDescription& b);

/// True if the claim may be about the event, whose description has absorbed one claim or more.
bool agree(const EventDescription& claim, const EventDescription& event);

/// Adds to `event` what it leaves unsaid; dates are narrowed to the days on which both agree.
void absorb(EventDescription& event, const EventDescription& claim);

/// True if to_key() is the same.
bool same_key(const EventDescription& a, const EventDescription& b);

/// One text for one event: what its id is made from.
std::string to_key(const EventDescription& description, std::span<const std::string> words);

}  // namespace entente
