// SPDX-License-Identifier: ISC
#include "render/report_changes.h"

#include "analysis/words.h"
#include "render/text_layout.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

namespace entente {

namespace {

std::string name(const KnowledgeGraph& graph, const Weights& weights, const SituationRecord& s) {
  const std::string where = describe_circumstances(graph, s);
  return describe(graph, weights, s) + (where.empty() ? "" : " (" + where + ")");
}

std::size_t count_missing(const std::vector<SharedText>& from, const std::vector<SharedText>& in) {
  return static_cast<std::size_t>(std::count_if(from.begin(), from.end(), [&](const auto& id) {
    return !std::binary_search(in.begin(), in.end(), id);
  }));
}

std::string change_words(const KnowledgeGraph& graph_before, const SituationRecord& before,
                         const KnowledgeGraph& graph_after, const SituationRecord& after) {
  std::string words;
  const auto add = [&](const std::string& more) { words += (words.empty() ? "" : "; ") + more; };
  if (before.status != after.status) {
    add(fmt::format("was {}, is {}", to_words(before.status), to_words(after.status)));
  }
  const std::vector<SharedText> old_claims = claim_ids(graph_before, before);
  const std::vector<SharedText> new_claims = claim_ids(graph_after, after);
  const std::size_t more = count_missing(new_claims, old_claims);
  const std::size_t fewer = count_missing(old_claims, new_claims);
  if (more > 0) add(count_of(more, "claim") + " more");
  if (fewer > 0) add(count_of(fewer, "claim") + " fewer");
  if (before.initiators != after.initiators || before.recipients != after.recipients) {
    add("other sides are agreed on");
  }
  return words;
}

std::string report_list(const KnowledgeGraph& graph, const Weights& weights, std::size_t width,
                        const std::vector<Change>& changes, const char* heading,
                        std::optional<SituationNumber> Change::*which) {
  if (changes.empty()) return "";
  std::string text = fmt::format("{}\n", heading);
  for (const Change& change : changes) {
    const SituationRecord& s = graph.situations[*(change.*which)];
    text += wrap(fmt::format("{} · {} · {}", name(graph, weights, s), to_words(s.status),
                             count_of(s.claim_count, "claim")),
                 width, 4, "  -");
  }
  return text;
}

std::string labels(const KnowledgeGraph& graph, const std::vector<ActorNumber>& actors) {
  std::vector<SharedText> ids;
  for (const ActorNumber actor : actors) ids.push_back(graph.actors[actor].id);
  return list_labels(graph, ids);
}

std::string members(const KnowledgeGraph& graph, const std::vector<ActorNumber>& camp,
                    std::size_t most) {
  if (camp.size() <= most) return labels(graph, camp);
  std::string text;
  for (const ActorNumber actor : std::span(camp).first(most)) {
    text += label_of(graph, graph.actors[actor].id) + ", ";
  }
  return text + fmt::format("and {} more", camp.size() - most);
}

std::string triad_words(const KnowledgeGraph& graph, const Triad& triad) {
  const std::string who = labels(graph, {triad.parties.begin(), triad.parties.end()});
  switch (triad.negative) {
    case 0:
      return who + ": three friends";
    case 1:
      return who + ": two are at odds and have a common friend";
    case 2:
      return who + ": two friends with a common foe";
    default:
      return who + ": each at odds with each";
  }
}

}  // namespace

std::string report_changes(const KnowledgeGraph& before, const KnowledgeGraph& after,
                           const Weights& weights, const Changes& changes, std::size_t width) {
  std::string text;
  if (!changes.articles_added.empty() || !changes.articles_gone.empty()) {
    text += fmt::format("Articles: {} added, {} gone\n", changes.articles_added.size(),
                        changes.articles_gone.size());
  }
  text += report_list(after, weights, width, changes.added, "New:", &Change::after);
  text += report_list(before, weights, width, changes.gone, "No longer there:", &Change::before);
  if (!changes.changed.empty()) text += "Changed:\n";
  for (const Change& change : changes.changed) {
    const SituationRecord& now = after.situations[*change.after];
    text += wrap(name(after, weights, now) + ": " +
                     change_words(before, before.situations[*change.before], after, now),
                 width, 4, "  -");
  }
  if (text.empty()) return "nothing changed\n";
  return text + fmt::format("Unchanged: {}\n", count_of(changes.unchanged, "situation"));
}

std::string report_balance(const KnowledgeGraph& graph, const Balance& balance, std::size_t most,
                           std::size_t width) {
  if (balance.pairs.empty()) return "nobody cooperates or is at odds with anybody in this graph\n";
  std::string text =
      fmt::format("Camps ({:.0f} % of what is between the parties does not fit them)\n",
                  balance.frustration * 100);
  for (std::size_t i = 0; i < std::min(most, balance.camps.size()); ++i) {
    text += wrap(members(graph, balance.camps[i], most), width, 5, fmt::format("{:>3}.", i + 1));
  }
  if (balance.camps.size() > most)
    text += fmt::format("     and {}\n", count_of(balance.camps.size() - most, "smaller camp"));
  if (!balance.torn.empty()) text += "\nBetween the camps\n";
  for (std::size_t i = 0; i < std::min(most, balance.torn.size()); ++i) {
    const Torn& torn = balance.torn[i];
    std::string how = fmt::format("in camp {}", torn.own_camp + 1);
    if (torn.other_camp != torn.own_camp)
      how += fmt::format(", drawn to camp {}", torn.other_camp + 1);
    text += wrap(fmt::format("{}: {}; {:.0f} % of its ties do not fit", labels(graph, {torn.party}),
                             how, torn.share * 100),
                 width, 5, "   -");
  }
  text += fmt::format("\nTriads: {} balanced, {} not\n", balance.balanced_triads,
                      balance.unbalanced_triads);
  for (std::size_t i = 0; i < std::min(most, balance.triads.size()); ++i) {
    if (balance.triads[i].is_balanced()) break;
    text += wrap(triad_words(graph, balance.triads[i]), width, 5, "   -");
  }
  return text;
}

}  // namespace entente
