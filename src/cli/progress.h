// SPDX-License-Identifier: ISC
/// @file
/// What a person sees while a build runs: a progress bar on a terminal, messages, a summary.
#pragma once

#include "cli/pipeline.h"
#include "graph/knowledge_graph.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace entente::cli {

/// Shows progress on standard error: a bar if that is a terminal, else nothing.
class ProgressBar {
 public:
  /// `total` in bytes, 0 if not known; `quiet` hides the bar in any case.
  ProgressBar(std::uint64_t total, bool quiet);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// Redraws at most ten times a second.
  void show(const Progress& progress);
  /// Takes the bar away, so that a message can be printed; it comes back with the next show().
  void clear();

 private:
  std::uint64_t total_;
  bool visible_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point started_, last_;
};

/// "1,234,567".
std::string with_separators(std::uint64_t number);

/// The table at the end of a build. `seconds` is the time of reading and analysing.
std::string make_summary(const Progress& progress, const KnowledgeGraph& graph, double seconds);

}  // namespace entente::cli
