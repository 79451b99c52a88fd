// SPDX-License-Identifier: ISC
/// @file
/// From files, folders and standard input to Documents, one record at a time, so that memory does
/// not grow with the size of a .jsonl file. Whatever cannot be read becomes a Diagnostic.
#pragma once

#include "text/diagnostic.h"
#include "text/document.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class InputFormat : std::uint8_t {
  Text,       ///< .txt, .text: one article, with an optional block of `Key: value` lines on top
  Html,       ///< .html, .htm, .xhtml
  JsonLines,  ///< .jsonl, .ndjson: one article a line
  Conllu,     ///< .conllu, .conll: words, perhaps with trees; one record for each `# newdoc`
};

/// "txt", "html", "jsonl", "conllu": the names of --input-format.
std::string_view to_string(InputFormat format);
std::optional<InputFormat> parse_input_format(std::string_view name);
/// By the name's extension, upper or lower case; nothing if it is not known.
std::optional<InputFormat> format_of_path(std::string_view path);

/// One thing to read. `path` is "-" for standard input.
struct Input {
  std::string path;
  std::string id;  ///< file name; below a given folder, the path from there; "-" for standard input
  InputFormat format = InputFormat::Text;
  friend bool operator==(const Input&, const Input&) = default;
};

/// Expands what a user names: files, folders (recursive, sorted by name, hidden files and files of
/// unknown extensions passed over), "-". `format`, if given, holds for standard input and for
/// files whose extension is not known. What cannot be taken is added to `diagnostics`.
std::vector<Input> list_inputs(const std::vector<std::string>& names,
                               std::optional<InputFormat> format, Diagnostics& diagnostics);

struct ReadOptions {
  std::optional<InputFormat> format = std::nullopt;  ///< for standard input and unknown extensions
  std::optional<Date> date = std::nullopt;           ///< for articles that give none
  bool keep_all = false;  ///< every paragraph is Body: for text that is known to be clean
};

/// What one step gives: a Document, or (with no document) the reason why there is none; either may
/// come with further diagnostics.
struct Record {
  std::optional<Document> document;
  Diagnostics diagnostics;
  std::string input;  ///< path of the input it came from, as the user would find it
  /// For InputFormat::Conllu: the record's lines, for the syntax reader; `document` then has an id
  /// and nothing else.
  std::string conllu;
  std::uint32_t first_line = 1;  ///< line of the input on which the record begins
};

/// Reads all inputs in order, one record at a time. Not for several threads at once.
/// Memory: one record (a whole file but for .jsonl and .conllu) and one id per record.
class Reader {
 public:
  Reader(const std::vector<std::string>& names, ReadOptions options);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  /// The next record; nothing when all inputs are read.
  std::optional<Record> next();
  /// How much is read of how much, in bytes, for a progress bar; total is 0 if it is not known.
  std::uint64_t bytes_done() const;
  std::uint64_t bytes_total() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// One article from the bytes of a .txt file. Pure. `file` is the name used in diagnostics.
Record read_text(std::string_view bytes, const std::string& file, std::string id,
                 const ReadOptions& options);

/// The same from the bytes of a .html file. Document::text is the page's text as it would be read
/// aloud: character references decoded, a line for each block element; see html.h.
Record read_html(std::string_view bytes, const std::string& file, std::string id,
                 const ReadOptions& options);

/// One article from one line of a .jsonl file. `id` is used if the record has none.
Record read_json_line(std::string_view line, const std::string& file, std::uint32_t line_number,
                      std::string id, const ReadOptions& options);

}  // namespace entente
