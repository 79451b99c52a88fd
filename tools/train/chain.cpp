// SPDX-License-Identifier: ISC
#include "train/chain.h"

#include <algorithm>
#include <cmath>

namespace entente::train {

namespace {

constexpr float kNever = -1e30F;
using Scores = std::array<float, kNameTags>;

float log_sum(const Scores& scores) {
  const float top = *std::max_element(scores.begin(), scores.end());
  float sum = 0.0F;
  for (const float score : scores) sum += std::exp(score - top);
  return top + std::log(sum);
}

class Trainer {
 public:
  Trainer(const ChainOptions& options, Random random)
      : options_(options),
        random_(random),
        weights_(kNameRows),
        squares_(kNameRows),
        mean_(kNameRows) {}

  void learn(const ChainExample& example) {
    hide(example);
    const std::size_t n = example.tags.size();
    std::vector<Scores> emit(n), forward(n), backward(n);
    for (std::size_t i = 0; i < n; ++i) emit[i] = emission(features_[i]);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t tag = 0; tag < kNameTags; ++tag) {
        Scores into;
        into.fill(kNever);
        for (std::size_t before = 0; before < kNameTags; ++before) {
          if (i == 0 ? before > 0 : false) break;
          if (allowed(before, tag))
            into[before] = (i == 0 ? 0.0F : forward[i - 1][before]) + transitions_[before][tag];
        }
        forward[i][tag] = log_sum(into) + emit[i][tag];
      }
    }
    backward[n - 1].fill(0.0F);
    for (std::size_t i = n - 1; i-- > 0;) {
      for (std::size_t tag = 0; tag < kNameTags; ++tag) {
        Scores into;
        into.fill(kNever);
        for (std::size_t next = 0; next < kNameTags; ++next) {
          if (allowed(tag, next))
            into[next] = backward[i + 1][next] + emit[i + 1][next] + transitions_[tag][next];
        }
        backward[i][tag] = log_sum(into);
      }
    }
    const float total = log_sum(forward[n - 1]);
    for (std::size_t i = 0; i < n; ++i) {
      Scores slope;
      for (std::size_t tag = 0; tag < kNameTags; ++tag)
        slope[tag] = std::exp(forward[i][tag] + backward[i][tag] - total);
      slope[example.tags[i]] -= 1.0F;
      for (const NameFeature feature : features_[i])
        update(weights_[feature.row], squares_[feature.row], slope);
      for (std::size_t before = 0; before < kNameTags; ++before) {
        if (i == 0 && before > 0) break;
        const NameTag gold_before = i == 0 ? kOutside : example.tags[i - 1];
        Scores step{};
        for (std::size_t tag = 0; tag < kNameTags; ++tag) {
          if (!allowed(before, tag)) continue;
          step[tag] = std::exp((i == 0 ? 0.0F : forward[i - 1][before]) +
                               transitions_[before][tag] + emit[i][tag] + backward[i][tag] - total);
          if (before == gold_before && tag == example.tags[i]) step[tag] -= 1.0F;
        }
        update(transitions_[before], transition_squares_[before], step);
      }
    }
  }

  // Adds the weights to their mean, which is what counts in the end.
  void remember() {
    ++remembered_;
    const float share = 1.0F / static_cast<float>(remembered_);
    for (std::size_t row = 0; row < weights_.size(); ++row)
      approach(weights_[row], share, mean_[row]);
    for (std::size_t before = 0; before < kNameTags; ++before) {
      approach(transitions_[before], share, transition_mean_[before]);
    }
  }

  NameWeights round() const {
    float top = 1e-6F;
    for (const Scores& row : mean_) {
      for (const float weight : row) top = std::max(top, std::fabs(weight));
    }
    const float unit = top / 127.0F;
    NameWeights weights;
    weights.rows.resize(mean_.size());
    for (std::size_t row = 0; row < mean_.size(); ++row) {
      for (std::size_t tag = 0; tag < kNameTags; ++tag) {
        weights.rows[row][tag] = static_cast<std::int8_t>(std::lround(mean_[row][tag] / unit));
      }
    }
    for (std::size_t before = 0; before < kNameTags; ++before) {
      for (std::size_t tag = 0; tag < kNameTags; ++tag) {
        weights.transitions[before][tag] =
            static_cast<std::int32_t>(std::lround(transition_mean_[before][tag] / unit));
      }
    }
    return weights;
  }

 private:
  static void approach(const Scores& weights, float share, Scores& mean) {
    for (std::size_t tag = 0; tag < kNameTags; ++tag)
      mean[tag] += share * (weights[tag] - mean[tag]);
  }

  static bool allowed(std::size_t before, std::size_t tag) {
    return may_follow(static_cast<NameTag>(before), static_cast<NameTag>(tag));
  }

  // Copies the features, some of them hidden, so that names are learned from their surroundings
  // too.
  void hide(const ChainExample& example) {
    features_ = example.features;
    const bool no_lists = random_.chance(options_.known_drop);
    for (auto& list : features_) {
      const bool no_word = random_.chance(options_.lexical_drop);
      std::erase_if(list, [&](NameFeature feature) {
        return (feature.group == NameFeature::kLexical && no_word) ||
               (feature.group == NameFeature::kKnown && no_lists);
      });
    }
  }

  Scores emission(const std::vector<NameFeature>& features) const {
    Scores scores{};
    for (const NameFeature feature : features) {
      for (std::size_t tag = 0; tag < kNameTags; ++tag) scores[tag] += weights_[feature.row][tag];
    }
    return scores;
  }

  void update(Scores& weights, Scores& squares, const Scores& slope) const {
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
      squares[tag] += slope[tag] * slope[tag];
      weights[tag] -= options_.rate * slope[tag] / std::sqrt(squares[tag] + 1e-3F);
      weights[tag] *= 1.0F - options_.shrink;
    }
  }

  ChainOptions options_;
  Random random_;
  std::vector<Scores> weights_, squares_, mean_;
  std::array<Scores, kNameTags> transitions_{}, transition_squares_{}, transition_mean_{};
  std::size_t remembered_ = 0;
  NameFeatures features_;
};

}  // namespace

NameWeights train_chain(const std::vector<const ChainExample*>& examples,
                        const ChainOptions& options, Random random) {
  Trainer trainer(options, random);
  std::vector<const ChainExample*> order = examples;
  for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
    random.shuffle(order);
    for (const ChainExample* example : order) trainer.learn(*example);
    if (2 * (epoch + 1) > options.epochs) trainer.remember();
  }
  return trainer.round();
}

}  // namespace entente::train
