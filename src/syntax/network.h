// SPDX-License-Identifier: ISC
/// @file
/// The trained network at work: forms in, tags, heads and labels out. A two-layer BiLSTM over
/// hashed subword embeddings with classifiers and a biaffine arc scorer (Dozat and Manning 2017).
/// All results are the same for any batching and any vector unit (see kernels.h).
#pragma once

#include "syntax/kernels.h"
#include "syntax/model_file.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// What the network decides for each word beside its head and label.
enum Task : std::uint8_t { kUposTask, kXposTask, kFeatsTask, kLemmaTask, kTasks };

/// What the network says of a sentence; every list has one entry per word.
struct Analysis {
  std::vector<std::uint16_t> heads;                        ///< 0 is root; a tree
  std::vector<std::uint16_t> labels;                       ///< index into NetworkLists::deprels
  std::array<std::vector<std::uint16_t>, kTasks> classes;  ///< index into NetworkLists::classes
};

/// Names of the classes.
struct NetworkLists {
  std::array<std::vector<std::string>, kTasks> classes;
  std::vector<std::string> deprels;
};

class Network {
 public:
  /// Takes its parts out of `data`. Throws ConfigError naming `file` if one is missing or of a
  /// wrong size.
  Network(ModelData& data, const std::string& file);

  /// Analyses sentences, given as their forms. Requires: none is empty.
  std::vector<Analysis> analyze(std::span<const std::vector<std::string_view>> sentences,
                                VectorUnit unit) const;

  const NetworkLists& lists() const { return lists_; }

 private:
  /// Two directions over the same inputs.
  struct BiLstm {
    std::array<Layer, 2> input, recurrent;
  };
  struct Words;
  class Batch;

  void add_form(std::string_view form, VectorUnit unit, Words& words) const;
  std::uint32_t form_row(std::string_view form) const;

  std::size_t embed_ = 0, hidden_ = 0;
  ModelMatrix forms_, hashed_;
  std::vector<float> norm_gain_, norm_bias_;
  std::array<BiLstm, 2> lstm_;
  Layer tags_, dependent_, head_, arc_, label_dependent_, label_head_, label_;
  std::array<Layer, kTasks> tasks_;
  NetworkLists lists_;
  std::uint16_t root_label_ = 0;
  std::vector<std::string> form_list_;
  std::unordered_map<std::string_view, std::uint32_t> form_rows_;  // looked up only, never listed
};

}  // namespace entente
