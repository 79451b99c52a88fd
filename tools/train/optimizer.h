// SPDX-License-Identifier: ISC
/// @file
/// Adam (Kingma and Ba 2015) with a clipped gradient; rows of sparse parameters are updated only
/// when they were touched. Keeps a moving average of the weights.
#pragma once

#include "train/lstm.h"

#include <vector>

namespace entente::train {

struct Rates {
  float peak = 0.002F;
  std::size_t warm_up = 300;    ///< steps of linear rise
  float constant_until = 0.3F;  ///< part of the training at the peak rate; then linearly down
  float last = 0.02F;           ///< of the peak
  float max_norm = 5.0F;        ///< of the whole gradient
};

/// Learning rate at a step of `steps`.
float rate_at(const Rates& rates, std::size_t step, std::size_t steps);

/// Applies the gradients and clears them.
void update(std::vector<Parameter*>& parameters, const Rates& rates, float rate, std::size_t step);

/// Moves the averages by `share` of the way to the weights.
void average(std::vector<Parameter*>& parameters, float share);
/// Exchanges weights and averages.
void swap_average(std::vector<Parameter*>& parameters);

}  // namespace entente::train
