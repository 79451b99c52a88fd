// SPDX-License-Identifier: ISC
#include "syntax/network.h"

#include "syntax/form_features.h"
#include "syntax/tree.h"
#include "text/diagnostic.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

namespace entente {

namespace {

constexpr std::uint32_t kRootRow = 0;  // of the table of forms
constexpr std::uint32_t kUnknownRow = 1;
constexpr float kNormEpsilon = 1e-5F;
constexpr std::size_t kMaxInputs = 512;  // what 32-bit sums bear
// Arc scores are sums of products of two numbers below 4096, which 32 bits hold for 128 of them.
constexpr float kQuerySteps = 64.0F;
constexpr float kHeadSteps = 256.0F;
constexpr float kArcLimit = 4095.0F;
constexpr std::size_t kMaxArcSize = 128;
// Sentences computed together: enough to fill the products, few enough for the cache.
constexpr std::size_t kBatchSentences = 48;
constexpr std::size_t kBatchWords = 1200;

/// Takes the parts out of a model and checks how they fit.
class Parts {
 public:
  Parts(ModelData& data, const std::string& file) : data_(data), file_(file) {}

  ModelMatrix matrix(const std::string& name, std::size_t cols) {
    const auto found = data_.matrices.find(name);
    if (found == data_.matrices.end()) fail(name, "is missing");
    if (found->second.cols != cols || cols % 2 != 0 || cols > kMaxInputs)
      fail(name, "has a wrong size");
    return std::move(found->second);
  }
  std::vector<float> vector(const std::string& name, std::size_t size) {
    const auto found = data_.vectors.find(name);
    if (found == data_.vectors.end()) fail(name, "is missing");
    if (found->second.size() != size) fail(name, "has a wrong size");
    return std::move(found->second);
  }
  std::vector<std::string> list(const std::string& name) {
    const auto found = data_.lists.find(name);
    if (found == data_.lists.end() || found->second.empty()) fail(name, "is missing");
    return std::move(found->second);
  }
  Layer layer(const std::string& name, std::size_t inputs, std::size_t outputs, float steps) {
    const ModelMatrix weights = matrix(name + ".weight", inputs);
    if (outputs != 0 && weights.rows != outputs) fail(name, "has a wrong size");
    return make_layer(weights, vector(name + ".bias", weights.rows), steps);
  }
  [[noreturn]] void fail(const std::string& name, const std::string& what) const {
    throw ConfigError({Severity::Error, file_, 0, 0, "the model's part \"" + name + "\" " + what});
  }

 private:
  ModelData& data_;
  const std::string& file_;
};

// Index of the greatest of the first `count` values; of equals, the first.
std::uint16_t best(const float* values, std::size_t count) {
  return static_cast<std::uint16_t>(std::max_element(values, values + count) - values);
}

}  // namespace

// The different forms of a call, each computed once: inputs of the first layer's gates.
struct Network::Words {
  std::unordered_map<std::string_view, std::uint32_t> ids;
  std::vector<std::int16_t> inputs;         // forms x embed
  std::array<std::vector<float>, 2> gates;  // forms x 4 hidden, for each direction
  FormFeatures features;
  std::vector<float> sum;
};

Network::Network(ModelData& data, const std::string& file) {
  Parts parts(data, file);
  norm_gain_ = parts.vector("norm.gain", data.vectors["norm.gain"].size());
  embed_ = norm_gain_.size();
  norm_bias_ = parts.vector("norm.bias", embed_);
  forms_ = parts.matrix("forms", embed_);
  hashed_ = parts.matrix("hashed", embed_);
  hidden_ = data.vectors["first.forward.bias"].size() / 4;
  const std::array<std::string, 2> names = {"first.", "second."},
                                   directions = {"forward", "backward"};
  for (std::size_t l = 0; l < 2; ++l) {
    const std::size_t inputs = l == 0 ? embed_ : 2 * hidden_;
    for (std::size_t d = 0; d < 2; ++d) {
      const std::string name = names[l] + directions[d];
      const std::vector<float> bias = parts.vector(name + ".bias", 4 * hidden_);
      lstm_[l].input[d] =
          make_layer(parts.matrix(name + ".input", inputs), bias, l == 0 ? kSteps : kStateSteps);
      lstm_[l].recurrent[d] =
          make_layer(parts.matrix(name + ".recurrent", hidden_), {}, kStateSteps);
      if (lstm_[l].input[d].outputs != 4 * hidden_ ||
          lstm_[l].recurrent[d].outputs != 4 * hidden_ || hidden_ % 8 != 0) {
        parts.fail(name, "has a wrong size");
      }
    }
  }
  tags_ = parts.layer("tags", 2 * hidden_, 0, kStateSteps);
  dependent_ = parts.layer("arc.dependent", 2 * hidden_, 0, kStateSteps);
  head_ = parts.layer("arc.head", 2 * hidden_, 0, kStateSteps);
  arc_ = parts.layer("arc", dependent_.outputs, head_.outputs, kSteps);
  if (head_.outputs > kMaxArcSize) parts.fail("arc.head", "has a wrong size");
  label_dependent_ = parts.layer("label.dependent", 2 * hidden_, 0, kStateSteps);
  label_head_ = parts.layer("label.head", 2 * hidden_, label_dependent_.outputs, kStateSteps);
  lists_.deprels = parts.list("deprel");
  label_ = parts.layer("label", 2 * label_dependent_.outputs, lists_.deprels.size(), kSteps);
  const char* task_names[kTasks] = {"upos", "xpos", "feats", "lemma"};
  for (std::size_t task = 0; task < kTasks; ++task) {
    lists_.classes[task] = parts.list(task_names[task]);
    tasks_[task] =
        parts.layer(task_names[task], tags_.outputs, lists_.classes[task].size(), kSteps);
  }
  const auto root = std::find(lists_.deprels.begin(), lists_.deprels.end(), "root");
  if (root == lists_.deprels.end()) parts.fail("deprel", "has no root");
  root_label_ = static_cast<std::uint16_t>(root - lists_.deprels.begin());
  form_list_ = parts.list("forms");
  if (forms_.rows != form_list_.size() + 2) parts.fail("forms", "has a wrong size");
  for (std::size_t i = 0; i < form_list_.size(); ++i)
    form_rows_[form_list_[i]] = static_cast<std::uint32_t>(i + 2);
}

std::uint32_t Network::form_row(std::string_view form) const {
  const auto found = form_rows_.find(normalize_form(form));
  return found == form_rows_.end() ? kUnknownRow : found->second;
}

// Adds the normalised sum of the form's embeddings to words.inputs. The empty form is the root.
void Network::add_form(std::string_view form, VectorUnit unit, Words& words) const {
  std::vector<float>& sum = words.sum;
  sum.assign(embed_, 0.0F);
  const auto add = [&](const ModelMatrix& table, std::size_t row, float share) {
    add_row(unit, {table.values.data() + row * embed_, embed_}, table.scales[row] * share,
            sum.data());
  };
  add(forms_, form.empty() ? kRootRow : form_row(form), 1.0F);
  if (!form.empty()) {
    find_features(form, hashed_.rows, words.features);
    for (const std::uint32_t row : words.features.single) add(hashed_, row, 1.0F);
    const auto grams = static_cast<float>(words.features.grams.size());
    for (const std::uint32_t row : words.features.grams) add(hashed_, row, 1.0F / std::sqrt(grams));
  }
  float mean = 0.0F, square = 0.0F;
  for (const float value : sum) mean += value;
  mean /= static_cast<float>(embed_);
  for (const float value : sum) square += (value - mean) * (value - mean);
  const float deviation = std::sqrt(square / static_cast<float>(embed_) + kNormEpsilon);
  for (std::size_t j = 0; j < embed_; ++j)
    sum[j] = (sum[j] - mean) / deviation * norm_gain_[j] + norm_bias_[j];
  const std::size_t at = words.inputs.size();
  words.inputs.resize(at + embed_);
  quantize(unit, sum, kSteps, 31.0F * kSteps, words.inputs.data() + at);
}

// Sentences computed together. Rows are words with the root in front, sentence after sentence,
// longest first; inside the LSTM they are visited step by step over the sentences still running.
class Network::Batch {
 public:
  Batch(const Network& network, const Words& words, VectorUnit unit)
      : net_(network), words_(words), unit_(unit) {}

  void add(const std::vector<std::uint32_t>& ids) {
    starts_.push_back(ids_.size());
    ids_.push_back(0);  // the root's form
    ids_.insert(ids_.end(), ids.begin(), ids.end());
  }
  std::size_t sentences() const { return starts_.size(); }
  std::size_t words() const { return ids_.size(); }

  std::vector<Analysis> run() {
    starts_.push_back(ids_.size());
    std::vector<const float*> gates(ids_.size());
    first_.resize(ids_.size() * 2 * net_.hidden_);
    second_.resize(first_.size());
    for (std::size_t d = 0; d < 2; ++d) {
      const std::size_t width = net_.lstm_[0].input[d].width;
      for (std::size_t r = 0; r < ids_.size(); ++r)
        gates[r] = words_.gates[d].data() + ids_[r] * width;
      run_direction(net_.lstm_[0].recurrent[d], gates, d == 1, first_);
    }
    std::vector<float> inputs;
    for (std::size_t d = 0; d < 2; ++d) {
      const Layer& layer = net_.lstm_[1].input[d];
      apply(layer, first_, inputs);
      for (std::size_t r = 0; r < ids_.size(); ++r) gates[r] = inputs.data() + r * layer.width;
      run_direction(net_.lstm_[1].recurrent[d], gates, d == 1, second_);
    }
    return decode();
  }

 private:
  std::size_t length(std::size_t sentence) const {
    return starts_[sentence + 1] - starts_[sentence];
  }

  void run_direction(const Layer& recurrent, const std::vector<const float*>& gates, bool from_end,
                     std::vector<std::int16_t>& out) {
    const std::size_t h = net_.hidden_, count = starts_.size() - 1;
    std::vector<std::int16_t> state(count * h, 0);
    std::vector<float> cell(count * h, 0.0F);
    sums_.assign(count * recurrent.width, 0);
    std::size_t running = count;
    for (std::size_t step = 0; step < length(0); ++step) {
      while (length(running - 1) <= step) --running;
      if (step > 0) multiply(unit_, state.data(), running, h, recurrent, sums_.data());
      for (std::size_t s = 0; s < running; ++s) {
        const std::size_t row = from_end ? starts_[s + 1] - 1 - step : starts_[s] + step;
        lstm_step(unit_, sums_.data() + s * recurrent.width, recurrent.scales.data(), gates[row], h,
                  cell.data() + s * h, state.data() + s * h);
        std::memcpy(out.data() + (2 * row + (from_end ? 1 : 0)) * h, state.data() + s * h,
                    h * sizeof(std::int16_t));
      }
    }
  }

  std::span<const std::int32_t> product(const Layer& layer, const std::vector<std::int16_t>& in) {
    const std::size_t rows = in.size() / layer.inputs;
    sums_.resize(rows * layer.width);
    multiply(unit_, in.data(), rows, layer.inputs, layer, sums_.data());
    return sums_;
  }

  // Rows of layer.width floats.
  void apply(const Layer& layer, const std::vector<std::int16_t>& in, std::vector<float>& out) {
    const std::span<const std::int32_t> sums = product(layer, in);
    out.resize(sums.size());
    for (std::size_t at = 0; at < sums.size(); at += layer.width) {
      scale(unit_, sums.subspan(at, layer.width), layer.scales.data(), layer.bias.data(),
            out.data() + at);
    }
  }

  // Rows of layer.outputs activations.
  void apply_rectified(const Layer& layer, const std::vector<std::int16_t>& in,
                       std::vector<std::int16_t>& out) {
    const std::span<const std::int32_t> sums = product(layer, in);
    const std::size_t rows = sums.size() / layer.width;
    out.resize(rows * layer.outputs);
    for (std::size_t r = 0; r < rows; ++r) {
      rectify(unit_, sums.subspan(r * layer.width, layer.outputs), layer.scales.data(),
              layer.bias.data(), out.data() + r * layer.outputs);
    }
  }

  std::vector<Analysis> decode() {
    std::vector<Analysis> analyses(starts_.size() - 1);
    decode_tasks(analyses);
    decode_heads(analyses);
    decode_labels(analyses);
    return analyses;
  }

  void decode_tasks(std::vector<Analysis>& analyses) {
    std::vector<std::int16_t> hidden;
    std::vector<float> scores;
    apply_rectified(net_.tags_, first_, hidden);
    for (std::size_t task = 0; task < kTasks; ++task) {
      const Layer& layer = net_.tasks_[task];
      apply(layer, hidden, scores);
      for (std::size_t s = 0; s < analyses.size(); ++s) {
        for (std::size_t r = starts_[s] + 1; r < starts_[s + 1]; ++r) {
          analyses[s].classes[task].push_back(best(scores.data() + r * layer.width, layer.outputs));
        }
      }
    }
  }

  void decode_heads(std::vector<Analysis>& analyses) {
    const std::size_t size = net_.head_.outputs;
    std::vector<std::int16_t> dependents, query(ids_.size() * size), heads(ids_.size() * size);
    std::vector<float> values;
    apply_rectified(net_.dependent_, second_, dependents);
    apply(net_.arc_, dependents, values);
    for (std::size_t r = 0; r < ids_.size(); ++r) {
      quantize(unit_, {values.data() + r * net_.arc_.width, size}, kQuerySteps, kArcLimit,
               query.data() + r * size);
    }
    apply_rectified(net_.head_, second_, dependents);
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const int value = dependents[i] / static_cast<int>(kSteps / kHeadSteps);
      heads[i] = static_cast<std::int16_t>(std::clamp(value, -4095, 4095));
    }
    std::vector<std::int32_t> scores;
    for (std::size_t s = 0; s < analyses.size(); ++s) {
      const std::size_t n = length(s) - 1;
      scores.resize(n * (n + 1));
      for (std::size_t i = 0; i < n; ++i) {
        const std::int16_t* word = query.data() + (starts_[s] + i + 1) * size;
        for (std::size_t j = 0; j <= n; ++j) {
          scores[i * (n + 1) + j] = dot(unit_, word, heads.data() + (starts_[s] + j) * size, size);
        }
      }
      analyses[s].heads = best_tree(scores, n);
    }
  }

  void decode_labels(std::vector<Analysis>& analyses) {
    std::vector<float> dependents, heads, scores;
    apply(net_.label_dependent_, second_, dependents);
    apply(net_.label_head_, second_, heads);
    const std::size_t width = net_.label_dependent_.width, size = net_.label_dependent_.outputs;
    std::vector<std::int16_t> joint(ids_.size() * 2 * size);
    for (std::size_t s = 0; s < analyses.size(); ++s) {
      for (std::size_t i = 1; i < length(s); ++i) {
        const std::size_t row = starts_[s] + i, head = starts_[s] + analyses[s].heads[i - 1];
        join(unit_, {dependents.data() + row * width, size}, heads.data() + head * width,
             joint.data() + row * 2 * size);
      }
    }
    apply(net_.label_, joint, scores);
    for (std::size_t s = 0; s < analyses.size(); ++s) {
      for (std::size_t i = 1; i < length(s); ++i) {
        float* row = scores.data() + (starts_[s] + i) * net_.label_.width;
        row[net_.root_label_] = -1e30F;  // the root's label stands below the root only
        const bool is_root = analyses[s].heads[i - 1] == 0;
        analyses[s].labels.push_back(is_root ? net_.root_label_ : best(row, net_.label_.outputs));
      }
    }
  }

  const Network& net_;
  const Words& words_;
  VectorUnit unit_;
  std::vector<std::uint32_t> ids_;            // row -> form
  std::vector<std::size_t> starts_;           // sentence -> first row; and the end
  std::vector<std::int16_t> first_, second_;  // states of both layers, rows x 2 hidden
  std::vector<std::int32_t> sums_;
};

std::vector<Analysis> Network::analyze(std::span<const std::vector<std::string_view>> sentences,
                                       VectorUnit unit) const {
  Words words;
  words.ids[std::string_view()] = 0;
  add_form({}, unit, words);
  std::vector<std::vector<std::uint32_t>> ids(sentences.size());
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (const std::string_view form : sentences[s]) {
      const auto [entry, is_new] =
          words.ids.try_emplace(form, static_cast<std::uint32_t>(words.ids.size()));
      if (is_new) add_form(form, unit, words);
      ids[s].push_back(entry->second);
    }
  }
  const std::size_t forms = words.ids.size();
  std::vector<std::int32_t> sums;
  for (std::size_t d = 0; d < 2; ++d) {
    const Layer& layer = lstm_[0].input[d];
    sums.resize(forms * layer.width);
    words.gates[d].resize(sums.size());
    multiply(unit, words.inputs.data(), forms, embed_, layer, sums.data());
    for (std::size_t at = 0; at < sums.size(); at += layer.width) {
      scale(unit, {sums.data() + at, layer.width}, layer.scales.data(), layer.bias.data(),
            words.gates[d].data() + at);
    }
  }
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ids[a].size() > ids[b].size(); });
  std::vector<Analysis> analyses(sentences.size());
  for (std::size_t at = 0; at < order.size();) {
    Batch batch(*this, words, unit);
    const std::size_t first = at;
    for (; at < order.size() && batch.sentences() < kBatchSentences && batch.words() < kBatchWords;
         ++at) {
      batch.add(ids[order[at]]);
    }
    std::vector<Analysis> results = batch.run();
    for (std::size_t i = 0; i < results.size(); ++i)
      analyses[order[first + i]] = std::move(results[i]);
  }
  return analyses;
}

}  // namespace entente
