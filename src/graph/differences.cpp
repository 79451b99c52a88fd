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
using Versions = std::map<std::string, std::vector<SharedText>>;

Claims claims_of(const KnowledgeGraph& graph, const SituationRecord& situation) {
  Claims claims;
  for (const ClaimNumber number : situation.claims) claims.push_back(&graph.claims[number]);
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
      versions[claim->place->label.str()].push_back(claim->id);
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
  std::map<SharedText, Toll> tolls;  // by unit
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
    differences.back().unit = unit.str();
    differences.back().low = toll.low;
    differences.back().high = toll.high;
  }
}

bool overlap(const std::optional<DateInterval>& a, const std::optional<DateInterval>& b) {
  return a && b && a->from <= b->to && b->from <= a->to;
}

// What rivals have in common; empty if the situation is too vague to have any.
std::string deed_of(const SituationRecord& s) {
  if (s.is_relation || s.action.empty() || s.initiators.empty()) return {};
  if (!s.place || s.place->label.empty() || !s.date) return {};
  std::string deed = fmt::format("{}\n{}\n{}", s.type, s.action, s.place->label);
  for (const SharedText& id : s.recipients) deed.append("\n").append(id.view());
  return deed;
}

std::string join(const std::vector<SharedText>& ids) {
  std::string joined;
  for (const SharedText& id : ids) joined += (joined.empty() ? "" : " ") + id;
  return joined;
}

// The same deed on the same victim at one place and time, told of somebody else.
void compare_actors(std::vector<Difference>& differences, const KnowledgeGraph& graph,
                    const SituationRecord& situation,
                    const std::vector<const SituationRecord*>& same_deed) {
  Versions versions;
  const auto add = [&](const SituationRecord& told) {
    std::vector<SharedText>& claims = versions[join(told.initiators)];
    for (const ClaimNumber number : told.claims) claims.push_back(graph.claims[number].id);
  };
  add(situation);
  std::vector<SharedText> rivals;
  for (const SituationRecord* other : same_deed) {
    if (!overlap(situation.date, other->date) || other->initiators == situation.initiators)
      continue;
    rivals.push_back(other->id);
    add(*other);
  }
  if (rivals.empty()) return;
  add_if_several(differences, Aspect::Actor, versions);
  differences.back().rivals = std::move(rivals);
}

}  // namespace

std::string_view to_string(Aspect aspect) {
  return kAspectNames[static_cast<std::size_t>(aspect)];
}

DifferenceFinder::DifferenceFinder(const KnowledgeGraph& graph) : graph_(graph) {
  for (const SituationRecord& situation : graph.situations) {
    const std::string deed = deed_of(situation);
    if (!deed.empty()) same_deed_[deed].push_back(&situation);
  }
}

std::vector<Difference> DifferenceFinder::find(const SituationRecord& situation) const {
  const Claims claims = claims_of(graph_, situation);
  std::vector<Difference> differences;
  compare_occurrence(differences, situation, claims);
  const auto deed = same_deed_.find(deed_of(situation));
  if (deed != same_deed_.end()) compare_actors(differences, graph_, situation, deed->second);
  compare_places(differences, claims);
  compare_dates(differences, claims);
  compare_tolls(differences, claims);
  return differences;
}

std::vector<Difference> find_differences(const KnowledgeGraph& graph,
                                         const SituationRecord& situation) {
  return DifferenceFinder(graph).find(situation);
}

}  // namespace entente
