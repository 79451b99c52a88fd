// SPDX-License-Identifier: ISC
#include "train/optimizer.h"

#include <algorithm>
#include <cmath>

namespace entente::train {

namespace {

constexpr float kMeanDecay = 0.9F;
constexpr float kSquareDecay = 0.98F;
constexpr float kEpsilon = 1e-8F;

template <typename Visit>
void each_row(Parameter& p, Visit visit) {
  if (!p.sparse) return visit(std::size_t{0}, p.value.data.size());
  for (const std::uint32_t row : p.touched) visit(row * p.value.cols, p.value.cols);
}

float norm(std::vector<Parameter*>& parameters) {
  double sum = 0.0;
  for (Parameter* p : parameters) {
    each_row(*p, [&](std::size_t first, std::size_t count) {
      float part = 0.0F;
      for (std::size_t i = first; i < first + count; ++i)
        part += p->gradient.data[i] * p->gradient.data[i];
      sum += static_cast<double>(part);
    });
  }
  return static_cast<float>(std::sqrt(sum));
}

}  // namespace

float rate_at(const Rates& rates, std::size_t step, std::size_t steps) {
  const float rise =
      std::min(1.0F, static_cast<float>(step + 1) / static_cast<float>(rates.warm_up));
  const float at = static_cast<float>(step) / static_cast<float>(steps);
  const float fallen = std::max(0.0F, (at - rates.constant_until) / (1.0F - rates.constant_until));
  return rates.peak * rise * (1.0F - fallen * (1.0F - rates.last));
}

void update(std::vector<Parameter*>& parameters, const Rates& rates, float rate, std::size_t step) {
  const float length = norm(parameters);
  const float clip = length > rates.max_norm ? rates.max_norm / length : 1.0F;
  const auto times = static_cast<float>(step + 1);
  const float mean_share = 1.0F / (1.0F - std::pow(kMeanDecay, times));
  const float square_share = 1.0F / (1.0F - std::pow(kSquareDecay, times));
  for (Parameter* p : parameters) {
    each_row(*p, [&](std::size_t first, std::size_t count) {
      float *w = p->value.data.data() + first, *g = p->gradient.data.data() + first;
      float *m = p->mean.data.data() + first, *v = p->square.data.data() + first;
      for (std::size_t i = 0; i < count; ++i) {
        const float slope = g[i] * clip;
        m[i] = kMeanDecay * m[i] + (1.0F - kMeanDecay) * slope;
        v[i] = kSquareDecay * v[i] + (1.0F - kSquareDecay) * slope * slope;
        w[i] -= rate * m[i] * mean_share / (std::sqrt(v[i] * square_share) + kEpsilon);
        g[i] = 0.0F;
      }
    });
    for (const std::uint32_t row : p->touched) p->is_touched[row] = 0;
    p->touched.clear();
  }
}

void average(std::vector<Parameter*>& parameters, float share) {
  for (Parameter* p : parameters) {
    float *a = p->average.data.data(), *w = p->value.data.data();
    for (std::size_t i = 0; i < p->value.data.size(); ++i) a[i] += share * (w[i] - a[i]);
  }
}

void swap_average(std::vector<Parameter*>& parameters) {
  for (Parameter* p : parameters) std::swap(p->value.data, p->average.data);
}

}  // namespace entente::train
