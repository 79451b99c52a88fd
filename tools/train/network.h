// SPDX-License-Identifier: ISC
/// @file
/// The network in floats, forward and backward: hashed subword embeddings, two BiLSTM layers, tag
/// classifiers on the first, biaffine arcs and labels on the second.
/// After Dozat and Manning 2017 (biaffine) and Kiperwasser and Goldberg 2016 (multi-task BiLSTM).
#pragma once

#include "syntax/form_features.h"
#include "syntax/model_file.h"
#include "train/lstm.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente::train {

enum Task { kUposTask, kXposTask, kFeatsTask, kLemmaTask, kTasks };
inline constexpr int kMasked = -1;  ///< a class that is not known and not trained

struct Config {
  std::uint32_t form_rows = 0;  ///< row 0 is the artificial root, row 1 every unknown form
  std::uint32_t hash_rows = 40000;
  std::uint32_t embed = 128;
  std::uint32_t hidden = 160;
  std::uint32_t tag_hidden = 128;
  std::uint32_t arc = 128;
  std::uint32_t label = 96;
  std::array<std::uint32_t, kTasks> classes{};
  std::uint32_t labels = 0;
  float dropout = 0.3F;
  float recurrent_dropout = 0.0F;
};

/// What is known of a form; made once for each.
struct FormEntry {
  std::uint32_t row = 1;
  std::uint32_t count = 0;  ///< in the training data
  FormFeatures features;
};

/// A sentence; position 0 is the artificial root.
struct Example {
  std::vector<const FormEntry*> forms;
  std::array<std::vector<int>, kTasks> classes;
  std::vector<std::uint32_t> heads;
  std::vector<int> labels;
};

/// The same lists as Example, as predicted. Heads are each word's best, not necessarily a tree.
struct Prediction {
  std::array<std::vector<int>, kTasks> classes;
  std::vector<std::uint32_t> heads;
  std::vector<int> labels;  ///< for the predicted head
};

class Network {
 public:
  Network(const Config& config, Random& random);

  /// One step of training without the update: adds to all gradients. Returns the loss per word.
  float learn(const std::vector<const Example*>& batch, Random& random);
  std::vector<Prediction> predict(const std::vector<const Example*>& batch);

  std::vector<Parameter*>& parameters() { return parameters_; }
  /// Rounded to 8 bits, a scale for each output; matrices are turned to outputs x inputs.
  void store(ModelData& data) const;
  /// Begins with the weights of models that were stored before: their mean. Throws
  /// std::runtime_error if there is none or one has other sizes.
  /// Models that were trained on from a common one in different orders have a mean that is better
  /// than each (Wortsman et al. 2022, Model soups).
  void restore(std::span<const ModelData> models);

 private:
  struct Dense {
    Parameter weight, bias;
    Packed packed, packed_back;
  };
  struct Activations {
    BatchShape shape;
    std::vector<std::uint32_t> order;  ///< place in the batch -> sentence, longest first
    Matrix sum, normal, x, first, second, first_in, second_in;
    std::vector<float> inverse_deviation;
    std::vector<char> form_dropped;
    Matrix mask_x, mask_first, mask_second, mask_recurrent[4];
    Matrix tag_hidden, dependent, head, query, label_dependent, label_head;
  };

  void add(const ModelData& data, float share);
  void create_dense(Dense& dense, const std::string& name, std::size_t in, std::size_t out,
                    Random& random);
  void apply(const Dense& dense, const Matrix& in, bool rectify, Matrix& out) const;
  /// `gradient` is that of the output; adds to the weights' gradients and to `in_gradient`.
  void apply_back(Dense& dense, const Matrix& in, const Matrix& out, bool rectify, Matrix& gradient,
                  Matrix* in_gradient);
  void prepare();
  void encode(const std::vector<const Example*>& batch, Random* random, Activations& a);
  void encode_back(const std::vector<const Example*>& batch, Activations& a, Matrix& first_gradient,
                   Matrix& second_gradient);
  float learn_task(int task, const std::vector<const Example*>& batch, Activations& a,
                   const Matrix& hidden, Matrix& hidden_gradient);
  float learn_arcs(const std::vector<const Example*>& batch, Activations& a,
                   Matrix& second_gradient);
  float learn_labels(const std::vector<const Example*>& batch, Activations& a,
                     Matrix& second_gradient);

  Config config_;
  Parameter forms_, hashed_, norm_gain_, norm_bias_;
  Lstm lstm_[4];  // first forward, first backward, second forward, second backward
  Dense tag_layer_, dependent_, head_, arc_, label_dependent_, label_head_, label_;
  std::array<Dense, kTasks> task_;
  std::vector<Parameter*> parameters_;
};

}  // namespace entente::train
