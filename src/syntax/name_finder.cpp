// SPDX-License-Identifier: ISC
#include "syntax/name_finder.h"

#include "text/diagnostic.h"

#include <algorithm>
#include <limits>

namespace entente {

namespace {

const std::vector<std::string>* find_list(const ModelData& data, std::string_view name) {
  const auto found = data.lists.find(name);
  return found == data.lists.end() ? nullptr : &found->second;
}

}  // namespace

std::vector<NameTag> best_names(const NameWeights& weights, const NameFeatures& features) {
  using Scores = std::array<std::int32_t, 8>;
  constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::min() / 2;
  std::vector<std::array<std::uint8_t, kNameTags>> came_from(features.size());
  Scores best{};
  for (std::size_t i = 0; i < features.size(); ++i) {
    Scores here{};
    for (const NameFeature feature : features[i]) {
      const auto& row = weights.rows[feature.row];
      for (std::size_t tag = 0; tag < 8; ++tag) here[tag] += row[tag];
    }
    Scores next;
    next.fill(kNever);
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
      for (std::size_t before = 0; before < (i == 0 ? 1 : kNameTags); ++before) {
        if (!may_follow(static_cast<NameTag>(before), static_cast<NameTag>(tag))) continue;
        const std::int32_t score = best[before] + weights.transitions[before][tag] + here[tag];
        if (score > next[tag])
          next[tag] = score, came_from[i][tag] = static_cast<std::uint8_t>(before);
      }
    }
    best = next;
  }
  std::vector<NameTag> tags(features.size());
  auto tag = static_cast<std::uint8_t>(std::max_element(best.begin(), best.begin() + kNameTags) -
                                       best.begin());
  for (std::size_t i = features.size(); i-- > 0;) {
    tags[i] = static_cast<NameTag>(tag);
    tag = came_from[i][tag];
  }
  return tags;
}

NameFinder::NameFinder(const ModelData& data, const std::string& file) {
  const auto fail = [&](const std::string& what) {
    throw ConfigError({Severity::Error, file, 0, 0, "the model's name finder " + what});
  };
  const std::vector<std::string>* kinds = find_list(data, "names.kinds");
  if (kinds == nullptr) return;
  if (kinds->size() > KnownNames::kMaxKinds) fail("has too many lists");
  for (std::size_t kind = 0; kind < kinds->size(); ++kind) {
    const std::vector<std::string>* names = find_list(data, "names." + (*kinds)[kind]);
    if (names == nullptr) fail("lacks the list \"" + (*kinds)[kind] + "\"");
    known_names_.set_kind(kind, (*kinds)[kind]);
    for (const std::string& name : *names) known_names_.add(kind, name);
  }
  is_empty_ = false;
  for (std::size_t run = 0; run < runs_.size(); ++run) {
    const std::string name = "names.run" + std::to_string(run + 1);
    const auto found = data.matrices.find(name);
    const auto transitions = data.vectors.find(name + ".transitions");
    if (found == data.matrices.end() || found->second.rows != kNameTags ||
        transitions == data.vectors.end() || transitions->second.size() != kNameTags * kNameTags) {
      fail("lacks its weights or has wrong ones");
    }
    const ModelMatrix& matrix = found->second;
    runs_[run].rows.resize(matrix.cols);
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
      for (std::size_t row = 0; row < matrix.cols; ++row) {
        runs_[run].rows[row][tag] = matrix.values[tag * matrix.cols + row];
      }
      for (std::size_t before = 0; before < kNameTags; ++before) {
        runs_[run].transitions[before][tag] =
            static_cast<std::int32_t>(transitions->second[before * kNameTags + tag]);
      }
    }
  }
}

void NameFinder::find(std::vector<Sentence>& sentences) const {
  if (is_empty_) return;
  std::vector<NameFeatures> features(sentences.size());
  NameHistory history;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (!may_have_names(sentences[s])) continue;
    find_name_features(sentences[s], known_names_, features[s]);
    count_history(sentences[s], best_names(runs_[0], features[s]), history);
  }
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (features[s].empty()) continue;
    add_history_features(sentences[s], history, features[s]);
    const std::vector<NameTag> tags = best_names(runs_[1], features[s]);
    for (std::size_t i = 0; i < tags.size(); ++i) sentences[s].words[i].ner = to_string(tags[i]);
  }
}

}  // namespace entente
