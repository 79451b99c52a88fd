// SPDX-License-Identifier: ISC
/// @file
/// Lines of a file or of standard input, read as they are asked for.
#pragma once

#include "text/diagnostic.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace entente {

/// An open file; "-" is standard input, which is not closed.
class InputFile {
 public:
  explicit InputFile(const std::string& path);
  /// What the operating system says, if the file could not be opened or read; else empty.
  const std::string& error() const { return error_; }
  /// Up to `size` more bytes; empty at the end or on an error.
  std::string read(std::size_t size);
  /// All that is left, but no more than `limit` bytes.
  std::string read_all(std::size_t limit);
  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const;
  };
  std::unique_ptr<std::FILE, Close> file_;
  std::string error_;
  std::uint64_t bytes_read_ = 0;
};

/// Splits a file into lines. UTF-16 input is decoded as a whole first; all else is passed on as it
/// is, without a byte order mark. Memory: one line and a buffer.
class LineSource {
 public:
  LineSource(const std::string& path, Diagnostics& diagnostics);

  /// The next line without its LF or CR LF; false at the end.
  bool next(std::string& line);
  /// Number of the line that next() gave last, from 1.
  std::uint32_t line_number() const { return line_number_; }
  std::uint64_t bytes_read() const { return file_.bytes_read(); }
  /// What the operating system says, if reading failed; else empty.
  const std::string& error() const { return file_.error(); }

 private:
  void start(const std::string& path, Diagnostics& diagnostics);
  bool fill();

  InputFile file_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool at_end_ = false;
  std::uint32_t line_number_ = 0;
};

}  // namespace entente
