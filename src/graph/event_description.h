// SPDX-License-Identifier: ISC
/// @file
/// What one claim says of an event, reduced to what decides whether two claims mean one event.
/// The rules are told in graph/situations.h.
#pragma once

#include "graph/knowledge_graph.h"

#include <optional>
#include <string>
#include <vector>

namespace entente {

enum class Reality : std::uint8_t { Fact, Prospect, Possible };

struct EventDescription {
  std::string type, action;
  Reality reality = Reality::Fact;
  std::vector<std::string> initiators, recipients;  ///< countries, or actors that have none; sorted
  std::optional<EventPlace> place, launched_from;   ///< the label is empty for a whole country
  std::optional<DateInterval> date;
  std::optional<Date> reported;  ///< day of the article; only where neither date nor action is said
  std::string article;           ///< only where neither side is said: nothing to meet others by
};

/// The country that the actor acts for, else its own id.
std::string country_of(const KnowledgeGraph& graph, std::string_view actor);

EventDescription describe_event(const KnowledgeGraph& graph, const ClaimRecord& claim);

/// Strict weak order in which claims are taken.
bool is_more_specific(const EventDescription& a, const EventDescription& b);

/// True if the claim may be about the event, whose description has absorbed one claim or more.
bool agree(const EventDescription& claim, const EventDescription& event);

/// Adds to `event` what it leaves unsaid; dates are narrowed to the days on which both agree.
void absorb(EventDescription& event, const EventDescription& claim);

/// One text for equal descriptions.
std::string to_key(const EventDescription& description);

}  // namespace entente
