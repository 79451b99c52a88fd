// SPDX-License-Identifier: ISC
/// @file
/// Dense float matrices (row-major) and one product, C += A B, for the trainer. B is packed into
/// panels first, since the trainer multiplies by the same weights many times.
#pragma once

#include <cstddef>
#include <vector>

namespace entente::train {

struct Matrix {
  std::size_t rows = 0;
  std::size_t cols = 0;
  std::vector<float> data;

  Matrix() = default;
  Matrix(std::size_t r, std::size_t c) : rows(r), cols(c), data(r * c) {}
  /// All zeros, of this size; keeps the memory.
  void reset(std::size_t r, std::size_t c) {
    rows = r;
    cols = c;
    data.assign(r * c, 0.0F);
  }
  float* row(std::size_t r) { return data.data() + r * cols; }
  const float* row(std::size_t r) const { return data.data() + r * cols; }
};

/// B in panels of kPanel columns, the last one filled up with zeros.
struct Packed {
  static constexpr std::size_t kPanel = 32;
  std::size_t depth = 0;  ///< rows of B
  std::size_t cols = 0;
  std::vector<float> data;
};

void pack(const Matrix& b, Packed& packed);
void pack_transposed(const Matrix& b, Packed& packed);

/// A as the product sees it: element (r, k) is data[r * row_step + k * depth_step].
struct View {
  const float* data;
  std::size_t rows;
  std::size_t row_step;
  std::size_t depth_step;
};
inline View rows_of(const Matrix& a, std::size_t first, std::size_t count) {
  return {a.row(first), count, a.cols, 1};
}
inline View all_of(const Matrix& a) {
  return rows_of(a, 0, a.rows);
}
inline View transposed(const Matrix& a) {
  return {a.data.data(), a.cols, 1, a.cols};
}

/// C += A B. C's rows lie `c_step` floats apart.
void multiply_add(const View& a, const Packed& b, float* c, std::size_t c_step);

}  // namespace entente::train
