// SPDX-License-Identifier: ISC
#include "store/snapshot.h"

#include "rdf/atomic_file.h"
#include "rdf/file_text.h"
#include "text/diagnostic.h"

#include <cstring>

namespace entente::store {

namespace {

constexpr char kMagic[8] = {'E', 'N', 'T', 'E', 'K', 'G', '\r', '\n'};
constexpr std::uint32_t kVersion = 2;
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kAlignment = 64;
enum Section : std::size_t { kEntries, kSlots, kBytes, kLanguages, kFirstOrder };
constexpr std::size_t kSections = kFirstOrder + kOrders;

struct SectionPlace {
  std::uint64_t offset, size;  // in bytes from the file's beginning
};

struct Header {
  char magic[8];
  std::uint32_t version, byte_order;
  std::uint64_t file_size;
  std::uint64_t checksum;  // of everything behind the header
  SectionPlace sections[kSections];
};

template <typename T>
std::string_view bytes_of(std::span<const T> items) {
  return {reinterpret_cast<const char*>(items.data()), items.size_bytes()};
}

[[noreturn]] void refuse(const std::filesystem::path& path, std::string why) {
  throw ConfigError({Severity::Error, path.string(), 0, 0, std::move(why)});
}

std::array<std::string_view, kSections> sections_of(const QuadStore& store) {
  const Dictionary& words = store.dictionary();
  std::array<std::string_view, kSections> sections;
  sections[kEntries] = bytes_of(words.entries());
  sections[kSlots] = bytes_of(words.slots());
  sections[kBytes] = words.bytes();
  sections[kLanguages] = bytes_of(words.languages());
  for (std::size_t i = 0; i < kOrders; ++i) {
    sections[kFirstOrder + i] = bytes_of(store.rows(static_cast<Order>(i)));
  }
  return sections;
}

std::size_t aligned(std::size_t size) {
  return (size + kAlignment - 1) / kAlignment * kAlignment;
}

// The checksum chains the sections' hashes; paddings are not part of it.
std::uint64_t checksum_of(const std::array<std::string_view, kSections>& sections) {
  std::uint64_t sum = kVersion;
  for (const auto section : sections) sum = rdf::hash_bytes(section, sum);
  return sum;
}

class MappedStore : public QuadStore {
 public:
  explicit MappedStore(const std::filesystem::path& path) : text_(path) {
    const std::string_view file = text_.view();
    if (file.size() < sizeof(Header)) refuse(path, "found a short file, expected a snapshot");
    Header header;
    std::memcpy(&header, file.data(), sizeof header);
    check(path, header, file.size());
    std::array<std::string_view, kSections> parts;
    for (std::size_t i = 0; i < kSections; ++i) {
      const SectionPlace place = header.sections[i];
      if (place.offset > file.size() || place.size > file.size() - place.offset ||
          place.offset % kAlignment != 0) {
        refuse(path, "found sections beyond the file's end, expected a whole snapshot");
      }
      parts[i] = file.substr(place.offset, place.size);
    }
    if (checksum_of(parts) != header.checksum) {
      refuse(path, "found a wrong checksum: the snapshot is damaged, make it anew");
    }
    dictionary_ = Dictionary(items<TermEntry>(parts[kEntries]), items<std::uint64_t>(parts[kSlots]),
                             parts[kBytes], items<TermEntry>(parts[kLanguages]));
    for (std::size_t i = 0; i < kOrders; ++i) orders_[i] = items<Row>(parts[kFirstOrder + i]);
    finish();
  }

 private:
  template <typename T>
  static std::span<const T> items(std::string_view bytes) {
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  static void check(const std::filesystem::path& path, const Header& header, std::size_t size) {
    if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) {
      refuse(path, "found another kind of file, expected a snapshot");
    }
    if (header.version != kVersion || header.byte_order != kByteOrder) {
      refuse(path, "found a snapshot of another version or machine, make it anew");
    }
    if (header.file_size != size) refuse(path, "found a snapshot that was cut, make it anew");
  }

  rdf::MappedText text_;
};

}  // namespace

void write_snapshot(const QuadStore& store, const std::filesystem::path& path) {
  const auto sections = sections_of(store);
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.version = kVersion;
  header.byte_order = kByteOrder;
  header.checksum = checksum_of(sections);
  std::size_t at = aligned(sizeof header);
  for (std::size_t i = 0; i < kSections; ++i) {
    header.sections[i] = {at, sections[i].size()};
    at = aligned(at + sections[i].size());
  }
  header.file_size = at;
  AtomicFile out(path.string());
  const std::string zeros(kAlignment, '\0');
  const auto put = [&](std::string_view bytes) {
    out.write(bytes);
    out.write(std::string_view(zeros).substr(0, aligned(bytes.size()) - bytes.size()));
  };
  put({reinterpret_cast<const char*>(&header), sizeof header});
  for (const auto section : sections) put(section);
  out.commit();
}

std::unique_ptr<QuadStore> open_snapshot(const std::filesystem::path& path) {
  return std::make_unique<MappedStore>(path);
}

}  // namespace entente::store
