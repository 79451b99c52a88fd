// SPDX-License-Identifier: ISC
#include "events/claim.h"

#include <array>

namespace entente {

std::string_view to_string(Polarity polarity) {
  return polarity == Polarity::Affirmed ? "Affirmed" : "Denied";
}

std::string_view to_string(Modality modality) {
  constexpr std::array<std::string_view, 6> kNames = {"Actual",  "Probable",    "Possible",
                                                      "Planned", "Conditional", "Demanded"};
  return kNames[static_cast<std::size_t>(modality)];
}

}  // namespace entente
