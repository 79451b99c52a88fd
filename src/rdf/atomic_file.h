// SPDX-License-Identifier: ISC
/// @file
/// Output files that appear whole or not at all.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

/// An output that cannot be written. what(): "graph.ttl: error: cannot write: No space left on
/// device".
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Writes beside the wanted file and renames at the end, when all bytes are on the disk. "-" is
/// standard output; a device or pipe (/dev/full) is written to as it is. All functions throw
/// OutputError.
class AtomicFile {
 public:
  explicit AtomicFile(std::string path);
  /// Leaves nothing behind unless commit() was called.
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::string_view bytes);
  /// Puts the file in its place. Call once, last.
  void commit();

 private:
  void flush();
  [[noreturn]] void fail(const char* what) const;

  std::string path_;    // as the user named it
  std::string target_;  // what it stands for: symbolic links followed
  std::string beside_;  // the file that is written; empty: the target itself
  std::string buffer_;
  int descriptor_ = -1;
};

}  // namespace entente
