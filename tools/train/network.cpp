// SPDX-License-Identifier: ISC
#include "train/network.h"

#include "syntax/activation.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <stdexcept>

namespace entente::train {

namespace {

constexpr std::array<float, kTasks> kTaskWeight = {0.3F, 0.3F, 0.15F, 0.3F};
constexpr float kNormEpsilon = 1e-5F;

// A mask per sentence: 0 with the given probability, else what keeps the mean.
Matrix make_mask(std::size_t sentences, std::size_t cols, float dropout, Random& random) {
  Matrix mask(sentences, cols);
  for (float& cell : mask.data) cell = random.chance(dropout) ? 0.0F : 1.0F / (1.0F - dropout);
  return mask;
}

void apply_mask(const BatchShape& shape, const Matrix& mask, Matrix& rows) {
  if (mask.rows == 0) return;
  for (std::size_t s = 0; s < shape.lengths.size(); ++s) {
    for (std::size_t i = 0; i < shape.lengths[s]; ++i) {
      float* row = rows.row(shape.starts[s] + i);
      for (std::size_t j = 0; j < rows.cols; ++j) row[j] *= mask.row(s)[j];
    }
  }
}

// Turns scores into probabilities minus the one of `gold`; returns the loss.
float softmax_loss(float* scores, std::size_t count, std::size_t gold) {
  const float top = *std::max_element(scores, scores + count);
  float sum = 0.0F;
  for (std::size_t j = 0; j < count; ++j) sum += scores[j] = std::exp(scores[j] - top);
  for (std::size_t j = 0; j < count; ++j) scores[j] /= sum;
  const float loss = -std::log(std::max(scores[gold], 1e-12F));
  scores[gold] -= 1.0F;
  return loss;
}

float dot(const float* a, const float* b, std::size_t size) {
  float sum = 0.0F;
  for (std::size_t j = 0; j < size; ++j) sum += a[j] * b[j];
  return sum;
}

void add_scaled(float scale, const float* from, float* to, std::size_t size) {
  for (std::size_t j = 0; j < size; ++j) to[j] += scale * from[j];
}

int best(const float* scores, std::size_t count) {
  return static_cast<int>(std::max_element(scores, scores + count) - scores);
}

}  // namespace

Network::Network(const Config& config, Random& random) : config_(config) {
  const std::size_t d = config.embed, h = config.hidden;
  forms_.create("forms", config.form_rows, d, 0.1F, random);
  hashed_.create("hashed", config.hash_rows, d, 0.1F, random);
  forms_.sparse = hashed_.sparse = true;
  norm_gain_.create("norm.gain", 1, d, 0.0F, random);
  std::fill(norm_gain_.value.data.begin(), norm_gain_.value.data.end(), 1.0F);
  norm_bias_.create("norm.bias", 1, d, 0.0F, random);
  lstm_[0].create("first.forward", d, h, random);
  lstm_[1].create("first.backward", d, h, random);
  lstm_[2].create("second.forward", 2 * h, h, random);
  lstm_[3].create("second.backward", 2 * h, h, random);
  create_dense(tag_layer_, "tags", 2 * h, config.tag_hidden, random);
  create_dense(dependent_, "arc.dependent", 2 * h, config.arc, random);
  create_dense(head_, "arc.head", 2 * h, config.arc, random);
  create_dense(arc_, "arc", config.arc, config.arc, random);
  create_dense(label_dependent_, "label.dependent", 2 * h, config.label, random);
  create_dense(label_head_, "label.head", 2 * h, config.label, random);
  create_dense(label_, "label", 2 * config.label, config.labels, random);
  const char* names[kTasks] = {"upos", "xpos", "feats", "lemma"};
  for (int task = 0; task < kTasks; ++task) {
    create_dense(task_[task], names[task], config.tag_hidden, config.classes[task], random);
  }
  for (Parameter* p : {&forms_, &hashed_, &norm_gain_, &norm_bias_}) parameters_.push_back(p);
  for (Lstm& lstm : lstm_) {
    for (Parameter* p : {&lstm.input, &lstm.recurrent, &lstm.bias}) parameters_.push_back(p);
  }
  for (Dense* dense :
       {&tag_layer_, &dependent_, &head_, &arc_, &label_dependent_, &label_head_, &label_}) {
    parameters_.push_back(&dense->weight);
    parameters_.push_back(&dense->bias);
  }
  for (Dense& dense : task_) {
    parameters_.push_back(&dense.weight);
    parameters_.push_back(&dense.bias);
  }
}

void Network::create_dense(Dense& dense, const std::string& name, std::size_t in, std::size_t out,
                           Random& random) {
  dense.weight.create(name + ".weight", in, out, std::sqrt(6.0F / static_cast<float>(in + out)),
                      random);
  dense.bias.create(name + ".bias", 1, out, 0.0F, random);
}

void Network::prepare() {
  for (Lstm& lstm : lstm_) lstm.prepare();
  std::vector<Dense*> all = {&tag_layer_,       &dependent_,  &head_, &arc_,
                             &label_dependent_, &label_head_, &label_};
  for (Dense& dense : task_) all.push_back(&dense);
  for (Dense* dense : all) {
    pack(dense->weight.value, dense->packed);
    pack_transposed(dense->weight.value, dense->packed_back);
  }
}

void Network::apply(const Dense& dense, const Matrix& in, bool rectify, Matrix& out) const {
  out.reset(in.rows, dense.bias.value.cols);
  for (std::size_t r = 0; r < out.rows; ++r)
    std::memcpy(out.row(r), dense.bias.value.row(0), out.cols * sizeof(float));
  multiply_add(all_of(in), dense.packed, out.data.data(), out.cols);
  if (!rectify) return;
  for (float& cell : out.data) cell = leaky(cell);
}

void Network::apply_back(Dense& dense, const Matrix& in, const Matrix& out, bool rectify,
                         Matrix& gradient, Matrix* in_gradient) {
  if (rectify) {
    for (std::size_t i = 0; i < gradient.data.size(); ++i)
      gradient.data[i] *= out.data[i] > 0.0F ? 1.0F : 0.1F;
  }
  Packed packed;
  pack(gradient, packed);
  multiply_add(transposed(in), packed, dense.weight.gradient.data.data(), gradient.cols);
  for (std::size_t r = 0; r < gradient.rows; ++r) {
    add_scaled(1.0F, gradient.row(r), dense.bias.gradient.data.data(), gradient.cols);
  }
  if (in_gradient != nullptr)
    multiply_add(all_of(gradient), dense.packed_back, in_gradient->data.data(), in_gradient->cols);
}

void Network::encode(const std::vector<const Example*>& batch, Random* random, Activations& a) {
  a.order.resize(batch.size());
  std::iota(a.order.begin(), a.order.end(), 0U);
  std::stable_sort(a.order.begin(), a.order.end(), [&](std::uint32_t x, std::uint32_t y) {
    return batch[x]->forms.size() > batch[y]->forms.size();
  });
  std::vector<std::uint32_t> lengths;
  for (const std::uint32_t s : a.order)
    lengths.push_back(static_cast<std::uint32_t>(batch[s]->forms.size()));
  a.shape = make_shape(std::move(lengths));
  const std::size_t n = a.shape.rows(), d = config_.embed, h = config_.hidden;
  if (random != nullptr) {
    const std::size_t s = batch.size();
    a.mask_x = make_mask(s, d, config_.dropout, *random);
    a.mask_first = make_mask(s, 2 * h, config_.dropout, *random);
    a.mask_second = make_mask(s, 2 * h, config_.dropout, *random);
    if (config_.recurrent_dropout > 0) {
      for (Matrix& mask : a.mask_recurrent)
        mask = make_mask(s, h, config_.recurrent_dropout, *random);
    }
  }
  a.sum.reset(n, d);
  a.normal.reset(n, d);
  a.x.reset(n, d);
  a.inverse_deviation.assign(n, 0.0F);
  a.form_dropped.assign(n, 0);
  std::size_t r = 0;
  for (const std::uint32_t s : a.order) {
    for (const FormEntry* form : batch[s]->forms) {
      float* sum = a.sum.row(r);
      const float drop = 0.5F / (0.5F + static_cast<float>(form->count));
      a.form_dropped[r] = form->row > 1 && random != nullptr && random->chance(drop);
      add_scaled(1.0F, forms_.value.row(a.form_dropped[r] ? 1 : form->row), sum, d);
      for (const std::uint32_t row : form->features.single)
        add_scaled(1.0F, hashed_.value.row(row), sum, d);
      const float share =
          1.0F / std::sqrt(std::max<float>(1.0F, static_cast<float>(form->features.grams.size())));
      for (const std::uint32_t row : form->features.grams)
        add_scaled(share, hashed_.value.row(row), sum, d);
      float mean = 0.0F, square = 0.0F;
      for (std::size_t j = 0; j < d; ++j) mean += sum[j];
      mean /= static_cast<float>(d);
      for (std::size_t j = 0; j < d; ++j) square += (sum[j] - mean) * (sum[j] - mean);
      const float inverse = 1.0F / std::sqrt(square / static_cast<float>(d) + kNormEpsilon);
      a.inverse_deviation[r] = inverse;
      for (std::size_t j = 0; j < d; ++j) {
        a.normal.row(r)[j] = (sum[j] - mean) * inverse;
        a.x.row(r)[j] = a.normal.row(r)[j] * norm_gain_.value.data[j] + norm_bias_.value.data[j];
      }
      ++r;
    }
  }
  apply_mask(a.shape, a.mask_x, a.x);
  a.first.reset(n, 2 * h);
  lstm_[0].forward(a.x, a.shape, false, a.mask_recurrent[0], a.first, 0);
  lstm_[1].forward(a.x, a.shape, true, a.mask_recurrent[1], a.first, h);
  apply_mask(a.shape, a.mask_first, a.first);
  a.second.reset(n, 2 * h);
  lstm_[2].forward(a.first, a.shape, false, a.mask_recurrent[2], a.second, 0);
  lstm_[3].forward(a.first, a.shape, true, a.mask_recurrent[3], a.second, h);
  apply_mask(a.shape, a.mask_second, a.second);
  apply(tag_layer_, a.first, true, a.tag_hidden);
  apply(dependent_, a.second, true, a.dependent);
  apply(head_, a.second, true, a.head);
  apply(arc_, a.dependent, false, a.query);
  apply(label_dependent_, a.second, false, a.label_dependent);
  apply(label_head_, a.second, false, a.label_head);
}

void Network::encode_back(const std::vector<const Example*>& batch, Activations& a,
                          Matrix& first_gradient, Matrix& second_gradient) {
  const std::size_t n = a.shape.rows(), d = config_.embed, h = config_.hidden;
  apply_mask(a.shape, a.mask_second, second_gradient);
  lstm_[2].backward(second_gradient, 0, first_gradient);
  lstm_[3].backward(second_gradient, h, first_gradient);
  apply_mask(a.shape, a.mask_first, first_gradient);
  Matrix dx(n, d);
  lstm_[0].backward(first_gradient, 0, dx);
  lstm_[1].backward(first_gradient, h, dx);
  apply_mask(a.shape, a.mask_x, dx);
  std::vector<float> dsum(d);
  std::size_t r = 0;
  for (const std::uint32_t s : a.order) {
    for (const FormEntry* form : batch[s]->forms) {
      const float* g = dx.row(r);
      const float* normal = a.normal.row(r);
      float mean = 0.0F, along = 0.0F;
      for (std::size_t j = 0; j < d; ++j) {
        norm_gain_.gradient.data[j] += g[j] * normal[j];
        norm_bias_.gradient.data[j] += g[j];
        dsum[j] = g[j] * norm_gain_.value.data[j];
        mean += dsum[j];
        along += dsum[j] * normal[j];
      }
      mean /= static_cast<float>(d);
      along /= static_cast<float>(d);
      for (std::size_t j = 0; j < d; ++j)
        dsum[j] = (dsum[j] - mean - normal[j] * along) * a.inverse_deviation[r];
      const std::uint32_t form_row = a.form_dropped[r] ? 1 : form->row;
      forms_.touch(form_row);
      add_scaled(1.0F, dsum.data(), forms_.gradient.row(form_row), d);
      for (const std::uint32_t row : form->features.single) {
        hashed_.touch(row);
        add_scaled(1.0F, dsum.data(), hashed_.gradient.row(row), d);
      }
      const float share =
          1.0F / std::sqrt(std::max<float>(1.0F, static_cast<float>(form->features.grams.size())));
      for (const std::uint32_t row : form->features.grams) {
        hashed_.touch(row);
        add_scaled(share, dsum.data(), hashed_.gradient.row(row), d);
      }
      ++r;
    }
  }
}

float Network::learn_task(int task, const std::vector<const Example*>& batch, Activations& a,
                          const Matrix& hidden, Matrix& hidden_gradient) {
  Matrix scores;
  apply(task_[task], hidden, false, scores);
  float loss = 0.0F;
  std::size_t r = 0;
  for (const std::uint32_t s : a.order) {
    for (const int gold : batch[s]->classes[task]) {
      float* row = scores.row(r++);
      if (gold == kMasked) {
        std::fill_n(row, scores.cols, 0.0F);
        continue;
      }
      loss += softmax_loss(row, scores.cols, static_cast<std::size_t>(gold));
      for (std::size_t j = 0; j < scores.cols; ++j) row[j] *= kTaskWeight[task];
    }
  }
  apply_back(task_[task], hidden, scores, false, scores, &hidden_gradient);
  return kTaskWeight[task] * loss;
}

float Network::learn_arcs(const std::vector<const Example*>& batch, Activations& a,
                          Matrix& second_gradient) {
  const std::size_t n = a.shape.rows(), size = config_.arc;
  Matrix dquery(n, size), dhead(n, size), ddependent(n, size);
  std::vector<float> scores;
  float loss = 0.0F;
  for (std::size_t s = 0; s < batch.size(); ++s) {
    const std::size_t first = a.shape.starts[s], length = a.shape.lengths[s];
    const Example& example = *batch[a.order[s]];
    scores.resize(length);
    for (std::size_t i = 1; i < length; ++i) {
      for (std::size_t j = 0; j < length; ++j)
        scores[j] = dot(a.query.row(first + i), a.head.row(first + j), size);
      scores[i] = -1e9F;
      loss += softmax_loss(scores.data(), length, example.heads[i]);
      for (std::size_t j = 0; j < length; ++j) {
        add_scaled(scores[j], a.head.row(first + j), dquery.row(first + i), size);
        add_scaled(scores[j], a.query.row(first + i), dhead.row(first + j), size);
      }
    }
  }
  apply_back(arc_, a.dependent, a.query, false, dquery, &ddependent);
  apply_back(dependent_, a.second, a.dependent, true, ddependent, &second_gradient);
  apply_back(head_, a.second, a.head, true, dhead, &second_gradient);
  return loss;
}

float Network::learn_labels(const std::vector<const Example*>& batch, Activations& a,
                            Matrix& second_gradient) {
  const std::size_t n = a.shape.rows(), size = config_.label;
  std::vector<std::uint32_t> head_row(n);
  Matrix joint(n, 2 * size), scores;
  for (std::size_t s = 0; s < batch.size(); ++s) {
    for (std::size_t i = 0; i < a.shape.lengths[s]; ++i) {
      const std::size_t r = a.shape.starts[s] + i;
      head_row[r] = a.shape.starts[s] + batch[a.order[s]]->heads[i];
      const float *x = a.label_dependent.row(r), *y = a.label_head.row(head_row[r]);
      for (std::size_t j = 0; j < size; ++j) {
        joint.row(r)[j] = leaky(x[j] + y[j]);
        joint.row(r)[size + j] = x[j] * y[j];
      }
    }
  }
  apply(label_, joint, false, scores);
  float loss = 0.0F;
  for (std::size_t s = 0; s < batch.size(); ++s) {
    std::fill_n(scores.row(a.shape.starts[s]), scores.cols, 0.0F);
    for (std::size_t i = 1; i < a.shape.lengths[s]; ++i) {
      const int gold = batch[a.order[s]]->labels[i];
      loss += softmax_loss(scores.row(a.shape.starts[s] + i), scores.cols,
                           static_cast<std::size_t>(gold));
    }
  }
  Matrix djoint(n, 2 * size), dx(n, size), dy(n, size);
  apply_back(label_, joint, scores, false, scores, &djoint);
  for (std::size_t r = 0; r < n; ++r) {
    const float *x = a.label_dependent.row(r), *y = a.label_head.row(head_row[r]),
                *g = djoint.row(r);
    for (std::size_t j = 0; j < size; ++j) {
      const float both = g[j] * (joint.row(r)[j] > 0.0F ? 1.0F : 0.1F);
      dx.row(r)[j] += both + g[size + j] * y[j];
      dy.row(head_row[r])[j] += both + g[size + j] * x[j];
    }
  }
  apply_back(label_dependent_, a.second, a.label_dependent, false, dx, &second_gradient);
  apply_back(label_head_, a.second, a.label_head, false, dy, &second_gradient);
  return loss;
}

float Network::learn(const std::vector<const Example*>& batch, Random& random) {
  prepare();
  Activations a;
  encode(batch, &random, a);
  const std::size_t n = a.shape.rows(), h = config_.hidden;
  Matrix first_gradient(n, 2 * h), second_gradient(n, 2 * h);
  Matrix tag_gradient(n, config_.tag_hidden);
  float loss = 0.0F;
  for (int task = 0; task < kTasks; ++task) {
    loss += learn_task(task, batch, a, a.tag_hidden, tag_gradient);
  }
  apply_back(tag_layer_, a.first, a.tag_hidden, true, tag_gradient, &first_gradient);
  loss += learn_arcs(batch, a, second_gradient);
  loss += learn_labels(batch, a, second_gradient);
  encode_back(batch, a, first_gradient, second_gradient);
  const float scale = 1.0F / static_cast<float>(n);
  for (Parameter* p : parameters_) {
    if (!p->sparse) {
      for (float& g : p->gradient.data) g *= scale;
      continue;
    }
    for (const std::uint32_t row : p->touched) {
      for (std::size_t j = 0; j < p->gradient.cols; ++j) p->gradient.row(row)[j] *= scale;
    }
  }
  return loss * scale;
}

std::vector<Prediction> Network::predict(const std::vector<const Example*>& batch) {
  prepare();
  Activations a;
  encode(batch, nullptr, a);
  std::vector<Prediction> predictions(batch.size());
  std::array<Matrix, kTasks> scores;
  for (int task = 0; task < kTasks; ++task) {
    apply(task_[task], a.tag_hidden, false, scores[task]);
  }
  Matrix joint(1, 2 * config_.label), label_scores;
  for (std::size_t s = 0; s < batch.size(); ++s) {
    Prediction& into = predictions[a.order[s]];
    const std::size_t first = a.shape.starts[s], length = a.shape.lengths[s];
    for (std::size_t i = 0; i < length; ++i) {
      for (int task = 0; task < kTasks; ++task) {
        into.classes[task].push_back(best(scores[task].row(first + i), scores[task].cols));
      }
      std::vector<float> arcs(length);
      for (std::size_t j = 0; j < length; ++j) {
        arcs[j] = j == i ? -1e9F : dot(a.query.row(first + i), a.head.row(first + j), config_.arc);
      }
      const auto head = static_cast<std::uint32_t>(best(arcs.data(), length));
      into.heads.push_back(i == 0 ? 0 : head);
      const float *x = a.label_dependent.row(first + i), *y = a.label_head.row(first + head);
      for (std::size_t j = 0; j < config_.label; ++j) {
        joint.data[j] = leaky(x[j] + y[j]);
        joint.data[config_.label + j] = x[j] * y[j];
      }
      apply(label_, joint, false, label_scores);
      into.labels.push_back(best(label_scores.data.data(), label_scores.cols));
    }
  }
  return predictions;
}

void Network::store(ModelData& data) const {
  for (const Parameter* p : parameters_) {
    const Matrix& value = p->value;
    if (value.rows == 1) {
      data.vectors[p->name] = value.data;
      continue;
    }
    ModelMatrix& matrix = data.matrices[p->name];
    matrix.rows = static_cast<std::uint32_t>(p->sparse ? value.rows : value.cols);
    matrix.cols = static_cast<std::uint32_t>(p->sparse ? value.cols : value.rows);
    for (std::uint32_t r = 0; r < matrix.rows; ++r) {
      const auto at = [&](std::uint32_t c) {
        return p->sparse ? value.row(r)[c] : value.row(c)[r];
      };
      float top = 1e-12F;
      for (std::uint32_t c = 0; c < matrix.cols; ++c) top = std::max(top, std::fabs(at(c)));
      matrix.scales.push_back(top / 127.0F);
      for (std::uint32_t c = 0; c < matrix.cols; ++c) {
        matrix.values.push_back(
            static_cast<std::int8_t>(std::lround(at(c) / matrix.scales.back())));
      }
    }
  }
}

void Network::restore(std::span<const ModelData> models) {
  if (models.empty()) throw std::runtime_error("no model to start from");
  for (Parameter* p : parameters_) std::fill(p->value.data.begin(), p->value.data.end(), 0.0F);
  for (const ModelData& model : models) add(model, 1.0F / static_cast<float>(models.size()));
}

void Network::add(const ModelData& data, float share) {
  for (Parameter* p : parameters_) {
    Matrix& value = p->value;
    const auto unfit = [&] {
      return std::runtime_error("the model to start from has no fitting " + p->name);
    };
    if (value.rows == 1) {
      const auto found = data.vectors.find(p->name);
      if (found == data.vectors.end() || found->second.size() != value.data.size()) throw unfit();
      for (std::size_t i = 0; i < value.data.size(); ++i) value.data[i] += share * found->second[i];
      continue;
    }
    const auto found = data.matrices.find(p->name);
    if (found == data.matrices.end() || found->second.values.size() != value.data.size())
      throw unfit();
    const ModelMatrix& matrix = found->second;
    for (std::uint32_t r = 0; r < matrix.rows; ++r) {
      for (std::uint32_t c = 0; c < matrix.cols; ++c) {
        const float weight =
            static_cast<float>(matrix.values[r * matrix.cols + c]) * matrix.scales[r];
        (p->sparse ? value.row(r)[c] : value.row(c)[r]) += share * weight;
      }
    }
  }
}

}  // namespace entente::train
