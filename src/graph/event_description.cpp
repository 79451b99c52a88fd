// SPDX-License-Identifier: ISC
#include "graph/event_description.h"

#include "graph/situations.h"
#include "graph/status.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace entente {

namespace {

constexpr std::int64_t kNarrowDays = 3;  // an interval that means a day, give or take time zones

std::vector<std::string> countries_of(const KnowledgeGraph& graph,
                                      const std::vector<ParticipantRecord>& participants) {
  std::vector<std::string> countries;
  for (const ParticipantRecord& p : participants) countries.push_back(country_of(graph, p.actor));
  std::sort(countries.begin(), countries.end());
  countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
  return countries;
}

// To rule a possibility out is to speak of a prospect, not of what was.
Reality reality_of(const ClaimRecord& claim) {
  if (claim.modality == Modality::Possible) {
    return claim.polarity == Polarity::Denied ? Reality::Prospect : Reality::Possible;
  }
  return is_factual(claim) ? Reality::Fact : Reality::Prospect;
}

// A place that is a country as a whole is known by its country alone.
std::optional<EventPlace> normalise(const KnowledgeGraph& graph,
                                    const std::optional<EventPlace>& place) {
  if (!place) return std::nullopt;
  EventPlace result = *place;
  const Actor* country = find_actor(graph, place->country);
  if (country != nullptr && country->label == place->label) result.label.clear();
  return result;
}

std::int64_t days(const DateInterval& interval) {
  return to_day_number(interval.to) - to_day_number(interval.from);
}

bool overlap(const DateInterval& a, const DateInterval& b) {
  return a.from <= b.to && b.from <= a.to;
}

// Days between two intervals; 0 if they overlap.
std::int64_t gap(const DateInterval& a, const DateInterval& b) {
  return std::max({std::int64_t{0}, to_day_number(b.from) - to_day_number(a.to),
                   to_day_number(a.from) - to_day_number(b.to)});
}

bool equal_or_unsaid(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

bool places_agree(const std::optional<EventPlace>& a, const std::optional<EventPlace>& b) {
  return !a || !b ||
         (equal_or_unsaid(a->label, b->label) && equal_or_unsaid(a->country, b->country));
}

bool same_action(const EventDescription& a, const EventDescription& b) {
  return !a.action.empty() && a.action == b.action;
}

bool same_named_place(const EventDescription& a, const EventDescription& b) {
  return a.place && b.place && !a.place->label.empty() && a.place->label == b.place->label;
}

bool sides_agree(const EventDescription& a, const EventDescription& b) {
  if (a.initiators == b.initiators && a.recipients == b.recipients) {
    return a.article == b.article && (a.article.empty() || same_action(a, b));
  }
  const auto left_out = [](const auto& x, const auto& y) {
    return x.empty() || y.empty() || x == y;
  };
  const bool one_side_shared = (!a.initiators.empty() && a.initiators == b.initiators) ||
                               (!a.recipients.empty() && a.recipients == b.recipients);
  return one_side_shared && left_out(a.initiators, b.initiators) &&
         left_out(a.recipients, b.recipients) && same_action(a, b);
}

bool dates_agree(const EventDescription& a, const EventDescription& b) {
  if (a.date && b.date) {
    if (overlap(*a.date, *b.date)) return true;
    return gap(*a.date, *b.date) <= 1 && days(*a.date) <= kNarrowDays &&
           days(*b.date) <= kNarrowDays && same_action(a, b) && same_named_place(a, b);
  }
  if (same_action(a, b)) return true;
  const auto when = [](const EventDescription& d) -> std::optional<DateInterval> {
    if (d.date) return d.date;
    if (d.reported) return DateInterval{*d.reported, *d.reported};
    return std::nullopt;
  };
  const auto x = when(a);
  const auto y = when(b);
  return !x || !y || gap(*x, *y) <= kReportWindowDays;
}

bool realities_agree(Reality claim, Reality event) {
  return claim == event || claim == Reality::Possible;
}

template <typename T>
void adopt(std::optional<T>& into, const std::optional<T>& other) {
  if (!into) into = other;
}

void adopt_place(std::optional<EventPlace>& into, const std::optional<EventPlace>& other) {
  adopt(into, other);
  if (!into || !other) return;
  if (into->label.empty()) into->label = other->label;
  if (into->country.empty()) into->country = other->country;
}

DateInterval common_or_hull(const DateInterval& a, const DateInterval& b) {
  if (overlap(a, b)) return {std::max(a.from, b.from), std::min(a.to, b.to)};
  return {std::min(a.from, b.from), std::max(a.to, b.to)};
}

}  // namespace

std::string country_of(const KnowledgeGraph& graph, std::string_view actor) {
  const Actor* found = find_actor(graph, actor);
  return found == nullptr || found->country.empty() ? std::string(actor) : found->country;
}

EventDescription describe_event(const KnowledgeGraph& graph, const ClaimRecord& claim) {
  EventDescription d;
  d.type = claim.type;
  d.action = claim.action;
  d.reality = reality_of(claim);
  d.initiators = countries_of(graph, claim.initiators);
  d.recipients = countries_of(graph, claim.recipients);
  d.place = normalise(graph, claim.place);
  d.launched_from = normalise(graph, claim.launched_from);
  d.date = claim.date;
  const ArticleRecord* article = find_article(graph, claim.article);
  if (!d.date && d.action.empty() && article != nullptr) d.reported = article->date;
  if (d.initiators.empty() && d.recipients.empty()) d.article = claim.article;
  return d;
}

bool is_more_specific(const EventDescription& a, const EventDescription& b) {
  const auto order = [](const EventDescription& d) {
    const std::int64_t length = d.date ? days(*d.date) : 0;
    return std::tuple(d.reality, d.initiators.empty() || d.recipients.empty(), !d.date, length,
                      d.action.empty(), !d.place, !d.launched_from, to_key(d));
  };
  return order(a) < order(b);
}

bool agree(const EventDescription& claim, const EventDescription& event) {
  return claim.type == event.type && realities_agree(claim.reality, event.reality) &&
         sides_agree(claim, event) && equal_or_unsaid(claim.action, event.action) &&
         places_agree(claim.place, event.place) &&
         places_agree(claim.launched_from, event.launched_from) && dates_agree(claim, event);
}

void absorb(EventDescription& event, const EventDescription& claim) {
  if (event.action.empty()) event.action = claim.action;
  adopt_place(event.place, claim.place);
  adopt_place(event.launched_from, claim.launched_from);
  if (event.date && claim.date) event.date = common_or_hull(*event.date, *claim.date);
  adopt(event.date, claim.date);
}

std::string to_key(const EventDescription& d) {
  std::string key = "event\n" + d.type + '\n' + d.action + '\n' +
                    (d.reality == Reality::Fact ? "fact" : "prospect");
  for (const std::string& side : d.initiators) key += "\ni" + side;
  for (const std::string& side : d.recipients) key += "\nr" + side;
  if (d.place) key += "\np" + d.place->label + '\n' + d.place->country;
  if (d.launched_from) key += "\nf" + d.launched_from->label + '\n' + d.launched_from->country;
  if (d.date) key += "\nd" + to_iso_string(d.date->from) + '\n' + to_iso_string(d.date->to);
  if (d.reported) key += "\nn" + to_iso_string(*d.reported);
  if (!d.article.empty()) key += "\na" + d.article;
  return key;
}

}  // namespace entente
