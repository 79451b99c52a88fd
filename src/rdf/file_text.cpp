// SPDX-License-Identifier: ISC
#include "rdf/file_text.h"

#include "rdf/characters.h"
#include "text/diagnostic.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

#include <fmt/format.h>

namespace entente::rdf {

std::string read_file_text(const std::filesystem::path& path) {
  const auto refuse = [&](int reason) {
    const std::string why = std::generic_category().message(reason);
    throw ConfigError({Severity::Error, path.string(), 0, 0, "cannot be read: " + why});
  };
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             &std::fclose);
  if (!file) refuse(errno);
  std::string text;
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (!error) text.reserve(size + 1);
  char buffer[1 << 16];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) {
    text.append(buffer, count);
  }
  if (std::ferror(file.get()) != 0) refuse(errno);
  return text;
}

std::string file_iri(const std::filesystem::path& path) {
  std::string iri = "file://";
  for (const char c : std::filesystem::absolute(path).lexically_normal().string()) {
    const bool plain = is(c, kIriChar) && c != '%' && c != '?' && c != '#';
    iri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return iri;
}

}  // namespace entente::rdf
