// SPDX-License-Identifier: ISC
#include "text/line_source.h"

#include "text/decode.h"
#include "text/take_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace entente {

namespace {

constexpr std::size_t kBufferBytes = 1U << 18U;

std::string last_error() {
  return std::generic_category().message(errno);
}

}  // namespace

void InputFile::Close::operator()(std::FILE* file) const {
  if (file != nullptr && file != stdin) std::fclose(file);
}

InputFile::InputFile(const std::string& path)
    : file_(path == "-" ? stdin : std::fopen(path.c_str(), "rb")) {
  if (!file_) error_ = last_error();
}

std::string InputFile::read(std::size_t size) {
  std::string bytes;
  if (!file_ || !error_.empty()) return bytes;
  bytes.resize(size);
  bytes.resize(std::fread(bytes.data(), 1, size, file_.get()));
  if (std::ferror(file_.get()) != 0) error_ = last_error();
  bytes_read_ += bytes.size();
  return bytes;
}

std::string InputFile::read_all(std::size_t limit) {
  std::string all;
  while (all.size() < limit) {
    const std::string more = read(std::min(kBufferBytes, limit - all.size()));
    if (more.empty()) break;
    all += more;
  }
  return all;
}

LineSource::LineSource(const std::string& path, Diagnostics& diagnostics) : file_(path) {
  start(path, diagnostics);
  if (!file_.error().empty()) {
    diagnostics.push_back({Severity::Error, path, 0, 0, file_.error()});
    at_end_ = true;
    buffer_.clear();
  }
}

void LineSource::start(const std::string& path, Diagnostics& diagnostics) {
  buffer_ = file_.read(kBufferBytes);
  at_end_ = buffer_.empty();
  if (!file_.error().empty()) return;
  if (at_end_) {
    diagnostics.push_back({Severity::Error, path, 0, 0, "is empty, expected text"});
    return;
  }
  if (const std::string what = describe_binary(buffer_); !what.empty()) {
    diagnostics.push_back({Severity::Error, path, 0, 0, "is " + what + ", expected text"});
    buffer_.clear();
    at_end_ = true;
    return;
  }
  if (buffer_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  if (decode(std::string_view(buffer_).substr(0, 4096)).encoding.starts_with("UTF-16")) {
    buffer_ = decode(buffer_ + file_.read_all(kMaxArticleBytes)).text;
    at_end_ = true;
  }
}

bool LineSource::fill() {
  if (at_end_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::string more = file_.read(kBufferBytes);
  buffer_ += more;
  at_end_ = more.empty();
  return !at_end_;
}

bool LineSource::next(std::string& line) {
  std::size_t searched = at_;
  std::size_t end = buffer_.find('\n', searched);
  while (end == std::string::npos) {
    searched = buffer_.size() - at_;
    if (!fill()) break;
    end = buffer_.find('\n', searched);
  }
  if (end == std::string::npos && at_ >= buffer_.size()) return false;
  const std::size_t stop = std::min(end, buffer_.size());
  line.assign(buffer_, at_, stop - at_);
  if (line.ends_with('\r')) line.pop_back();
  at_ = end == std::string::npos ? buffer_.size() : end + 1;
  ++line_number_;
  return true;
}

}  // namespace entente
