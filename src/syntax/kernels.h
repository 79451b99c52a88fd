// SPDX-License-Identifier: ISC
/// @file
/// The network's arithmetic. Weights have 8 bits, activations 16, sums 32, so products are exact
/// in any order; what is done in floats is done element by element with + - * / alone. Hence the
/// portable, the AVX2 and the AVX-512 code give the same bits (tests/syntax checks it).
/// Built with -ffp-contract=off: a fused multiply-add would round differently.
#pragma once

#include "syntax/model_file.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Instructions to compute with. All give the same results.
enum class VectorUnit : std::uint8_t { Portable, Avx2, Avx512 };

/// The fastest one that this machine has.
VectorUnit best_vector_unit();
bool is_supported(VectorUnit unit);

/// Steps of activations in one: state of an LSTM, within (-1, 1).
inline constexpr float kStateSteps = 16384.0F;
/// Steps in one of the other activations, cut at +-31. Sums of 512 products stay below 2^31.
inline constexpr float kSteps = 1024.0F;

/// A layer's weights, laid out for the products: 16 outputs side by side, two inputs at a time.
struct Layer {
  std::size_t inputs = 0;   ///< even
  std::size_t outputs = 0;  ///< as trained
  std::size_t width = 0;    ///< outputs rounded up to 16; outputs behind `outputs` are 0
  std::vector<std::int16_t> weights;
  std::vector<float> scales;  ///< of a sum; includes the activations' steps; one per `width`
  std::vector<float> bias;    ///< one per `width`
};

/// `steps` are those of the layer's inputs.
Layer make_layer(const ModelMatrix& weights, std::span<const float> bias, float steps);

/// sums[r * width + o] = inputs of row r times weights of output o. Rows lie `stride` apart.
void multiply(VectorUnit unit, const std::int16_t* rows, std::size_t count, std::size_t stride,
              const Layer& layer, std::int32_t* sums);

/// sum[i] += row[i] * factor
void add_row(VectorUnit unit, std::span<const std::int8_t> row, float factor, float* sum);

/// out[i] = sums[i] * scales[i] + bias[i]
void scale(VectorUnit unit, std::span<const std::int32_t> sums, const float* scales,
           const float* bias, float* out);

/// The same, then leaky rectification, in kSteps.
void rectify(VectorUnit unit, std::span<const std::int32_t> sums, const float* scales,
             const float* bias, std::int16_t* out);

/// out[i] = values[i] in steps, rounded, cut at +-limit steps.
void quantize(VectorUnit unit, std::span<const float> values, float steps, float limit,
              std::int16_t* out);

/// One step of an LSTM: `sums` of the recurrent weights (4 x size: input, forget, candidate,
/// output), `gates` the inputs' share with bias. Updates `cell` and writes `state` in kStateSteps.
void lstm_step(VectorUnit unit, const std::int32_t* sums, const float* scales, const float* gates,
               std::size_t size, float* cell, std::int16_t* state);

/// out = leaky(a + b), then a * b, both in kSteps. Size of out: twice that of a.
void join(VectorUnit unit, std::span<const float> a, const float* b, std::int16_t* out);

/// Exact; requires |a| and |b| below 4096 for 128 elements.
std::int32_t dot(VectorUnit unit, const std::int16_t* a, const std::int16_t* b, std::size_t size);

}  // namespace entente
