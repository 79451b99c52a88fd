// SPDX-License-Identifier: ISC
/// @file
/// Articles in, records out: reads, analyses in parallel, collects in input order.
#pragma once

#include "events/analyze.h"
#include "graph/agency.h"
#include "graph/knowledge_graph.h"
#include "text/diagnostic.h"
#include "text/read.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace entente::cli {

/// What was done so far; for the progress bar and the summary.
struct Progress {
  std::uint64_t articles = 0, sentences = 0, words = 0, claims = 0;
  std::uint64_t skipped = 0;  ///< inputs or records that could not be read
  std::uint64_t bytes_read = 0;
};

/// Called in input order, never from two threads at once.
struct PipelineEvents {
  std::function<void(const Diagnostic&)> on_diagnostic;
  std::function<void(const Progress&)> on_progress;
};

/// Everything that a graph is consolidated from. Actors are in no order.
struct CollectedRecords {
  std::vector<Actor> actors;
  std::vector<ArticleRecord> articles;
  std::vector<ClaimRecord> claims;
  Progress progress;
};

/// Reads all of `reader`. At most about two batches a thread are under way, so memory is bounded by
/// the records. But for the order of actors the result does not depend on `jobs`, which should be
/// the number of threads that oneTBB may use. Requires: jobs >= 1.
CollectedRecords run_pipeline(Reader& reader, const Resources& resources,
                              const AgencyNames& agencies, unsigned jobs,
                              const PipelineEvents& events);

}  // namespace entente::cli
