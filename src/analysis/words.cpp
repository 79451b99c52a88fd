// SPDX-License-Identifier: ISC
#include "analysis/words.h"

#include <array>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

constexpr std::array<std::string_view, 5> kStatusWords = {"corroborated", "single source",
                                                          "contested", "denied", "prospective"};

std::string_view month_of(Date date) {
  return kMonths[static_cast<std::size_t>(date.month - 1)];
}

bool is_whole_month(const DateInterval& i) {
  return i.from.year == i.to.year && i.from.month == i.to.month && i.from.day == 1 &&
         i.to.day == days_in_month(i.to.year, i.to.month);
}

bool is_whole_year(const DateInterval& i) {
  return i.from.year == i.to.year && i.from.month == 1 && i.from.day == 1 && i.to.month == 12 &&
         i.to.day == 31;
}

std::string place_words(const KnowledgeGraph& graph, const PlaceRecord& place) {
  return place.label.empty() ? label_of(graph, place.country) : place.label.str();
}

// "MissileStrike" -> "missile strike", "PROTEST" -> "protest", for what has no words of its own.
std::string split_words(std::string_view name) {
  std::string words;
  bool after_small = false;
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && after_small) words += ' ';
    words += capital ? static_cast<char>(c - 'A' + 'a') : c;
    after_small = !capital;
  }
  return words;
}

}  // namespace

std::string label_of(const KnowledgeGraph& graph, std::string_view actor) {
  const Actor* found = find_actor(graph, actor);
  return found == nullptr || found->label.empty() ? std::string(actor) : found->label;
}

std::string list_labels(const KnowledgeGraph& graph, const std::vector<SharedText>& actors) {
  std::string list;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (i > 0) list += i + 1 == actors.size() ? " and " : ", ";
    list += label_of(graph, actors[i]);
  }
  return list;
}

std::string describe(const KnowledgeGraph& graph, const Weights& weights,
                     const SituationRecord& s) {
  const TypeWeight& weight = weights.of(s.type, s.action);
  const bool listed = !weight.says.empty() && &weight != &weights.other;
  const std::string name = split_words(s.action.empty() ? s.type : s.action);
  const std::string who = list_labels(graph, s.initiators);
  const std::string whom = list_labels(graph, s.recipients);
  if (who.empty() && whom.empty()) return name;
  if (whom.empty()) return fmt::format("{}: {}", who, name);
  if (who.empty() && listed) return fmt::format("{} {} somebody", whom, weight.says_back);
  if (who.empty()) return fmt::format("{}: {}", whom, name);
  return listed ? fmt::format("{} {} {}", who, weight.says, whom)
                : fmt::format("{}: {}, {}", who, name, whom);
}

std::string describe_circumstances(const KnowledgeGraph& graph, const SituationRecord& s) {
  std::string words;
  const auto add = [&](const std::string& more) { words += (words.empty() ? "" : ", ") + more; };
  if (s.place) add("in " + place_words(graph, *s.place));
  if (s.launched_from) add("from " + place_words(graph, *s.launched_from));
  if (s.date) add(to_words(*s.date));
  return words;
}

std::string to_words(Date date) {
  return fmt::format("{} {} {}", date.day, month_of(date), date.year);
}

std::string to_words(const DateInterval& i) {
  if (i.from == i.to) return to_words(i.from);
  if (is_whole_year(i)) return fmt::format("{}", i.from.year);
  if (is_whole_month(i)) return fmt::format("{} {}", month_of(i.from), i.from.year);
  if (i.from.year != i.to.year) return to_words(i.from) + " to " + to_words(i.to);
  if (i.from.month != i.to.month) {
    return fmt::format("{} {} to {}", i.from.day, month_of(i.from), to_words(i.to));
  }
  return fmt::format("{} to {}", i.from.day, to_words(i.to));
}

std::string_view to_words(Status status) {
  return kStatusWords[static_cast<std::size_t>(status)];
}

std::string words_of(const Weights& weights, const Tie& tie, bool forward) {
  const auto listed = weights.types.find(tie.relation);
  if (listed == weights.types.end()) {
    return split_words(tie.relation) + (forward ? " towards" : " by");
  }
  return forward ? listed->second.says : listed->second.says_back;
}

std::string count_of(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace entente
