// SPDX-License-Identifier: ISC
#include "graph/differences.h"

#include "graph/status.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::array<std::string_view, 5> kAspectNames = {"occurrence", "actor", "place", "date",
                                                          "toll"};

using Claims = std::vector<const ClaimRecord*>;
using Versions = std::map<std::string, std::vector<std::string>>;

Claims claims_of(const KnowledgeGraph& graph, const SituationRecord& situation) {
  Claims claims;
  for (const std::string& id : situation.claims) {
    if (const ClaimRecord* claim = find_claim(graph, id)) claims.push_back(claim);
  }
  return claims;
}

void add_if_several(std::vector<Difference>& differences, Aspect aspect, const Versions& versions) {
  if (versions.size() < 2) return;
  Difference difference;
  difference.aspect = aspect;
  for (const auto& [value, claims] : versions) difference.versions.push_back({value, claims});
  differences.push_back(std::move(difference));
}

void compare_occurrence(std::vector<Difference>& differences, const SituationRecord& situation,
                        const Claims& claims) {
  if (situation.status != Status::Contested) return;
  Versions versions;
  for (const ClaimRecord* claim : claims) {
    versions[claim->polarity == Polarity::Denied ? "denied" : "affirmed"].push_back(claim->id);
  }
  add_if_several(differences, Aspect::Occurrence, versions);
}

void compare_places(std::vector<Difference>& differences, const Claims& claims) {
  Versions versions;
  for (const ClaimRecord* claim : claims) {
    if (claim->place && !claim->place->label.empty() && claim->polarity == Polarity::Affirmed) {
      versions[claim->place->label].push_back(claim->id);
    }
  }
  add_if_several(differences, Aspect::Place, versions);
}

std::string to_text(const DateInterval& i) {
  return i.from == i.to ? to_iso_string(i.from)
                        : to_iso_string(i.from) + " to " + to_iso_string(i.to);
}

// Only where there is no day on which all agree.
void compare_dates(std::vector<Difference>& differences, const Claims& claims) {
  Versions versions;
  std::optional<Date> latest_begin, earliest_end;
  for (const ClaimRecord* claim : claims) {
    if (!claim->date || claim->polarity == Polarity::Denied) continue;
    versions[to_text(*claim->date)].push_back(claim->id);
    latest_begin = std::max(latest_begin.value_or(claim->date->from), claim->date->from);
    earliest_end = std::min(earliest_end.value_or(claim->date->to), claim->date->to);
  }
  if (latest_begin && *latest_begin > *earliest_end) {
    add_if_several(differences, Aspect::Date, versions);
  }
}

std::string to_text(const ClaimRecord::Count& count) {
  return count.low == count.high ? fmt::format("{}", count.low)
                                 : fmt::format("{} to {}", count.low, count.high);
}

struct Toll {
  Versions versions;
  double highest_low = 0, lowest_high = 0, low = 0, high = 0;
};

void compare_tolls(std::vector<Difference>& differences, const Claims& claims) {
  std::map<std::string, Toll> tolls;  // by unit
  for (const ClaimRecord* claim : claims) {
    if (claim->polarity == Polarity::Denied) continue;
    for (const ClaimRecord::Count& count : claim->quantities) {
      const auto [at, fresh] = tolls.try_emplace(count.unit);
      Toll& toll = at->second;
      toll.highest_low = fresh ? count.low : std::max(toll.highest_low, count.low);
      toll.lowest_high = fresh ? count.high : std::min(toll.lowest_high, count.high);
      toll.low = fresh ? count.low : std::min(toll.low, count.low);
      toll.high = fresh ? count.high : std::max(toll.high, count.high);
      toll.versions[to_text(count)].push_back(claim->id);
    }
  }
  for (const auto& [unit, toll] : tolls) {
    if (toll.highest_low <= toll.lowest_high) continue;
    add_if_several(differences, Aspect::Toll, toll.versions);
    differences.back().unit = unit;
    differences.back().low = toll.low;
    differences.back().high = toll.high;
  }
}

bool overlap(const std::optional<DateInterval>& a, const std::optional<DateInterval>& b) {
  return a && b && a->from <= b->to && b->from <= a->to;
}

// The same deed on the same victim at one place and time, told of somebody else.
bool are_rivals(const SituationRecord& a, const SituationRecord& b) {
  const bool same_deed = !a.is_relation && !b.is_relation && a.type == b.type &&
                         !a.action.empty() && a.action == b.action && a.recipients == b.recipients;
  const bool same_place =
      a.place && b.place && !a.place->label.empty() && a.place->label == b.place->label;
  return same_deed && same_place && overlap(a.date, b.date) && !a.initiators.empty() &&
         !b.initiators.empty() && a.initiators != b.initiators;
}

std::string join(const std::vector<std::string>& ids) {
  std::string joined;
  for (const std::string& id : ids) joined += (joined.empty() ? "" : " ") + id;
  return joined;
}

void compare_actors(std::vector<Difference>& differences, const KnowledgeGraph& graph,
                    const SituationRecord& situation) {
  if (situation.action.empty() || !situation.place || !situation.date) return;
  Versions versions{{join(situation.initiators), situation.claims}};
  std::vector<std::string> rivals;
  for (const SituationRecord& other : graph.situations) {
    if (!are_rivals(situation, other)) continue;
    rivals.push_back(other.id);
    std::vector<std::string>& claims = versions[join(other.initiators)];
    claims.insert(claims.end(), other.claims.begin(), other.claims.end());
  }
  if (rivals.empty()) return;
  add_if_several(differences, Aspect::Actor, versions);
  differences.back().rivals = std::move(rivals);
}

}  // namespace

std::string_view to_string(Aspect aspect) {
  return kAspectNames[static_cast<std::size_t>(aspect)];
}

std::vector<Difference> find_differences(const KnowledgeGraph& graph,
                                         const SituationRecord& situation) {
  const Claims claims = claims_of(graph, situation);
  std::vector<Difference> differences;
  compare_occurrence(differences, situation, claims);
  compare_actors(differences, graph, situation);
  compare_places(differences, claims);
  compare_dates(differences, claims);
  compare_tolls(differences, claims);
  return differences;
}

}  // namespace entente
