// SPDX-License-Identifier: ISC
/// @file
/// Findings as text for a terminal. All of them end with a line feed, wrap at ReportOptions::width
/// and let no control character of an article through.
#pragma once

#include "analysis/path_question.h"
#include "analysis/weights.h"

#include <string>
#include <vector>

namespace entente {

struct ReportOptions {
  std::size_t width = 100;  ///< columns; at least 40
  std::size_t quotes = 2;   ///< most quotes for a step or situation; 0: all
  bool trace = false;       ///< also the rule and the path in the tree that found a claim
};

/// What a report needs to speak of a graph.
struct ReportContext {
  const KnowledgeGraph& graph;
  const Weights& weights;
  ReportOptions options;
};

/// The quote, and on the next line who says so, how, where and when; for lists of evidence. The
/// first line begins with `lead`, within the indent.
std::string report_claim(const ReportContext& context, const ClaimRecord& claim, std::size_t indent,
                         std::string_view lead = {});

/// "Newsweek, 5 August 2022", or the title or the input's id where no publisher is known.
std::string name_article(const KnowledgeGraph& graph, const ClaimRecord& claim);

/// Who says so: "Martti Magnus", "Alexander Lukashenko, quoted by Belta", "the article".
std::string name_speakers(const KnowledgeGraph& graph, const ClaimRecord& claim);

/// Paths with strength, evidence, bottleneck and what is disputed.
std::string report_paths(const ReportContext& context, const PathQuestion& question,
                         const PathAnswer& answer);

/// Situations with all their claims, for and against; in the order given.
std::string report_situations(const ReportContext& context,
                              const std::vector<SituationNumber>& situations);

}  // namespace entente
