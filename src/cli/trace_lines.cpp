// SPDX-License-Identifier: ISC
#include "cli/trace_lines.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

std::vector<const ClaimRecord*> in_text_order(const KnowledgeGraph& graph) {
  std::vector<const ClaimRecord*> claims;
  for (const ClaimRecord& claim : graph.claims) claims.push_back(&claim);
  const auto key = [](const ClaimRecord* claim) {
    return std::tie(claim->article, claim->quote_start, claim->quote_end, claim->id);
  };
  std::sort(claims.begin(), claims.end(),
            [&](const auto* a, const auto* b) { return key(a) < key(b); });
  return claims;
}

// "Russian troops (russian-armed-forces), …", or "?" where the text names nobody.
std::string name_side(const std::vector<ParticipantRecord>& side) {
  std::vector<std::string> names;
  for (const ParticipantRecord& one : side) {
    names.push_back(fmt::format("{} ({})", one.text, one.actor));
  }
  return names.empty() ? "?" : fmt::format("{}", fmt::join(names, ", "));
}

std::string trace_claim(const KnowledgeGraph& graph, const ClaimRecord& claim) {
  const ArticleRecord* article = find_article(graph, claim.article);
  std::string out =
      fmt::format("{}:{}-{} {}\n",
                  article == nullptr ? claim.article.view() : std::string_view(article->input_id),
                  claim.quote_start, claim.quote_end, claim.id);
  out += fmt::format("  “{}”\n", claim.quote);
  out += fmt::format("  {}{}{}: {} → {}; {}, {}; {:.2f}\n", claim.type,
                     claim.action.empty() ? "" : "/", claim.action, name_side(claim.initiators),
                     name_side(claim.recipients), to_string(claim.polarity),
                     to_string(claim.modality), claim.confidence);
  out += fmt::format("  {} · {}\n\n", claim.rule, claim.path);
  return out;
}

}  // namespace

void write_trace(const KnowledgeGraph& graph, const std::function<void(std::string_view)>& sink) {
  for (const ClaimRecord* claim : in_text_order(graph)) sink(trace_claim(graph, *claim));
}

}  // namespace entente::cli
