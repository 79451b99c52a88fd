// SPDX-License-Identifier: ISC
#include "cli/pipeline.h"

#include "cli/articles.h"
#include "graph/records.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>

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

BatchRecords analyze_batch(const Resources& resources, const AgencyNames& agencies, Batch&& batch) {
  BatchRecords out;
  out.progress.bytes_read = batch.bytes_read;
  for (const Diagnostic& diagnostic : batch.diagnostics) {
    out.progress.skipped += diagnostic.severity == Severity::Error ? 1 : 0;
  }
  out.diagnostics = std::move(batch.diagnostics);
  for (const AnalyzedArticle& article : analyze(resources, std::move(batch.articles))) {
    out.records.push_back(make_records(article, agencies));
    out.progress.articles += 1;
    out.progress.sentences += article.sentences.size();
    for (const Sentence& sentence : article.sentences) out.progress.words += sentence.words.size();
    out.progress.claims += out.records.back().claims.size();
  }
  return out;
}

/// What the articles gave so far. An actor of whom hundreds of articles tell the same is kept once.
class Collector {
 public:
  explicit Collector(const PipelineEvents& events) : events_(events) {}

  void add(BatchRecords&& batch) {
    for (const Diagnostic& diagnostic : batch.diagnostics) events_.on_diagnostic(diagnostic);
    for (ArticleRecords& records : batch.records) {
      for (Actor& actor : records.actors) add(std::move(actor));
      all_.articles.push_back(std::move(records.article));
      claims_.push_back(std::move(records.claims));
    }
    Progress& sum = all_.progress;
    sum.articles += batch.progress.articles;
    sum.sentences += batch.progress.sentences;
    sum.words += batch.progress.words;
    sum.claims += batch.progress.claims;
    sum.skipped += batch.progress.skipped;
    sum.bytes_read = batch.progress.bytes_read;
    events_.on_progress(sum);
  }

  CollectedRecords take() {
    for (auto& [id, variants] : actors_) append(all_.actors, std::move(variants));
    all_.claims.reserve(all_.progress.claims);
    for (std::vector<ClaimRecord>& claims : claims_) {
      append(all_.claims, std::move(claims));
      claims = {};
    }
    return std::move(all_);
  }

 private:
  template <typename T>
  static void append(std::vector<T>& all, std::vector<T>&& more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
  }

  void add(Actor&& actor) {
    std::vector<Actor>& variants = actors_[actor.id];
    if (std::ranges::find(variants, actor) == variants.end()) {
      variants.push_back(std::move(actor));
    }
  }

  const PipelineEvents& events_;
  CollectedRecords all_;
  std::unordered_map<std::string, std::vector<Actor>> actors_;
  std::vector<std::vector<ClaimRecord>> claims_;  // by article
};

}  // namespace

CollectedRecords run_pipeline(Reader& reader, const Resources& resources,
                              const AgencyNames& agencies, unsigned jobs,
                              const PipelineEvents& events) {
  Collector collector(events);
  const auto read = [&](tbb::flow_control& control) {
    Batch batch = read_batch(reader);
    if (batch.at_end) control.stop();
    return batch;
  };
  const auto analyze_one = [&](Batch batch) {
    return analyze_batch(resources, agencies, std::move(batch));
  };
  const auto collect_one = [&](BatchRecords batch) { collector.add(std::move(batch)); };
  using Mode = tbb::filter_mode;
  tbb::parallel_pipeline(
      2 * jobs, tbb::make_filter<void, Batch>(Mode::serial_in_order, read) &
                    tbb::make_filter<Batch, BatchRecords>(Mode::parallel, analyze_one) &
                    tbb::make_filter<BatchRecords, void>(Mode::serial_in_order, collect_one));
  return collector.take();
}

}  // namespace entente::cli
