// SPDX-License-Identifier: ISC
/// @file
/// Whole files as text.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace entente::rdf {

/// Throws ConfigError with the reason if the file cannot be read.
std::string read_file_text(const std::filesystem::path& path);

/// A file's bytes, mapped into memory; what cannot be mapped (a pipe) is read. Throws like
/// read_file_text.
class MappedText {
 public:
  explicit MappedText(const std::filesystem::path& path);
  ~MappedText();
  MappedText(const MappedText&) = delete;
  MappedText& operator=(const MappedText&) = delete;
  std::string_view view() const { return view_; }
  /// Gives back the memory of a piece of view() that will not be looked at soon; if it is, it is
  /// read from the file again.
  void forget(std::string_view piece) const;

 private:
  std::string text_;
  std::string_view view_;
  bool mapped_ = false;
};

/// The file: IRI of a path, percent-encoded: the base of what is written in it.
std::string file_iri(const std::filesystem::path& path);

}  // namespace entente::rdf
