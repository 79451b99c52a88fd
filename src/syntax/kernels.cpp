// SPDX-License-Identifier: ISC
#include "syntax/kernels.h"

#include "syntax/activation.h"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define ENTENTE_X86 1
#include <immintrin.h>
#define ENTENTE_AVX2 __attribute__((target("avx2")))
#define ENTENTE_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))
#endif
#define ENTENTE_INLINE inline __attribute__((always_inline))

namespace entente {

namespace {

constexpr std::size_t kLanes = 16;
constexpr float kLimit = 31.0F * kSteps;

// Rounds half away from zero; unlike lrintf it does not hang on the rounding mode.
ENTENTE_INLINE std::int16_t to_steps(float value, float limit) {
  value = value > limit ? limit : value;
  value = value < -limit ? -limit : value;
  return static_cast<std::int16_t>(
      static_cast<std::int32_t>(value + (value >= 0.0F ? 0.5F : -0.5F)));
}

// The bodies below are compiled once for each instruction set.

ENTENTE_INLINE void add_body(std::span<const std::int8_t> row, float factor,
                             float* __restrict sum) {
  for (std::size_t i = 0; i < row.size(); ++i) sum[i] += static_cast<float>(row[i]) * factor;
}

ENTENTE_INLINE void scale_body(std::span<const std::int32_t> sums, const float* scales,
                               const float* bias, float* __restrict out) {
  for (std::size_t i = 0; i < sums.size(); ++i)
    out[i] = static_cast<float>(sums[i]) * scales[i] + bias[i];
}

ENTENTE_INLINE void rectify_body(std::span<const std::int32_t> sums, const float* scales,
                                 const float* bias, std::int16_t* __restrict out) {
  for (std::size_t i = 0; i < sums.size(); ++i) {
    out[i] = to_steps(leaky(static_cast<float>(sums[i]) * scales[i] + bias[i]) * kSteps, kLimit);
  }
}

ENTENTE_INLINE void quantize_body(std::span<const float> values, float steps, float limit,
                                  std::int16_t* __restrict out) {
  for (std::size_t i = 0; i < values.size(); ++i) out[i] = to_steps(values[i] * steps, limit);
}

ENTENTE_INLINE void lstm_body(const std::int32_t* sums, const float* scales, const float* gates,
                              std::size_t size, float* __restrict cell,
                              std::int16_t* __restrict state) {
  const auto gate = [&](std::size_t i) {
    return static_cast<float>(sums[i]) * scales[i] + gates[i];
  };
  for (std::size_t j = 0; j < size; ++j) {
    const float in = sigmoid(gate(j));
    const float forget = sigmoid(gate(size + j));
    const float candidate = smooth_tanh(gate(2 * size + j));
    const float out = sigmoid(gate(3 * size + j));
    const float kept = forget * cell[j];
    cell[j] = in * candidate + kept;
    state[j] = to_steps(out * smooth_tanh(cell[j]) * kStateSteps, kStateSteps);
  }
}

ENTENTE_INLINE void join_body(std::span<const float> a, const float* b,
                              std::int16_t* __restrict out) {
  const std::size_t size = a.size();
  for (std::size_t i = 0; i < size; ++i) out[i] = to_steps(leaky(a[i] + b[i]) * kSteps, kLimit);
  for (std::size_t i = 0; i < size; ++i) out[size + i] = to_steps(a[i] * b[i] * kSteps, kLimit);
}

ENTENTE_INLINE std::int32_t dot_body(const std::int16_t* a, const std::int16_t* b,
                                     std::size_t size) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += static_cast<std::int32_t>(a[i]) * b[i];
  return sum;
}

void multiply_portable(const std::int16_t* rows, std::size_t count, std::size_t stride,
                       const Layer& layer, std::int32_t* sums) {
  for (std::size_t r = 0; r < count; ++r) {
    const std::int16_t* row = rows + r * stride;
    for (std::size_t first = 0; first < layer.width; first += kLanes) {
      const std::int16_t* weights = layer.weights.data() + first * layer.inputs;
      std::int32_t* out = sums + r * layer.width + first;
      std::fill_n(out, kLanes, 0);
      for (std::size_t k = 0; k < layer.inputs; k += 2, weights += 2 * kLanes) {
        for (std::size_t o = 0; o < kLanes; ++o)
          out[o] += row[k] * weights[2 * o] + row[k + 1] * weights[2 * o + 1];
      }
    }
  }
}

#ifdef ENTENTE_X86

// Two neighbouring inputs as one 32-bit value.
ENTENTE_INLINE std::int32_t pair_at(const std::int16_t* row, std::size_t k) {
  std::int32_t pair;
  std::memcpy(&pair, row + k, sizeof pair);
  return pair;
}

template <std::size_t kRows>
ENTENTE_AVX2 void block_avx2(const std::int16_t* rows, std::size_t stride, const Layer& layer,
                             std::size_t first, std::int32_t* sums) {
  __m256i low[kRows], high[kRows];
  for (std::size_t r = 0; r < kRows; ++r) low[r] = high[r] = _mm256_setzero_si256();
  const std::int16_t* weights = layer.weights.data() + first * layer.inputs;
  for (std::size_t k = 0; k < layer.inputs; k += 2, weights += 2 * kLanes) {
    const __m256i w0 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights));
    const __m256i w1 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + kLanes));
    for (std::size_t r = 0; r < kRows; ++r) {
      const __m256i a = _mm256_set1_epi32(pair_at(rows + r * stride, k));
      low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(a, w0));
      high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(a, w1));
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    std::int32_t* out = sums + r * layer.width + first;
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), low[r]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + 8), high[r]);
  }
}

// kPanels panels of 16 outputs at once, so that each broadcast serves several products.
template <std::size_t kRows, std::size_t kPanels>
ENTENTE_AVX512 void block_avx512(const std::int16_t* rows, std::size_t stride, const Layer& layer,
                                 std::size_t first, std::int32_t* sums) {
  __m512i sum[kRows][kPanels];
  for (auto& row : sum) {
    for (__m512i& panel : row) panel = _mm512_setzero_si512();
  }
  const std::int16_t* weights = layer.weights.data() + first * layer.inputs;
  const std::size_t panel_size = kLanes * layer.inputs;
  for (std::size_t k = 0; k < layer.inputs; k += 2, weights += 2 * kLanes) {
    __m512i w[kPanels];
    for (std::size_t p = 0; p < kPanels; ++p) w[p] = _mm512_loadu_si512(weights + p * panel_size);
    for (std::size_t r = 0; r < kRows; ++r) {
      const __m512i a = _mm512_set1_epi32(pair_at(rows + r * stride, k));
      for (std::size_t p = 0; p < kPanels; ++p) sum[r][p] = _mm512_dpwssd_epi32(sum[r][p], a, w[p]);
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t p = 0; p < kPanels; ++p) {
      _mm512_storeu_si512(sums + r * layer.width + first + p * kLanes, sum[r][p]);
    }
  }
}

void multiply_avx2(const std::int16_t* rows, std::size_t count, std::size_t stride,
                   const Layer& layer, std::int32_t* sums) {
  constexpr std::size_t kRows = 4;
  for (std::size_t first = 0; first < layer.width; first += kLanes) {
    std::size_t r = 0;
    for (; r + kRows <= count; r += kRows)
      block_avx2<kRows>(rows + r * stride, stride, layer, first, sums + r * layer.width);
    for (; r + 2 <= count; r += 2)
      block_avx2<2>(rows + r * stride, stride, layer, first, sums + r * layer.width);
    if (r < count) block_avx2<1>(rows + r * stride, stride, layer, first, sums + r * layer.width);
  }
}

template <std::size_t kPanels>
void panels_avx512(const std::int16_t* rows, std::size_t count, std::size_t stride,
                   const Layer& layer, std::size_t first, std::int32_t* sums) {
  constexpr std::size_t kRows = 8;
  std::size_t r = 0;
  for (; r + kRows <= count; r += kRows) {
    block_avx512<kRows, kPanels>(rows + r * stride, stride, layer, first, sums + r * layer.width);
  }
  if (r + 4 <= count) {
    block_avx512<4, kPanels>(rows + r * stride, stride, layer, first, sums + r * layer.width);
    r += 4;
  }
  for (; r < count; ++r)
    block_avx512<1, kPanels>(rows + r * stride, stride, layer, first, sums + r * layer.width);
}

void multiply_avx512(const std::int16_t* rows, std::size_t count, std::size_t stride,
                     const Layer& layer, std::int32_t* sums) {
  std::size_t first = 0;
  for (; first + 2 * kLanes <= layer.width; first += 2 * kLanes)
    panels_avx512<2>(rows, count, stride, layer, first, sums);
  if (first < layer.width) panels_avx512<1>(rows, count, stride, layer, first, sums);
}

ENTENTE_AVX2 void add_avx2(std::span<const std::int8_t> r, float f, float* s) {
  add_body(r, f, s);
}
ENTENTE_AVX512 void add_avx512(std::span<const std::int8_t> r, float f, float* s) {
  add_body(r, f, s);
}
ENTENTE_AVX2 void scale_avx2(std::span<const std::int32_t> s, const float* f, const float* b,
                             float* o) {
  scale_body(s, f, b, o);
}
ENTENTE_AVX512 void scale_avx512(std::span<const std::int32_t> s, const float* f, const float* b,
                                 float* o) {
  scale_body(s, f, b, o);
}
ENTENTE_AVX2 void rectify_avx2(std::span<const std::int32_t> s, const float* f, const float* b,
                               std::int16_t* o) {
  rectify_body(s, f, b, o);
}
ENTENTE_AVX512 void rectify_avx512(std::span<const std::int32_t> s, const float* f, const float* b,
                                   std::int16_t* o) {
  rectify_body(s, f, b, o);
}
ENTENTE_AVX2 void quantize_avx2(std::span<const float> v, float s, float l, std::int16_t* o) {
  quantize_body(v, s, l, o);
}
ENTENTE_AVX512 void quantize_avx512(std::span<const float> v, float s, float l, std::int16_t* o) {
  quantize_body(v, s, l, o);
}
ENTENTE_AVX2 void lstm_avx2(const std::int32_t* s, const float* f, const float* g, std::size_t n,
                            float* c, std::int16_t* h) {
  lstm_body(s, f, g, n, c, h);
}
ENTENTE_AVX512 void lstm_avx512(const std::int32_t* s, const float* f, const float* g,
                                std::size_t n, float* c, std::int16_t* h) {
  lstm_body(s, f, g, n, c, h);
}
ENTENTE_AVX2 void join_avx2(std::span<const float> a, const float* b, std::int16_t* o) {
  join_body(a, b, o);
}
ENTENTE_AVX512 void join_avx512(std::span<const float> a, const float* b, std::int16_t* o) {
  join_body(a, b, o);
}
ENTENTE_AVX2 std::int32_t dot_avx2(const std::int16_t* a, const std::int16_t* b, std::size_t n) {
  return dot_body(a, b, n);
}
ENTENTE_AVX512 std::int32_t dot_avx512(const std::int16_t* a, const std::int16_t* b,
                                       std::size_t n) {
  return dot_body(a, b, n);
}

#define ENTENTE_DISPATCH(name, ...)                                  \
  if (unit == VectorUnit::Avx512) return name##_avx512(__VA_ARGS__); \
  if (unit == VectorUnit::Avx2) return name##_avx2(__VA_ARGS__)
#else
#define ENTENTE_DISPATCH(name, ...) static_cast<void>(unit)
#endif

}  // namespace

bool is_supported(VectorUnit unit) {
#ifdef ENTENTE_X86
  if (unit == VectorUnit::Avx512) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vnni");
  }
  if (unit == VectorUnit::Avx2) return __builtin_cpu_supports("avx2");
#endif
  return unit == VectorUnit::Portable;
}

VectorUnit best_vector_unit() {
  if (is_supported(VectorUnit::Avx512)) return VectorUnit::Avx512;
  return is_supported(VectorUnit::Avx2) ? VectorUnit::Avx2 : VectorUnit::Portable;
}

Layer make_layer(const ModelMatrix& weights, std::span<const float> bias, float steps) {
  Layer layer;
  layer.inputs = weights.cols;
  layer.outputs = weights.rows;
  layer.width = (layer.outputs + kLanes - 1) / kLanes * kLanes;
  layer.weights.assign(layer.width * layer.inputs, 0);
  layer.scales.assign(layer.width, 0.0F);
  layer.bias.assign(layer.width, 0.0F);
  for (std::size_t o = 0; o < layer.outputs; ++o) {
    layer.scales[o] = weights.scales[o] / steps;
    if (o < bias.size()) layer.bias[o] = bias[o];
    std::int16_t* panel =
        layer.weights.data() + o / kLanes * kLanes * layer.inputs + o % kLanes * 2;
    for (std::size_t k = 0; k < layer.inputs; ++k) {
      panel[k / 2 * 2 * kLanes + k % 2] = weights.values[o * layer.inputs + k];
    }
  }
  return layer;
}

void multiply(VectorUnit unit, const std::int16_t* rows, std::size_t count, std::size_t stride,
              const Layer& layer, std::int32_t* sums) {
  ENTENTE_DISPATCH(multiply, rows, count, stride, layer, sums);
  multiply_portable(rows, count, stride, layer, sums);
}

void add_row(VectorUnit unit, std::span<const std::int8_t> row, float factor, float* sum) {
  ENTENTE_DISPATCH(add, row, factor, sum);
  add_body(row, factor, sum);
}

void scale(VectorUnit unit, std::span<const std::int32_t> sums, const float* scales,
           const float* bias, float* out) {
  ENTENTE_DISPATCH(scale, sums, scales, bias, out);
  scale_body(sums, scales, bias, out);
}

void rectify(VectorUnit unit, std::span<const std::int32_t> sums, const float* scales,
             const float* bias, std::int16_t* out) {
  ENTENTE_DISPATCH(rectify, sums, scales, bias, out);
  rectify_body(sums, scales, bias, out);
}

void quantize(VectorUnit unit, std::span<const float> values, float steps, float limit,
              std::int16_t* out) {
  ENTENTE_DISPATCH(quantize, values, steps, limit, out);
  quantize_body(values, steps, limit, out);
}

void lstm_step(VectorUnit unit, const std::int32_t* sums, const float* scales, const float* gates,
               std::size_t size, float* cell, std::int16_t* state) {
  ENTENTE_DISPATCH(lstm, sums, scales, gates, size, cell, state);
  lstm_body(sums, scales, gates, size, cell, state);
}

void join(VectorUnit unit, std::span<const float> a, const float* b, std::int16_t* out) {
  ENTENTE_DISPATCH(join, a, b, out);
  join_body(a, b, out);
}

std::int32_t dot(VectorUnit unit, const std::int16_t* a, const std::int16_t* b, std::size_t size) {
  ENTENTE_DISPATCH(dot, a, b, size);
  return dot_body(a, b, size);
}

}  // namespace entente
