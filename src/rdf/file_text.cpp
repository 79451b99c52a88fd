// SPDX-License-Identifier: ISC
#include "rdf/file_text.h"

#include "rdf/characters.h"
#include "text/diagnostic.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

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

MappedText::MappedText(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (file >= 0 && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (memory != MAP_FAILED) {
      mapped_ = true;
      view_ = {static_cast<const char*>(memory), size};
    }
  }
  if (file >= 0) ::close(file);
  if (mapped_) return;
  text_ = read_file_text(path);
  view_ = text_;
}

MappedText::~MappedText() {
  if (mapped_) ::munmap(const_cast<char*>(view_.data()), view_.size());
}

void MappedText::forget(std::string_view piece) const {
  if (!mapped_) return;
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const auto begin = (reinterpret_cast<std::uintptr_t>(piece.data()) + page - 1) / page * page;
  const auto end = (reinterpret_cast<std::uintptr_t>(piece.data()) + piece.size()) / page * page;
  if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
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
