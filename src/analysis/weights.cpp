// SPDX-License-Identifier: ISC
#include "analysis/weights.h"

namespace entente {

std::string_view to_string(Sign sign) {
  if (sign == Sign::Neutral) return "Neutral";
  return sign == Sign::Cooperation ? "Cooperation" : "Conflict";
}

const TypeWeight& Weights::of(std::string_view type, std::string_view action) const {
  const auto by_action = action.empty() ? types.end() : types.find(action);
  if (by_action != types.end()) return by_action->second;
  const auto by_type = types.find(type);
  return by_type == types.end() ? other : by_type->second;
}

}  // namespace entente
