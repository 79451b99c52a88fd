// SPDX-License-Identifier: ISC
/// @file
/// The network's non-linear functions, made of + - * / only, so that they are the same to the bit
/// at any vector width (compiled without contraction to fused multiply-add).
#pragma once

namespace entente {

/// tanh to within 4 units in the last place: the rational minimax function of the Eigen library.
inline float smooth_tanh(float x) {
  constexpr float kLimit = 7.90531110763549805F;  // from here on it is 1
  x = x > kLimit ? kLimit : x;
  x = x < -kLimit ? -kLimit : x;
  const float y = x * x;
  float p = -2.76076847742355e-16F;
  p = p * y + 2.00018790482477e-13F;
  p = p * y + -8.60467152213735e-11F;
  p = p * y + 5.12229709037114e-08F;
  p = p * y + 1.48572235717979e-05F;
  p = p * y + 6.37261928875436e-04F;
  p = p * y + 4.89352455891786e-03F;
  float q = 1.19825839466702e-06F;
  q = q * y + 1.18534705686654e-04F;
  q = q * y + 2.26843463243900e-03F;
  q = q * y + 4.89352518554385e-03F;
  return x * p / q;
}

inline float sigmoid(float x) {
  return 0.5F * smooth_tanh(0.5F * x) + 0.5F;
}

/// Leaky rectifier: a tenth of negative values passes.
inline float leaky(float x) {
  return x > 0.0F ? x : 0.1F * x;
}

}  // namespace entente
