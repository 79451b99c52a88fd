// SPDX-License-Identifier: ISC
#include "text/characters.h"
#include "text/decode.h"
#include "text/line_source.h"
#include "text/read.h"
#include "text/take_bytes.h"

#include <deque>
#include <filesystem>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

namespace entente {

namespace {

// The records of one input, in order.
class RecordStream {
 public:
  RecordStream() = default;
  RecordStream(const RecordStream&) = delete;
  RecordStream& operator=(const RecordStream&) = delete;
  virtual ~RecordStream() = default;
  virtual std::optional<Record> next() = 0;
  virtual std::uint64_t bytes_read() const = 0;
};

Record without_document(const std::string& path, Diagnostics diagnostics) {
  Record record;
  record.input = path;
  record.diagnostics = std::move(diagnostics);
  return record;
}

// .txt and .html: the whole file is one record.
class WholeFile : public RecordStream {
 public:
  WholeFile(const Input& input, const ReadOptions& options) : input_(input), options_(options) {}

  std::optional<Record> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    InputFile file(input_.path);
    const std::string bytes = file.read_all(kMaxArticleBytes + 1);
    bytes_read_ = file.bytes_read();
    if (!file.error().empty()) {
      return without_document(input_.path, {{Severity::Error, input_.path, 0, 0, file.error()}});
    }
    return input_.format == InputFormat::Html ? read_html(bytes, input_.path, input_.id, options_)
                                              : read_text(bytes, input_.path, input_.id, options_);
  }
  std::uint64_t bytes_read() const override { return bytes_read_; }

 private:
  const Input& input_;
  const ReadOptions& options_;
  std::uint64_t bytes_read_ = 0;
  bool done_ = false;
};

class JsonLines : public RecordStream {
 public:
  JsonLines(const Input& input, const ReadOptions& options)
      : input_(input), options_(options), lines_(input.path, opening_) {}

  std::optional<Record> next() override {
    if (!opening_.empty()) return without_document(input_.path, std::exchange(opening_, {}));
    std::string line;
    while (lines_.next(line)) {
      if (trim(line).empty()) continue;
      const std::string id = fmt::format("{}:{}", input_.id, lines_.line_number());
      return read_json_line(line, input_.path, lines_.line_number(), id, options_);
    }
    if (lines_.error().empty() || failed_) return std::nullopt;
    failed_ = true;
    return without_document(input_.path, {{Severity::Error, input_.path, 0, 0, lines_.error()}});
  }
  std::uint64_t bytes_read() const override { return lines_.bytes_read(); }

 private:
  const Input& input_;
  const ReadOptions& options_;
  Diagnostics opening_;
  LineSource lines_;
  bool failed_ = !opening_.empty();
};

// A record from each `# newdoc` to the next.
class ConlluDocuments : public RecordStream {
 public:
  explicit ConlluDocuments(const Input& input) : input_(input), lines_(input.path, opening_) {}

  std::optional<Record> next() override {
    if (!opening_.empty()) return without_document(input_.path, std::exchange(opening_, {}));
    if (at_end_) return std::nullopt;
    Record record;
    record.input = input_.path;
    record.first_line = lines_.line_number() + (pending_ ? 0 : 1);
    Document& document = record.document.emplace();
    document.id = input_.id;
    take_lines(record);
    if (trim(record.conllu).empty()) return std::nullopt;
    replace_invalid(record);
    return record;
  }
  std::uint64_t bytes_read() const override { return lines_.bytes_read(); }

 private:
  static bool begins_document(std::string_view line) {
    return line.starts_with("# newdoc") || line.starts_with("#newdoc");
  }

  void take_lines(Record& record) {
    bool has_words = false;
    while (true) {
      if (!pending_) {
        std::string line;
        if (!lines_.next(line)) {
          at_end_ = true;
          return;
        }
        pending_ = std::move(line);
      }
      if (begins_document(*pending_)) {
        if (has_words) return;
        if (const std::size_t at = pending_->find("id = "); at != std::string::npos) {
          record.document->id = trim(std::string_view(*pending_).substr(at + 5));
        }
      }
      has_words = has_words || (!pending_->empty() && pending_->front() != '#');
      record.conllu += *pending_ + '\n';
      pending_.reset();
    }
  }

  static void replace_invalid(Record& record) {
    DecodedText decoded = decode(record.conllu, "utf-8");
    if (decoded.invalid == 0 && decoded.nul == 0) return;
    record.diagnostics.push_back(
        {Severity::Warning, record.input, record.first_line + decoded.first_invalid_line - 1, 0,
         fmt::format("{} invalid bytes replaced by U+FFFD", decoded.invalid + decoded.nul)});
    record.conllu = std::move(decoded.text);
  }

  const Input& input_;
  Diagnostics opening_;
  LineSource lines_;
  std::optional<std::string> pending_;
  bool at_end_ = false;
};

std::unique_ptr<RecordStream> open_stream(const Input& input, const ReadOptions& options) {
  switch (input.format) {
    case InputFormat::JsonLines:
      return std::make_unique<JsonLines>(input, options);
    case InputFormat::Conllu:
      return std::make_unique<ConlluDocuments>(input);
    case InputFormat::Text:
    case InputFormat::Html:
      break;
  }
  return std::make_unique<WholeFile>(input, options);
}

std::uint64_t size_of(const Input& input) {
  std::error_code error;
  const auto size = std::filesystem::file_size(input.path, error);
  return error ? 0 : size;
}

}  // namespace

struct Reader::Impl {
  ReadOptions options;
  std::vector<Input> inputs;
  std::deque<Record> refused;
  std::size_t next_input = 0;
  std::unique_ptr<RecordStream> stream;
  std::uint64_t done = 0;
  std::uint64_t total = 0;
  std::unordered_set<std::string> ids;

  // Two articles must not share an id: the second x becomes x#2.
  void make_unique(Record& record) {
    if (!record.document || ids.insert(record.document->id).second) return;
    std::string& id = record.document->id;
    const std::string first = id;
    for (int n = 2; !ids.insert(id).second; ++n) id = fmt::format("{}#{}", first, n);
    record.diagnostics.push_back(
        {Severity::Warning, record.input, record.first_line > 1 ? record.first_line : 0, 0,
         fmt::format("the id '{}' was used before, this article is '{}'", first, id)});
  }

  std::optional<Record> next() {
    if (!refused.empty()) {
      Record record = std::move(refused.front());
      refused.pop_front();
      return record;
    }
    while (true) {
      if (stream) {
        if (auto record = stream->next()) return record;
        done += stream->bytes_read();
        stream.reset();
      }
      if (next_input == inputs.size()) return std::nullopt;
      stream = open_stream(inputs[next_input++], options);
    }
  }
};

Reader::Reader(const std::vector<std::string>& names, ReadOptions options)
    : impl_(std::make_unique<Impl>()) {
  impl_->options = options;
  Diagnostics diagnostics;
  impl_->inputs = list_inputs(names, options.format, diagnostics);
  for (Diagnostic& diagnostic : diagnostics) {
    const std::string path = diagnostic.file;
    impl_->refused.push_back(without_document(path, {std::move(diagnostic)}));
  }
  for (const Input& input : impl_->inputs) impl_->total += size_of(input);
}

Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

std::optional<Record> Reader::next() {
  auto record = impl_->next();
  if (record) impl_->make_unique(*record);
  return record;
}

std::uint64_t Reader::bytes_done() const {
  return impl_->done + (impl_->stream ? impl_->stream->bytes_read() : 0);
}

std::uint64_t Reader::bytes_total() const {
  return impl_->total;
}

}  // namespace entente
