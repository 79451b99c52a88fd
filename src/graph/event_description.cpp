// SPDX-License-Identifier: ISC
#include "graph/event_description.h"

#include "graph/situations.h"
#include "graph/status.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace entente {

namespace {

constexpr std::int32_t kNarrowDays = 3;  // an interval that means a day, give or take time zones

std::int32_t day_number(Date date) {
  return static_cast<std::int32_t>(to_day_number(date));
}

// To rule a possibility out is to speak of a prospect, not of what was.
Reality reality_of(const ClaimRecord& claim) {
  if (claim.modality == Modality::Possible) {
    return claim.polarity == Polarity::Denied ? Reality::Prospect : Reality::Possible;
  }
  return is_factual(claim) ? Reality::Fact : Reality::Prospect;
}

/// Numbers words as they come; sort() gives them the numbers of their order.
class Words {
 public:
  Words() { number(""); }

  WordNumber number(std::string_view word) {
    const auto found = numbers_.find(word);
    if (found != numbers_.end()) return found->second;
    const auto next = static_cast<WordNumber>(numbers_.size());
    numbers_.emplace(std::string(word), next);
    return next;
  }

  /// Returns the new number of each old one, and the words by new numbers.
  std::pair<std::vector<WordNumber>, std::vector<std::string>> sort() {
    std::vector<const std::pair<const std::string, WordNumber>*> order;
    for (const auto& entry : numbers_) order.push_back(&entry);
    std::ranges::sort(order, {}, [](const auto* entry) { return std::string_view(entry->first); });
    std::vector<WordNumber> renamed(order.size());
    std::vector<std::string> words;
    for (const auto* entry : order) {
      renamed[entry->second] = static_cast<WordNumber>(words.size());
      words.push_back(entry->first);
    }
    return {std::move(renamed), std::move(words)};
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, WordNumber, Hash, std::equal_to<>> numbers_;
};

class Describer {
 public:
  explicit Describer(const KnowledgeGraph& graph) : graph_(graph) {
    for (const Actor& actor : graph.actors) actors_.emplace(actor.id, &actor);
    for (const ArticleRecord& article : graph.articles) articles_.emplace(article.id, &article);
  }

  EventDescriptions describe() {
    EventDescriptions all;
    for (std::uint32_t i = 0; i < graph_.claims.size(); ++i) {
      const ClaimRecord& claim = graph_.claims[i];
      if (claim.is_relation) continue;
      all.claims.push_back(
          {read(claim), i, words_.number(claim.article), claim.polarity == Polarity::Denied});
    }
    auto [renamed, words] = words_.sort();
    for (DescribedClaim& claim : all.claims) rename(claim, renamed);
    all.words = std::move(words);
    return all;
  }

 private:
  EventDescription read(const ClaimRecord& claim) {
    EventDescription d;
    d.type = words_.number(claim.type);
    d.action = words_.number(claim.action);
    d.reality = reality_of(claim);
    d.initiators = side(claim.initiators);
    d.recipients = side(claim.recipients);
    d.place = place(claim.place);
    d.launched_from = place(claim.launched_from);
    if (claim.date) d.date = DayRange{day_number(claim.date->from), day_number(claim.date->to)};
    const auto article = articles_.find(claim.article);
    if (!d.date && d.action == kUnsaid && article != articles_.end() && article->second->date) {
      d.reported = day_number(*article->second->date);
    }
    if (d.initiators == kUnsaid && d.recipients == kUnsaid)
      d.article = words_.number(claim.article);
    return d;
  }

  const Actor* find(std::string_view id) const {
    const auto found = actors_.find(id);
    return found == actors_.end() ? nullptr : found->second;
  }

  WordNumber side(const std::vector<ParticipantRecord>& participants) {
    countries_.clear();
    for (const ParticipantRecord& p : participants) {
      countries_.push_back(country_of(find(p.actor), p.actor));
    }
    std::ranges::sort(countries_);
    countries_.erase(std::unique(countries_.begin(), countries_.end()), countries_.end());
    joined_.clear();
    for (const std::string_view country : countries_) {
      if (!joined_.empty()) joined_ += '\n';
      joined_ += country;
    }
    return words_.number(joined_);
  }

  // A place that is a country as a whole is known by its country alone.
  std::optional<PlaceNumbers> place(const std::optional<PlaceRecord>& place) {
    if (!place) return std::nullopt;
    const Actor* country = find(place->country);
    const bool whole = country != nullptr && country->label == place->label;
    return PlaceNumbers{whole ? kUnsaid : words_.number(place->label),
                        words_.number(place->country)};
  }

  static void rename(DescribedClaim& claim, const std::vector<WordNumber>& renamed) {
    const auto apply = [&](WordNumber& number) { number = renamed[number]; };
    EventDescription& d = claim.description;
    for (WordNumber* number :
         {&d.type, &d.action, &d.initiators, &d.recipients, &d.article, &claim.article}) {
      apply(*number);
    }
    for (auto* place : {&d.place, &d.launched_from}) {
      if (!*place) continue;
      apply((*place)->label);
      apply((*place)->country);
    }
  }

  const KnowledgeGraph& graph_;
  std::unordered_map<std::string_view, const Actor*> actors_;
  std::unordered_map<std::string_view, const ArticleRecord*> articles_;
  Words words_;
  std::vector<std::string_view> countries_;  // of the side at hand
  std::string joined_;
};

bool overlap(DayRange a, DayRange b) {
  return a.from <= b.to && b.from <= a.to;
}

// Days between two intervals; 0 if they overlap.
std::int32_t gap(DayRange a, DayRange b) {
  return std::max({0, b.from - a.to, a.from - b.to});
}

bool equal_or_unsaid(WordNumber a, WordNumber b) {
  return a == kUnsaid || b == kUnsaid || a == b;
}

bool places_agree(const std::optional<PlaceNumbers>& a, const std::optional<PlaceNumbers>& b) {
  return !a || !b ||
         (equal_or_unsaid(a->label, b->label) && equal_or_unsaid(a->country, b->country));
}

bool same_action(const EventDescription& a, const EventDescription& b) {
  return a.action != kUnsaid && a.action == b.action;
}

bool same_named_place(const EventDescription& a, const EventDescription& b) {
  return a.place && b.place && a.place->label != kUnsaid && a.place->label == b.place->label;
}

bool sides_agree(const EventDescription& a, const EventDescription& b) {
  if (a.initiators == b.initiators && a.recipients == b.recipients) {
    return a.article == b.article && (a.article == kUnsaid || same_action(a, b));
  }
  const bool one_side_shared = (a.initiators != kUnsaid && a.initiators == b.initiators) ||
                               (a.recipients != kUnsaid && a.recipients == b.recipients);
  return one_side_shared && equal_or_unsaid(a.initiators, b.initiators) &&
         equal_or_unsaid(a.recipients, b.recipients) && same_action(a, b);
}

std::optional<DayRange> when(const EventDescription& d) {
  if (d.date || !d.reported) return d.date;
  return DayRange{*d.reported, *d.reported};
}

bool dates_agree(const EventDescription& a, const EventDescription& b) {
  if (a.date && b.date) {
    if (overlap(*a.date, *b.date)) return true;
    return gap(*a.date, *b.date) <= 1 && a.date->to - a.date->from <= kNarrowDays &&
           b.date->to - b.date->from <= kNarrowDays && same_action(a, b) && same_named_place(a, b);
  }
  if (same_action(a, b)) return true;
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

void adopt_place(std::optional<PlaceNumbers>& into, const std::optional<PlaceNumbers>& other) {
  adopt(into, other);
  if (!into || !other) return;
  if (into->label == kUnsaid) into->label = other->label;
  if (into->country == kUnsaid) into->country = other->country;
}

DayRange common_or_hull(DayRange a, DayRange b) {
  if (overlap(a, b)) return {std::max(a.from, b.from), std::min(a.to, b.to)};
  return {std::min(a.from, b.from), std::max(a.to, b.to)};
}

bool is_fact(const EventDescription& d) {
  return d.reality == Reality::Fact;
}

void add_side(std::string& key, std::string_view tag, std::string_view side) {
  while (!side.empty()) {
    const std::size_t end = std::min(side.find('\n'), side.size());
    key.append(tag).append(side.substr(0, end));
    side.remove_prefix(std::min(end + 1, side.size()));
  }
}

std::string iso_day(std::int32_t day) {
  return to_iso_string(from_day_number(day));
}

}  // namespace

std::string_view country_of(const Actor* actor, std::string_view id) {
  return actor == nullptr || actor->country.empty() ? id : std::string_view(actor->country);
}

EventDescriptions describe_events(const KnowledgeGraph& graph) {
  return Describer(graph).describe();
}

bool is_more_specific(const EventDescription& a, const EventDescription& b) {
  const auto order = [](const EventDescription& d) {
    const std::int32_t length = d.date ? d.date->to - d.date->from : 0;
    return std::tuple(d.reality, d.initiators == kUnsaid || d.recipients == kUnsaid, !d.date,
                      length, d.action == kUnsaid, !d.place, !d.launched_from);
  };
  const auto x = order(a);
  const auto y = order(b);
  return x < y || (x == y && a < b);
}

bool agree(const EventDescription& claim, const EventDescription& event) {
  return claim.type == event.type && realities_agree(claim.reality, event.reality) &&
         sides_agree(claim, event) && equal_or_unsaid(claim.action, event.action) &&
         places_agree(claim.place, event.place) &&
         places_agree(claim.launched_from, event.launched_from) && dates_agree(claim, event);
}

void absorb(EventDescription& event, const EventDescription& claim) {
  if (event.action == kUnsaid) event.action = claim.action;
  adopt_place(event.place, claim.place);
  adopt_place(event.launched_from, claim.launched_from);
  if (event.date && claim.date) event.date = common_or_hull(*event.date, *claim.date);
  adopt(event.date, claim.date);
}

bool same_key(const EventDescription& a, const EventDescription& b) {
  EventDescription like_a = b;
  like_a.reality = a.reality;
  return is_fact(a) == is_fact(b) && a == like_a;
}

std::string to_key(const EventDescription& d, std::span<const std::string> words) {
  std::string key = "event\n" + words[d.type] + '\n' + words[d.action] + '\n' +
                    (is_fact(d) ? "fact" : "prospect");
  add_side(key, "\ni", words[d.initiators]);
  add_side(key, "\nr", words[d.recipients]);
  if (d.place) key += "\np" + words[d.place->label] + '\n' + words[d.place->country];
  if (d.launched_from) {
    key += "\nf" + words[d.launched_from->label] + '\n' + words[d.launched_from->country];
  }
  if (d.date) key += "\nd" + iso_day(d.date->from) + '\n' + iso_day(d.date->to);
  if (d.reported) key += "\nn" + iso_day(*d.reported);
  if (d.article != kUnsaid) key += "\na" + words[d.article];
  return key;
}

}  // namespace entente
