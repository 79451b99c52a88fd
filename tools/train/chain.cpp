// SPDX-License-Identifier: ISC
#include "train/chain.h"

#include <algorithm>
#include <cmath>

namespace entente::train {

namespace {

// A number for each tag; the eighth is not used.
using Scores = float __attribute__((vector_size(32)));
constexpr std::size_t kLanes = 8;
constexpr float kTiny = 1e-20F;
static_assert(kNameTags < kLanes);

// 1 where the tag may come, 0 elsewhere.
Scores allowed_after(std::size_t before) {
  Scores allowed{};
  for (std::size_t tag = 0; tag < kNameTags; ++tag) {
    const bool may = may_follow(static_cast<NameTag>(before), static_cast<NameTag>(tag));
    allowed[tag] = may ? 1.0F : 0.0F;
  }
  return allowed;
}

float sum_of(const Scores& scores) {
  float sum = 0.0F;
  for (std::size_t tag = 0; tag < kNameTags; ++tag) sum += scores[tag];
  return sum;
}

// Powers of e, the greatest made 1 and none 0, so that nothing overflows or vanishes.
Scores powers(const Scores& scores) {
  float top = scores[0];
  for (std::size_t tag = 1; tag < kNameTags; ++tag) top = std::max(top, scores[tag]);
  Scores out{};
  for (std::size_t tag = 0; tag < kNameTags; ++tag)
    out[tag] = std::max(std::exp(scores[tag] - top), kTiny);
  return out;
}

Scores root_of(const Scores& scores) {
  Scores out;
  for (std::size_t tag = 0; tag < kLanes; ++tag) out[tag] = std::sqrt(scores[tag]);
  return out;
}

class Trainer {
 public:
  Trainer(const ChainOptions& options, Random random)
      : options_(options),
        random_(random),
        weights_(kNameRows),
        squares_(kNameRows),
        mean_(kNameRows) {
    for (std::size_t tag = 0; tag < kNameTags; ++tag) allowed_[tag] = allowed_after(tag);
  }

  // One step down the slope of -log p(tags); probabilities by the forward-backward algorithm, each
  // position made to sum to 1.
  void learn(const ChainExample& example) {
    hide(example);
    const std::size_t n = example.tags.size();
    std::array<Scores, kNameTags> steps;  // powers of the transitions
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
      for (std::size_t next = 0; next < kLanes; ++next)
        steps[tag][next] = std::exp(transitions_[tag][next]) * allowed_[tag][next];
    }
    emit_.resize(n), forward_.resize(n), backward_.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
      emit_[i] = powers(emission(features_[i]));
      Scores into = i == 0 ? steps[kOutside] : Scores{};
      for (std::size_t tag = 0; i > 0 && tag < kNameTags; ++tag)
        into += forward_[i - 1][tag] * steps[tag];
      forward_[i] = into * emit_[i];
      forward_[i] /= sum_of(forward_[i]);
    }
    backward_[n - 1] = Scores{} + 1.0F;
    for (std::size_t i = n - 1; i-- > 0;) {
      const Scores after = backward_[i + 1] * emit_[i + 1];
      Scores out{};
      for (std::size_t tag = 0; tag < kNameTags; ++tag) out[tag] = sum_of(after * steps[tag]);
      backward_[i] = out / sum_of(out);
    }
    for (std::size_t i = 0; i < n; ++i) {
      learn_steps(example, i, steps);
      Scores slope = forward_[i] * backward_[i];
      slope /= sum_of(slope);
      slope[example.tags[i]] -= 1.0F;
      for (const NameFeature feature : features_[i])
        update(weights_[feature.row], squares_[feature.row], slope);
    }
  }

  // Forgets the weights but for their mean.
  void start_again() {
    std::fill(weights_.begin(), weights_.end(), Scores{});
    std::fill(squares_.begin(), squares_.end(), Scores{});
    transitions_ = transition_squares_ = {};
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
      for (std::size_t tag = 0; tag < kNameTags; ++tag) top = std::max(top, std::fabs(row[tag]));
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
    mean += share * (weights - mean);
  }

  // The transitions into position i.
  void learn_steps(const ChainExample& example, std::size_t i,
                   const std::array<Scores, kNameTags>& steps) {
    const std::size_t gold_before = i == 0 ? 0 : static_cast<std::size_t>(example.tags[i - 1]);
    std::array<Scores, kNameTags> slopes{};
    float sum = 0.0F;
    for (std::size_t before = 0; before < (i == 0 ? 1 : kNameTags); ++before) {
      slopes[before] = steps[before] * emit_[i] * backward_[i];
      if (i > 0) slopes[before] *= forward_[i - 1][before];
      sum += sum_of(slopes[before]);
    }
    for (std::size_t before = 0; before < (i == 0 ? 1 : kNameTags); ++before) {
      slopes[before] /= sum;
      if (before == gold_before) slopes[before][example.tags[i]] -= 1.0F;
      update(transitions_[before], transition_squares_[before], slopes[before]);
    }
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
    for (const NameFeature feature : features) scores += weights_[feature.row];
    return scores;
  }

  void update(Scores& weights, Scores& squares, const Scores& slope) const {
    squares += slope * slope;
    weights -= options_.rate * slope / root_of(squares + 1e-3F);
    weights *= 1.0F - options_.shrink;
  }

  ChainOptions options_;
  Random random_;
  std::vector<Scores> weights_, squares_, mean_;
  std::array<Scores, kNameTags> transitions_{}, transition_squares_{}, transition_mean_{},
      allowed_{};
  std::size_t remembered_ = 0;
  NameFeatures features_;
  std::vector<Scores> emit_, forward_, backward_;  // of one sentence
};

}  // namespace

NameWeights train_chain(const std::vector<const ChainExample*>& examples,
                        const ChainOptions& options, Random random) {
  Trainer trainer(options, random);
  std::vector<const ChainExample*> order = examples;
  for (std::size_t chain = 0; chain < options.chains; ++chain) {
    if (chain > 0) trainer.start_again();
    for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
      random.shuffle(order);
      for (const ChainExample* example : order) trainer.learn(*example);
      if (2 * (epoch + 1) > options.epochs) trainer.remember();
    }
  }
  return trainer.round();
}

}  // namespace entente::train
