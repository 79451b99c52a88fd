// SPDX-License-Identifier: ISC
/// @file
/// One direction of an LSTM layer over a batch of sentences, forward and backward by hand.
///
/// Rows of matrices are words, sentence after sentence ("sentence order"). Inside, words are laid
/// out step by step ("step order": all first words, all second words, ...), so that each step is
/// one product over the sentences still running; a backward direction just counts from the end.
#pragma once

#include "train/matrix.h"
#include "train/random.h"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::train {

/// A trained matrix with its gradient and the state of the optimiser.
struct Parameter {
  std::string name;
  Matrix value, gradient, mean, square, average;
  bool sparse = false;                 ///< only rows in `touched` have a gradient
  std::vector<std::uint32_t> touched;  ///< rows, each once
  std::vector<char> is_touched;

  void create(std::string id, std::size_t rows, std::size_t cols, float range, Random& random);
  void touch(std::uint32_t row);
};

/// Sentences of a batch, longest first.
struct BatchShape {
  std::vector<std::uint32_t> lengths;
  std::vector<std::uint32_t> starts;       ///< first row of each sentence, in sentence order
  std::vector<std::uint32_t> step_starts;  ///< first row of each step, in step order; and the end
  std::vector<std::uint32_t> forward;      ///< row in step order -> row in sentence order
  std::vector<std::uint32_t> backward;     ///< the same, steps counted from the sentence's end
  std::size_t rows() const { return forward.size(); }
  std::size_t steps() const { return step_starts.size() - 1; }
};
/// Requires: `lengths` descend.
BatchShape make_shape(std::vector<std::uint32_t> lengths);

class Lstm {
 public:
  void create(const std::string& name, std::size_t inputs, std::size_t hidden, Random& random);
  void prepare();  ///< packs the weights; once per batch

  /// Writes the outputs to columns [column, column + hidden) of `out`. `recurrent_mask` has a row
  /// per sentence, or none at all.
  void forward(const Matrix& x, const BatchShape& shape, bool from_end,
               const Matrix& recurrent_mask, Matrix& out, std::size_t column);
  /// Adds the gradients of the weights and of x.
  void backward(const Matrix& out_gradient, std::size_t column, Matrix& x_gradient);

  Parameter input, recurrent, bias;

 private:
  std::size_t hidden_ = 0;
  const BatchShape* shape_ = nullptr;
  const std::vector<std::uint32_t>* order_ = nullptr;
  const Matrix* mask_ = nullptr;
  Packed input_, recurrent_, input_back_, recurrent_back_;
  Matrix x_, gates_, cell_, cell_tanh_, state_, previous_;  // all in step order
};

}  // namespace entente::train
