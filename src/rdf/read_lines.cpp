// SPDX-License-Identifier: ISC
#include "rdf/read_lines.h"

#include "rdf/line_reader.h"
#include "rdf/make_in_order.h"
#include "rdf/quad_sink.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

namespace entente::rdf {

namespace {

constexpr std::size_t kChunkBytes = 1 << 20;

// Cuts at line ends.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    std::size_t end = text.size() <= kChunkBytes ? std::string_view::npos : kChunkBytes;
    if (end != std::string_view::npos) end = text.find('\n', end);
    const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
    pieces.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return pieces;
}

struct Reading {
  LineChunk chunk;
  std::uint32_t lines = 0;
  std::optional<Diagnostic> fault;
};

/// Readings that are done with, whose memory is used again.
class Pool {
 public:
  std::unique_ptr<Reading> take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<Reading>();
    auto reading = std::move(free_.back());
    free_.pop_back();
    return reading;
  }
  void put_back(std::unique_ptr<Reading> reading) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(reading));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Reading>> free_;
};

}  // namespace

std::optional<Diagnostic> read_lines(std::string_view text, Format format,
                                     const ReadOptions& options, const ChunkHandler& handler) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const auto pieces = pieces_of(text);
  Pool pool;
  std::atomic<bool> stopped = false;
  std::uint32_t lines = 0;
  std::optional<Diagnostic> fault;
  const auto read = [&](std::size_t i) {
    auto reading = pool.take();
    if (stopped) return reading;
    LineReader reader(pieces[i], format, options, reading->chunk);
    reading->fault = reader.read();
    reading->lines = reader.lines();
    return reading;
  };
  const auto hand_over = [&](std::unique_ptr<Reading>& reading) {
    if (stopped) return;
    if (reading->fault) {
      fault = std::move(reading->fault);
      fault->line += lines;
      stopped = true;
    } else {
      lines += reading->lines;
      handler(reading->chunk);
    }
    pool.put_back(std::move(reading));
  };
  make_in_order<std::unique_ptr<Reading>>(pieces.size(), read, hand_over);
  return fault;
}

}  // namespace entente::rdf
