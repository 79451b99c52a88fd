// SPDX-License-Identifier: ISC
#include "cli/pipeline.h"

#include "cli/articles.h"
#include "graph/records.h"

#include <iterator>
#include <utility>

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

namespace entente::cli {

namespace {

// Judgement: enough sentences to fill the parser's batches, few enough to keep all threads busy.
constexpr std::size_t kBatchBytes = 64 * 1024;
constexpr std::size_t kBatchRecords = 64;

struct Batch {
  std::vector<ArticleInput> articles;
  Diagnostics diagnostics;
  std::uint64_t bytes_read = 0;
  bool at_end = false;  // nothing was left to read
};

struct BatchRecords {
  std::vector<ArticleRecords> records;
  Diagnostics diagnostics;
  Progress progress;  // of this batch alone, but for bytes_read
};

Batch read_batch(Reader& reader) {
  Batch batch;
  std::size_t bytes = 0;
  for (std::size_t n = 0; n < kBatchRecords && bytes < kBatchBytes; ++n) {
    std::optional<Record> record = reader.next();
    if (!record) {
      batch.at_end = n == 0;
      break;
    }
    bytes += record->conllu.size() + (record->document ? record->document->text.size() : 0);
    for (ArticleInput& article : take_articles(std::move(*record), batch.diagnostics)) {
      batch.articles.push_back(std::move(article));
    }
  }
  batch.bytes_read = reader.bytes_done();
  return batch;
}

BatchRecords analyze_batch(const Resources& resources, Batch&& batch) {
  BatchRecords out;
  out.progress.bytes_read = batch.bytes_read;
  for (const Diagnostic& diagnostic : batch.diagnostics) {
    out.progress.skipped += diagnostic.severity == Severity::Error ? 1 : 0;
  }
  out.diagnostics = std::move(batch.diagnostics);
  for (const AnalyzedArticle& article : analyze(resources, std::move(batch.articles))) {
    out.records.push_back(make_records(article));
    out.progress.articles += 1;
    out.progress.sentences += article.sentences.size();
    for (const Sentence& sentence : article.sentences) out.progress.words += sentence.words.size();
    out.progress.claims += out.records.back().claims.size();
  }
  return out;
}

template <typename T>
void append(std::vector<T>& all, std::vector<T>&& more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

void collect(BatchRecords&& batch, CollectedRecords& all, const PipelineEvents& events) {
  for (const Diagnostic& diagnostic : batch.diagnostics) events.on_diagnostic(diagnostic);
  for (ArticleRecords& records : batch.records) {
    append(all.actors, std::move(records.actors));
    all.articles.push_back(std::move(records.article));
    append(all.claims, std::move(records.claims));
  }
  Progress& sum = all.progress;
  sum.articles += batch.progress.articles;
  sum.sentences += batch.progress.sentences;
  sum.words += batch.progress.words;
  sum.claims += batch.progress.claims;
  sum.skipped += batch.progress.skipped;
  sum.bytes_read = batch.progress.bytes_read;
  events.on_progress(sum);
}

}  // namespace

CollectedRecords run_pipeline(Reader& reader, const Resources& resources, unsigned jobs,
                              const PipelineEvents& events) {
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
  CollectedRecords all;
  const auto read = [&](tbb::flow_control& control) {
    Batch batch = read_batch(reader);
    if (batch.at_end) control.stop();
    return batch;
  };
  const auto analyze_one = [&](Batch batch) { return analyze_batch(resources, std::move(batch)); };
  const auto collect_one = [&](BatchRecords batch) { collect(std::move(batch), all, events); };
  using Mode = tbb::filter_mode;
  tbb::parallel_pipeline(
      2 * jobs, tbb::make_filter<void, Batch>(Mode::serial_in_order, read) &
                    tbb::make_filter<Batch, BatchRecords>(Mode::parallel, analyze_one) &
                    tbb::make_filter<BatchRecords, void>(Mode::serial_in_order, collect_one));
  return all;
}

}  // namespace entente::cli
