// SPDX-License-Identifier: ISC
#include "syntax/model_file.h"

#include "text/diagnostic.h"

#include <bit>
#include <cstring>

namespace entente {

namespace {

static_assert(std::endian::native == std::endian::little, "model files are read as they lie");

constexpr std::string_view kMagic = "ENTENTE\n";
constexpr std::size_t kHeaderBytes = 8 + 4 + 8 + 8;

// FNV-1a over words of eight bytes, the last one filled up with zeros.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = 14695981039346656037ULL;
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
    sum = (sum ^ word) * 1099511628211ULL;
    sum ^= sum >> 32;
  }
  return sum;
}

class Writer {
 public:
  template <typename Number>
  void number(Number value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void string(std::string_view text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  template <typename Value>
  void values(const std::vector<Value>& values) {
    number(static_cast<std::uint32_t>(values.size()));
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value));
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what Writer wrote; nothing is taken from behind the end.
class BodyReader {
 public:
  BodyReader(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

  template <typename Number>
  Number number() {
    Number value;
    const std::string_view raw = take(sizeof value);
    std::memcpy(&value, raw.data(), sizeof value);
    return value;
  }
  std::string string() { return std::string(take(number<std::uint32_t>())); }
  template <typename Value>
  std::vector<Value> values() {
    const std::size_t count = number<std::uint32_t>();
    const std::string_view raw = take(count * sizeof(Value));
    std::vector<Value> values(count);
    if (count > 0) std::memcpy(values.data(), raw.data(), raw.size());
    return values;
  }
  bool at_end() const { return bytes_.empty(); }
  [[noreturn]] void fail() const {
    throw ConfigError(
        {Severity::Error, file_, 0, 0, "the model is damaged: its contents do not fit together"});
  }

 private:
  std::string_view take(std::size_t count) {
    if (count > bytes_.size()) fail();
    const std::string_view raw = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return raw;
  }

  std::string_view bytes_;
  const std::string& file_;
};

std::string write_body(const ModelData& data) {
  Writer out;
  out.number(static_cast<std::uint32_t>(data.matrices.size()));
  for (const auto& [name, matrix] : data.matrices) {
    out.string(name);
    out.number(matrix.rows);
    out.number(matrix.cols);
    out.values(matrix.values);
    out.values(matrix.scales);
  }
  out.number(static_cast<std::uint32_t>(data.vectors.size()));
  for (const auto& [name, vector] : data.vectors) {
    out.string(name);
    out.values(vector);
  }
  out.number(static_cast<std::uint32_t>(data.lists.size()));
  for (const auto& [name, list] : data.lists) {
    out.string(name);
    out.number(static_cast<std::uint32_t>(list.size()));
    for (const std::string& text : list) out.string(text);
  }
  return out.take();
}

ModelMatrix read_matrix(BodyReader& in) {
  ModelMatrix matrix;
  matrix.rows = in.number<std::uint32_t>();
  matrix.cols = in.number<std::uint32_t>();
  matrix.values = in.values<std::int8_t>();
  matrix.scales = in.values<float>();
  const std::uint64_t cells = std::uint64_t{matrix.rows} * matrix.cols;
  if (matrix.values.size() != cells || matrix.scales.size() != matrix.rows) in.fail();
  return matrix;
}

ModelData read_body(BodyReader in) {
  ModelData data;
  for (auto count = in.number<std::uint32_t>(); count > 0; --count) {
    std::string name = in.string();
    data.matrices.emplace(std::move(name), read_matrix(in));
  }
  for (auto count = in.number<std::uint32_t>(); count > 0; --count) {
    std::string name = in.string();
    data.vectors.emplace(std::move(name), in.values<float>());
  }
  for (auto count = in.number<std::uint32_t>(); count > 0; --count) {
    auto& list = data.lists[in.string()];
    for (auto left = in.number<std::uint32_t>(); left > 0; --left) list.push_back(in.string());
  }
  if (!in.at_end()) in.fail();
  return data;
}

}  // namespace

std::string write_model(const ModelData& data) {
  const std::string body = write_body(data);
  Writer header;
  header.number(kModelVersion);
  header.number(static_cast<std::uint64_t>(body.size()));
  header.number(checksum(body));
  return std::string(kMagic) + header.take() + body;
}

ModelData read_model(std::string_view bytes, const std::string& file) {
  const auto fail = [&](const std::string& message) {
    throw ConfigError({Severity::Error, file, 0, 0, message});
  };
  if (!bytes.starts_with(kMagic)) fail("this is no Entente model");
  if (bytes.size() < kHeaderBytes) fail("the model is truncated: its header is incomplete");
  BodyReader header(bytes.substr(kMagic.size(), kHeaderBytes - kMagic.size()), file);
  const auto version = header.number<std::uint32_t>();
  if (version != kModelVersion) {
    fail("the model has version " + std::to_string(version) + ", expected version " +
         std::to_string(kModelVersion));
  }
  const auto length = header.number<std::uint64_t>();
  const auto sum = header.number<std::uint64_t>();
  const std::string_view body = bytes.substr(kHeaderBytes);
  if (body.size() < length) {
    fail("the model is truncated: found " + std::to_string(body.size()) + " bytes, expected " +
         std::to_string(length));
  }
  if (body.size() > length || checksum(body) != sum)
    fail("the model is damaged: its checksum is wrong");
  return read_body(BodyReader(body, file));
}

}  // namespace entente
