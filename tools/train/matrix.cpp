// SPDX-License-Identifier: ISC
#include "train/matrix.h"

#include <algorithm>
#include <cstring>

namespace entente::train {

namespace {

using Lanes = float __attribute__((vector_size(64), aligned(4), may_alias));
constexpr std::size_t kPanel = Packed::kPanel;
constexpr std::size_t kRows = 8;  // rows of C held in registers, two vectors each

// kCount rows of C times one panel.
template <std::size_t kCount>
void block(const View& a, std::size_t row, const float* panel, std::size_t depth,
           float (*out)[kPanel]) {
  Lanes sum[kCount][2] = {};
  const float* base = a.data + row * a.row_step;
  for (std::size_t k = 0; k < depth; ++k, panel += kPanel, base += a.depth_step) {
    const Lanes b0 = *reinterpret_cast<const Lanes*>(panel);
    const Lanes b1 = *reinterpret_cast<const Lanes*>(panel + 16);
    for (std::size_t i = 0; i < kCount; ++i) {
      const float value = base[i * a.row_step];
      sum[i][0] += value * b0;
      sum[i][1] += value * b1;
    }
  }
  std::memcpy(out, sum, sizeof sum);
}

void any_block(std::size_t count, const View& a, std::size_t row, const float* panel,
               std::size_t depth, float (*out)[kPanel]) {
  switch (count) {
    case 1:
      return block<1>(a, row, panel, depth, out);
    case 2:
      return block<2>(a, row, panel, depth, out);
    case 3:
      return block<3>(a, row, panel, depth, out);
    case 4:
      return block<4>(a, row, panel, depth, out);
    case 5:
      return block<5>(a, row, panel, depth, out);
    case 6:
      return block<6>(a, row, panel, depth, out);
    case 7:
      return block<7>(a, row, panel, depth, out);
    default:
      return block<8>(a, row, panel, depth, out);
  }
}

void prepare(std::size_t depth, std::size_t cols, Packed& packed) {
  packed.depth = depth;
  packed.cols = cols;
  packed.data.assign((cols + kPanel - 1) / kPanel * kPanel * depth, 0.0F);
}

}  // namespace

void pack(const Matrix& b, Packed& packed) {
  prepare(b.rows, b.cols, packed);
  for (std::size_t first = 0; first < b.cols; first += kPanel) {
    const std::size_t width = std::min(kPanel, b.cols - first);
    float* panel = packed.data.data() + first * b.rows;
    for (std::size_t k = 0; k < b.rows; ++k) {
      std::memcpy(panel + k * kPanel, b.row(k) + first, width * sizeof(float));
    }
  }
}

void pack_transposed(const Matrix& b, Packed& packed) {
  prepare(b.cols, b.rows, packed);
  for (std::size_t r = 0; r < b.rows; ++r) {
    float* panel = packed.data.data() + r / kPanel * kPanel * b.cols + r % kPanel;
    for (std::size_t k = 0; k < b.cols; ++k) panel[k * kPanel] = b.row(r)[k];
  }
}

void multiply_add(const View& a, const Packed& b, float* c, std::size_t c_step) {
  alignas(64) float out[kRows][kPanel];
  for (std::size_t first = 0; first < b.cols; first += kPanel) {
    const std::size_t width = std::min(kPanel, b.cols - first);
    for (std::size_t row = 0; row < a.rows; row += kRows) {
      const std::size_t count = std::min(kRows, a.rows - row);
      any_block(count, a, row, b.data.data() + first * b.depth, b.depth, out);
      for (std::size_t i = 0; i < count; ++i) {
        float* target = c + (row + i) * c_step + first;
        for (std::size_t j = 0; j < width; ++j) target[j] += out[i][j];
      }
    }
  }
}

}  // namespace entente::train
