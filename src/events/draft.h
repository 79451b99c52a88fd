// SPDX-License-Identifier: ISC
/// @file
/// A claim in the making, with the words that it was read from.
#pragma once

#include "events/claim.h"
#include "events/predicate.h"

#include <vector>

namespace entente {

struct Draft {
  Claim claim;
  Predicate predicate;
};

}  // namespace entente
