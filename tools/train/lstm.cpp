// SPDX-License-Identifier: ISC
#include "train/lstm.h"

#include "syntax/activation.h"

#include <algorithm>
#include <cstring>

namespace entente::train {

void Parameter::create(std::string id, std::size_t rows, std::size_t cols, float range,
                       Random& random) {
  name = std::move(id);
  for (Matrix* matrix : {&value, &gradient, &mean, &square, &average}) matrix->reset(rows, cols);
  for (float& weight : value.data) weight = range * (2.0F * random.uniform() - 1.0F);
  is_touched.assign(rows, 0);
}

void Parameter::touch(std::uint32_t row) {
  if (is_touched[row] != 0) return;
  is_touched[row] = 1;
  touched.push_back(row);
}

BatchShape make_shape(std::vector<std::uint32_t> lengths) {
  BatchShape shape;
  shape.lengths = std::move(lengths);
  std::uint32_t rows = 0;
  for (const std::uint32_t length : shape.lengths) {
    shape.starts.push_back(rows);
    rows += length;
  }
  const std::uint32_t steps = shape.lengths.empty() ? 0 : shape.lengths.front();
  for (std::uint32_t step = 0; step < steps; ++step) {
    shape.step_starts.push_back(static_cast<std::uint32_t>(shape.forward.size()));
    for (std::size_t s = 0; s < shape.lengths.size() && shape.lengths[s] > step; ++s) {
      shape.forward.push_back(shape.starts[s] + step);
      shape.backward.push_back(shape.starts[s] + shape.lengths[s] - 1 - step);
    }
  }
  shape.step_starts.push_back(rows);
  return shape;
}

void Lstm::create(const std::string& name, std::size_t inputs, std::size_t hidden, Random& random) {
  hidden_ = hidden;
  const float range =
      1.0F / std::max(1.0F, static_cast<float>(__builtin_sqrt(static_cast<double>(hidden))));
  input.create(name + ".input", inputs, 4 * hidden, range, random);
  recurrent.create(name + ".recurrent", hidden, 4 * hidden, range, random);
  bias.create(name + ".bias", 1, 4 * hidden, 0.0F, random);
  std::fill_n(bias.value.data.begin() + static_cast<std::ptrdiff_t>(hidden), hidden,
              1.0F);  // forget gate
}

void Lstm::prepare() {
  pack(input.value, input_);
  pack(recurrent.value, recurrent_);
  pack_transposed(input.value, input_back_);
  pack_transposed(recurrent.value, recurrent_back_);
}

void Lstm::forward(const Matrix& x, const BatchShape& shape, bool from_end,
                   const Matrix& recurrent_mask, Matrix& out, std::size_t column) {
  shape_ = &shape;
  order_ = from_end ? &shape.backward : &shape.forward;
  mask_ = recurrent_mask.rows > 0 ? &recurrent_mask : nullptr;
  const std::size_t n = shape.rows(), h = hidden_;
  x_.reset(n, x.cols);
  gates_.reset(n, 4 * h);
  for (Matrix* matrix : {&cell_, &cell_tanh_, &state_, &previous_}) matrix->reset(n, h);
  for (std::size_t r = 0; r < n; ++r) {
    std::memcpy(x_.row(r), x.row((*order_)[r]), x.cols * sizeof(float));
    std::memcpy(gates_.row(r), bias.value.row(0), 4 * h * sizeof(float));
  }
  multiply_add(all_of(x_), input_, gates_.data.data(), 4 * h);
  for (std::size_t step = 0; step < shape.steps(); ++step) {
    const std::size_t first = shape.step_starts[step];
    const std::size_t count = shape.step_starts[step + 1] - first;
    const std::size_t before = step == 0 ? 0 : shape.step_starts[step - 1];
    if (step > 0) {
      for (std::size_t s = 0; s < count; ++s) {
        const float* from = state_.row(before + s);
        float* to = previous_.row(first + s);
        for (std::size_t j = 0; j < h; ++j) to[j] = mask_ ? from[j] * mask_->row(s)[j] : from[j];
      }
      multiply_add(rows_of(previous_, first, count), recurrent_, gates_.row(first), 4 * h);
    }
    for (std::size_t s = 0; s < count; ++s) {
      float* g = gates_.row(first + s);
      const float* last = step > 0 ? cell_.row(before + s) : nullptr;
      float *c = cell_.row(first + s), *t = cell_tanh_.row(first + s), *y = state_.row(first + s);
      for (std::size_t j = 0; j < 2 * h; ++j) g[j] = sigmoid(g[j]);
      for (std::size_t j = 2 * h; j < 3 * h; ++j) g[j] = smooth_tanh(g[j]);
      for (std::size_t j = 3 * h; j < 4 * h; ++j) g[j] = sigmoid(g[j]);
      for (std::size_t j = 0; j < h; ++j) c[j] = g[j] * g[2 * h + j];
      if (last != nullptr) {
        for (std::size_t j = 0; j < h; ++j) c[j] += g[h + j] * last[j];
      }
      for (std::size_t j = 0; j < h; ++j) t[j] = smooth_tanh(c[j]);
      for (std::size_t j = 0; j < h; ++j) y[j] = g[3 * h + j] * t[j];
      std::memcpy(out.row((*order_)[first + s]) + column, y, h * sizeof(float));
    }
  }
}

void Lstm::backward(const Matrix& out_gradient, std::size_t column, Matrix& x_gradient) {
  const BatchShape& shape = *shape_;
  const std::size_t n = shape.rows(), h = hidden_;
  Matrix dstate(n, h), dcell(n, h), dgates(n, 4 * h), dprevious;
  for (std::size_t r = 0; r < n; ++r) {
    std::memcpy(dstate.row(r), out_gradient.row((*order_)[r]) + column, h * sizeof(float));
  }
  for (std::size_t step = shape.steps(); step-- > 0;) {
    const std::size_t first = shape.step_starts[step];
    const std::size_t count = shape.step_starts[step + 1] - first;
    const std::size_t before = step == 0 ? 0 : shape.step_starts[step - 1];
    for (std::size_t s = 0; s < count; ++s) {
      const float* g = gates_.row(first + s);
      const float* t = cell_tanh_.row(first + s);
      const float* last = step > 0 ? cell_.row(before + s) : nullptr;
      const float* dy = dstate.row(first + s);
      float *dc = dcell.row(first + s), *d = dgates.row(first + s);
      for (std::size_t j = 0; j < h; ++j) {
        dc[j] += dy[j] * g[3 * h + j] * (1.0F - t[j] * t[j]);
        d[3 * h + j] = dy[j] * t[j] * g[3 * h + j] * (1.0F - g[3 * h + j]);
        d[j] = dc[j] * g[2 * h + j] * g[j] * (1.0F - g[j]);
        d[2 * h + j] = dc[j] * g[j] * (1.0F - g[2 * h + j] * g[2 * h + j]);
      }
      if (last == nullptr) continue;
      float* dlast = dcell.row(before + s);
      for (std::size_t j = 0; j < h; ++j) {
        d[h + j] = dc[j] * last[j] * g[h + j] * (1.0F - g[h + j]);
        dlast[j] += dc[j] * g[h + j];
      }
    }
    if (step == 0) break;
    dprevious.reset(count, h);
    multiply_add(rows_of(dgates, first, count), recurrent_back_, dprevious.data.data(), h);
    for (std::size_t s = 0; s < count; ++s) {
      float* to = dstate.row(before + s);
      const float* from = dprevious.row(s);
      for (std::size_t j = 0; j < h; ++j) to[j] += mask_ ? from[j] * mask_->row(s)[j] : from[j];
    }
  }
  Packed packed;
  pack(dgates, packed);
  multiply_add(transposed(x_), packed, input.gradient.data.data(), 4 * h);
  multiply_add(transposed(previous_), packed, recurrent.gradient.data.data(), 4 * h);
  for (std::size_t r = 0; r < n; ++r) {
    for (std::size_t j = 0; j < 4 * h; ++j) bias.gradient.data[j] += dgates.row(r)[j];
  }
  Matrix dx(n, x_.cols);
  multiply_add(all_of(dgates), input_back_, dx.data.data(), x_.cols);
  for (std::size_t r = 0; r < n; ++r) {
    float* to = x_gradient.row((*order_)[r]);
    for (std::size_t j = 0; j < x_.cols; ++j) to[j] += dx.row(r)[j];
  }
}

}  // namespace entente::train
