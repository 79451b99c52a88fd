// SPDX-License-Identifier: ISC
// A blank node may be nested only if it is used nowhere else, which cannot be known before the end.
// The text is therefore read twice: statements come in batches (those about one thing and about the
// blank nodes that hang on it, in a row), and the first reading notes which blank nodes are met in
// more than one batch.
#include "rdf/convert.h"

#include "text/diagnostic.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <vector>

namespace entente::rdf {

namespace {

/// Longest row of statements that is held back; a text may be one single row.
constexpr std::size_t kMaxBatch = 10'000;

/// Cuts a row of statements into batches.
class Batcher {
 public:
  using Take = std::function<void(const std::vector<Quad>&)>;
  explicit Batcher(Take take) : take_(std::move(take)) {}

  void add(const Quad& quad) {
    if (!batch_.empty() && !continues(quad)) flush();
    if (quad.object.kind == TermKind::BlankNode) nodes_.insert(quad.object.value);
    batch_.push_back(quad);
  }

  void flush() {
    if (!batch_.empty()) take_(batch_);
    batch_.clear();
    nodes_.clear();
  }

 private:
  bool continues(const Quad& quad) const {
    if (quad.graph != batch_.front().graph || batch_.size() >= kMaxBatch) return false;
    if (quad.subject == batch_.front().subject) return true;
    return quad.subject.kind == TermKind::BlankNode && nodes_.contains(quad.subject.value);
  }

  Take take_;
  std::vector<Quad> batch_;
  std::set<std::string> nodes_;
};

void for_each_batch(std::string_view text, Format from, const ReadOptions& reading,
                    const Batcher::Take& take) {
  Batcher batcher(take);
  const auto error = read_rdf(text, from, reading, [&](const Quad& quad, Position) {
    batcher.add(quad);
    return true;
  });
  if (error) throw ConfigError(*error);
  batcher.flush();
}

template <typename Visit>
void for_each_blank_node(const std::vector<Quad>& batch, Visit visit) {
  for (const Quad& quad : batch) {
    for (const Term* term : {&quad.subject, &quad.object, &quad.graph}) {
      if (term->kind == TermKind::BlankNode) visit(term->value);
    }
  }
}

/// Blank nodes and the batch in which they are met; kShared if in several.
class BlankNodes {
 public:
  void note(const std::vector<Quad>& batch) {
    ++batch_;
    for_each_blank_node(batch, [&](const std::string& label) {
      const auto [at, is_new] = seen_.emplace(label, batch_);
      if (!is_new && at->second != batch_) at->second = kShared;
    });
  }

  /// True if nesting the batch would hide a node from another one. (A node that is only an object
  /// here is not nested.)
  bool any_shared(const std::vector<Quad>& batch) const {
    return std::ranges::any_of(batch, [&](const Quad& quad) {
      return quad.subject.kind == TermKind::BlankNode && seen_.at(quad.subject.value) == kShared;
    });
  }

 private:
  static constexpr std::size_t kShared = 0;
  std::size_t batch_ = 0;  // counts from 1
  std::unordered_map<std::string, std::size_t> seen_;
};

}  // namespace

void convert(std::string_view text, Format from, const ReadOptions& reading,
             const WriterOptions& writing, const ByteSink& sink) {
  QuadWriter writer(writing, sink);
  const bool nests = writing.format == Format::Turtle || writing.format == Format::TriG;
  BlankNodes nodes;
  if (nests) {
    for_each_batch(text, from, reading, [&](const auto& batch) { nodes.note(batch); });
  }
  for_each_batch(text, from, reading, [&](const std::vector<Quad>& batch) {
    if (nests && !nodes.any_shared(batch)) {
      writer.write_resource(batch);
    } else {
      for (const Quad& quad : batch) writer.write(quad);
    }
  });
  writer.finish();
}

}  // namespace entente::rdf
