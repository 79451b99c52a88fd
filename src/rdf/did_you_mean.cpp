// SPDX-License-Identifier: ISC
#include "rdf/did_you_mean.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace entente::rdf {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Optimal string alignment: a swap of two neighbours costs one.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, above, row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    before = std::exchange(above, row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const bool same = lower(a[i]) == lower(b[j]);
      row[j + 1] = std::min({above[j] + (same ? 0 : 1), row[j] + 1, above[j + 1] + 1});
      const bool swapped =
          i > 0 && j > 0 && lower(a[i]) == lower(b[j - 1]) && lower(a[i - 1]) == lower(b[j]);
      if (swapped) row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::string did_you_mean(std::string_view found, std::span<const std::string_view> known) {
  std::string_view best;
  std::size_t least = found.size() / 3 + 1;
  for (const std::string_view name : known) {
    const std::size_t gap =
        found.size() > name.size() ? found.size() - name.size() : name.size() - found.size();
    if (gap >= least) continue;
    if (const std::size_t d = distance(found, name); d < least) {
      least = d;
      best = name;
    }
  }
  return best.empty() ? std::string() : "; did you mean \"" + std::string(best) + "\"?";
}

}  // namespace entente::rdf
