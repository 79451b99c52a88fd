// SPDX-License-Identifier: ISC
#include "analysis/words.h"
#include "render/reports.h"
#include "render/text_layout.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::size_t kIndent = 3, kQuoteIndent = 7;

std::string label(const ReportContext& context, ActorNumber actor) {
  return label_of(context.graph, context.graph.actors[actor].id);
}

std::string arrow(const ReportContext& context, const ActorNetwork& network, const Link& link,
                  const TieUse& use) {
  return fmt::format("{} —{}→ {}", label(context, link.from),
                     words_of(context.weights, network.ties[use.tie], use.forward),
                     label(context, link.to));
}

// Neither the claims nor their articles tell when.
bool is_undated(const KnowledgeGraph& graph, const Tie& tie) {
  return std::ranges::all_of(tie.situations, [&](SituationNumber number) {
    const SituationRecord& situation = graph.situations[number];
    return !situation.date && !situation.first_reported;
  });
}

std::string standing(const ReportContext& context, const PathQuestion& question, const Tie& tie) {
  if (tie.is_only_known()) return "known beforehand";
  std::string words(to_words(tie.status));
  if (tie.background) words += ", known beforehand";
  const bool by_day = question.ties.as_of && !tie.background;
  if (by_day && is_undated(context.graph, tie)) words += ", undated";
  return words;
}

std::string report_step(const ReportContext& context, const PathQuestion& question,
                        const ActorNetwork& network, const Link& link) {
  const auto uses = network.uses_of(link);
  std::string text =
      wrap(fmt::format("{} · {:.2f} · {}", arrow(context, network, link, uses[0]), link.strength,
                       standing(context, question, network.ties[uses[0].tie])),
           context.options.width, kIndent);
  std::size_t most = context.options.quotes == 0 ? ~std::size_t{0} : context.options.quotes;
  if (network.ties[uses[0].tie].background) most = std::min<std::size_t>(most, 1);
  std::size_t shown = 0;
  std::set<std::string_view> sentences;
  for (const TieUse& use : uses) {
    const Tie& tie = network.ties[use.tie];
    if (&use != &uses[0]) {
      text += wrap(fmt::format("also: {} ({})", words_of(context.weights, tie, use.forward),
                               standing(context, question, tie)),
                   context.options.width, kIndent + 2);
    }
    for (const ClaimRecord* claim : best_evidence(context.graph, tie)) {
      if (shown == most || !sentences.insert(claim->sentence).second) continue;
      text += report_claim(context, *claim, kQuoteIndent);
      ++shown;
    }
  }
  return text;
}

std::string report_path(const ReportContext& context, const PathQuestion& question,
                        const ActorNetwork& network, const Path& path, std::size_t number,
                        std::set<std::uint32_t>& told) {
  std::string text = fmt::format("\n{}. strength {:.2f}, {}\n", number, path.strength,
                                 count_of(path.links.size(), "step"));
  for (const std::uint32_t index : path.links) {
    const Link& link = network.links[index];
    if (told.insert(index).second) {
      text += report_step(context, question, network, link);
    } else {
      text +=
          wrap(fmt::format("{} · {:.2f} · as above",
                           arrow(context, network, link, network.uses_of(link)[0]), link.strength),
               context.options.width, kIndent);
    }
  }
  return text;
}

std::string report_bottleneck(const ReportContext& context, const PathAnswer& answer) {
  std::string text = "\n";
  const Bottleneck& found = answer.bottleneck;
  std::string cut;
  for (const std::uint32_t index : found.cut) {
    const Link& link = answer.network.links[index];
    cut += fmt::format("{}{} ({:.2f})", cut.empty() ? "" : "; ",
                       arrow(context, answer.network, link, answer.network.uses_of(link)[0]),
                       link.strength);
  }
  const char* intro = found.cut.size() == 1 ? "The link whose loss breaks it: "
                                            : "The links whose loss together breaks it: ";
  text += wrap(intro + cut + (found.whole ? "" : " (of these paths alone)"), context.options.width,
               2, "");
  std::vector<SharedText> names;
  for (const ActorNumber actor : found.dominators) names.push_back(context.graph.actors[actor].id);
  text += wrap(names.empty()
                   ? "No single actor is on every path."
                   : fmt::format("Every path runs through {}.", list_labels(context.graph, names)),
               context.options.width, 2);
  return text;
}

std::string report_disputed(const ReportContext& context, const PathAnswer& answer) {
  if (answer.disputed.empty()) return {};
  return "\nDisputed between the two or on the way:\n\n" +
         report_situations(context, answer.disputed);
}

}  // namespace

std::string report_paths(const ReportContext& context, const PathQuestion& question,
                         const PathAnswer& answer) {
  const std::string ends = label(context, question.from) + " → " + label(context, question.to);
  if (answer.paths.empty()) {
    return wrap(fmt::format("{}: no path ({}, at most {})", ends, to_string(question.kind),
                            count_of(question.paths.max_steps, "step")),
                context.options.width, 0) +
           report_disputed(context, answer);
  }
  std::string text =
      wrap(fmt::format("{} · {} · {} · combined strength {:.2f}", ends, to_string(question.kind),
                       count_of(answer.paths.size(), "path"), answer.strength),
           context.options.width, 0);
  std::set<std::uint32_t> told;
  for (std::size_t i = 0; i < answer.paths.size(); ++i) {
    text += report_path(context, question, answer.network, answer.paths[i], i + 1, told);
  }
  if (answer.left_out > 0) {
    text += fmt::format("\n{} weaker than {:.2f} left out (--min-strength 0 shows all).\n",
                        count_of(answer.left_out, "path"), question.min_strength);
  }
  return text + report_bottleneck(context, answer) + report_disputed(context, answer);
}

}  // namespace entente
