// SPDX-License-Identifier: ISC
#include "text/characters.h"
#include "text/read.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

namespace entente {

namespace {

namespace fs = std::filesystem;

Diagnostic refusal(const std::string& path, std::string message) {
  return {Severity::Error, path, 0, 0, std::move(message)};
}

std::string unknown_extension(const fs::path& path) {
  return fmt::format(
      "has the unknown extension '{}', expected .txt, .html, .jsonl or .conllu, or --input-format",
      path.extension().string());
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.size() > 1 && name.front() == '.';
}

void list_folder(const fs::path& folder, std::vector<Input>& inputs, Diagnostics& diagnostics) {
  std::error_code error;
  std::vector<Input> found;
  auto entry = fs::recursive_directory_iterator(
      folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
      continue;
    }
    std::error_code ignored;
    if (!entry->is_regular_file(ignored)) continue;
    const auto format = format_of_path(entry->path().string());
    if (!format) continue;
    const std::string id = entry->path().lexically_relative(folder).generic_string();
    found.push_back({entry->path().string(), id, *format});
  }
  if (error) diagnostics.push_back(refusal(folder.string(), error.message()));
  if (found.empty() && !error) {
    diagnostics.push_back(refusal(
        folder.string(), "is a folder without articles, expected .txt, .html, .jsonl or .conllu"));
  }
  // by the parts of the path, so that a folder's files stay together
  std::sort(found.begin(), found.end(),
            [](const Input& a, const Input& b) { return fs::path(a.id) < fs::path(b.id); });
  inputs.insert(inputs.end(), found.begin(), found.end());
}

void list_file(const std::string& name, std::optional<InputFormat> fallback,
               std::vector<Input>& inputs, Diagnostics& diagnostics) {
  const fs::path path(name);
  auto format = format_of_path(name);
  if (!format) format = fallback;
  if (!format) {
    diagnostics.push_back(refusal(name, unknown_extension(path)));
    return;
  }
  inputs.push_back({name, path.filename().string(), *format});
}

void list_standard_input(std::optional<InputFormat> format, std::vector<Input>& inputs,
                         Diagnostics& diagnostics) {
  if (format) {
    inputs.push_back({"-", "-", *format});
  } else {
    diagnostics.push_back(
        refusal("-",
                "standard input has no extension, expected --input-format txt, html, jsonl "
                "or conllu"));
  }
}

}  // namespace

std::string_view to_string(InputFormat format) {
  switch (format) {
    case InputFormat::Html:
      return "html";
    case InputFormat::JsonLines:
      return "jsonl";
    case InputFormat::Conllu:
      return "conllu";
    case InputFormat::Text:
      break;
  }
  return "txt";
}

std::optional<InputFormat> parse_input_format(std::string_view name) {
  for (const auto format :
       {InputFormat::Text, InputFormat::Html, InputFormat::JsonLines, InputFormat::Conllu}) {
    if (name == to_string(format)) return format;
  }
  return std::nullopt;
}

std::optional<InputFormat> format_of_path(std::string_view path) {
  struct Extension {
    std::string_view name;
    InputFormat format;
  };
  constexpr Extension kExtensions[] = {
      {".txt", InputFormat::Text},         {".text", InputFormat::Text},
      {".html", InputFormat::Html},        {".htm", InputFormat::Html},
      {".xhtml", InputFormat::Html},       {".jsonl", InputFormat::JsonLines},
      {".ndjson", InputFormat::JsonLines}, {".conllu", InputFormat::Conllu},
      {".conll", InputFormat::Conllu}};
  const std::string extension = fs::path(path).extension().string();
  for (const Extension& known : kExtensions) {
    if (equals_ignoring_case(extension, known.name)) return known.format;
  }
  return std::nullopt;
}

std::vector<Input> list_inputs(const std::vector<std::string>& names,
                               std::optional<InputFormat> format, Diagnostics& diagnostics) {
  std::vector<Input> inputs;
  for (const std::string& name : names) {
    std::error_code error;
    if (name == "-") {
      list_standard_input(format, inputs, diagnostics);
    } else if (fs::is_directory(name, error)) {
      list_folder(name, inputs, diagnostics);
    } else if (error && error != std::errc::no_such_file_or_directory) {
      diagnostics.push_back(refusal(name, error.message()));
    } else if (!fs::exists(name, error)) {
      diagnostics.push_back(refusal(name, "No such file or directory"));
    } else {
      list_file(name, format, inputs, diagnostics);
    }
  }
  return inputs;
}

}  // namespace entente
