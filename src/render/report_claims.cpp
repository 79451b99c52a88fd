// SPDX-License-Identifier: ISC
#include "analysis/words.h"
#include "graph/differences.h"
#include "graph/status.h"
#include "render/reports.h"
#include "render/text_layout.h"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::size_t kMostQuoteColumns = 420;  // about four lines
constexpr std::size_t kMostTitleColumns = 48;
constexpr std::size_t kSideIndent = 12;

std::string lower(std::string_view name) {
  std::string result(name);
  for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return result;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// The article's own quotation marks turn into single ones inside ours.
std::string quote_of(const ClaimRecord& claim) {
  const std::string_view text = claim.sentence.empty() ? claim.quote : claim.sentence;
  const std::size_t begin = claim.quote_start - std::min(claim.start, claim.quote_start);
  const std::size_t end = claim.quote_end - std::min(claim.start, claim.quote_end);
  std::string quote = excerpt(text, begin, end, kMostQuoteColumns);
  replace_all(quote, "“", "‘");
  replace_all(quote, "”", "’");
  return "“" + quote + "”";
}

std::string labels_of(const KnowledgeGraph& graph, const std::vector<SharedText>& ids) {
  return list_labels(graph, ids);
}

std::string value_words(const ReportContext& context, const Difference& difference,
                        const Version& version) {
  if (difference.aspect != Aspect::Actor) return version.value;
  std::string words;
  for (std::size_t begin = 0; begin <= version.value.size();) {
    const std::size_t end = std::min(version.value.find(' ', begin), version.value.size());
    words += (words.empty() ? "" : " and ") +
             label_of(context.graph, std::string_view(version.value).substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// "20 (TASS), 35 to 40 (Reuters)"
std::string version_words(const ReportContext& context, const Difference& difference) {
  std::string words;
  for (const Version& version : difference.versions) {
    const ClaimRecord* first = find_claim(context.graph, version.claims.front());
    if (first == nullptr) continue;
    words += fmt::format(
        "{}{} ({}{})", words.empty() ? "" : "; ", value_words(context, difference, version),
        name_speakers(context.graph, *first), version.claims.size() > 1 ? " and others" : "");
  }
  return words;
}

std::string report_differences(const ReportContext& context, const DifferenceFinder& finder,
                               const SituationRecord& situation) {
  std::string text;
  for (const Difference& difference : finder.find(situation)) {
    if (difference.aspect == Aspect::Occurrence) continue;  // "for" and "against" show it
    std::string_view what = to_string(difference.aspect);
    if (difference.aspect == Aspect::Toll) what = difference.unit;
    text += wrap(fmt::format("{}: {}", what, version_words(context, difference)),
                 context.options.width, kSideIndent, "  differ on");
  }
  return text;
}

std::string heading(const ReportContext& context, const SituationRecord& s) {
  std::string counts = count_of(s.claim_count, "claim");
  if (s.article_count > 1) counts += " in " + count_of(s.article_count, "article");
  if (s.source_count > 1) counts += ", " + count_of(s.source_count, "independent source");
  const std::string where = describe_circumstances(context.graph, s);
  return fmt::format("{}{}{} · {} · {}", describe(context.graph, context.weights, s),
                     where.empty() ? "" : " · ", where, to_words(s.status), counts);
}

std::string report_side(const ReportContext& context, const std::vector<const ClaimRecord*>& claims,
                        std::string_view word) {
  std::string text;
  const std::size_t most = context.options.quotes == 0 ? claims.size() : context.options.quotes;
  for (std::size_t i = 0; i < std::min(most, claims.size()); ++i) {
    text += report_claim(context, *claims[i], kSideIndent, fmt::format("  {}", word));
  }
  if (claims.size() > most) {
    text +=
        wrap(fmt::format("and {} more", claims.size() - most), context.options.width, kSideIndent);
  }
  return text;
}

}  // namespace

std::string name_article(const KnowledgeGraph& graph, const ClaimRecord& claim) {
  const ArticleRecord* article = find_article(graph, claim.article);
  if (article == nullptr) return claim.article.str();
  std::string name = article->publisher;
  if (name.empty()) name = article->title.empty() ? article->input_id : article->title;
  name = excerpt(name, 0, 0, kMostTitleColumns);
  return article->date ? name + ", " + to_words(*article->date) : name;
}

std::string name_speakers(const KnowledgeGraph& graph, const ClaimRecord& claim) {
  std::string name = claim.speakers.empty() ? "the article" : labels_of(graph, claim.speakers);
  if (!claim.quoted_by.empty()) name += ", quoted by " + labels_of(graph, claim.quoted_by);
  return name;
}

std::string report_claim(const ReportContext& context, const ClaimRecord& claim, std::size_t indent,
                         std::string_view lead) {
  std::string how = lower(to_string(claim.polarity));
  if (claim.modality != Modality::Actual) how += ", " + lower(to_string(claim.modality));
  std::string text = wrap(quote_of(claim), context.options.width, indent, lead);
  text += wrap(fmt::format("{} · {} · {}", name_speakers(context.graph, claim),
                           name_article(context.graph, claim), how),
               context.options.width, indent + 2, std::string(indent, ' ') + "— ");
  if (context.options.trace) {
    text += wrap(fmt::format("{} · confidence {:.2f} · {} · characters {} to {}", claim.id,
                             claim.confidence, claim.rule, claim.start, claim.end),
                 context.options.width, indent + 2);
    if (!claim.path.empty()) text += wrap(claim.path, context.options.width, indent + 2);
  }
  return text;
}

std::string report_situations(const ReportContext& context,
                              const std::vector<SituationNumber>& situations) {
  const DifferenceFinder finder(context.graph);
  std::string text;
  for (const SituationNumber number : situations) {
    const SituationRecord& situation = context.graph.situations[number];
    std::vector<const ClaimRecord*> pros, cons;
    for (const ClaimRecord* claim : best_evidence(context.graph, situation)) {
      (claim->polarity == Polarity::Denied ? cons : pros).push_back(claim);
    }
    if (!text.empty()) text += '\n';
    text += wrap(heading(context, situation), context.options.width, 0);
    if (context.options.trace) text += "  " + situation.id + "\n";
    text += report_side(context, pros, "for");
    text += report_side(context, cons, "against");
    text += report_differences(context, finder, situation);
  }
  return text;
}

}  // namespace entente
