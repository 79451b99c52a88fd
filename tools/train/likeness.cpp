// SPDX-License-Identifier: ISC
#include "train/likeness.h"

#include "syntax/form_features.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace entente::train {

namespace {

void add_row(const ModelMatrix& matrix, std::size_t row, float share, std::vector<float>& sum) {
  for (std::size_t j = 0; j < sum.size(); ++j) {
    sum[j] += static_cast<float>(matrix.values[row * matrix.cols + j]) * matrix.scales[row] * share;
  }
}

// Adds what a form's letters give, `sign` times.
void add_letters(const ModelMatrix& hashed, const std::string& form, float sign,
                 std::vector<float>& sum) {
  FormFeatures features;
  find_features(form, hashed.rows, features);
  for (const std::uint32_t row : features.single) add_row(hashed, row, sign, sum);
  const float share = sign / std::sqrt(static_cast<float>(features.grams.size()));
  for (const std::uint32_t row : features.grams) add_row(hashed, row, share, sum);
}

// Row of a form in the table; 0 if there is none (rows 0 and 1 are no forms).
std::size_t row_of(const std::vector<std::string>& forms, const std::string& form) {
  const auto found = std::find(forms.begin(), forms.end(), form);
  return found == forms.end() ? 0 : static_cast<std::size_t>(found - forms.begin()) + 2;
}

void set_row(ModelMatrix& matrix, std::size_t row, const std::vector<float>& values) {
  float top = 1e-12F;
  for (const float value : values) top = std::max(top, std::fabs(value));
  matrix.scales[row] = top / 127.0F;
  for (std::size_t j = 0; j < values.size(); ++j) {
    matrix.values[row * matrix.cols + j] =
        static_cast<std::int8_t>(std::lround(values[j] / matrix.scales[row]));
  }
}

void add_verb(const std::string& form, const std::string& lemma, std::vector<std::string>& verbs) {
  const bool known = std::any_of(verbs.begin(), verbs.end(), [&](const std::string& entry) {
    return entry.starts_with(form + " ");
  });
  if (!known) verbs.push_back(form + " " + lemma);
}

}  // namespace

void add_likenesses(const std::string& path, ModelData& data) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot open " + path);
  ModelMatrix& table = data.matrices.at("forms");
  const ModelMatrix& hashed = data.matrices.at("hashed");
  std::vector<std::string>& forms = data.lists.at("forms");
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream fields(line.substr(0, line.find('#')));
    std::string word, model, lemma;
    if (!(fields >> word >> model)) continue;
    if (fields >> lemma) add_verb(word, lemma, data.lists.at("lemmas.VERB"));
    const std::size_t model_row = row_of(forms, model);
    if (model_row == 0)
      throw std::runtime_error(path + ": \"" + model + "\" is no form of the model");
    std::vector<float> sum(table.cols, 0.0F);
    add_row(table, model_row, 1.0F, sum);
    add_letters(hashed, model, 1.0F, sum);
    add_letters(hashed, word, -1.0F, sum);
    std::size_t row = row_of(forms, word);
    if (row == 0) {
      row = forms.size() + 2;
      forms.push_back(word);
      ++table.rows;
      table.values.resize(table.values.size() + table.cols);
      table.scales.push_back(0.0F);
    }
    set_row(table, row, sum);
  }
}

}  // namespace entente::train
