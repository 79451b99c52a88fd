// SPDX-License-Identifier: ISC
/// @file
/// Which claims of events mean one event. The rules are told in graph/situations.h.
#pragma once

#include "graph/event_description.h"

#include <cstdint>
#include <vector>

namespace entente {

/// Claims that mean one event.
struct EventCluster {
  EventDescription first;             ///< what the most specific claim says
  EventDescription whole;             ///< what all say together
  std::vector<std::uint32_t> claims;  ///< DescribedClaim::claim, most specific first
};

/// Every claim comes out in one cluster. Types are looked at in parallel; the result depends on
/// the set of claims alone. Cost: sorting, and for each claim the events with its type, sides and
/// action.
std::vector<EventCluster> cluster_events(std::vector<DescribedClaim> claims);

}  // namespace entente
