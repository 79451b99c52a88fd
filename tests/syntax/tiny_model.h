// SPDX-License-Identifier: ISC
/// @file
/// A small network with made-up weights: knows nothing, but computes like a large one.
#pragma once

#include "syntax/model_file.h"

#include <cstdint>
#include <string>

namespace entente::test {

class TinyModel {
 public:
  static ModelData make() {
    TinyModel tiny;
    constexpr std::uint32_t kEmbed = 16, kHidden = 24, kTags = 20, kArc = 12, kLabel = 10;
    tiny.data_.lists["upos"] = {"NOUN", "VERB", "PUNCT"};
    tiny.data_.lists["xpos"] = {"NN", "VBD", "."};
    tiny.data_.lists["feats"] = {"", "Number=Sing"};
    tiny.data_.lists["lemma"] = {"l0", "l1", "k0"};
    tiny.data_.lists["deprel"] = {"punct", "root", "nsubj", "obj"};
    tiny.data_.lists["forms"] = {"said", "the"};
    tiny.matrix("forms", 4, kEmbed);
    tiny.matrix("hashed", 97, kEmbed);
    tiny.vector("norm.gain", kEmbed);
    tiny.vector("norm.bias", kEmbed);
    for (const std::string name :
         {"first.forward", "first.backward", "second.forward", "second.backward"}) {
      tiny.matrix(name + ".input", 4 * kHidden, name.starts_with("first") ? kEmbed : 2 * kHidden);
      tiny.matrix(name + ".recurrent", 4 * kHidden, kHidden);
      tiny.vector(name + ".bias", 4 * kHidden);
    }
    tiny.layer("tags", kTags, 2 * kHidden);
    tiny.layer("arc.dependent", kArc, 2 * kHidden);
    tiny.layer("arc.head", kArc, 2 * kHidden);
    tiny.layer("arc", kArc, kArc);
    tiny.layer("label.dependent", kLabel, 2 * kHidden);
    tiny.layer("label.head", kLabel, 2 * kHidden);
    tiny.layer("label", 4, 2 * kLabel);
    for (const std::string name : {"upos", "xpos", "feats", "lemma"}) {
      tiny.layer(name, static_cast<std::uint32_t>(tiny.data_.lists[name].size()), kTags);
    }
    return tiny.data_;
  }

 private:
  // A linear congruential generator (Numerical Recipes), upper bits.
  std::int32_t next() {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<std::int32_t>(state_ >> 16);
  }
  void matrix(const std::string& name, std::uint32_t rows, std::uint32_t cols) {
    ModelMatrix& matrix = data_.matrices[name];
    matrix.rows = rows;
    matrix.cols = cols;
    for (std::uint32_t i = 0; i < rows * cols; ++i)
      matrix.values.push_back(static_cast<std::int8_t>(next() % 255 - 127));
    for (std::uint32_t r = 0; r < rows; ++r)
      matrix.scales.push_back(0.002F + 0.00001F * static_cast<float>(next() % 300));
  }
  void vector(const std::string& name, std::uint32_t size) {
    for (std::uint32_t i = 0; i < size; ++i) {
      data_.vectors[name].push_back(static_cast<float>(next() % 2000 - 1000) / 700.0F);
    }
  }
  void layer(const std::string& name, std::uint32_t rows, std::uint32_t cols) {
    matrix(name + ".weight", rows, cols);
    vector(name + ".bias", rows);
  }

  ModelData data_;
  std::uint32_t state_ = 7;
};

}  // namespace entente::test
